#pragma once

#include "accord/finding/finding.h"

namespace accord::match {

extern const finding::RuleInfo kInvalidRuleRegex;
extern const finding::RuleInfo kInvalidRuleDateFormat;
extern const finding::RuleInfo kInvalidRuleMediaType;
extern const finding::RuleInfo kRuleNeedsPlugin;
extern const finding::RuleInfo kRuleCannotMatch;
extern const finding::RuleInfo kRuleNeverFails;
extern const finding::RuleInfo kRuleNeverApplies;
extern const finding::RuleInfo kVariantWithoutExample;

}  // namespace accord::match
