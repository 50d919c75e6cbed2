#include "schema/program/walk.h"

#include <unordered_set>

namespace accord::schema {
namespace {

using Visit = std::function<void(const SchemaNode*)>;

void EachInPlace(const SchemaNode& node, const Visit& visit) {
  visit(node.ref);
  visit(node.not_schema);
  visit(node.if_schema);
  visit(node.then_schema);
  visit(node.else_schema);
  for (const auto* list : {&node.all_of, &node.any_of, &node.one_of}) {
    for (const SchemaNode* branch : *list) {
      visit(branch);
    }
  }
  for (const Dependency& dependency : node.dependencies) {
    visit(dependency.schema);
  }
}

void EachDynamic(const SchemaNode& node, const Visit& visit) {
  if (node.dynamic_ref) {
    visit(node.dynamic_ref->initial);
  }
  if (node.resource != nullptr) {
    visit(node.resource->recursive_anchor ? node.resource->root : nullptr);
    for (const auto& [name, target] : node.resource->dynamic_anchors) {
      visit(target);
    }
  }
}

void EachBelow(const SchemaNode& node, const Visit& visit) {
  visit(node.items);
  visit(node.unevaluated_items);
  visit(node.additional_properties);
  visit(node.property_names);
  visit(node.unevaluated_properties);
  visit(node.contains ? node.contains->schema : nullptr);
  for (const SchemaNode* item : node.prefix_items) {
    visit(item);
  }
  for (const Property& property : node.properties) {
    visit(property.schema);
  }
  for (const PatternProperty& property : node.pattern_properties) {
    visit(property.schema);
  }
}

void Each(Dispatch& dispatch, const std::function<void(Code&)>& visit) {
  for (Code& code : dispatch) {
    visit(code);
  }
}

void EachOfObject(ObjectCheck& check, const std::function<void(Code&)>& visit) {
  for (Slot& slot : check.slots) {
    Each(slot.value, visit);
  }
  for (PatternGroup& group : check.groups) {
    for (PatternGroup::Entry& entry : group.patterns) {
      Each(entry.value, visit);
    }
    Each(group.additional, visit);
  }
  Each(check.rest, visit);
  visit(check.names);
}

}  // namespace

void WalkGraph(const std::vector<const SchemaNode*>& entries,
               const std::function<void(const SchemaNode&)>& visit) {
  std::unordered_set<const SchemaNode*> seen;
  std::vector<const SchemaNode*> waiting;
  const Visit add = [&](const SchemaNode* node) {
    if (node != nullptr && seen.insert(node).second) {
      waiting.push_back(node);
    }
  };
  for (const SchemaNode* entry : entries) {
    add(entry);
  }
  while (!waiting.empty()) {
    const SchemaNode& node = *waiting.back();
    waiting.pop_back();
    visit(node);
    EachInPlace(node, add);
    EachDynamic(node, add);
    EachBelow(node, add);
  }
}

void ForEachSubschema(const SchemaNode& node, const std::function<void(const SchemaNode&)>& visit) {
  const Visit each = [&](const SchemaNode* subschema) {
    if (subschema != nullptr) {
      visit(*subschema);
    }
  };
  EachInPlace(node, each);
  EachDynamic(node, each);
  EachBelow(node, each);
}

std::vector<const SchemaNode*> Unconditional(const SchemaNode& node) {
  std::vector<const SchemaNode*> out;
  std::unordered_set<const SchemaNode*> seen;
  std::vector<const SchemaNode*> waiting = {&node};
  while (!waiting.empty()) {
    const SchemaNode* next = waiting.back();
    waiting.pop_back();
    if (next == nullptr || !seen.insert(next).second) {
      continue;
    }
    out.push_back(next);
    waiting.push_back(next->ref);
    waiting.insert(waiting.end(), next->all_of.begin(), next->all_of.end());
    if (next->dynamic_ref && !next->dynamic_ref->anchor) {
      waiting.push_back(next->dynamic_ref->initial);
    }
  }
  return out;
}

void ForEachCode(Program& program, const std::function<void(Code&)>& visit) {
  for (Code& code : program.codes) {
    visit(code);
  }
  for (Dispatch& dispatch : program.dispatches) {
    Each(dispatch, visit);
  }
  for (ObjectCheck& check : program.objects) {
    EachOfObject(check, visit);
  }
  for (ItemsCheck& check : program.items) {
    Each(check.value, visit);
  }
  for (ArrayCheck& check : program.arrays) {
    Each(check.rest, visit);
    for (Dispatch& dispatch : check.prefix) {
      Each(dispatch, visit);
    }
  }
  for (ContainsCheck& check : program.contains) {
    Each(check.value, visit);
  }
  for (DependencyCheck& check : program.dependencies) {
    visit(check.code);
  }
  for (UnevaluatedCheck& check : program.unevaluated) {
    visit(check.body);
    Each(check.value, visit);
  }
  for (ScopedCode& scoped : program.scoped) {
    visit(scoped.code);
  }
  for (DynamicCheck& check : program.dynamics) {
    visit(check.initial);
    for (auto& [resource, code] : check.targets) {
      visit(code);
    }
  }
  for (auto& [node, dispatch] : program.entries) {
    Each(dispatch, visit);
  }
  Each(program.root, visit);
}

}  // namespace accord::schema
