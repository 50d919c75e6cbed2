#include "accord/schema/schema.h"

#include "accord/schema/uri.h"

#include "schema/build/builder.h"
#include "schema/build/cycles.h"
#include "schema/build/dynamic_references.h"
#include "schema/build/meta_check.h"
#include "schema/program/program.h"

namespace accord::schema {

struct Schema::Storage {
  SchemaGraph graph;
  std::vector<const Resource*> resources;
};

Schema::Schema() = default;
Schema::~Schema() = default;

std::span<const Resource* const> Schema::resources() const {
  return storage_->resources;
}

struct SchemaMaker {
  static SchemaPtr Make(SchemaGraph graph, const SchemaNode& root) {
    std::shared_ptr<Schema> schema(new Schema());
    schema->storage_ = std::make_unique<Schema::Storage>();
    schema->storage_->graph = std::move(graph);
    schema->root_ = &root;
    std::vector<const Resource*>& resources = schema->storage_->resources;
    resources.push_back(root.resource);
    for (const Resource* resource : schema->storage_->graph.used) {
      if (resource != root.resource) {
        resources.push_back(resource);
      }
    }
    schema->program_ = MakeProgram(*schema);
    return schema;
  }
};

CompileResult Compile(const document::Value& value, const CompileOptions& options) {
  SchemaFaults faults;
  SchemaBuilder builder(options, faults);
  CompileResult result;
  if (const SchemaNode* root = builder.Build(value)) {
    if (options.check_meta_schema) {
      CheckMetaSchema(value, builder.language(), builder.registry(), options.load, faults);
    }
    SchemaGraph graph = builder.Take();
    SpecialiseDynamicReferences(graph, *root);
    FindReferenceCycles(graph.nodes, faults);
    if (!faults.has_error()) {
      result.schema = SchemaMaker::Make(std::move(graph), *root);
    }
  }
  result.findings = std::move(faults).Take();
  return result;
}

finding::Span SpanOf(const SchemaNode& node, std::string_view keyword) {
  const document::Member* member = keyword.empty() ? nullptr : FindMember(*node.source, keyword);
  return member != nullptr ? MemberSpan(*node.source.document(), *member) : node.source.Span();
}

std::string AbsoluteLocation(const SchemaNode& node, std::string_view keyword) {
  std::string pointer = node.pointer;
  if (!keyword.empty()) {
    AppendToken(pointer, keyword);
  }
  return node.resource->uri + "#" + EncodeFragment(pointer);
}

}  // namespace accord::schema
