#include "accord/schema/schema.h"

#include <mutex>
#include <unordered_map>
#include <unordered_set>

#include "accord/schema/uri.h"

#include "schema/build/builder.h"
#include "schema/build/cycles.h"
#include "schema/build/dynamic_references.h"
#include "schema/build/meta_check.h"
#include "schema/build/text_values.h"
#include "schema/build/view.h"
#include "schema/program/program.h"
#include "schema/program/walk.h"

namespace accord::schema {

struct Schema::Storage {
  SchemaGraph graph;
  std::vector<const Resource*> resources;
  std::vector<const SchemaNode*> roots;
  std::once_flag indexed;
  std::unordered_map<const document::Node*, const SchemaNode*> by_place;
};

Schema::Schema() = default;
Schema::~Schema() = default;

std::span<const Resource* const> Schema::resources() const {
  return storage_->resources;
}

std::span<const SchemaNode* const> Schema::roots() const {
  return storage_->roots;
}

std::size_t Schema::size() const {
  return storage_->graph.nodes.size();
}

const SchemaNode* Schema::NodeAt(const document::Node& place) const {
  std::call_once(storage_->indexed, [this] {
    for (const SchemaNode& node : storage_->graph.nodes) {
      storage_->by_place.emplace(node.source.get(), &node);
    }
  });
  const auto found = storage_->by_place.find(&place);
  return found == storage_->by_place.end() ? nullptr : found->second;
}

struct SchemaMaker {
  /// The first of `roots` is the root.
  static std::shared_ptr<Schema> Make(SchemaGraph graph, std::vector<const SchemaNode*> roots) {
    std::shared_ptr<Schema> schema(new Schema());
    const SchemaNode& root = *roots.front();
    schema->storage_ = std::make_unique<Schema::Storage>();
    schema->storage_->graph = std::move(graph);
    for (std::uint32_t number = 0; SchemaNode & node : schema->storage_->graph.nodes) {
      node.number = number++;
    }
    schema->storage_->roots = std::move(roots);
    schema->root_ = &root;
    std::vector<const Resource*>& resources = schema->storage_->resources;
    resources.push_back(root.resource);
    for (const Resource* resource : schema->storage_->graph.used) {
      if (resource != root.resource) {
        resources.push_back(resource);
      }
    }
    return schema;
  }

  static SchemaPtr WithProgram(SchemaGraph graph, const SchemaNode& root) {
    std::shared_ptr<Schema> schema = Make(std::move(graph), {&root});
    schema->program_ = MakeProgram(*schema);
    return schema;
  }

  static SchemaPtr WithoutProgram(SchemaGraph graph, std::vector<const SchemaNode*> roots) {
    std::shared_ptr<Schema> schema = Make(std::move(graph), std::move(roots));
    schema->program_ = std::make_unique<Program>();
    schema->has_program_ = false;
    return schema;
  }
};

namespace {

void Adapt(SchemaGraph& graph, const CompileOptions& options) {
  ProjectView(graph, options.view);
  if (options.as_text) {
    WidenToText(graph);
  }
}

/// Schemas that cannot be used, because of themselves or of what they refer to.
std::unordered_set<const SchemaNode*> SpoiledBy(const std::vector<const SchemaNode*>& faulty,
                                                const SchemaGraph& graph) {
  std::unordered_set<const SchemaNode*> spoiled(faulty.begin(), faulty.end());
  if (spoiled.empty()) {
    return spoiled;
  }
  std::unordered_map<const SchemaNode*, std::vector<const SchemaNode*>> users;
  for (const SchemaNode& node : graph.nodes) {
    ForEachSubschema(node, [&](const SchemaNode& used) { users[&used].push_back(&node); });
  }
  std::vector<const SchemaNode*> waiting(spoiled.begin(), spoiled.end());
  while (!waiting.empty()) {
    const std::vector<const SchemaNode*>& next = users[waiting.back()];
    waiting.pop_back();
    for (const SchemaNode* user : next) {
      if (spoiled.insert(user).second) {
        waiting.push_back(user);
      }
    }
  }
  return spoiled;
}

/// The resource that all of them are in; nullptr when they are in several.
const Resource* CommonResource(const std::vector<const SchemaNode*>& roots) {
  const Resource* common = nullptr;
  for (const SchemaNode* root : roots) {
    if (root != nullptr && common != nullptr && common != root->resource) {
      return nullptr;
    }
    common = root != nullptr ? root->resource : common;
  }
  return common;
}

}  // namespace

CompileResult Compile(const document::Value& value, const CompileOptions& options) {
  SchemaFaults faults;
  SchemaBuilder builder(options, faults);
  CompileResult result;
  if (const SchemaNode* root = builder.Add(value, options.uri, true)) {
    builder.ReadAll();
    if (options.check_meta_schema) {
      CheckMetaSchema(value, builder.LanguageOf(*value), builder.registry(), options.load, faults);
    }
    SchemaGraph graph = builder.Take();
    SpecialiseDynamicReferences(graph, root->resource);
    FindReferenceCycles(graph.nodes, faults);
    if (!faults.has_error()) {
      Adapt(graph, options);
      result.schema = options.with_program ? SchemaMaker::WithProgram(std::move(graph), *root)
                                           : SchemaMaker::WithoutProgram(std::move(graph), {root});
    }
  }
  result.findings = std::move(faults).Take();
  return result;
}

SchemaSet CompileAll(std::span<const PlacedSchema> schemas, const CompileOptions& options) {
  SchemaFaults faults;
  SchemaBuilder builder(options, faults);
  SchemaSet set;
  for (const PlacedSchema& schema : schemas) {
    set.roots.push_back(builder.Add(schema.value, schema.uri, false));
  }
  const bool complete = builder.ReadAll();
  std::vector<const SchemaNode*> faulty = builder.faulty();
  for (std::size_t i = 0; options.check_meta_schema && i < schemas.size(); ++i) {
    if (set.roots[i] != nullptr) {
      const std::size_t errors = faults.errors();
      const document::Value& value = schemas[i].value;
      CheckMetaSchema(value, builder.LanguageOf(*value), builder.registry(), options.load, faults);
      faulty.insert(faulty.end(), faults.errors() != errors ? 1 : 0, set.roots[i]);
    }
  }
  SchemaGraph graph = builder.Take();
  SpecialiseDynamicReferences(graph, CommonResource(set.roots));
  const std::vector<const SchemaNode*> circles = FindReferenceCycles(graph.nodes, faults);
  faulty.insert(faulty.end(), circles.begin(), circles.end());
  const std::unordered_set<const SchemaNode*> spoiled = SpoiledBy(faulty, graph);
  std::vector<const SchemaNode*> usable;
  for (const SchemaNode*& root : set.roots) {
    root = complete && !spoiled.contains(root) ? root : nullptr;
    usable.insert(usable.end(), root != nullptr ? 1 : 0, root);
  }
  if (!usable.empty()) {
    Adapt(graph, options);
    set.schema = SchemaMaker::WithoutProgram(std::move(graph), std::move(usable));
  }
  set.findings = std::move(faults).Take();
  return set;
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
