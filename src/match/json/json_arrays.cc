#include <algorithm>

#include <fmt/format.h>

#include "match/json/json_comparison.h"
#include "match/text_form_matchers.h"
#include "match/value_text.h"

namespace accord::match {

using pact::Matcher;

void JsonComparison::CompareArray(Pair pair, const ActiveRules& rules) {
  const std::size_t failures_before = failures_;
  // An equality rule asks for what holds without rules.
  bool strict = true;
  bool items_open = rules.empty();
  for (const pact::Rule& rule : rules.rules) {
    if (!CheckArrayRule(pair, rule, rules)) {
      return;
    }
    const bool about_items = !rules.cascaded && (rule.matcher == Matcher::kArrayContains ||
                                                 rule.matcher == Matcher::kEachValue);
    if (about_items && rule.matcher == Matcher::kEachValue) {
      CompareEveryItem(pair, &rule, rules);
    }
    strict = strict && rule.matcher == Matcher::kEquality;
    items_open = items_open || !about_items;
  }
  if (items_open && strict) {
    CompareItems(pair, rules);
  } else if (items_open) {
    CompareEveryItem(pair, nullptr, rules);
  }
  CheckDeepEquality(pair, rules, failures_before);
}

/// What a rule says about the list itself. False when its items need not be looked at.
bool JsonComparison::CheckArrayRule(Pair pair, const pact::Rule& rule, const ActiveRules& rules) {
  switch (rule.matcher) {
    case Matcher::kType:
      // Nothing can be said about a list whose example is empty: the field lets it pass.
      if (!pair.expected.items().empty()) {
        CheckSize(pair, rule, rules);
      }
      return true;
    case Matcher::kArrayContains:
      if (!rules.cascaded) {
        CheckVariants(pair, rule, rules);
      }
      return true;
    case Matcher::kNotEmpty:
    case Matcher::kNull:
      if (std::optional<std::string> message =
              CheckJson(rule, pair.expected, pair.actual, run_.options())) {
        Fail(pair, &rule, rules, [&] { return *std::move(message); });
        return false;
      }
      return true;
    case Matcher::kStatusCode:
      Fail(pair, &rule, rules, [&] {
        return fmt::format("Unable to match {} using statusCode", ShownList(pair.actual));
      });
      return false;
    case Matcher::kPlugin:
      Fail(pair, &rule, rules, [&] { return PluginSentence(rule); });
      return false;
    default:
      return true;
  }
}

/// Item by item, and the same number of them.
void JsonComparison::CompareItems(Pair pair, const ActiveRules& rules) {
  const auto expected = pair.expected.items();
  const auto actual = pair.actual.items();
  if (expected.empty() && !actual.empty()) {
    Fail(pair, nullptr, rules, [&] {
      return fmt::format("Expected an empty List but received {}", ShownList(pair.actual));
    });
    return;
  }
  for (std::size_t i = 0; i < std::min(expected.size(), actual.size()) && !Done(); ++i) {
    walker_.EnterIndex(i);
    CompareValue({expected[i], actual[i]});
    walker_.Leave();
  }
  if (expected.size() != actual.size() && !Done()) {
    Fail(pair, nullptr, rules, [&] {
      return fmt::format("Expected a List with {} elements but received {} elements",
                         expected.size(),
                         actual.size());
    });
  }
}

/// Every actual item with the expected one of its index, else with the first expected one.
void JsonComparison::CompareEveryItem(Pair pair,
                                      const pact::Rule* each_value,
                                      const ActiveRules& rules) {
  const auto expected = pair.expected.items();
  const auto actual = pair.actual.items();
  if (expected.empty()) {
    return;
  }
  for (std::size_t i = 0; i < actual.size() && !Done(); ++i) {
    walker_.EnterIndex(i);
    CompareUnder(each_value, rules, {i < expected.size() ? expected[i] : expected[0], actual[i]});
    walker_.Leave();
  }
}

}  // namespace accord::match
