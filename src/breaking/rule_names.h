#pragma once

#include <string_view>

#include "accord/finding/finding.h"

namespace accord::breaking {

/// Whether `name` is the rule's id or one of its categories.
bool IsNamed(const finding::RuleInfo& rule, std::string_view name);

}  // namespace accord::breaking
