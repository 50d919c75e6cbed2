#include "schema/inclusion/node_index.h"

#include <algorithm>

namespace accord::schema::inclusion {

const NodeIndex::Names& NodeIndex::Of(const SchemaNode& node) {
  const auto [found, added] = names_.try_emplace(&node);
  if (added) {
    found->second.properties.reserve(node.properties.size());
    for (const Property& property : node.properties) {
      found->second.properties.emplace(property.name, classes_.Of(*property.schema));
    }
    found->second.required.insert(node.required.begin(), node.required.end());
  }
  return found->second;
}

template <typename Visit>
void NodeIndex::EachSchemaOf(const SchemaNode& node, std::string_view name, const Visit& visit) {
  bool named = false;
  const Names& names = Of(node);
  if (const auto found = names.properties.find(name); found != names.properties.end()) {
    visit(found->second);
    named = true;
  }
  for (const PatternProperty& property : node.pattern_properties) {
    if (property.pattern->Search(name) == Pattern::Match::kYes) {
      visit(classes_.Of(*property.schema));
      named = true;
    }
  }
  if (!named && node.additional_properties != nullptr) {
    visit(classes_.Of(*node.additional_properties));
  }
}

std::vector<ClassId> NodeIndex::SchemasOf(const SchemaNode& node, std::string_view name) {
  std::vector<ClassId> schemas;
  EachSchemaOf(node, name, [&](ClassId schema) { schemas.push_back(schema); });
  return schemas;
}

bool NodeIndex::Asks(const SchemaNode& node, std::string_view name, ClassId schema) {
  bool asks = false;
  EachSchemaOf(node, name, [&](ClassId each) { asks = asks || each == schema; });
  return asks;
}

bool NodeIndex::IsNamed(const SchemaNode& node, std::string_view name) {
  if (Of(node).properties.contains(name)) {
    return true;
  }
  for (const PatternProperty& property : node.pattern_properties) {
    if (property.pattern->Search(name) == Pattern::Match::kYes) {
      return true;
    }
  }
  return false;
}

bool NodeIndex::IsEvaluated(const Evaluated& evaluated, std::string_view name) {
  return evaluated.all || std::any_of(evaluated.nodes.begin(),
                                      evaluated.nodes.end(),
                                      [&](const SchemaNode* node) { return IsNamed(*node, name); });
}

bool NodeIndex::Requires(const SchemaNode& node, std::string_view name) {
  return Of(node).required.contains(name);
}

}  // namespace accord::schema::inclusion
