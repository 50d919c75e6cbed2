#pragma once

#include "accord/finding/finding.h"
#include "accord/match/compare.h"

namespace accord::verify {

extern const finding::RuleInfo kProviderFailed;
extern const finding::RuleInfo kStateSetupFailed;
extern const finding::RuleInfo kStateTeardownFailed;
extern const finding::RuleInfo kResponseTooSlow;
extern const finding::RuleInfo kPluginRequired;

/// The rule a difference in that part belongs to.
const finding::RuleInfo& RuleFor(match::Part part);

}  // namespace accord::verify
