#pragma once

#include <string>
#include <utility>
#include <vector>

#include <CLI/App.hpp>

#include "accord/base/result.h"
#include "accord/breaking/policy.h"
#include "accord/breaking/proto.h"
#include "accord/proto/sources.h"

#include "cli/settings.h"

namespace accord::cli {

/// Declares the arguments and flags of `accord breaking`.
void AddBreakingOptions(CLI::App& command, BreakingSettings& settings);

/// What to compare, as pairs of an old and a new version.
base::Result<std::vector<std::pair<std::string, std::string>>> PairInputs(
    const BreakingSettings& settings);

/// The rules for each module of the new side: flags and accord.yaml win over buf.yaml.
base::Result<breaking::ProtoOptions> ToProtoOptions(const BreakingSettings& settings,
                                                    const proto::Workspace& workspace);

/// Severities, ignores (buf.yaml's too) and the baseline.
base::Result<breaking::Policy> ToPolicy(const BreakingSettings& settings,
                                        const proto::Sources& before,
                                        const proto::Sources& after);

}  // namespace accord::cli
