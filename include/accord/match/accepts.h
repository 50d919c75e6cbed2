#pragma once

#include <string>
#include <string_view>

#include "accord/document/node.h"
#include "accord/match/rule_resolver.h"

namespace accord::match {

/// Whether a JSON value satisfies the rules for `expected`; without rules, whether it is equal. The
/// value itself is judged, not what is inside it.
bool Accepts(const ActiveRules& rules,
             const document::Node& expected,
             const document::Node& actual);

/// The same for texts: values of headers and queries, paths, statuses.
bool AcceptsText(const ActiveRules& rules, std::string_view expected, std::string_view actual);

/// The rules in words with their path: `regex \d+ (rule at $.items[*].id)`. Empty without rules.
std::string InWords(const ActiveRules& rules);

}  // namespace accord::match
