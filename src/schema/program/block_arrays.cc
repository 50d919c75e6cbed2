#include <algorithm>

#include "schema/program/block.h"
#include "schema/program/evaluated.h"

namespace accord::schema {
namespace {

// `unevaluatedItems` of a schema in which nothing depends on the value: what follows the first few
// items.
struct StaticTail {
  std::size_t after = 0;
  const SchemaNode* schema = nullptr;
};

std::vector<StaticTail> StaticTails(const BlockState& state) {
  std::vector<StaticTail> out;
  for (const SchemaNode* node : state.nodes) {
    if (node->unevaluated_items == nullptr || state.LeavesOut(*node)) {
      continue;
    }
    const Evaluated evaluated = EvaluatedItems(*node);
    if (!evaluated.all) {
      out.push_back({.after = evaluated.prefix, .schema = node->unevaluated_items});
    }
  }
  return out;
}

ArrayCheck AllItems(BlockState& state) {
  const std::vector<StaticTail> tails = StaticTails(state);
  std::size_t prefix = 0;
  for (const SchemaNode* node : state.nodes) {
    prefix = std::max(prefix, node->prefix_items.size());
  }
  for (const StaticTail& tail : tails) {
    prefix = std::max(prefix, tail.after);
  }
  std::vector<Nodes> at(prefix + 1);
  ArrayCheck check;
  for (const SchemaNode* node : state.nodes) {
    for (std::size_t i = 0; i <= prefix; ++i) {
      const SchemaNode* schema =
          i < node->prefix_items.size() ? node->prefix_items[i] : node->items;
      if (schema != nullptr) {
        at[i].push_back(schema);
      }
    }
    check.marks_rest = check.marks_rest || node->items != nullptr;
  }
  for (const StaticTail& tail : tails) {
    for (std::size_t i = tail.after; i <= prefix; ++i) {
      at[i].push_back(tail.schema);
    }
    check.marks_rest = true;
  }
  for (std::size_t i = 0; i < prefix; ++i) {
    check.prefix.push_back(state.compiler.LaterForAll(at[i], state.unit.scope));
  }
  check.rest = state.compiler.LaterForAll(at[prefix], state.unit.scope);
  return check;
}

// `items` says how many there must be.
void CompileItems(BlockState& state, ItemsCheck items) {
  const bool tracked = state.unit.tracked;
  ArrayCheck check = AllItems(state);
  items.value = check.rest;
  if (check.prefix.empty() && !tracked && check.rest != Dispatch{}) {
    state.AddEntry(Op::kItems, state.program().items, items);
    return;
  }
  if (items.least != 0 || items.greatest != UINT64_MAX) {
    state.Add(Op::kItemCount, static_cast<std::uint32_t>(items.least), items.greatest);
  }
  if (!check.prefix.empty() || (tracked && check.marks_rest)) {
    state.AddEntry(Op::kArray, state.program().arrays, std::move(check), tracked);
  }
}

void CompileContains(BlockState& state, const SchemaNode& node) {
  ContainsCheck check;
  check.value = state.compiler.LaterForAll({node.contains->schema}, state.unit.scope);
  check.min = node.contains->min;
  check.max = node.contains->max.value_or(UINT64_MAX);
  check.marks = node.contains_evaluates;
  if (check.min == 0 && check.max == UINT64_MAX && !(state.unit.tracked && check.marks)) {
    return;
  }
  state.AddEntry(Op::kContains,
                 state.program().contains,
                 check,
                 state.unit.tracked && node.contains_evaluates);
}

}  // namespace

void CompileArrays(BlockState& state) {
  if (state.kind() != document::Kind::kArray) {
    return;
  }
  ItemsCheck count;
  bool unique = false;
  for (const SchemaNode* node : state.nodes) {
    count.least = std::max(count.least, node->min_items);
    count.greatest = std::min(count.greatest, node->max_items.value_or(UINT64_MAX));
    unique = unique || node->unique_items;
    if (node->contains) {
      CompileContains(state, *node);
    }
  }
  state.code.never = state.code.never || count.least > count.greatest || count.least > UINT32_MAX;
  CompileItems(state, count);
  if (unique && count.greatest > 1) {
    state.Add(Op::kUnique);
  }
}

}  // namespace accord::schema
