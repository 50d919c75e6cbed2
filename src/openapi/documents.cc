#include "openapi/documents.h"

#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/pointer.h"
#include "accord/schema/uri.h"

namespace accord::openapi {
namespace {

using document::DocumentPtr;
using document::Node;
using document::Value;

// Longer chains are taken for circles.
constexpr int kMaxHops = 200;

std::string Quoted(std::string_view text) {
  return fmt::format("'{}'", base::Ellipsize(text, 200));
}

}  // namespace

Documents::Documents(DocumentPtr root, std::string uri, schema::LoadDocument load)
    : load_(std::move(load)) {
  Keep(root, schema::ResolveUri({}, uri));
}

void Documents::Keep(const DocumentPtr& document, const std::string& uri) const {
  by_uri_.insert_or_assign(uri, document);
  uris_.emplace(document.get(), uri);
}

base::Result<DocumentPtr> Documents::Load(const std::string& uri) const {
  const std::lock_guard lock(mutex_);
  if (const auto known = by_uri_.find(uri); known != by_uri_.end()) {
    return known->second;
  }
  if (!load_) {
    return base::InputError("no other documents may be loaded");
  }
  base::Result<DocumentPtr> loaded = load_(uri);
  if (loaded) {
    Keep(*loaded, uri);
  } else {
    by_uri_.emplace(uri, loaded);
  }
  return loaded;
}

std::string Documents::UriOf(const document::Document& document) const {
  const std::lock_guard lock(mutex_);
  const auto known = uris_.find(&document);
  return known == uris_.end() ? std::string() : known->second;
}

Documents::Target Documents::Follow(const DocumentPtr& document, std::string_view reference) const {
  const auto [uri, fragment] = schema::SplitFragment(reference);
  DocumentPtr target = document;
  if (!uri.empty()) {
    const std::string absolute = schema::ResolveUri(UriOf(*document), uri);
    base::Result<DocumentPtr> loaded = Load(absolute);
    if (!loaded) {
      return {{}, fmt::format("{} cannot be loaded: {}", Quoted(absolute), loaded.error().message)};
    }
    target = std::move(*loaded);
  }
  const std::string text = base::PercentDecode(fragment, false);
  const base::Result<document::Pointer> pointer = document::Pointer::Parse(text);
  if (!pointer) {
    return {{}, fmt::format("{} is no JSON pointer", Quoted(text))};
  }
  const Node* node = pointer->Resolve(target->root());
  if (node == nullptr) {
    return {{}, fmt::format("there is nothing at {} in {}", Quoted(text), target->name())};
  }
  return {Value(target, node), {}};
}

Value Documents::Resolve(const Value& at) const {
  Value value = at;
  for (int hops = 0; value && hops < kMaxHops; ++hops) {
    const std::string_view reference = ReferenceOf(*value);
    if (reference.empty()) {
      return value;
    }
    value = Follow(value.document(), reference).value;
  }
  return {};
}

std::string_view ReferenceOf(const Node& node) {
  const Node* reference = node.Find("$ref");
  return reference != nullptr ? reference->text() : std::string_view();
}

}  // namespace accord::openapi
