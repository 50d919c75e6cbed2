#include "schema/inclusion/type_bounds.h"

#include "schema/trace/assertions.h"

namespace accord::schema::inclusion {
namespace {

constexpr int kMaxDepth = 100;

/// Types that a node's own keywords say something about, unions and references aside.
TypeSet Concerned(const SchemaNode& node) {
  TypeSet types = 0;
  if (node.minimum || node.maximum || node.multiple_of || node.second_minimum ||
      node.second_maximum) {
    types |= kNumberType;
  }
  if (node.min_length > 0 || node.max_length || node.pattern) {
    types |= kStringType;
  }
  if (node.assert_format && !node.format.empty()) {
    types |= kStringType | kNumberType;
  }
  if (!node.prefix_items.empty() || node.items != nullptr || node.contains || node.min_items > 0 ||
      node.max_items || node.unique_items || node.unevaluated_items != nullptr) {
    types |= kArrayType;
  }
  if (!node.properties.empty() || !node.pattern_properties.empty() || !node.required.empty() ||
      !node.dependencies.empty() || node.additional_properties != nullptr ||
      node.property_names != nullptr || node.min_properties > 0 || node.max_properties ||
      node.unevaluated_properties != nullptr) {
    types |= kObjectType;
  }
  return types;
}

TypeSet TypesOfEnum(const SchemaNode& node) {
  TypeSet types = 0;
  for (const document::Node* value : node.values) {
    types |= TypeOf(*value);
  }
  return types;
}

}  // namespace

TypeBounds::Bounds TypeBounds::Find(ClassId id, int depth) {
  if (known_.empty()) {
    known_.resize(classes_.size());
  }
  if (!known_[id]) {
    if (depth > kMaxDepth) {
      return {};
    }
    const Bounds bounds = Compute(classes_.node(id), depth + 1);
    known_[id] = bounds;
  }
  return *known_[id];
}

TypeBounds::Bounds TypeBounds::Compute(const SchemaNode& node, int depth) {
  Bounds bounds{.possible = node.types, .certain = 0};
  if (node.boolean && !*node.boolean) {
    bounds.possible = 0;
    return bounds;
  }
  bounds.certain = static_cast<TypeSet>(node.types & ~Concerned(node));
  if (node.strict_integer) {
    bounds.certain &= static_cast<TypeSet>(~kIntegerType);
  }
  if (node.has_enum) {
    bounds.possible &= TypesOfEnum(node);
    bounds.certain = 0;
  }
  AddInPlace(node, depth, bounds);
  return bounds;
}

void TypeBounds::AddInPlace(const SchemaNode& node, int depth, Bounds& bounds) {
  const auto both = [&](const SchemaNode* child) {
    const Bounds of_child = Find(classes_.Of(*child), depth);
    bounds.possible &= of_child.possible;
    bounds.certain &= of_child.certain;
  };
  if (node.ref != nullptr) {
    both(node.ref);
  }
  if (node.dynamic_ref && !node.dynamic_ref->anchor) {
    both(node.dynamic_ref->initial);
  } else if (node.dynamic_ref) {
    bounds.certain = 0;
  }
  for (const SchemaNode* branch : node.all_of) {
    both(branch);
  }
  TypeSet possible = node.any_of.empty() ? kAnyType : 0;
  TypeSet certain = possible;
  for (const SchemaNode* branch : node.any_of) {
    const Bounds of_branch = Find(classes_.Of(*branch), depth);
    possible |= of_branch.possible;
    certain |= of_branch.certain;
  }
  bounds.possible &= possible;
  bounds.certain &= certain;
  if (!node.one_of.empty()) {
    possible = 0;
    for (const SchemaNode* branch : node.one_of) {
      possible |= Find(classes_.Of(*branch), depth).possible;
    }
    bounds.possible &= possible;
    bounds.certain = 0;
  }
  if (node.not_schema != nullptr) {
    const Bounds excluded = Find(classes_.Of(*node.not_schema), depth);
    bounds.possible &= static_cast<TypeSet>(~excluded.certain);
    bounds.certain &= static_cast<TypeSet>(~excluded.possible);
  }
  if (node.if_schema != nullptr && (node.then_schema != nullptr || node.else_schema != nullptr)) {
    bounds.certain = 0;
  }
}

}  // namespace accord::schema::inclusion
