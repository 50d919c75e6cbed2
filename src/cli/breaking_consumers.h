#pragma once

#include <memory>
#include <vector>

#include "accord/base/result.h"
#include "accord/conform/consumers.h"
#include "accord/finding/finding.h"

#include "cli/settings.h"

namespace accord::cli {

/// The contracts of `--consumers`; nullptr when there are none. What is wrong with them goes to
/// `faults`. An error when not one of them could be read.
base::Result<std::unique_ptr<conform::Consumers>> LoadConsumers(
    const BreakingSettings& settings, std::vector<finding::Finding>& faults);

/// `--gate consumers`: what is known to hit nobody is no more than a warning.
void ApplyGate(const BreakingSettings& settings, std::vector<finding::Finding>& findings);

}  // namespace accord::cli
