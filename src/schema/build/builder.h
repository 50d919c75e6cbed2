#pragma once

#include <deque>
#include <unordered_map>
#include <vector>

#include "accord/schema/schema.h"

#include "schema/build/languages.h"
#include "schema/build/pointer_to.h"
#include "schema/build/references.h"
#include "schema/build/registry.h"

namespace accord::schema {

/// Everything that a compiled schema consists of.
struct SchemaGraph {
  std::deque<SchemaNode> nodes;
  std::deque<Resource> resources;
  std::vector<const Resource*> used;  ///< Those that something of is in `nodes`.
};

/// Makes the graph of schema nodes for places of documents and all they refer to.
class SchemaBuilder {
 public:
  SchemaBuilder(const CompileOptions& options, SchemaFaults& faults);

  /// The schema at `value` of the document that was found at `uri`, or with `whole` all schemas of
  /// that document. nullptr when it is no schema. What they lead to is read by ReadAll().
  const SchemaNode* Add(const document::Value& value, const std::string& uri, bool whole);
  /// False when there are too many schemas.
  bool ReadAll();

  /// The node of a place; read later, from a queue.
  const SchemaNode* NodeOf(SchemaPlace& place);

  const CompileOptions& options() const { return options_; }
  SchemaRegistry& registry() { return registry_; }
  ReferenceResolver& references() { return references_; }
  SchemaFaults& faults() { return faults_; }
  std::unordered_map<std::string, PatternPtr>& patterns() { return patterns_; }
  /// What a schema of the graph is written in.
  const Language& LanguageOf(const document::Node& schema) {
    return *registry_.Find(schema)->scope->language;
  }
  /// Schemas that have faults themselves; those of what they refer to aside.
  std::vector<const SchemaNode*>& faulty() { return faulty_; }
  /// What was built; the builder is empty afterwards.
  SchemaGraph Take();

 private:
  ResourceScope& ScopeOf(const document::Value& value, const std::string& uri);
  SchemaPlace* FindInside(const document::Value& value, ResourceScope& scope);
  void OpenResource(ResourceScope& scope);
  void Read(SchemaPlace& place);

  const CompileOptions& options_;
  SchemaFaults& faults_;
  Languages languages_;
  SchemaRegistry registry_;
  ReferenceResolver references_;
  PointerIndex pointers_;
  std::deque<SchemaNode> nodes_;
  std::vector<const Resource*> used_;
  std::vector<SchemaPlace*> queue_;
  std::vector<const SchemaNode*> faulty_;
  std::unordered_map<std::string, PatternPtr> patterns_;
};

}  // namespace accord::schema
