#include "schema/build/references.h"

#include <charconv>

#include "accord/base/strings.h"
#include "accord/document/pointer.h"
#include "accord/schema/uri.h"

namespace accord::schema {
namespace {

const document::Node* Step(const document::Node& node, const std::string& token) {
  if (node.is_object()) {
    return node.Find(token);
  }
  if (!node.is_array() || token.empty() || (token.size() > 1 && token.front() == '0')) {
    return nullptr;
  }
  std::size_t index = 0;
  const char* end = token.data() + token.size();
  const auto [rest, error] = std::from_chars(token.data(), end, index);
  return error == std::errc() && rest == end && index < node.items().size() ? &node.items()[index]
                                                                            : nullptr;
}

}  // namespace

ReferenceResolver::Target ReferenceResolver::Resolve(ResourceScope& from,
                                                     std::string_view reference) {
  const UriFragment parts = SplitFragment(reference);
  Loaded found{&from, {}};
  if (!parts.uri.empty()) {
    found = FindScope(ResolveUri(from.resource->uri, parts.uri), *from.language);
  }
  if (found.scope == nullptr) {
    return {nullptr, found.problem};
  }
  const std::string fragment = base::PercentDecode(parts.fragment, false);
  if (fragment.empty() || fragment.front() == '/') {
    return At(*found.scope, fragment);
  }
  const auto anchor = found.scope->anchors.find(fragment);
  if (anchor == found.scope->anchors.end()) {
    return {nullptr, "there is no anchor " + Quoted(fragment)};
  }
  return {anchor->second, {}};
}

ReferenceResolver::Target ReferenceResolver::At(ResourceScope& scope, std::string_view pointer) {
  const base::Result<document::Pointer> parsed = document::Pointer::Parse(pointer);
  if (!parsed.ok()) {
    return {nullptr, Quoted(pointer) + " is no JSON pointer"};
  }
  const document::Node* node = scope.root;
  SchemaPlace* nearest = registry_.Find(*node);
  ResourceScope* around = &scope;
  std::string below;
  for (const std::string& token : parsed->tokens()) {
    node = Step(*node, token);
    if (node == nullptr) {
      return {nullptr, "there is nothing at " + Quoted(pointer)};
    }
    AppendToken(below, token);
    if (SchemaPlace* place = registry_.Find(*node); place != nullptr) {
      nearest = place;
      around = place->scope;
      below = place->pointer;
    }
  }
  if (nearest != nullptr && nearest->node == node) {
    return {nearest, {}};
  }
  if (!node->is_object() && !node->is_bool()) {
    return {nullptr, "what stands at " + Quoted(pointer) + " is no schema"};
  }
  return {registry_.AddPlace(*node, *around, std::move(below), false),
          "there are too many schemas"};
}

ReferenceResolver::Loaded ReferenceResolver::FindScope(const std::string& uri,
                                                       const Language& otherwise) {
  if (ResourceScope* known = registry_.FindResource(uri); known != nullptr) {
    return {known, {}};
  }
  if (const auto failed = failed_.find(uri); failed != failed_.end()) {
    return {nullptr, failed->second};
  }
  Loaded loaded = Load(uri, otherwise);
  if (loaded.scope == nullptr) {
    failed_.emplace(uri, loaded.problem);
  }
  return loaded;
}

ReferenceResolver::Loaded ReferenceResolver::Load(const std::string& uri,
                                                  const Language& otherwise) {
  document::DocumentPtr document = MetaSchema(uri);
  if (document == nullptr) {
    if (!load_) {
      return {nullptr, "no schema has the identifier " + Quoted(uri)};
    }
    base::Result<document::DocumentPtr> result = load_(uri);
    if (!result.ok()) {
      return {nullptr, Quoted(uri) + " cannot be loaded: " + result.error().message};
    }
    document = std::move(result).value();
  }
  const document::Value root(document);
  if (IsApiDescription(*root)) {
    const Language& language = languages_.OfApiDescription(root, otherwise);
    return {&registry_.AddDocument(document, uri, language, false), {}};
  }
  return {&registry_.AddDocument(document, uri, languages_.Of(root, otherwise), true), {}};
}

}  // namespace accord::schema
