#include <optional>

#include "breaking/openapi/schema_compare.h"

namespace accord::breaking::api {

using document::Node;

namespace {

/// A limit as it is written, or as it is when nothing is written.
struct Limit {
  const Node* node = nullptr;
  std::optional<std::int64_t> otherwise = {};

  bool given() const { return node != nullptr || otherwise.has_value(); }
  std::string text() const {
    return node != nullptr ? std::string(node->text()) : std::to_string(otherwise.value_or(0));
  }
};

/// <0, 0, >0; nullopt: a default and a number that is no integer.
std::optional<int> Order(const Limit& a, const Limit& b) {
  if (a.node != nullptr && b.node != nullptr) {
    return document::CompareNumbers(*a.node, *b.node);
  }
  const auto number = [](const Limit& limit) -> std::optional<std::int64_t> {
    std::int64_t value = 0;
    if (limit.node == nullptr) {
      return limit.otherwise;
    }
    return document::ToInt64(*limit.node, value) ? std::optional(value) : std::nullopt;
  };
  const std::optional<std::int64_t> left = number(a);
  const std::optional<std::int64_t> right = number(b);
  if (!left || !right) {
    return std::nullopt;
  }
  return *left < *right ? -1 : *left > *right ? 1 : 0;
}

const Node* NumberAt(const SchemaView& schema, std::string_view keyword) {
  const Node* node = schema.Find(keyword);
  return node != nullptr && node->is_number() ? node : nullptr;
}

void AddBound(PairComparison& pair, SchemaBound bound, const Limit& before, const Limit& after) {
  const std::string_view keyword = KeywordOf(bound);
  if (before.given() && after.given()) {
    const int order = Order(before, after).value_or(0);
    if (order != 0) {
      const SchemaEditRow* row =
          EditRowOf(bound, order < 0 ? BoundEdit::kIncreased : BoundEdit::kDecreased);
      pair.Add(*row, keyword, {before.text(), after.text()});
    }
    return;
  }
  if (!before.given() && !after.given()) {
    return;
  }
  if (const SchemaEditRow* row =
          EditRowOf(bound, after.given() ? BoundEdit::kSet : BoundEdit::kUnset)) {
    pair.Add(*row, keyword, {(after.given() ? after : before).text()});
  }
}

/// What limits a number from one side, in the spelling of 3.1: one bound that counts itself, and
/// one that does not.
struct Sides {
  const Node* inclusive = nullptr;
  const Node* exclusive = nullptr;
};

Sides SidesOf(const SchemaView& schema,
              std::string_view inclusive,
              std::string_view exclusive,
              bool split) {
  const Node* bound = NumberAt(schema, inclusive);
  if (!schema.Flag(exclusive)) {
    return {bound, NumberAt(schema, exclusive)};
  }
  return {split ? bound : nullptr, bound};
}

void CompareSide(PairComparison& pair, SchemaBound inclusive, SchemaBound exclusive) {
  const std::string_view keyword = KeywordOf(exclusive);
  // As long as both versions say with `true` or `false` whether the bound counts itself, its value
  // and that are two things.
  const bool split =
      NumberAt(pair.before, keyword) == nullptr && NumberAt(pair.after, keyword) == nullptr;
  const Sides before = SidesOf(pair.before, KeywordOf(inclusive), keyword, split);
  const Sides after = SidesOf(pair.after, KeywordOf(inclusive), keyword, split);
  AddBound(pair, inclusive, {before.inclusive}, {after.inclusive});
  if (!split || (before.exclusive == nullptr) != (after.exclusive == nullptr)) {
    AddBound(pair, exclusive, {before.exclusive}, {after.exclusive});
  }
}

void CompareBound(PairComparison& pair,
                  SchemaBound bound,
                  std::optional<std::int64_t> otherwise = std::nullopt) {
  AddBound(pair,
           bound,
           {NumberAt(pair.before, KeywordOf(bound)), otherwise},
           {NumberAt(pair.after, KeywordOf(bound)), otherwise});
}

/// oasdiff takes the limit that items of a parameter have for its own, if it has none.
void CompareItemsOfItems(PairComparison& pair) {
  const std::string_view keyword = KeywordOf(SchemaBound::kMaxItems);
  const bool parameter =
      pair.mode == SchemaMode::kParameter || pair.mode == SchemaMode::kExplodedParameter;
  if (!pair.oasdiff() || !parameter || pair.before.Has(keyword) || pair.after.Has(keyword)) {
    return;
  }
  const Limit before{NumberAt(pair.ViewBefore(pair.before.At("items")), keyword)};
  const Limit after{NumberAt(pair.ViewAfter(pair.after.At("items")), keyword)};
  if (before.given() && after.given()) {
    AddBound(pair, SchemaBound::kMaxItems, before, after);
  }
}

}  // namespace

void CompareBounds(PairComparison& pair) {
  CompareSide(pair, SchemaBound::kMax, SchemaBound::kExclusiveMax);
  CompareSide(pair, SchemaBound::kMin, SchemaBound::kExclusiveMin);
  CompareBound(pair, SchemaBound::kMaxLength);
  CompareBound(pair, SchemaBound::kMinLength, 0);
  CompareBound(pair, SchemaBound::kMaxItems);
  CompareItemsOfItems(pair);
  // For oasdiff, no limit is a limit of zero.
  CompareBound(
      pair, SchemaBound::kMinItems, pair.oasdiff() ? std::optional<std::int64_t>(0) : std::nullopt);
  CompareBound(pair, SchemaBound::kMaxProperties);
  CompareBound(pair, SchemaBound::kMinProperties, 0);
  if (pair.before.Has("contains") && pair.after.Has("contains")) {
    CompareBound(pair, SchemaBound::kMaxContains);
    CompareBound(pair, SchemaBound::kMinContains, 1);
  }
}

}  // namespace accord::breaking::api
