#include "match/metadata.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "match/headers.h"
#include "match/matchers.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using document::Value;

bool IsContentType(std::string_view key) {
  return base::EqualsIgnoreCase(key, "contentType") || base::EqualsIgnoreCase(key, "content-type");
}

/// What came under a key: exactly so, or for the content type in either spelling.
const Value* FindActual(const pact::Metadata& metadata, std::string_view key) {
  const auto same = [key](const auto& entry) { return entry.first == key; };
  auto found = std::find_if(metadata.begin(), metadata.end(), same);
  if (found == metadata.end() && IsContentType(key)) {
    found = std::find_if(metadata.begin(), metadata.end(), [](const auto& entry) {
      return IsContentType(entry.first);
    });
  }
  return found == metadata.end() ? nullptr : &found->second;
}

bool SameValue(std::string_view key, const Value& expected, const Value& actual, bool by_value) {
  if (expected->is_string() && actual->is_string() && IsContentType(key)) {
    return AcceptsMediaType(expected->text(), actual->text());
  }
  return document::Equal(*expected, *actual, by_value);
}

std::vector<Failure> CheckRules(const ActiveRules& rules,
                                const Value& expected,
                                const Value& actual,
                                const Options& options) {
  if (expected->is_string() && actual->is_string()) {
    return CheckTextRules(rules, expected->text(), actual->text());
  }
  std::vector<Failure> failures;
  for (const pact::Rule& rule : rules.rules) {
    if (std::optional<std::string> message = CheckJson(rule, *expected, *actual, options)) {
      failures.push_back({&rule, *std::move(message)});
    } else if (rules.combine == pact::Combine::kOr) {
      return {};
    }
  }
  return failures;
}

}  // namespace

void CompareMetadata(const pact::Message& expected,
                     const pact::Message& actual,
                     const Options& options,
                     std::vector<Mismatch>& out) {
  const RuleIndex index(expected.rules.metadata);
  RuleWalker walker(index);
  for (const auto& [key, value] : expected.metadata) {
    if (!value) {
      continue;
    }
    const Value* found = FindActual(actual.metadata, key);
    if (found == nullptr || !*found) {
      AddMismatch(fmt::format("Expected message metadata '{}' but was missing", Excerpt(key)),
                  {Part::kMetadata, key, Excerpt(*value), {}, value},
                  out);
      continue;
    }
    const Place place{Part::kMetadata, key, Excerpt(*value), Excerpt(**found), value};
    walker.EnterField(key);
    if (!walker.rules().empty()) {
      AddMismatches(CheckRules(walker.rules(), value, *found, options), walker.rules(), place, out);
    } else if (!SameValue(key, value, *found, options.numbers_by_value)) {
      AddMismatch(fmt::format("Expected message metadata '{}' to have value {} but was {}",
                              Excerpt(key),
                              Shown(*value),
                              Shown(**found)),
                  place,
                  out);
    }
    walker.Leave();
  }
}

}  // namespace accord::match
