#include "accord/base/media_type.h"

#include <algorithm>
#include <array>

#include "accord/base/strings.h"

namespace accord::base {
namespace {

using Parameter = std::pair<std::string, std::string>;

/// `tchar` of RFC 9110 §5.6.2.
bool IsTokenChar(char c) {
  const char lower = ToLowerAscii(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool IsToken(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsTokenChar);
}

/// Reads a quoted-string from the front of `text` (which begins with a quote).
std::optional<std::string> TakeQuoted(std::string_view& text) {
  std::string value;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') {
      text.remove_prefix(i + 1);
      return value;
    }
    if (text[i] == '\\' && i + 1 < text.size()) {
      ++i;
    }
    value.push_back(text[i]);
  }
  return std::nullopt;
}

/// Reads up to the next semicolon. Servers send values that are no tokens without quotes
/// (boundaries with slashes), so everything but a quote inside is taken.
std::optional<std::string> TakeValue(std::string_view& text) {
  if (!text.empty() && text.front() == '"') {
    return TakeQuoted(text);
  }
  const std::string_view value = Trim(text.substr(0, text.find(';')));
  text.remove_prefix(std::min(text.find(';'), text.size()));
  if (value.find('"') != std::string_view::npos) {
    return std::nullopt;
  }
  return std::string(value);
}

/// `text` is what follows the essence: empty, or beginning with a semicolon.
std::optional<std::vector<Parameter>> ParseParameters(std::string_view text) {
  std::vector<Parameter> parameters;
  while (!text.empty()) {
    if (text.front() != ';') {
      return std::nullopt;
    }
    text = Trim(text.substr(1));
    const std::size_t end = text.find_first_of(";=");
    const std::string_view name = Trim(text.substr(0, end));
    text.remove_prefix(std::min(end, text.size()));
    if (text.empty() || text.front() == ';') {
      if (!name.empty() && !IsToken(name)) {
        return std::nullopt;
      }
      continue;  // `text/html;` and `text/html; charset` are common and harmless.
    }
    text = Trim(text.substr(1));
    std::optional<std::string> value = TakeValue(text);
    if (!IsToken(name) || !value) {
      return std::nullopt;
    }
    parameters.emplace_back(ToLowerAscii(name), *std::move(value));
    text = Trim(text);
  }
  return parameters;
}

std::string Quote(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') {
      out.push_back('\\');
    }
    out.push_back(c);
  }
  return out + "\"";
}

std::string_view Suffix(std::string_view subtype) {
  const std::size_t plus = subtype.rfind('+');
  return plus == std::string_view::npos ? std::string_view() : subtype.substr(plus + 1);
}

bool SubtypeIs(const MediaType& media, std::string_view word) {
  return media.subtype == word || Suffix(media.subtype) == word;
}

constexpr std::array<std::string_view, 4> kBinaryTypes = {"audio", "font", "image", "video"};
constexpr std::array<std::string_view, 20> kApplicationText = {
    "ecmascript",    "javascript",   "jwt",         "node",         "pgp-keys",
    "pgp-signature", "sdp",          "sql",         "toml",         "typescript",
    "x-csh",         "x-ecmascript", "x-httpd-php", "x-javascript", "x-pem-file",
    "x-sh",          "x-tex",        "x-yaml",      "xml-dtd",      "yaml"};

bool SameParameters(const MediaType& a, const MediaType& b) {
  return a.parameters.size() == b.parameters.size() &&
         std::all_of(a.parameters.begin(), a.parameters.end(), [&b](const Parameter& parameter) {
           const std::string* other = b.Parameter(parameter.first);
           return other != nullptr && EqualsIgnoreCase(parameter.second, *other);
         });
}

/// text/xml is the older name of application/xml (RFC 7303 §9.2).
std::string_view CanonicalType(const MediaType& media) {
  return media.type == "text" && media.subtype == "xml" ? "application"
                                                        : std::string_view(media.type);
}

}  // namespace

std::optional<MediaType> MediaType::Parse(std::string_view text) {
  text = Trim(text);
  const std::size_t end = std::min(text.find(';'), text.size());
  const std::string_view essence = Trim(text.substr(0, end));
  const std::size_t slash = essence.find('/');
  if (slash == std::string_view::npos || !IsToken(essence.substr(0, slash)) ||
      !IsToken(essence.substr(slash + 1))) {
    return std::nullopt;
  }
  std::optional<std::vector<accord::base::Parameter>> parameters =
      ParseParameters(text.substr(end));
  if (!parameters) {
    return std::nullopt;
  }
  return MediaType{ToLowerAscii(essence.substr(0, slash)),
                   ToLowerAscii(essence.substr(slash + 1)),
                   *std::move(parameters)};
}

std::string MediaType::ToString() const {
  std::string out = Essence();
  for (const auto& [name, value] : parameters) {
    out += ";" + name + "=" + (IsToken(value) ? value : Quote(value));
  }
  return out;
}

const std::string* MediaType::Parameter(std::string_view name) const {
  for (const auto& parameter : parameters) {
    if (EqualsIgnoreCase(parameter.first, name)) {
      return &parameter.second;
    }
  }
  return nullptr;
}

MediaType MediaType::BaseType() const {
  const std::string_view suffix = Suffix(subtype);
  return {type, suffix.empty() ? subtype : std::string(suffix), {}};
}

bool MediaType::IsJson() const {
  if (Suffix(subtype) == "json") {
    return true;
  }
  return type == "application" &&
         (subtype.find("json") != std::string::npos || subtype == "graphql");
}

bool MediaType::IsXml() const {
  return (type == "application" || type == "text") && SubtypeIs(*this, "xml");
}

bool MediaType::IsForm() const {
  return type == "application" && subtype == "x-www-form-urlencoded";
}

bool MediaType::IsText() const {
  if (IsJson() || IsXml() || IsForm()) {
    return true;
  }
  if (IsUnknown() || IsMultipart() ||
      std::find(kBinaryTypes.begin(), kBinaryTypes.end(), type) != kBinaryTypes.end()) {
    return false;
  }
  return type != "application" || Suffix(subtype) == "yaml" ||
         std::find(kApplicationText.begin(), kApplicationText.end(), subtype) !=
             kApplicationText.end();
}

bool IsEquivalent(const MediaType& expected, const MediaType& actual) {
  return expected.subtype == actual.subtype && CanonicalType(expected) == CanonicalType(actual) &&
         (expected.parameters.empty() || SameParameters(expected, actual));
}

}  // namespace accord::base
