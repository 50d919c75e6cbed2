#include "schema/build/in_place.h"

namespace accord::schema {

std::vector<InPlaceStep> InPlaceSteps(const SchemaNode& node) {
  std::vector<InPlaceStep> steps;
  const auto add = [&](const SchemaNode* schema, std::string_view keyword) {
    if (schema != nullptr) {
      steps.push_back({schema, keyword});
    }
  };
  add(node.ref, "$ref");
  if (node.dynamic_ref) {
    add(node.dynamic_ref->initial,
        node.resource->dialect == Dialect::k2019_09 ? "$recursiveRef" : "$dynamicRef");
  }
  for (const SchemaNode* branch : node.all_of) {
    add(branch, "allOf");
  }
  for (const SchemaNode* branch : node.any_of) {
    add(branch, "anyOf");
  }
  for (const SchemaNode* branch : node.one_of) {
    add(branch, "oneOf");
  }
  add(node.not_schema, "not");
  add(node.if_schema, "if");
  add(node.then_schema, "then");
  add(node.else_schema, "else");
  for (const Dependency& dependency : node.dependencies) {
    add(dependency.schema, dependency.keyword);
  }
  return steps;
}

std::vector<const SchemaNode*> CertainSteps(const SchemaNode& node) {
  std::vector<const SchemaNode*> steps = node.all_of;
  if (node.ref != nullptr) {
    steps.push_back(node.ref);
  }
  return steps;
}

}  // namespace accord::schema
