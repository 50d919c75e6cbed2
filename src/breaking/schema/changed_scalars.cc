#include <fmt/format.h>

#include "accord/base/strings.h"

#include "breaking/schema/limits.h"

namespace accord::breaking {
namespace {

using schema::Bound;
using schema::SchemaNode;

constexpr std::size_t kShownPattern = 80;

/// A limit of numbers, ordered so that for lower limits a greater one allows less.
struct NumberLimit {
  schema::Decimal value;
  bool exclusive = false;
  bool upper = false;
  std::string_view keyword;

  friend bool operator==(const NumberLimit& a, const NumberLimit& b) {
    return a.value == b.value && a.exclusive == b.exclusive;
  }
  friend bool operator<(const NumberLimit& a, const NumberLimit& b) {
    // `x < 5` ends before `x ≤ 5`, and `x > 5` begins after `x ≥ 5`.
    return a.value == b.value ? a.exclusive != b.exclusive && a.exclusive == a.upper
                              : a.value < b.value;
  }
};

std::optional<NumberLimit> Strictest(const std::optional<Bound>& first,
                                     const std::optional<Bound>& second,
                                     bool upper) {
  if (!first) {
    return std::nullopt;
  }
  const NumberLimit limit{first->value, first->exclusive, upper, first->keyword};
  if (!second) {
    return limit;
  }
  const NumberLimit other{second->value, second->exclusive, upper, second->keyword};
  return (upper ? other < limit : limit < other) ? other : limit;
}

void CompareNumberLimit(NodeChanges& pair,
                        Axis axis,
                        const std::optional<NumberLimit>& before,
                        const std::optional<NumberLimit>& after) {
  const bool upper = axis == Axis::kMaximum;
  const std::size_t known = pair.changes.size();
  CompareLimit(pair,
               {axis, {}, upper ? "greatest number" : "least number", upper},
               before,
               after,
               [](const NumberLimit& limit) {
                 return limit.value.ToString() + (limit.exclusive ? " (exclusive)" : "");
               });
  if (pair.changes.size() > known) {
    KeywordChange& change = pair.changes.back();
    change.before = SpanOf(pair.before, before ? before->keyword : std::string_view());
    change.after = SpanOf(pair.after, after ? after->keyword : std::string_view());
  }
}

std::string Quoted(std::string_view text) {
  return fmt::format("'{}'", base::Ellipsize(std::string(text), kShownPattern));
}

/// A keyword with a text that is there or not.
void CompareText(NodeChanges& pair,
                 Axis axis,
                 std::string_view keyword,
                 std::string_view before,
                 std::string_view after) {
  if (before == after) {
    return;
  }
  if (before.empty()) {
    pair.Add(axis, Action::kAdded, keyword, fmt::format("{} {} was added", keyword, Quoted(after)));
  } else if (after.empty()) {
    pair.Add(
        axis, Action::kRemoved, keyword, fmt::format("{} {} was removed", keyword, Quoted(before)));
  } else {
    pair.Add(axis,
             Action::kChanged,
             keyword,
             fmt::format("{} changed from {} to {}", keyword, Quoted(before), Quoted(after)));
  }
}

std::string FormatOf(const SchemaNode& node) {
  if (!node.format.empty()) {
    return node.format;
  }
  for (const auto& [name, value] : node.annotations) {
    if (name == "format" && value->is_string()) {
      return std::string(value->text());
    }
  }
  return {};
}

}  // namespace

void CompareNumbers(NodeChanges& pair) {
  const SchemaNode& before = pair.before;
  const SchemaNode& after = pair.after;
  CompareNumberLimit(pair,
                     Axis::kMinimum,
                     Strictest(before.minimum, before.second_minimum, false),
                     Strictest(after.minimum, after.second_minimum, false));
  CompareNumberLimit(pair,
                     Axis::kMaximum,
                     Strictest(before.maximum, before.second_maximum, true),
                     Strictest(after.maximum, after.second_maximum, true));
  CompareText(pair,
              Axis::kMultipleOf,
              "multipleOf",
              before.multiple_of ? before.multiple_of->ToString() : "",
              after.multiple_of ? after.multiple_of->ToString() : "");
}

void CompareStrings(NodeChanges& pair) {
  const auto text = [](std::uint64_t limit) { return std::to_string(limit); };
  CompareLimit(pair,
               {Axis::kMinLength, "minLength", "least length", false},
               std::optional(pair.before.min_length),
               std::optional(pair.after.min_length),
               text);
  CompareLimit(pair,
               {Axis::kMaxLength, "maxLength", "greatest length", true},
               pair.before.max_length,
               pair.after.max_length,
               text);
  CompareText(pair,
              Axis::kPattern,
              "pattern",
              pair.before.pattern ? pair.before.pattern->source() : "",
              pair.after.pattern ? pair.after.pattern->source() : "");
  CompareText(pair, Axis::kFormat, "format", FormatOf(pair.before), FormatOf(pair.after));
}

}  // namespace accord::breaking
