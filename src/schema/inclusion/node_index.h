#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "schema/inclusion/fact.h"

namespace accord::schema::inclusion {

/// Finds the properties of nodes by name; built for a node when it is first asked about.
class NodeIndex {
 public:
  explicit NodeIndex(const SchemaClasses& classes) : classes_(classes) {}

  /// All that `node`'s properties, patterns and additional properties ask of a member.
  std::vector<ClassId> SchemasOf(const SchemaNode& node, std::string_view name);
  /// Whether `schema` is one of them.
  bool Asks(const SchemaNode& node, std::string_view name, ClassId schema);
  /// `properties` has the name, or a pattern matches it.
  bool IsNamed(const SchemaNode& node, std::string_view name);
  /// Any of the nodes names it.
  bool IsEvaluated(const Evaluated& evaluated, std::string_view name);
  bool Requires(const SchemaNode& node, std::string_view name);

 private:
  struct Names {
    std::unordered_map<std::string_view, ClassId> properties;
    std::unordered_set<std::string_view> required;
  };
  const Names& Of(const SchemaNode& node);
  template <typename Visit>
  void EachSchemaOf(const SchemaNode& node, std::string_view name, const Visit& visit);

  const SchemaClasses& classes_;
  std::unordered_map<const SchemaNode*, Names> names_;
};

}  // namespace accord::schema::inclusion
