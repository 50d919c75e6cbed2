#include "schema/program/evaluated.h"

#include <algorithm>

#include "schema/program/walk.h"

namespace accord::schema {
namespace {

enum class Part { kMembers, kItems };

bool Evaluates(const SchemaNode& node, Part part) {
  if (part == Part::kItems) {
    return !node.prefix_items.empty() || node.items != nullptr ||
           node.unevaluated_items != nullptr || (node.contains && node.contains_evaluates);
  }
  return !node.properties.empty() || !node.pattern_properties.empty() ||
         node.additional_properties != nullptr || node.unevaluated_properties != nullptr;
}

// Whether `node` may evaluate something in some case.
bool MayEvaluate(const SchemaNode& node, Part part) {
  std::unordered_set<const SchemaNode*> seen;
  std::vector<const SchemaNode*> waiting = {&node};
  while (!waiting.empty()) {
    const SchemaNode* next = waiting.back();
    waiting.pop_back();
    if (next == nullptr || !seen.insert(next).second) {
      continue;
    }
    if (Evaluates(*next, part) || (next->dynamic_ref && next->dynamic_ref->anchor)) {
      return true;
    }
    waiting.insert(waiting.end(),
                   {next->ref, next->if_schema, next->then_schema, next->else_schema});
    waiting.push_back(next->dynamic_ref ? next->dynamic_ref->initial : nullptr);
    for (const auto* list : {&next->all_of, &next->any_of, &next->one_of}) {
      waiting.insert(waiting.end(), list->begin(), list->end());
    }
    for (const Dependency& dependency : next->dependencies) {
      waiting.push_back(dependency.schema);
    }
  }
  return false;
}

bool IsConditional(const SchemaNode& node, Part part) {
  const auto may = [part](const SchemaNode* branch) {
    return branch != nullptr && MayEvaluate(*branch, part);
  };
  return (node.dynamic_ref && node.dynamic_ref->anchor) || may(node.if_schema) ||
         may(node.then_schema) || may(node.else_schema) ||
         std::any_of(node.any_of.begin(), node.any_of.end(), may) ||
         std::any_of(node.one_of.begin(), node.one_of.end(), may) ||
         std::any_of(node.dependencies.begin(),
                     node.dependencies.end(),
                     [&](const Dependency& dependency) { return may(dependency.schema); }) ||
         (part == Part::kItems && node.contains && node.contains_evaluates);
}

}  // namespace

Evaluated EvaluatedMembers(const SchemaNode& node) {
  Evaluated out;
  for (const SchemaNode* part : Unconditional(node)) {
    out.conditional = out.conditional || IsConditional(*part, Part::kMembers);
    out.all = out.all || part->additional_properties != nullptr ||
              (part != &node && part->unevaluated_properties != nullptr);
    for (const Property& property : part->properties) {
      out.names.insert(property.name);
    }
    for (const PatternProperty& property : part->pattern_properties) {
      out.patterns.push_back(property.pattern.get());
    }
  }
  out.conditional = out.conditional && !out.all;
  return out;
}

Evaluated EvaluatedItems(const SchemaNode& node) {
  Evaluated out;
  for (const SchemaNode* part : Unconditional(node)) {
    out.conditional = out.conditional || IsConditional(*part, Part::kItems);
    out.all =
        out.all || part->items != nullptr || (part != &node && part->unevaluated_items != nullptr);
    out.prefix = std::max(out.prefix, part->prefix_items.size());
  }
  out.conditional = out.conditional && !out.all;
  return out;
}

}  // namespace accord::schema
