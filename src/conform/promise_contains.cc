#include <algorithm>

#include <fmt/format.h>

#include "accord/schema/validate.h"

#include "conform/promise_walk.h"
#include "conform/rules.h"

namespace accord::conform {
namespace {

using document::Node;
using schema::SchemaNode;

std::string AtLeast(std::uint64_t count) {
  return count == 1 ? "must hold an item that fits `contains`"
                    : fmt::format("must hold at least {} items that fit `contains`", count);
}

}  // namespace

SchemaNodes PromiseWalk::Containing(const Scope& scope, const Node& item) const {
  SchemaNodes schemas;
  for (const Applied& applied : scope.nodes) {
    const SchemaNode& node = *applied.node;
    if (node.contains && node.contains_evaluates &&
        schema::IsValid(*schema_.graph, *node.contains->schema, item)) {
      schemas.push_back(node.contains->schema);
    }
  }
  return schemas;
}

/// While an alternative is tried, containers get the benefit of the doubt: they could be looked
/// into again and again.
bool PromiseWalk::MayFit(const SchemaNode& schema, const Node& container) {
  return trying() || schema::IsValid(*schema_.graph, schema, container) ||
         Try(schema, {}, container).fits();
}

/// Whether the items of an example can be those of an array that comes. Containers may hold more
/// than the consumer speaks of, so some may or may not be what `contains` counts.
void PromiseWalk::Contains(const Scope& scope, const Node& example) {
  for (const Applied& applied : scope.nodes) {
    const SchemaNode& node = *applied.node;
    if (!node.contains) {
      continue;
    }
    const schema::Contains& contains = *node.contains;
    std::uint64_t possible = 0;
    std::uint64_t certain = 0;
    for (const Node& item : example.items()) {
      if (item.is_container()) {
        possible += MayFit(*contains.schema, item) ? 1U : 0U;
      } else if (schema::IsValid(*schema_.graph, *contains.schema, item)) {
        ++possible;
        ++certain;
      }
    }
    if (possible < contains.min) {
      LengthProblem(
          node, contains.min == 1 ? "contains" : "minContains", AtLeast(contains.min), example);
    } else if (contains.max && certain > *contains.max) {
      LengthProblem(
          node,
          "maxContains",
          fmt::format("must not hold more than {} items that fit `contains`", *contains.max),
          example);
    } else if (contains.max && possible > *contains.max && judges()) {
      remarks_.NotChecked(fmt::format("`maxContains` of {}", Path()));
    }
    if (judges()) {
      RemarkContained(scope, contains, example);
    }
  }
}

/// What an array always holds must satisfy the rule for all of its items.
void PromiseWalk::RemarkContained(const Scope& scope,
                                  const schema::Contains& contains,
                                  const Node& example) {
  if (contains.min == 0 || example.items().empty() || example.items().front().is_container()) {
    return;
  }
  SchemaNodes schemas = {contains.schema};
  for (const Applied& applied : scope.nodes) {
    const SchemaNode& node = *applied.node;
    if (node.items != nullptr && node.prefix_items.empty()) {
      schemas.push_back(node.items);
    }
  }
  const Node& item = example.items().front();
  walker_.EnterIndex(0);
  const match::ActiveRules& rules = walker_.rules();
  const bool for_all = rules.entry != nullptr && !rules.cascaded &&
                       rules.entry->path.tokens().back().kind == pact::PathToken::Kind::kStarIndex;
  if (for_all && ProviderValues(schema_, schemas).Exclude({rules, item})) {
    Remark(kValueImpossible,
           SpanOf(item),
           "no item that the array always holds satisfies the rule for all its items",
           schema::SpanOf(*contains.schema, ""));
    remarks_.findings().back().demand = match::InWords(rules);
  }
  walker_.Leave();
}

}  // namespace accord::conform
