#pragma once

#include "accord/finding/finding.h"

namespace accord::pact {

extern const finding::RuleInfo kNotAPact;
extern const finding::RuleInfo kWrongType;
extern const finding::RuleInfo kMissingMember;
extern const finding::RuleInfo kUnknownSpecVersion;
extern const finding::RuleInfo kUnknownInteractionType;
extern const finding::RuleInfo kMisplacedMessages;
extern const finding::RuleInfo kInvalidRulePath;
extern const finding::RuleInfo kInvalidMatchingRule;
extern const finding::RuleInfo kUnknownRuleCategory;
extern const finding::RuleInfo kInvalidGenerator;
extern const finding::RuleInfo kInvalidBase64;
extern const finding::RuleInfo kUnknownBodyEncoding;
extern const finding::RuleInfo kMalformedBody;

}  // namespace accord::pact
