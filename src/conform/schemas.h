#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "accord/openapi/description.h"
#include "accord/schema/schema.h"

#include "conform/schema_facts.h"

namespace accord::conform {

/// A schema, and what it was compiled with.
struct CompiledSchema {
  CompiledSchema() = default;
  CompiledSchema(schema::SchemaPtr compiled, const schema::SchemaNode& at);

  schema::SchemaPtr graph;                   ///< nullptr: it cannot be used.
  const schema::SchemaNode* root = nullptr;  ///< A schema of the graph.
  std::shared_ptr<SchemaFacts> facts;        ///< About the graph.
  std::string problem;                       ///< Why it cannot be used.

  bool usable() const { return graph != nullptr; }
  bool Fits(const document::Node& value) const;
  /// What is wrong with a value, as schema::Explain says it.
  std::vector<finding::Finding> Explain(const document::Value& value) const;
};

/// The schemas that were needed so far, compiled. `format` decides validity in all of them.
class Schemas {
 public:
  /// Compiles schemas of a description together, which is much cheaper than one by one.
  void Prepare(const openapi::Description& api,
               std::span<const document::Value> schemas,
               schema::View view);

  const CompiledSchema& Of(const openapi::Description& api,
                           const document::Value& schema,
                           schema::View view);
  /// `options.formats` and `check_meta_schema` do not matter.
  const CompiledSchema& Of(const document::Value& schema, schema::CompileOptions options);
  /// One that was compiled elsewhere.
  const CompiledSchema& Of(const schema::SchemaPtr& schema);

 private:
  std::map<std::pair<const document::Node*, schema::View>, CompiledSchema> known_;
};

}  // namespace accord::conform
