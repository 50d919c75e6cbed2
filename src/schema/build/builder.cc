#include "schema/build/builder.h"

#include <algorithm>
#include <array>

#include "accord/schema/uri.h"

#include "schema/build/context.h"
#include "schema/build/keywords.h"

namespace accord::schema {
namespace {

constexpr std::array<std::string_view, 6> kIdentifierMarks = {
    "$id", "$anchor", "$dynamicAnchor", "$schema", R"(\u0024)", R"(\x24)"};

/// Whether a look at all schemas could find a `$id` or an anchor; a look at the text is cheaper.
bool MayHaveIdentifiers(const ResourceScope& scope) {
  if (scope.language->id_keyword().empty() && !scope.language->has_anchors()) {
    return false;
  }
  const std::string_view text = scope.document->source();
  // A document that was not parsed has no text; in others the dollar may be escaped.
  return text.empty() || std::ranges::any_of(kIdentifierMarks, [&](std::string_view mark) {
           return text.find(mark) != std::string_view::npos;
         });
}

}  // namespace

SchemaBuilder::SchemaBuilder(const CompileOptions& options, SchemaFaults& faults)
    : options_(options),
      faults_(faults),
      languages_(options.load, faults),
      registry_(languages_, faults, options.max_schemas),
      references_(registry_, languages_, options.load) {}

const SchemaNode* SchemaBuilder::Add(const document::Value& value,
                                     const std::string& uri,
                                     bool whole) {
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
  ResourceScope& scope = ScopeOf(value, uri);
  SchemaPlace* place = FindInside(value, scope);
  if (place == nullptr || registry_.too_large()) {
    return nullptr;
  }
  if (whole && place->node == &value.document()->root()) {
    for (SchemaPlace* each : registry_.places()) {
      NodeOf(*each);
    }
  }
  return NodeOf(*place);
}

ResourceScope& SchemaBuilder::ScopeOf(const document::Value& value, const std::string& uri) {
  const document::DocumentPtr& document = value.document();
  const document::Node& top = document->root();
  const bool is_schema = value.get() == &top || !IsApiDescription(top);
  const document::Value root(document);
  const Language& otherwise = languages_.Standard(options_.dialect);
  const Language& language =
      is_schema ? languages_.Of(root, otherwise) : languages_.OfApiDescription(root, otherwise);
  return registry_.AddDocument(document, uri, language, is_schema);
}

SchemaPlace* SchemaBuilder::FindInside(const document::Value& value, ResourceScope& scope) {
  // The schemas of an API description may refer to each other by their identifiers.
  const document::Node* components = scope.root->Find("components");
  const document::Node* schemas = components != nullptr ? components->Find("schemas") : nullptr;
  if (schemas != nullptr && !scope.surveyed && registry_.Find(*scope.root) == nullptr &&
      MayHaveIdentifiers(scope)) {
    for (const document::Member& member : schemas->members()) {
      if (member.value.is_object() || member.value.is_bool()) {
        std::string pointer = "/components/schemas";
        AppendToken(pointer, member.key());
        registry_.AddPlace(member.value, scope, std::move(pointer), true);
      }
    }
  }
  scope.surveyed = true;
  if (SchemaPlace* known = registry_.Find(*value); known != nullptr) {
    return known;
  }
  return references_.At(scope, pointers_.PointerTo(*value, *scope.root)).place;
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

bool SchemaBuilder::ReadAll() {
  while (!queue_.empty() && !registry_.too_large()) {
    SchemaPlace* place = queue_.back();
    queue_.pop_back();
    const std::size_t errors = faults_.errors();
    Read(*place);
    if (faults_.errors() != errors) {
      faulty_.push_back(place->schema);
    }
  }
  return !registry_.too_large();
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
