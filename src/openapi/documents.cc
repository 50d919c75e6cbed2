#include "openapi/documents.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/schema/uri.h"

#include "openapi/quoted.h"

namespace accord::openapi {
namespace {

using document::DocumentPtr;
using document::Member;
using document::Node;
using document::Value;

// More names are not searched for one that was meant.
constexpr std::size_t kMostNames = 2000;

std::string Unescaped(std::string_view token) {
  std::string out;
  for (std::size_t at = 0; at < token.size(); ++at) {
    const char code = token[at] == '~' && at + 1 < token.size() ? token[at + 1] : '\0';
    if (code == '0' || code == '1') {
      out += code == '0' ? '~' : '/';
      ++at;
    } else {
      out += token[at];
    }
  }
  return out;
}

const Node* Item(const Node& array, std::string_view token) {
  std::size_t index = 0;
  const char* end = token.data() + token.size();
  const auto [stop, error] = std::from_chars(token.data(), end, index);
  const bool canonical =
      error == std::errc() && stop == end && (token.size() == 1 || token.front() != '0');
  return canonical && index < array.items().size() ? &array.items()[index] : nullptr;
}

const Node* Child(const Node& node, std::string_view token) {
  return node.is_array() ? Item(node, token) : node.Find(token);
}

// How far a JSON pointer leads.
struct Walk {
  const Node* node = nullptr;  // Of the last step that could be made.
  std::string missing;         // The token that could not be followed.
  bool complete = false;
};

// A pointer is followed without being taken apart: descriptions have tens of thousands of them.
Walk WalkPointer(const Node& root, std::string_view pointer) {
  Walk walk{&root, {}, false};
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view token = pointer.substr(1, end - 1);
    pointer.remove_prefix(end);
    const bool escaped = token.find('~') != std::string_view::npos;
    const Node* next = escaped ? Child(*walk.node, Unescaped(token)) : Child(*walk.node, token);
    if (next == nullptr) {
      walk.missing = Unescaped(token);
      return walk;
    }
    walk.node = next;
  }
  walk.complete = true;
  return walk;
}

std::string NameMeant(const Walk& walk) {
  std::vector<std::string> names;
  for (const Member& member : walk.node->members()) {
    if (names.size() == kMostNames) {
      break;
    }
    names.emplace_back(member.key());
  }
  const auto nearest = base::NearestWord(walk.missing, names);
  return nearest ? fmt::format("did you mean {}?", Quoted(*nearest)) : std::string();
}

}  // namespace

Documents::Documents(const DocumentPtr& root,
                     const std::string& uri,
                     schema::LoadDocument load,
                     bool has_identifiers)
    : load_(std::move(load)), has_identifiers_(has_identifiers) {
  Keep(root, schema::ResolveUri({}, uri));
}

void Documents::Keep(const DocumentPtr& document, const std::string& uri) const {
  by_uri_.insert_or_assign(uri, document);
  const bool is_new = uris_.emplace(document.get(), uri).second;
  if (!is_new || !has_identifiers_ || !Identifiers::MayHave(*document)) {
    return;
  }
  const auto& names = identifiers_[document.get()] =
      std::make_unique<const Identifiers>(*document, uri);
  for (const Identifiers::Resource& resource : names->resources()) {
    by_identifier_.emplace(resource.uri, Scope{document, resource.root, &resource});
  }
  any_identifiers_ = true;
}

base::Result<DocumentPtr> Documents::Load(const std::string& uri) const {
  const std::lock_guard lock(mutex_);
  return LoadLocked(uri);
}

base::Result<DocumentPtr> Documents::LoadLocked(const std::string& uri) const {
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

const Identifiers* Documents::IdentifiersOf(const document::Document& document) const {
  const auto known = identifiers_.find(&document);
  return known == identifiers_.end() ? nullptr : known->second.get();
}

Documents::Scope Documents::ScopeAround(const Value& at) const {
  Scope scope{at.document(), &at.document()->root(), nullptr};
  if (any_identifiers_) {
    const std::lock_guard lock(mutex_);
    if (const Identifiers* names = IdentifiersOf(*at.document()); names != nullptr) {
      scope.resource = &names->Around(at->begin());
      scope.root = scope.resource->root;
    }
  }
  return scope;
}

base::Result<Documents::Scope> Documents::FindScope(const Value& at, std::string_view uri) const {
  const Scope from = ScopeAround(at);
  const std::string absolute = schema::ResolveUri(
      from.resource != nullptr ? from.resource->uri : UriOf(*at.document()), uri);
  const std::lock_guard lock(mutex_);
  if (const auto known = by_identifier_.find(absolute); known != by_identifier_.end()) {
    return known->second;
  }
  base::Result<DocumentPtr> loaded = LoadLocked(absolute);
  if (!loaded) {
    return base::InputError(
        fmt::format("{} cannot be loaded: {}", Quoted(absolute), loaded.error().message));
  }
  const Identifiers* names = IdentifiersOf(**loaded);
  return Scope{
      *loaded, &(*loaded)->root(), names != nullptr ? &names->resources().front() : nullptr};
}

Value Documents::Follow(const Value& at, std::string_view reference, Problem* why) const {
  Problem unused;
  Problem& problem = why != nullptr ? *why : unused;
  const auto [uri, fragment] = schema::SplitFragment(reference);
  base::Result<Scope> scope = uri.empty() ? ScopeAround(at) : FindScope(at, uri);
  if (!scope) {
    problem.message = scope.error().message;
    return {};
  }
  const bool encoded = fragment.find('%') != std::string_view::npos;
  const std::string decoded = encoded ? base::PercentDecode(fragment, false) : std::string();
  const std::string_view name = encoded ? std::string_view(decoded) : fragment;
  if (!name.empty() && name.front() != '/') {
    if (scope->resource != nullptr) {
      if (const auto anchor = scope->resource->anchors.find(name);
          anchor != scope->resource->anchors.end()) {
        return {scope->document, anchor->second};
      }
    }
    if (why != nullptr) {
      problem.message = fmt::format("{} has no anchor {}", scope->document->name(), Quoted(name));
    }
    return {};
  }
  const Walk walk = WalkPointer(*scope->root, name);
  if (walk.complete) {
    return {scope->document, walk.node};
  }
  if (why != nullptr) {
    problem.message =
        fmt::format("there is nothing at {} in {}", Quoted(name), scope->document->name());
    problem.help = NameMeant(walk);
  }
  return {};
}

Value Documents::Resolve(const Value& at) const {
  Value value = at;
  for (int hops = 0; value && hops < kMaxHops; ++hops) {
    const std::string_view reference = ReferenceOf(*value);
    if (reference.empty()) {
      return value;
    }
    value = Follow(value, reference);
  }
  return {};
}

std::string_view ReferenceOf(const Node& node) {
  const Node* reference = node.Find("$ref");
  return reference != nullptr ? reference->text() : std::string_view();
}

}  // namespace accord::openapi
