#include "accord/document/pointer.h"

#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace accord::document {
namespace {

std::optional<std::string> Unescape(std::string_view token) {
  std::string out;
  for (std::size_t at = 0; at < token.size(); ++at) {
    if (token[at] != '~') {
      out += token[at];
      continue;
    }
    const char code = at + 1 < token.size() ? token[at + 1] : '\0';
    if (code != '0' && code != '1') {
      return std::nullopt;
    }
    out += code == '0' ? '~' : '/';
    ++at;
  }
  return out;
}

// RFC 6901 §4: digits without leading zeros.
const Node* Item(const Node& array, std::string_view token) {
  std::size_t index = 0;
  const char* end = token.data() + token.size();
  const auto [stop, error] = std::from_chars(token.data(), end, index);
  const bool canonical = error == std::errc() && stop == end && !token.starts_with('-') &&
                         (token.size() == 1 || token.front() != '0');
  return canonical && index < array.items().size() ? &array.items()[index] : nullptr;
}

}  // namespace

base::Result<Pointer> Pointer::Parse(std::string_view text) {
  Pointer pointer;
  if (text.empty()) {
    return pointer;
  }
  if (!text.starts_with('/')) {
    return base::InputError(fmt::format("'{}' is no JSON pointer: it must start with '/'", text));
  }
  std::size_t begin = 1;
  while (true) {
    const std::size_t end = std::min(text.find('/', begin), text.size());
    std::optional<std::string> token = Unescape(text.substr(begin, end - begin));
    if (!token) {
      return base::InputError(
          fmt::format("'{}' is no JSON pointer: after '~' only 0 or 1 may follow", text));
    }
    pointer.tokens_.push_back(*std::move(token));
    if (end == text.size()) {
      return pointer;
    }
    begin = end + 1;
  }
}

Pointer Pointer::Child(std::string_view token) const {
  Pointer child = *this;
  child.tokens_.emplace_back(token);
  return child;
}

std::string Pointer::ToString() const {
  std::string out;
  for (const std::string& token : tokens_) {
    out += '/';
    for (const char c : token) {
      if (c == '~') {
        out += "~0";
      } else if (c == '/') {
        out += "~1";
      } else {
        out += c;
      }
    }
  }
  return out;
}

const Node* Pointer::Resolve(const Node& root) const {
  const Node* node = &root;
  for (const std::string& token : tokens_) {
    node = node->is_array() ? Item(*node, token) : node->Find(token);
    if (node == nullptr) {
      return nullptr;
    }
  }
  return node;
}

}  // namespace accord::document
