#include <fmt/format.h>

#include "match/matchers.h"
#include "match/text_form_matchers.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using pact::Matcher;

std::string TypeInWords(const pact::Rule& rule) {
  if (rule.min && rule.max) {
    return fmt::format("type with {} to {} elements", *rule.min, *rule.max);
  }
  if (rule.min) {
    return fmt::format("type with at least {} element(s)", *rule.min);
  }
  return rule.max ? fmt::format("type with at most {} element(s)", *rule.max) : "type";
}

std::string StatusInWords(const pact::Rule& rule) {
  if (rule.details != nullptr && !rule.details->status_codes.empty()) {
    return fmt::format("status code {}", fmt::join(rule.details->status_codes, ", "));
  }
  return "status code " + (rule.text.empty() ? "success" : rule.text);
}

std::string NestedInWords(const pact::Rule& rule);

std::string InWords(const pact::Rule& rule) {
  switch (rule.matcher) {
    case Matcher::kType:
      return TypeInWords(rule);
    case Matcher::kRegex:
      return fmt::format("regex {}", Excerpt(rule.text));
    case Matcher::kInclude:
      return fmt::format("include {}", Quoted(rule.text));
    case Matcher::kDate:
    case Matcher::kTime:
    case Matcher::kDateTime:
      return fmt::format("{} {}", pact::ToString(rule.matcher), Excerpt(DateFormat(rule)));
    case Matcher::kContentType:
      return fmt::format("content type {}", Excerpt(rule.text));
    case Matcher::kStatusCode:
      return StatusInWords(rule);
    case Matcher::kPlugin:
      return fmt::format("plugin rule {}", Quoted(rule.text));
    case Matcher::kEachKey:
    case Matcher::kEachValue:
      return NestedInWords(rule);
    default:
      return std::string(pact::ToString(rule.matcher));
  }
}

/// `eachKey regex [a-z]+`. Nested eachKey and eachValue rules are only named.
std::string NestedInWords(const pact::Rule& rule) {
  std::string words(pact::ToString(rule.matcher));
  if (rule.details == nullptr) {
    return words;
  }
  std::string_view separator = " ";
  for (const pact::Rule& nested : rule.details->rules) {
    const bool deep = nested.matcher == Matcher::kEachKey || nested.matcher == Matcher::kEachValue;
    words += separator;
    words += deep ? std::string(pact::ToString(nested.matcher)) : InWords(nested);
    separator = " and ";
  }
  return words;
}

}  // namespace

std::string Demand(const pact::Rule* rule, const ActiveRules& rules) {
  if (rule == nullptr) {
    return {};
  }
  std::string words = InWords(*rule);
  if (rules.entry != nullptr) {
    words += fmt::format(" (rule at {})", Excerpt(rules.entry->key));
  }
  return words;
}

void AddMismatch(std::string message, const Place& place, std::vector<Mismatch>& out) {
  out.push_back({place.part,
                 place.name,
                 std::move(message),
                 Excerpt(place.expected),
                 Excerpt(place.actual),
                 {},
                 place.source});
}

void AddMismatches(const std::vector<Failure>& failures,
                   const ActiveRules& rules,
                   const Place& place,
                   std::vector<Mismatch>& out) {
  for (const Failure& failure : failures) {
    AddMismatch(failure.message, place, out);
    out.back().demand = Demand(failure.rule, rules);
  }
}

}  // namespace accord::match
