#pragma once

#include <deque>
#include <unordered_map>
#include <vector>

#include "accord/schema/schema.h"

#include "schema/build/languages.h"
#include "schema/build/references.h"
#include "schema/build/registry.h"

namespace accord::schema {

/// Everything that a compiled schema consists of.
struct SchemaGraph {
  std::deque<SchemaNode> nodes;
  std::deque<Resource> resources;
  std::vector<const Resource*> used;  ///< Those that something of is in `nodes`.
};

/// Makes the graph of schema nodes for one place of a document and all it refers to.
class SchemaBuilder {
 public:
  SchemaBuilder(const CompileOptions& options, SchemaFaults& faults);

  /// The schema at `value`, with everything it leads to. nullptr when it is no schema.
  const SchemaNode* Build(const document::Value& value);

  /// The node of a place; read later, from a queue.
  const SchemaNode* NodeOf(SchemaPlace& place);

  const CompileOptions& options() const { return options_; }
  SchemaRegistry& registry() { return registry_; }
  ReferenceResolver& references() { return references_; }
  SchemaFaults& faults() { return faults_; }
  std::unordered_map<std::string, PatternPtr>& patterns() { return patterns_; }
  /// What the schema that was built is written in.
  const Language& language() const { return *language_; }
  /// What was built; the builder is empty afterwards.
  SchemaGraph Take();

 private:
  SchemaPlace* FindRoot(const document::Value& value);
  SchemaPlace* FindInside(const document::Value& value, ResourceScope& scope);
  void OpenResource(ResourceScope& scope);
  void ReadAll();
  void Read(SchemaPlace& place);

  const CompileOptions& options_;
  SchemaFaults& faults_;
  Languages languages_;
  SchemaRegistry registry_;
  ReferenceResolver references_;
  const Language* language_ = nullptr;
  std::deque<SchemaNode> nodes_;
  std::vector<const Resource*> used_;
  std::vector<SchemaPlace*> queue_;
  std::unordered_map<std::string, PatternPtr> patterns_;
};

}  // namespace accord::schema
