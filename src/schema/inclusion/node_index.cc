#include "schema/inclusion/node_index.h"

#include <algorithm>

namespace accord::schema::inclusion {

const NodeIndex::Names& NodeIndex::Of(const SchemaNode& node) {
  const auto [found, added] = names_.try_emplace(&node);
  if (added) {
    for (const Property& property : node.properties) {
      found->second.properties.emplace(property.name, property.schema);
    }
    found->second.required.insert(node.required.begin(), node.required.end());
  }
  return found->second;
}

std::vector<ClassId> NodeIndex::SchemasOf(const SchemaNode& node, std::string_view name) {
  std::vector<ClassId> schemas;
  const Names& names = Of(node);
  if (const auto found = names.properties.find(name); found != names.properties.end()) {
    schemas.push_back(classes_.Of(*found->second));
  }
  for (const PatternProperty& property : node.pattern_properties) {
    if (property.pattern->Search(name) == Pattern::Match::kYes) {
      schemas.push_back(classes_.Of(*property.schema));
    }
  }
  if (schemas.empty() && node.additional_properties != nullptr) {
    schemas.push_back(classes_.Of(*node.additional_properties));
  }
  return schemas;
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
