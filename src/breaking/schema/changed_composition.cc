#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "breaking/schema/branches.h"
#include "breaking/schema/content_change.h"

namespace accord::breaking {
namespace {

using schema::SchemaNode;
using Branches = std::vector<const SchemaNode*>;

void CompareBranches(NodeChanges& pair,
                     Axis axis,
                     std::string_view keyword,
                     const Branches& before,
                     const Branches& after) {
  if (axis != Axis::kAllOf && before.empty() != after.empty()) {
    pair.Add(axis,
             before.empty() ? Action::kAdded : Action::kRemoved,
             keyword,
             fmt::format("the {} {}", keyword, before.empty() ? "is new" : "is gone"));
    return;
  }
  const BranchMatch match = MatchBranches(before, after);
  // One schema more to fit leaves less of `allOf`, and more of the others.
  const bool all = axis == Axis::kAllOf;
  for (const SchemaNode* branch : match.added) {
    pair.Add(axis,
             all ? Action::kTightened : Action::kLoosened,
             keyword,
             fmt::format("the {} has one more schema", keyword));
    pair.changes.back().after = SpanOf(*branch, {});
  }
  for (const SchemaNode* branch : match.removed) {
    pair.Add(axis,
             all ? Action::kLoosened : Action::kTightened,
             keyword,
             fmt::format("the {} has one schema less", keyword));
    pair.changes.back().before = SpanOf(*branch, {});
  }
}

/// A keyword whose subschema is not compared by itself, because it forbids rather than demands.
void CompareWhole(NodeChanges& pair,
                  Axis axis,
                  std::string_view keyword,
                  const SchemaNode* before,
                  const SchemaNode* after) {
  if (before == nullptr && after == nullptr) {
    return;
  }
  if (before == nullptr || after == nullptr) {
    pair.Add(axis,
             before == nullptr ? Action::kAdded : Action::kRemoved,
             keyword,
             fmt::format("the {} {}", keyword, before == nullptr ? "is new" : "is gone"));
  } else if (TextOf(*before) != TextOf(*after)) {
    pair.Add(axis, Action::kChanged, keyword, fmt::format("the {} is another one", keyword));
  }
}

void CompareConditions(NodeChanges& pair) {
  const SchemaNode& before = pair.before;
  const SchemaNode& after = pair.after;
  const std::size_t known = pair.changes.size();
  CompareWhole(pair, Axis::kCondition, "if", before.if_schema, after.if_schema);
  if (pair.changes.size() > known) {
    return;
  }
  const auto changed = [](const SchemaNode* a, const SchemaNode* b) {
    return (a == nullptr) != (b == nullptr) || (a != nullptr && TextOf(*a) != TextOf(*b));
  };
  if (changed(before.then_schema, after.then_schema)) {
    pair.Add(Axis::kCondition, Action::kChanged, "then", "what `then` demands is something else");
  } else if (changed(before.else_schema, after.else_schema)) {
    pair.Add(Axis::kCondition, Action::kChanged, "else", "what `else` demands is something else");
  }
}

}  // namespace

BranchMatch MatchBranches(const Branches& before, const Branches& after) {
  std::unordered_map<std::string_view, std::deque<const SchemaNode*>> by_text;
  for (const SchemaNode* branch : before) {
    by_text[TextOf(*branch)].push_back(branch);
  }
  BranchMatch match;
  for (const SchemaNode* branch : after) {
    const auto equal = by_text.find(TextOf(*branch));
    if (equal == by_text.end() || equal->second.empty()) {
      match.added.push_back(branch);
      continue;
    }
    match.pairs.emplace_back(equal->second.front(), branch);
    equal->second.pop_front();
  }
  for (const SchemaNode* branch : before) {
    auto& left = by_text[TextOf(*branch)];
    if (!left.empty() && left.front() == branch) {
      match.removed.push_back(branch);
      left.pop_front();
    }
  }
  const std::size_t changed = std::min(match.removed.size(), match.added.size());
  for (std::size_t i = 0; i < changed; ++i) {
    match.pairs.emplace_back(match.removed[i], match.added[i]);
  }
  const auto count = static_cast<std::ptrdiff_t>(changed);
  match.removed.erase(match.removed.begin(), match.removed.begin() + count);
  match.added.erase(match.added.begin(), match.added.begin() + count);
  return match;
}

void CompareComposition(NodeChanges& pair) {
  const SchemaNode& before = pair.before;
  const SchemaNode& after = pair.after;
  CompareBranches(pair, Axis::kAllOf, "allOf", before.all_of, after.all_of);
  CompareBranches(pair, Axis::kAnyOf, "anyOf", before.any_of, after.any_of);
  CompareBranches(pair, Axis::kOneOf, "oneOf", before.one_of, after.one_of);
  CompareWhole(pair, Axis::kNot, "not", before.not_schema, after.not_schema);
  CompareConditions(pair);
}

}  // namespace accord::breaking
