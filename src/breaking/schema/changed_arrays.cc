#include <algorithm>

#include <fmt/format.h>

#include "breaking/schema/content_change.h"
#include "breaking/schema/limits.h"

namespace accord::breaking {
namespace {

using schema::SchemaNode;

void CompareTuples(NodeChanges& pair) {
  const std::size_t before = pair.before.prefix_items.size();
  const std::size_t after = pair.after.prefix_items.size();
  for (std::size_t i = std::min(before, after); i < std::max(before, after); ++i) {
    const bool added = i >= before;
    pair.Add(Axis::kTuple,
             added ? Action::kAdded : Action::kRemoved,
             added ? pair.after.prefix_keyword : pair.before.prefix_keyword,
             fmt::format("item {} {} a schema of its own", i, added ? "has got" : "no longer has"));
    KeywordChange& change = pair.changes.back();
    (added ? change.after : change.before) =
        SpanOf(*(added ? pair.after : pair.before).prefix_items[i], {});
  }
}

void CompareContains(NodeChanges& pair) {
  const auto& before = pair.before.contains;
  const auto& after = pair.after.contains;
  if (!before && !after) {
    return;
  }
  if (!before) {
    pair.Add(Axis::kContains, Action::kAdded, "contains", "certain items have to be there now");
    return;
  }
  if (!after) {
    pair.Add(
        Axis::kContains, Action::kRemoved, "contains", "certain items no longer have to be there");
    return;
  }
  if (TextOf(*before->schema) != TextOf(*after->schema)) {
    pair.Add(Axis::kContains,
             Action::kChanged,
             "contains",
             "the items that have to be there are others");
  }
  const auto text = [](std::uint64_t limit) { return std::to_string(limit); };
  CompareLimit(pair,
               {Axis::kMinContains, "minContains", "least number of such items", false},
               std::optional(before->min),
               std::optional(after->min),
               text);
  if (before->max != after->max) {
    const bool fewer = after->max && (!before->max || *after->max < *before->max);
    pair.Add(Axis::kMaxContains,
             fewer ? Action::kTightened : Action::kLoosened,
             "maxContains",
             fmt::format("{} such items may be there", fewer ? "fewer" : "more"));
  }
}

}  // namespace

void CompareArrays(NodeChanges& pair) {
  const SchemaNode& before = pair.before;
  const SchemaNode& after = pair.after;
  const auto text = [](std::uint64_t limit) { return std::to_string(limit); };
  CompareLimit(pair,
               {Axis::kMinItems, "minItems", "least number of items", false},
               std::optional(before.min_items),
               std::optional(after.min_items),
               text);
  CompareLimit(pair,
               {Axis::kMaxItems, "maxItems", "greatest number of items", true},
               before.max_items,
               after.max_items,
               text);
  if (before.unique_items != after.unique_items) {
    pair.Add(Axis::kUniqueItems,
             after.unique_items ? Action::kAdded : Action::kRemoved,
             "uniqueItems",
             after.unique_items ? "items have to differ now" : "items may be equal now");
  }
  CompareTuples(pair);
  CompareContent(pair,
                 {Axis::kItems, before.items_keyword, after.items_keyword, "further items"},
                 before.items,
                 after.items);
  CompareContains(pair);
  CompareContent(
      pair,
      {Axis::kUnevaluatedItems, "unevaluatedItems", "unevaluatedItems", "items not described"},
      before.unevaluated_items,
      after.unevaluated_items);
}

}  // namespace accord::breaking
