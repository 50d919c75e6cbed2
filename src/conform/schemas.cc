#include "conform/schemas.h"

#include <vector>

#include "accord/schema/validate.h"

namespace accord::conform {

CompiledSchema::CompiledSchema(schema::SchemaPtr compiled, const schema::SchemaNode& at)
    : graph(std::move(compiled)), root(&at), facts(std::make_shared<SchemaFacts>(*graph)) {}

bool CompiledSchema::Fits(const document::Node& value) const {
  return schema::IsValid(*graph, *root, value);
}

std::vector<finding::Finding> CompiledSchema::Explain(const document::Value& value) const {
  return Fits(*value) ? std::vector<finding::Finding>() : schema::Explain(*root, value);
}

void Schemas::Prepare(const openapi::Description& api,
                      std::span<const document::Value> schemas,
                      schema::View view) {
  std::vector<schema::PlacedSchema> places;
  for (const document::Value& schema : schemas) {
    if (!known_.contains({schema.get(), view})) {
      places.push_back({schema, api.UriOf(schema.document())});
    }
  }
  if (places.size() < 2) {
    return;
  }
  schema::CompileOptions options = api.CompileOptionsFor(places.front().value.document());
  options.view = view;
  options.formats = schema::Formats::kAssert;
  const schema::SchemaSet set = schema::CompileAll(places, options);
  if (set.schema == nullptr) {
    return;
  }
  const auto facts = std::make_shared<SchemaFacts>(*set.schema);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (set.roots[i] != nullptr) {  // Of others it is told why when they are asked for.
      CompiledSchema& compiled = known_[{places[i].value.get(), view}];
      compiled.graph = set.schema;
      compiled.root = set.roots[i];
      compiled.facts = facts;
    }
  }
}

const CompiledSchema& Schemas::Of(const openapi::Description& api,
                                  const document::Value& schema,
                                  schema::View view) {
  const auto known = known_.find({schema.get(), view});
  if (known != known_.end()) {
    return known->second;
  }
  schema::CompileOptions options = api.CompileOptionsFor(schema.document());
  options.view = view;
  return Of(schema, std::move(options));
}

const CompiledSchema& Schemas::Of(const document::Value& schema, schema::CompileOptions options) {
  const auto [entry, is_new] = known_.try_emplace({schema.get(), options.view});
  CompiledSchema& compiled = entry->second;
  if (!is_new) {
    return compiled;
  }
  options.formats = schema::Formats::kAssert;
  options.check_meta_schema = false;
  schema::CompileResult result = schema::Compile(schema, options);
  if (result.schema != nullptr) {
    const schema::SchemaNode& root = result.schema->root();
    compiled = CompiledSchema(std::move(result.schema), root);
    return compiled;
  }
  for (const finding::Finding& finding : result.findings) {
    if (finding.severity == finding::Severity::kError) {
      compiled.problem = finding.message;
      break;
    }
  }
  return compiled;
}

const CompiledSchema& Schemas::Of(const schema::SchemaPtr& schema) {
  const document::Node* const place = schema->root().source.get();
  const auto [entry, is_new] = known_.try_emplace({place, schema::View::kWhole});
  if (is_new) {
    entry->second = CompiledSchema(schema, schema->root());
  }
  return entry->second;
}

}  // namespace accord::conform
