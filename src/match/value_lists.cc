#include "match/value_lists.h"

#include <algorithm>

#include <fmt/format.h>

#include "match/value_text.h"

namespace accord::match {
namespace {

using pact::Matcher;
using Texts = std::span<const std::string_view>;

Place PlaceOf(const ValueLists& lists, std::string_view expected, std::string_view actual) {
  return {lists.part, lists.name, Excerpt(expected), Excerpt(actual), lists.source};
}

/// Equality rules ask for what holds without rules.
bool SameCount(const ActiveRules& rules) {
  return std::all_of(rules.rules.begin(), rules.rules.end(), [](const pact::Rule& rule) {
    return rule.matcher == Matcher::kEquality;
  });
}

std::optional<std::string> SizeFault(const pact::Rule& rule, const ValueLists& lists) {
  const std::size_t size = lists.actual.size();
  if (rule.min && size < *rule.min) {
    return fmt::format("Expected {} '{}' (size {}) to have minimum size of {}",
                       lists.noun,
                       lists.subject,
                       size,
                       *rule.min);
  }
  if (rule.max && size > *rule.max) {
    return fmt::format("Expected {} '{}' (size {}) to have maximum size of {}",
                       lists.noun,
                       lists.subject,
                       size,
                       *rule.max);
  }
  return std::nullopt;
}

void CheckSizes(const ValueLists& lists, std::vector<Mismatch>& out) {
  std::vector<Failure> failures;
  for (const pact::Rule& rule : lists.rules.rules) {
    if (std::optional<std::string> fault = SizeFault(rule, lists)) {
      failures.push_back({&rule, *std::move(fault)});
    } else if (lists.rules.combine == pact::Combine::kOr) {
      return;
    }
  }
  AddMismatches(failures,
                lists.rules,
                PlaceOf(lists, ShownNames(lists.expected), ShownNames(lists.actual)),
                out);
}

void CompareItem(const ValueLists& lists, std::size_t i, std::vector<Mismatch>& out) {
  const bool own = i < lists.item_rules.size() && !lists.item_rules[i].empty();
  const ActiveRules& rules = own ? lists.item_rules[i] : lists.rules;
  const std::string_view actual = lists.actual[i];
  std::string_view expected;
  if (!lists.expected.empty()) {
    expected = lists.expected[i < lists.expected.size() ? i : 0];
  }
  if (!SameCount(rules)) {
    const std::vector<Failure> failures = CheckTextRules(rules, expected, actual);
    AddMismatches(failures, rules, PlaceOf(lists, expected, actual), out);
    return;
  }
  const bool same = lists.same != nullptr ? lists.same(expected, actual) : expected == actual;
  if (!same) {
    AddMismatch(fmt::format("Expected {} '{}' {} value {} but was {}",
                            lists.noun,
                            Excerpt(lists.subject),
                            lists.verb,
                            Quoted(expected),
                            Quoted(actual)),
                PlaceOf(lists, expected, actual),
                out);
  }
}

void ReportCounts(const ValueLists& lists, std::vector<Mismatch>& out) {
  if (lists.expected.size() > lists.actual.size()) {
    const std::size_t i = lists.actual.size();
    AddMismatch(fmt::format("Expected {} '{}' {} value {} at index {} but was missing (actual has "
                            "{} value(s))",
                            lists.noun,
                            Excerpt(lists.subject),
                            lists.verb,
                            Quoted(lists.expected[i]),
                            i,
                            lists.actual.size()),
                PlaceOf(lists, lists.expected[i], {}),
                out);
  } else if (lists.expected.size() < lists.actual.size()) {
    const std::size_t i = lists.expected.size();
    AddMismatch(fmt::format("Unexpected value {} at index {} of {} '{}' (expected {} value(s))",
                            Quoted(lists.actual[i]),
                            i,
                            lists.noun,
                            Excerpt(lists.subject),
                            lists.expected.size()),
                PlaceOf(lists, {}, lists.actual[i]),
                out);
  }
}

}  // namespace

void CompareValueLists(const ValueLists& lists, std::vector<Mismatch>& out) {
  const bool same_count = SameCount(lists.rules);
  const std::size_t compared =
      same_count ? std::min(lists.expected.size(), lists.actual.size()) : lists.actual.size();
  for (std::size_t i = 0; i < compared; ++i) {
    CompareItem(lists, i, out);
  }
  if (same_count) {
    ReportCounts(lists, out);
  } else {
    CheckSizes(lists, out);
  }
}

}  // namespace accord::match
