#include "schema/format/format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "accord/schema/validate.h"

#include "schema/format/address.h"
#include "schema/format/date_time.h"
#include "schema/format/email.h"
#include "schema/format/hostname.h"
#include "schema/format/json_pointer.h"
#include "schema/format/scan.h"
#include "schema/format/uri.h"
#include "schema/pattern/parser.h"

namespace accord::schema {
namespace {

/// RFC 4122, section 3, of any version and variant.
bool IsUuid(std::string_view text) {
  if (text.size() != 36) {
    return false;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !IsHexDigit(text[i])) {
      return false;
    }
  }
  return true;
}

/// Valid ECMA-262 under the flag `u`.
bool IsRegex(std::string_view text) {
  const base::Result<ParsedPattern> pattern = ParsePattern(text);
  return pattern.ok() && !pattern->lenient;
}

/// RFC 4648, section 4, with padding.
bool IsBase64(std::string_view text) {
  if (text.size() % 4 != 0) {
    return false;
  }
  for (int padding = 0; padding < 2 && text.ends_with('='); ++padding) {
    text.remove_suffix(1);
  }
  return std::all_of(text.begin(), text.end(), [](char c) {
    return IsLetter(c) || IsDigit(c) || c == '+' || c == '/';
  });
}

constexpr auto kFormats = std::to_array<std::pair<std::string_view, FormatCheck>>({
    {"byte", IsBase64},
    {"date", IsDate},
    {"date-time", IsDateTime},
    {"duration", IsDuration},
    {"email", IsEmail},
    {"hostname", IsHostname},
    {"idn-email", IsIdnEmail},
    {"idn-hostname", IsIdnHostname},
    {"ipv4", IsIpv4},
    {"ipv6", IsIpv6},
    {"iri", IsIri},
    {"iri-reference", IsIriReference},
    {"json-pointer", IsJsonPointer},
    {"regex", IsRegex},
    {"relative-json-pointer", IsRelativeJsonPointer},
    {"time", IsTime},
    {"uri", IsUri},
    {"uri-reference", IsUriReference},
    {"uri-template", IsUriTemplate},
    {"uuid", IsUuid},
});

}  // namespace

FormatCheck FindFormat(std::string_view name) {
  const auto* const found = std::lower_bound(
      kFormats.begin(), kFormats.end(), name, [](const auto& format, std::string_view wanted) {
        return format.first < wanted;
      });
  return found != kFormats.end() && found->first == name ? found->second : nullptr;
}

bool FitsFormat(std::string_view format, std::string_view text) {
  const FormatCheck check = FindFormat(format);
  return check == nullptr || check(text);
}

bool FitsNumberFormat(std::string_view format, const Decimal& number) {
  if (format == "int32") {
    const std::optional<std::int64_t> value = number.ToInt64();
    return value && *value >= std::numeric_limits<std::int32_t>::min() &&
           *value <= std::numeric_limits<std::int32_t>::max();
  }
  if (format == "int64") {
    return number.ToInt64().has_value();
  }
  if (format == "float") {
    return std::abs(number.ToDouble()) <= double{std::numeric_limits<float>::max()};
  }
  return format != "double" || std::isfinite(number.ToDouble());
}

bool FitsNodeFormat(std::string_view format, const document::Node& node) {
  if (node.is_string()) {
    return FitsFormat(format, node.text());
  }
  if (!node.is_number()) {
    return true;
  }
  if (node.text().ends_with("inf") || node.text().ends_with("nan")) {  // Of YAML.
    return format != "int32" && format != "int64";
  }
  return FitsNumberFormat(format, Decimal::Parse(node.text()));
}

}  // namespace accord::schema
