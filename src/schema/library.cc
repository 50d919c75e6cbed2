#include "accord/schema/library.h"

#include <filesystem>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"

namespace accord::schema {
namespace {

using document::DocumentPtr;

bool IsPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/!$&'()*+,;=:@").find(c) != std::string_view::npos;
}

std::string Encode(std::string_view path) {
  std::string out;
  for (const char c : path) {
    if (IsPlain(c)) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::optional<unsigned> HexDigit(char c) {
  const std::size_t digit = std::string_view("0123456789abcdef").find(base::ToLowerAscii({&c, 1}));
  return digit == std::string_view::npos ? std::nullopt : std::optional(unsigned(digit));
}

std::string Decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const auto high = HexDigit(text[i + 1]);
      const auto low = HexDigit(text[i + 2]);
      if (high && low) {
        out += static_cast<char>(*high * 16 + *low);
        i += 2;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

/// What follows the authority, without query: `schemas/order.json`; empty for opaque URIs.
std::string_view PathOf(std::string_view uri) {
  const std::size_t scheme = uri.find("://");
  if (scheme == std::string_view::npos) {
    return {};
  }
  const std::size_t slash = uri.find('/', scheme + 3);
  return slash == std::string_view::npos ? std::string_view()
                                         : uri.substr(slash + 1, uri.find('?', slash) - slash - 1);
}

}  // namespace

std::string FileUri(const std::string& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error);
  return "file://" + Encode(error ? path : absolute.lexically_normal().string());
}

std::string_view IdentifierOf(const document::Node& root) {
  for (const std::string_view keyword : {"$id", "id"}) {
    const document::Node* id = root.Find(keyword);
    if (id != nullptr && id->is_string()) {
      std::string_view text = id->text();
      if (text.ends_with('#')) {
        text.remove_suffix(1);
      }
      return text;
    }
  }
  return {};
}

void Library::Add(std::shared_ptr<const document::SourceSet> set, std::string base) {
  shelves_.push_back({std::move(set), std::move(base)});
  indexed_ = false;
}

void Library::Keep(const std::string& uri, DocumentPtr document) {
  by_uri_[uri] = std::move(document);
}

base::Result<DocumentPtr> Library::Read(const Shelf& shelf, const std::string& path) {
  DocumentPtr& known = by_uri_[shelf.base + Encode(path)];
  if (known) {
    return known;
  }
  auto bytes = shelf.set->Read(path);
  if (!bytes) {
    return bytes.error();
  }
  document::LoadResult loaded =
      document::Parse(shelf.set->DisplayName(path), std::move(*bytes), {});
  if (!loaded.document) {
    const finding::Finding& fault = loaded.findings.front();
    return base::InputError(fmt::format("{}: {}", ToString(fault.span), fault.message));
  }
  known = std::move(loaded.document);
  return known;
}

void Library::IndexIdentifiers() {
  if (std::exchange(indexed_, true)) {
    return;
  }
  for (const Shelf& shelf : shelves_) {
    for (const document::SourceFile& file : shelf.set->files()) {
      const auto document = Read(shelf, file.path);
      if (!document) {
        continue;
      }
      const std::string_view id = IdentifierOf((*document)->root());
      if (!id.empty()) {
        by_identifier_.emplace(id, shelf.base + Encode(file.path));
      }
    }
  }
}

base::Result<DocumentPtr> Library::Load(const std::string& uri) {
  if (const auto known = by_uri_.find(uri); known != by_uri_.end() && known->second) {
    return known->second;
  }
  for (const Shelf& shelf : shelves_) {
    if (uri.starts_with(shelf.base)) {
      const std::string path = Decode(std::string_view(uri).substr(shelf.base.size()));
      if (shelf.set->Exists(path)) {
        return Read(shelf, path);
      }
    }
  }
  IndexIdentifiers();
  if (const auto named = by_identifier_.find(uri); named != by_identifier_.end()) {
    return by_uri_[named->second];
  }
  if (uri.starts_with("file:")) {
    return base::InputError(fmt::format("there is no document '{}'", uri));
  }
  for (std::string_view path = PathOf(uri); !path.empty();) {
    const std::string wanted = Decode(path);
    for (const Shelf& shelf : shelves_) {
      if (shelf.set->Exists(wanted)) {
        return Read(shelf, wanted);
      }
    }
    const std::size_t slash = path.find('/');
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  }
  return base::InputError(fmt::format("there is no document '{}'", uri));
}

}  // namespace accord::schema
