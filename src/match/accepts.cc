#include "accord/match/accepts.h"

#include <algorithm>

#include "match/matchers.h"

namespace accord::match {

bool Accepts(const ActiveRules& rules,
             const document::Node& expected,
             const document::Node& actual) {
  if (rules.empty()) {
    return document::Equal(expected, actual);
  }
  const auto holds = [&](const pact::Rule& rule) {
    return !CheckJson(rule, expected, actual, Options());
  };
  return rules.combine == pact::Combine::kOr ? std::ranges::any_of(rules.rules, holds)
                                             : std::ranges::all_of(rules.rules, holds);
}

bool AcceptsText(const ActiveRules& rules, std::string_view expected, std::string_view actual) {
  return CheckTextRules(rules, expected, actual).empty();
}

std::string InWords(const ActiveRules& rules) {
  std::string words;
  for (const pact::Rule& rule : rules.rules) {
    words += words.empty() ? "" : rules.combine == pact::Combine::kOr ? " or " : " and ";
    words += Demand(&rule, rules);
  }
  return words;
}

}  // namespace accord::match
