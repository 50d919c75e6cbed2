#pragma once

#include <vector>

#include "accord/finding/finding.h"

namespace accord::cli {

extern const finding::RuleInfo kInputUnreadable;

/// Every rule that any command may report, in the order of the modules.
std::vector<const finding::RuleInfo*> AllRules();

}  // namespace accord::cli
