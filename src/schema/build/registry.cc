#include "schema/build/registry.h"

#include <algorithm>

#include "accord/schema/schema.h"
#include "accord/schema/uri.h"

#include "schema/build/keywords.h"

namespace accord::schema {
namespace {

// A schema that is deep and broad at once would need memory without bound for its pointers.
constexpr std::size_t kMaxPointerBytes = 128U << 20U;

// Of a repeated key only the last counts.
bool Counts(const document::Node& object, const document::Member& member) {
  return object.Find(member.key()) == &member.value;
}

std::string Below(const std::string& pointer, std::string_view token) {
  std::string below = pointer;
  AppendToken(below, token);
  return below;
}

}  // namespace

ResourceScope& SchemaRegistry::AddDocument(const document::DocumentPtr& document,
                                           const std::string& uri,
                                           const Language& language,
                                           bool is_schema) {
  const std::string base = ResolveUri({}, uri);
  if (const auto known = documents_.find(&document->root()); known != documents_.end()) {
    by_uri_.emplace(base, known->second);
    return *known->second;
  }
  ResourceScope& scope = NewScope(document, document->root(), base, language);
  documents_.emplace(&document->root(), &scope);
  by_uri_.emplace(base, &scope);
  if (is_schema) {
    Survey({&document->root(), &scope, {}}, true);
  }
  return scope;
}

SchemaPlace* SchemaRegistry::AddPlace(const document::Node& node,
                                      ResourceScope& scope,
                                      std::string pointer,
                                      bool claims_ids) {
  Survey({&node, &scope, std::move(pointer)}, claims_ids);
  return Find(node);
}

SchemaPlace* SchemaRegistry::Find(const document::Node& node) {
  const auto found = places_.find(&node);
  return found == places_.end() ? nullptr : &found->second;
}

ResourceScope* SchemaRegistry::FindResource(const std::string& uri) {
  const auto found = by_uri_.find(uri);
  return found == by_uri_.end() ? nullptr : found->second;
}

ResourceScope& SchemaRegistry::NewScope(const document::DocumentPtr& document,
                                        const document::Node& root,
                                        std::string uri,
                                        const Language& language) {
  Resource& resource = resources_.emplace_back();
  resource.uri = std::move(uri);
  resource.dialect = language.dialect;
  ResourceScope& scope = scopes_.emplace_back();
  scope.resource = &resource;
  scope.language = &language;
  scope.document = document;
  scope.root = &root;
  return scope;
}

void SchemaRegistry::Survey(Step first, bool claims_ids) {
  steps_.push_back(std::move(first));
  while (!steps_.empty()) {
    Step step = std::move(steps_.back());
    steps_.pop_back();
    if (places_.find(step.node) == places_.end() && WithinLimits(step)) {
      Visit(std::move(step), claims_ids);
    }
  }
}

bool SchemaRegistry::WithinLimits(const Step& step) {
  pointer_bytes_ += step.pointer.size();
  if (places_.size() < max_schemas_ && pointer_bytes_ < kMaxPointerBytes) {
    return true;
  }
  if (!too_large_) {
    too_large_ = true;
    faults_.Add(kSchemaInvalid,
                "there are too many schemas, or too many deep ones; accord stops at number " +
                    std::to_string(places_.size()),
                step.scope->document->SpanOf(*step.node));
  }
  return false;
}

void SchemaRegistry::Visit(Step step, bool claims_ids) {
  if (ResourceScope* entered = EnterResource(step, claims_ids); entered != nullptr) {
    step.scope = entered;
    step.pointer.clear();
  }
  SchemaPlace& place = places_[step.node];
  place = {step.node, step.scope, std::move(step.pointer)};
  order_.push_back(&place);
  if (!step.node->is_object()) {
    return;
  }
  NoteAnchors(place);
  PushChildren(place);
}

// The scope of a resource that begins here; of the root of a document, its own with the identifier
// that it gives itself.
ResourceScope* SchemaRegistry::EnterResource(const Step& step, bool claims_ids) {
  const bool is_root = step.node == step.scope->root;
  const document::Value value(step.scope->document, step.node);
  const document::Node* declared = step.node->Find("$schema");
  const Language& language = declared != nullptr && !is_root
                                 ? languages_.Of(value, *step.scope->language)
                                 : *step.scope->language;
  const std::string_view keyword = language.id_keyword();
  const document::Node* id = keyword.empty() ? nullptr : step.node->Find(keyword);
  if (id == nullptr || !id->is_string() ||
      (language.ref_hides_siblings() && step.node->Find("$ref") != nullptr)) {
    return nullptr;
  }
  if (SplitFragment(id->text()).uri.empty()) {
    return nullptr;
  }
  std::string uri = ResolveUri(step.scope->resource->uri, id->text());
  ResourceScope* scope = step.scope;
  if (is_root) {
    scope->resource->uri = std::move(uri);
  } else {
    scope = &NewScope(step.scope->document, *step.node, std::move(uri), language);
  }
  if (claims_ids) {
    ClaimUri(*scope, *FindMember(*step.node, keyword));
  }
  return scope;
}

void SchemaRegistry::ClaimUri(ResourceScope& scope, const document::Member& id) {
  const auto [entry, is_new] = by_uri_.emplace(scope.resource->uri, &scope);
  const ResourceScope& other = *entry->second;
  if (is_new || &other == &scope || document::Equal(*other.root, *scope.root) ||
      !faults_.Wants(kSchemaIdClash)) {
    return;
  }
  finding::Finding clash =
      finding::Make(kSchemaIdClash,
                    "two different schemas have the identifier " + Quoted(scope.resource->uri),
                    MemberSpan(*scope.document, id));
  clash.related.push_back({"the other one is here", other.document->SpanOf(*other.root)});
  faults_.Add(std::move(clash));
}

void SchemaRegistry::NoteAnchors(SchemaPlace& place) {
  const Language& language = *place.scope->language;
  if (language.has_plain_name_ids()) {
    NotePlainNameId(place, language.id_keyword());
  }
  if (language.has_anchors()) {
    NoteAnchor(place, "$anchor");
  }
  if (language.has_dynamic_anchors()) {
    NoteAnchor(place, "$dynamicAnchor");
  }
}

void SchemaRegistry::NotePlainNameId(SchemaPlace& place, std::string_view keyword) {
  const document::Node* id = place.node->Find(keyword);
  if (id == nullptr || !id->is_string() || place.node->Find("$ref") != nullptr) {
    return;
  }
  const std::string_view name = SplitFragment(id->text()).fragment;
  if (!name.empty() && name.front() != '/') {
    AddAnchor(place, name, keyword);
  }
}

void SchemaRegistry::NoteAnchor(SchemaPlace& place, std::string_view keyword) {
  const document::Node* name = place.node->Find(keyword);
  if (name != nullptr && name->is_string() && !name->text().empty()) {
    AddAnchor(place, name->text(), keyword);
    if (keyword == "$dynamicAnchor") {
      place.scope->dynamic_anchors.emplace_back(name->text(), &place);
    }
  }
}

void SchemaRegistry::AddAnchor(SchemaPlace& place,
                               std::string_view name,
                               std::string_view keyword) {
  const auto [entry, is_new] = place.scope->anchors.emplace(name, &place);
  if (is_new || entry->second == &place || !faults_.Wants(kSchemaIdClash)) {
    return;
  }
  const document::Document& document = *place.scope->document;
  finding::Finding clash = finding::Make(kSchemaIdClash,
                                         "two schemas have the anchor " + Quoted(name),
                                         MemberSpan(document, *FindMember(*place.node, keyword)));
  clash.related.push_back({"the other one is here", document.SpanOf(*entry->second->node)});
  faults_.Add(std::move(clash));
}

void SchemaRegistry::PushChildren(const SchemaPlace& place) {
  const Language& language = *place.scope->language;
  const bool only_definitions =
      language.ref_hides_siblings() && place.node->Find("$ref") != nullptr;
  for (const document::Member& member : place.node->members()) {
    const KeywordRow* keyword = FindKeyword(language, member);
    if (keyword == nullptr || keyword->shape == KeywordShape::kValue ||
        (only_definitions && keyword->name != "definitions") || !Counts(*place.node, member)) {
      continue;
    }
    PushValue(place, keyword->shape, member.value, Below(place.pointer, member.key()));
  }
}

// The schemas in the value of one keyword. What has not the form that it should have is left to the
// readers of keywords.
void SchemaRegistry::PushValue(const SchemaPlace& place,
                               KeywordShape shape,
                               const document::Node& value,
                               const std::string& pointer) {
  const bool takes_array = shape == KeywordShape::kSchemas || shape == KeywordShape::kItems;
  if (takes_array && value.is_array()) {
    for (std::size_t i = 0; i < value.items().size(); ++i) {
      Push(place, value.items()[i], Below(pointer, std::to_string(i)));
    }
  } else if (shape == KeywordShape::kSchemaMap || shape == KeywordShape::kDependency) {
    for (const document::Member& entry : value.members()) {
      if (Counts(value, entry)) {
        Push(place, entry.value, Below(pointer, entry.key()));
      }
    }
  } else if (shape != KeywordShape::kSchemas) {
    Push(place, value, pointer);
  }
}

void SchemaRegistry::Push(const SchemaPlace& place,
                          const document::Node& node,
                          std::string pointer) {
  if (node.is_object() || node.is_bool()) {
    steps_.push_back({&node, place.scope, std::move(pointer)});
  }
}

}  // namespace accord::schema
