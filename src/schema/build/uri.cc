#include "accord/schema/uri.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "accord/base/strings.h"

namespace accord::schema {
namespace {

using base::IsDigit;
using base::IsLetter;

// Length of the scheme; npos when there is none.
std::size_t SchemeLength(std::string_view uri) {
  const std::size_t end = uri.find_first_of(":/?#");
  if (end == std::string_view::npos || end == 0 || uri[end] != ':' || !IsLetter(uri[0])) {
    return std::string_view::npos;
  }
  const bool valid =
      std::all_of(uri.begin(), uri.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
        return IsLetter(c) || IsDigit(c) || c == '+' || c == '-' || c == '.';
      });
  return valid ? end : std::string_view::npos;
}

struct Parts {
  std::string_view scheme;
  std::optional<std::string_view> authority;
  std::string_view path;
  std::optional<std::string_view> query;
};

Parts Take(std::string_view uri) {
  Parts parts;
  if (const std::size_t length = SchemeLength(uri); length != std::string_view::npos) {
    parts.scheme = uri.substr(0, length);
    uri.remove_prefix(length + 1);
  }
  if (uri.starts_with("//")) {
    uri.remove_prefix(2);
    const std::size_t end = std::min(uri.find_first_of("/?"), uri.size());
    parts.authority = uri.substr(0, end);
    uri.remove_prefix(end);
  }
  if (const std::size_t mark = uri.find('?'); mark != std::string_view::npos) {
    parts.query = uri.substr(mark + 1);
    uri = uri.substr(0, mark);
  }
  parts.path = uri;
  return parts;
}

void DropLastSegment(std::string& path) {
  const std::size_t slash = path.rfind('/');
  path.resize(slash == std::string::npos ? 0 : slash);
}

// The standard knows no relative bases; in them `..` above the first segment stays.
std::string NormaliseRelative(std::string_view path) {
  std::vector<std::string_view> kept;
  const std::vector<std::string_view> segments = base::Split(path, '/');
  for (const std::string_view segment : segments) {
    if (segment == ".." && !kept.empty() && kept.back() != "..") {
      kept.pop_back();
    } else if (segment != ".") {
      kept.push_back(segment);
    }
  }
  std::string out;
  for (const std::string_view segment : kept) {
    out.append(out.empty() ? "" : "/").append(segment);
  }
  return out;
}

// RFC 3986, section 5.2.4.
std::string RemoveDotSegments(std::string_view path) {
  if (!path.starts_with('/')) {
    return NormaliseRelative(path);
  }
  std::string out;
  while (!path.empty()) {
    if (path.starts_with("/./")) {
      path.remove_prefix(2);
    } else if (path == "/.") {
      path = "/";
    } else if (path.starts_with("/../")) {
      path.remove_prefix(3);
      DropLastSegment(out);
    } else if (path == "/..") {
      path = "/";
      DropLastSegment(out);
    } else {
      const std::size_t end = std::min(path.find('/', 1), path.size());
      out += path.substr(0, end);
      path.remove_prefix(end);
    }
  }
  return out;
}

std::string Merge(const Parts& base, std::string_view path) {
  if (base.authority && base.path.empty()) {
    return "/" + std::string(path);
  }
  const std::size_t slash = base.path.rfind('/');
  const std::string_view folder =
      slash == std::string_view::npos ? std::string_view() : base.path.substr(0, slash + 1);
  return std::string(folder) + std::string(path);
}

std::string Put(const Parts& parts) {
  std::string out;
  if (!parts.scheme.empty()) {
    out.append(parts.scheme).append(":");
  }
  if (parts.authority) {
    out.append("//").append(*parts.authority);
  }
  out += parts.path;
  if (parts.query) {
    out.append("?").append(*parts.query);
  }
  return out;
}

// Dots are no segments in the opaque part of `urn:a:b`.
bool IsHierarchical(const Parts& parts) {
  return parts.authority || parts.path.empty() || parts.path.front() == '/' || parts.scheme.empty();
}

bool MayStandInFragment(char c) {
  return IsLetter(c) || IsDigit(c) ||
         std::string_view("-._~!$&'()*+,;=:@/?").find(c) != std::string_view::npos;
}

}  // namespace

UriFragment SplitFragment(std::string_view reference) {
  const std::size_t mark = reference.find('#');
  if (mark == std::string_view::npos) {
    return {reference, {}};
  }
  return {reference.substr(0, mark), reference.substr(mark + 1)};
}

std::string ResolveUri(std::string_view base, std::string_view reference) {
  reference = SplitFragment(reference).uri;
  base = SplitFragment(base).uri;
  if (reference.empty()) {
    return std::string(base);
  }
  Parts target = Take(reference);
  std::string path;
  if (target.scheme.empty()) {
    const Parts from = Take(base);
    target.scheme = from.scheme;
    if (!target.authority) {
      target.authority = from.authority;
      if (target.path.empty()) {
        target.path = from.path;
        target.query = target.query ? target.query : from.query;
      } else if (target.path.front() != '/') {
        path = Merge(from, target.path);
        target.path = path;
      }
    }
  }
  std::string normal =
      IsHierarchical(target) ? RemoveDotSegments(target.path) : std::string(target.path);
  target.path = normal;
  return Put(target);
}

bool HasScheme(std::string_view uri) {
  return SchemeLength(uri) != std::string_view::npos;
}

std::string EncodeFragment(std::string_view pointer) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  out.reserve(pointer.size());
  for (const char c : pointer) {
    if (MayStandInFragment(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
  return out;
}

void AppendToken(std::string& pointer, std::string_view token) {
  pointer += '/';
  for (const char c : token) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

}  // namespace accord::schema
