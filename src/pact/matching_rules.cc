#include "accord/pact/matching_rules.h"

#include <array>

namespace accord::pact {

std::string_view ToString(Matcher matcher) {
  static constexpr std::array<std::string_view, 21> kNames = {
      "equality",      "regex",   "type",      "include",    "number",   "integer", "decimal",
      "boolean",       "null",    "date",      "time",       "datetime", "values",  "contentType",
      "arrayContains", "eachKey", "eachValue", "statusCode", "notEmpty", "semver",  "plugin"};
  static_assert(kNames.size() == static_cast<std::size_t>(Matcher::kPlugin) + 1);
  return kNames[static_cast<std::size_t>(matcher)];
}

bool MatchingRules::empty() const {
  return body.empty() && header.empty() && query.empty() && metadata.empty() && path.empty() &&
         status.empty() && method.empty();
}

}  // namespace accord::pact
