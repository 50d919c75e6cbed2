#include "schema/build/builder.h"

#include "accord/schema/uri.h"

#include "schema/build/context.h"
#include "schema/build/keywords.h"
#include "schema/build/pointer_to.h"

namespace accord::schema {

SchemaBuilder::SchemaBuilder(const CompileOptions& options, SchemaFaults& faults)
    : options_(options),
      faults_(faults),
      languages_(options.load, faults),
      registry_(languages_, faults, options.max_schemas),
      references_(registry_, languages_, options.load) {}

const SchemaNode* SchemaBuilder::Build(const document::Value& value) {
  SchemaPlace* place = FindRoot(value);
  if (place == nullptr || registry_.too_large()) {
    return nullptr;
  }
  language_ = place->scope->language;
  const SchemaNode* root = NodeOf(*place);
  ReadAll();
  return root;
}

SchemaPlace* SchemaBuilder::FindRoot(const document::Value& value) {
  if (!value) {
    faults_.Add(kSchemaInvalid, "there is no schema", {});
    return nullptr;
  }
  if (!value->is_object() && !value->is_bool()) {
    faults_.Add(kSchemaInvalid,
                "a schema is an object or a boolean, not " + std::string(ToString(value->kind())),
                value.Span());
    return nullptr;
  }
  const document::DocumentPtr& document = value.document();
  const document::Node& top = document->root();
  const bool is_whole = value.get() == &top;
  const bool is_schema = is_whole || !IsApiDescription(top);
  const document::Value root(document);
  const Language& otherwise = languages_.Standard(options_.dialect);
  const Language& language =
      is_schema ? languages_.Of(root, otherwise) : languages_.OfApiDescription(root, otherwise);
  ResourceScope& scope = registry_.AddDocument(document, options_.uri, language, is_schema);
  SchemaPlace* place = is_whole ? registry_.Find(top) : FindInside(value, scope);
  if (is_whole && !registry_.too_large()) {
    for (SchemaPlace* each : registry_.places()) {
      NodeOf(*each);
    }
  }
  return place;
}

SchemaPlace* SchemaBuilder::FindInside(const document::Value& value, ResourceScope& scope) {
  // The schemas of an API description may refer to each other by their identifiers.
  const document::Node* components = scope.root->Find("components");
  const document::Node* schemas = components != nullptr ? components->Find("schemas") : nullptr;
  if (schemas != nullptr && registry_.Find(*scope.root) == nullptr) {
    for (const document::Member& member : schemas->members()) {
      if (member.value.is_object() || member.value.is_bool()) {
        std::string pointer = "/components/schemas";
        AppendToken(pointer, member.key());
        registry_.AddPlace(member.value, scope, std::move(pointer), true);
      }
    }
  }
  if (SchemaPlace* known = registry_.Find(*value); known != nullptr) {
    return known;
  }
  return references_.At(scope, PointerTo(*value, *scope.root)).place;
}

const SchemaNode* SchemaBuilder::NodeOf(SchemaPlace& place) {
  if (place.schema != nullptr) {
    return place.schema;
  }
  SchemaNode& node = nodes_.emplace_back();
  node.resource = place.scope->resource;
  node.pointer = place.pointer;
  node.source = document::Value(place.scope->document, place.node);
  place.schema = &node;
  queue_.push_back(&place);
  if (place.node == place.scope->root) {
    place.scope->resource->root = &node;
  }
  if (!place.scope->used) {
    OpenResource(*place.scope);
  }
  return &node;
}

// What a resource brings into the dynamic scope is needed as soon as anything of it is.
void SchemaBuilder::OpenResource(ResourceScope& scope) {
  scope.used = true;
  used_.push_back(scope.resource);
  Resource& resource = *scope.resource;
  const document::Node* recursive = scope.root->Find("$recursiveAnchor");
  SchemaPlace* root = registry_.Find(*scope.root);
  if (scope.language->has_recursive_anchors() && recursive != nullptr && recursive->is_bool() &&
      recursive->boolean() && root != nullptr) {
    resource.recursive_anchor = true;
    NodeOf(*root);
  }
  for (const auto& [name, anchored] : scope.dynamic_anchors) {
    resource.dynamic_anchors.emplace(name, NodeOf(*anchored));
  }
}

SchemaGraph SchemaBuilder::Take() {
  return {std::move(nodes_), registry_.TakeResources(), std::move(used_)};
}

void SchemaBuilder::ReadAll() {
  while (!queue_.empty() && !registry_.too_large()) {
    SchemaPlace* place = queue_.back();
    queue_.pop_back();
    Read(*place);
  }
}

void SchemaBuilder::Read(SchemaPlace& place) {
  SchemaNode& node = *place.schema;
  if (!place.node->is_object()) {
    node.boolean = place.node->boolean();
    return;
  }
  const Language& language = *place.scope->language;
  SchemaContext context(*this, place, node);
  const bool only_ref = language.ref_hides_siblings() && place.node->Find("$ref") != nullptr;
  for (const document::Member& member : place.node->members()) {
    if (place.node->Find(member.key()) != &member.value) {
      continue;
    }
    const KeywordRow* keyword = FindKeyword(language, member);
    if (only_ref && member.key() != "$ref") {
      continue;
    }
    if (keyword != nullptr) {
      keyword->read(context, member);
    } else {
      context.Annotate(member);
    }
  }
}

}  // namespace accord::schema
