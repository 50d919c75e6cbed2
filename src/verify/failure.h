#pragma once

#include <vector>

#include "accord/finding/finding.h"
#include "accord/match/compare.h"
#include "accord/pact/pact.h"

namespace accord::verify {

/// Differences as findings: place in the contract, path, rule, a short diff of the two bodies and
/// what to do next.
std::vector<finding::Finding> Explain(const std::vector<match::Mismatch>& mismatches,
                                      const pact::Interaction& interaction,
                                      const pact::Body& expected,
                                      const pact::Body& actual);

}  // namespace accord::verify
