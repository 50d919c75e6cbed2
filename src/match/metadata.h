#pragma once

#include <vector>

#include "accord/match/compare.h"

namespace accord::match {

/// Metadata of a message: JSON values by rule or equality; unexpected keys are allowed.
/// `contentType` (also spelled `content-type`) is compared like the header.
void CompareMetadata(const pact::Message& expected,
                     const pact::Message& actual,
                     const Options& options,
                     std::vector<Mismatch>& out);

}  // namespace accord::match
