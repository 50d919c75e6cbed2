#include "conform/media_types.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

#include "accord/base/strings.h"

namespace accord::conform {
namespace {

/// A media type or range, in lower case, without white space.
struct Range {
  std::string whole;
  double quality = 1;

  std::string_view essence() const { return std::string_view(whole).substr(0, whole.find(';')); }
  std::string_view type() const { return essence().substr(0, essence().find('/')); }
  /// What follows the last `+` of the subtype, or all of it.
  std::string_view form() const {
    const std::string_view text = essence();
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
      return {};
    }
    const std::string_view subtype = text.substr(slash + 1);
    return subtype.substr(subtype.find_last_of('+') + 1);
  }
  bool is_any() const { return essence() == "*/*"; }
};

Range ParseRange(std::string_view text) {
  Range range;
  for (const char c : text) {
    if (c != ' ' && c != '\t') {
      range.whole += base::ToLowerAscii(c);
    }
  }
  const std::size_t at = range.whole.find(";q=");
  if (at != std::string::npos) {
    const char* const begin = range.whole.data() + at + 3;
    const char* const end = range.whole.data() + range.whole.size();
    const auto parsed = std::from_chars(begin, end, range.quality);
    range.whole.erase(at, static_cast<std::size_t>(parsed.ptr - begin) + 3);
  }
  return range;
}

using Fits = std::function<bool(const Range& asked, const Range& described)>;

const std::vector<Fits>& Steps() {
  static const std::vector<Fits> steps = {
      [](const Range& a, const Range& d) { return a.whole == d.whole; },
      [](const Range& a, const Range& d) { return a.essence() == d.essence(); },
      [](const Range& a, const Range& d) { return a.type() == d.type() && a.form() == d.form(); },
      [](const Range& a, const Range& d) { return d.form() == "*" && a.type() == d.type(); },
      [](const Range& /*a*/, const Range& d) { return d.is_any(); },
      [](const Range& a, const Range& d) { return a.form() == "*" && a.type() == d.type(); },
      [](const Range& a, const Range& /*d*/) { return a.is_any(); },
  };
  return steps;
}

template <std::size_t N>
bool Contains(const std::array<std::string_view, N>& sorted, std::string_view name) {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

}  // namespace

const openapi::MediaType* FindMediaType(std::string_view asked,
                                        const std::vector<openapi::MediaType>& described) {
  std::vector<Range> wanted;
  for (const std::string_view piece : base::Split(asked, ',')) {
    wanted.push_back(ParseRange(piece));
  }
  std::stable_sort(wanted.begin(), wanted.end(), [](const Range& a, const Range& b) {
    return a.quality > b.quality;
  });
  std::vector<Range> available;
  available.reserve(described.size());
  for (const openapi::MediaType& type : described) {
    available.push_back(ParseRange(type.name));
  }
  for (const Fits& fits : Steps()) {
    for (const Range& range : wanted) {
      const auto found = std::find_if(
          available.begin(), available.end(), [&](const Range& one) { return fits(range, one); });
      if (found != available.end()) {
        return &described[static_cast<std::size_t>(found - available.begin())];
      }
    }
  }
  return nullptr;
}

bool IsReadable(std::string_view media_type) {
  static const std::vector<openapi::MediaType> readable = {
      {"application/json", {}, {}},
      {"application/x-www-form-urlencoded", {}, {}},
      {"multipart/form-data", {}, {}},
      {"text/json", {}, {}},
  };
  return FindMediaType(media_type, readable) != nullptr;
}

bool IsStandardRequestHeader(std::string_view name) {
  static constexpr std::array<std::string_view, 33> kNames = {"accept",
                                                              "accept-charset",
                                                              "accept-datetime",
                                                              "accept-encoding",
                                                              "accept-language",
                                                              "authorization",
                                                              "cache-control",
                                                              "connection",
                                                              "content-length",
                                                              "content-md5",
                                                              "content-type",
                                                              "cookie",
                                                              "date",
                                                              "expect",
                                                              "forwarded",
                                                              "from",
                                                              "host",
                                                              "if-match",
                                                              "if-modified-since",
                                                              "if-none-match",
                                                              "if-range",
                                                              "if-unmodified-since",
                                                              "max-forwards",
                                                              "origin",
                                                              "pragma",
                                                              "proxy-authorization",
                                                              "range",
                                                              "referer",
                                                              "te",
                                                              "upgrade",
                                                              "user-agent",
                                                              "via",
                                                              "warning"};
  return Contains(kNames, name);
}

bool IsStandardResponseHeader(std::string_view name) {
  static constexpr std::array<std::string_view, 40> kNames = {"accept-patch",
                                                              "accept-ranges",
                                                              "access-control-allow-origin",
                                                              "age",
                                                              "allow",
                                                              "alt-svc",
                                                              "cache-control",
                                                              "connection",
                                                              "content-disposition",
                                                              "content-encoding",
                                                              "content-language",
                                                              "content-length",
                                                              "content-location",
                                                              "content-md5",
                                                              "content-range",
                                                              "date",
                                                              "etag",
                                                              "expires",
                                                              "last-modified",
                                                              "link",
                                                              "location",
                                                              "p3p",
                                                              "pragma",
                                                              "proxy-authenticate",
                                                              "public-key-pins",
                                                              "refresh",
                                                              "retry-after",
                                                              "server",
                                                              "set-cookie",
                                                              "status",
                                                              "strict-transport-security",
                                                              "trailer",
                                                              "transfer-encoding",
                                                              "tsv",
                                                              "upgrade",
                                                              "vary",
                                                              "via",
                                                              "warning",
                                                              "www-authenticate",
                                                              "x-frame-options"};
  return Contains(kNames, name);
}

}  // namespace accord::conform
