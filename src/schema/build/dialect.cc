#include "accord/schema/dialect.h"

#include <algorithm>
#include <array>
#include <string>

#include "accord/base/strings.h"

#include "schema/build/language.h"

namespace accord::schema {
namespace {

struct DialectNames {
  Dialect dialect;
  std::string_view name;
  std::string_view meta_schema;
};

constexpr std::array kDialects = {
    DialectNames{Dialect::kDraft4, "draft-04", "http://json-schema.org/draft-04/schema"},
    DialectNames{Dialect::kDraft6, "draft-06", "http://json-schema.org/draft-06/schema"},
    DialectNames{Dialect::kDraft7, "draft-07", "http://json-schema.org/draft-07/schema"},
    DialectNames{Dialect::k2019_09, "2019-09", "https://json-schema.org/draft/2019-09/schema"},
    DialectNames{Dialect::k2020_12, "2020-12", "https://json-schema.org/draft/2020-12/schema"},
    DialectNames{
        Dialect::kOpenApi30, "openapi-3.0", "https://spec.openapis.org/oas/3.0/schema-object"},
    DialectNames{
        Dialect::kOpenApi31, "openapi-3.1", "https://spec.openapis.org/oas/3.1/dialect/base"},
};

const DialectNames& NamesOf(Dialect dialect) {
  return kDialects[static_cast<std::size_t>(dialect)];
}

std::string_view WithoutScheme(std::string_view uri) {
  const std::size_t mark = uri.find("://");
  return mark == std::string_view::npos ? uri : uri.substr(mark + 3);
}

}  // namespace

std::string_view ToString(Dialect dialect) {
  return NamesOf(dialect).name;
}

std::string_view MetaSchemaUri(Dialect dialect) {
  return NamesOf(dialect).meta_schema;
}

std::optional<Dialect> DialectOf(std::string_view meta_schema_uri) {
  if (meta_schema_uri.ends_with('#')) {
    meta_schema_uri.remove_suffix(1);
  }
  if (!meta_schema_uri.starts_with("http://") && !meta_schema_uri.starts_with("https://")) {
    return std::nullopt;
  }
  // Many write http where it should be https, and the other way round.
  const std::string_view uri = WithoutScheme(meta_schema_uri);
  for (const DialectNames& known : kDialects) {
    if (uri == WithoutScheme(known.meta_schema)) {
      return known.dialect;
    }
  }
  // Later publications of the dialect are named by their date.
  if (uri.starts_with("spec.openapis.org/oas/3.1/dialect/")) {
    return Dialect::kOpenApi31;
  }
  return std::nullopt;
}

std::optional<Dialect> ParseDialect(std::string_view name) {
  std::string plain = base::ToLowerAscii(name);
  std::erase_if(plain, [](char c) { return c == '-' || c == '_' || c == ' '; });
  std::string_view rest = plain;
  if (rest.starts_with("openapi") || rest.starts_with("oas")) {
    rest.remove_prefix(rest.starts_with("openapi") ? 7 : 3);
    if (rest == "3.0" || rest.starts_with("3.0.")) {
      return Dialect::kOpenApi30;
    }
    return rest == "3.1" || rest.starts_with("3.1.") ? std::optional(Dialect::kOpenApi31)
                                                     : std::nullopt;
  }
  if (rest.starts_with("draft")) {
    rest.remove_prefix(5);
  }
  if (rest.size() == 2 && rest.front() == '0') {
    rest.remove_prefix(1);
  }
  constexpr std::array<std::pair<std::string_view, Dialect>, 7> kNumbers = {{
      {"4", Dialect::kDraft4},
      {"6", Dialect::kDraft6},
      {"7", Dialect::kDraft7},
      {"201909", Dialect::k2019_09},
      {"2019", Dialect::k2019_09},
      {"202012", Dialect::k2020_12},
      {"2020", Dialect::k2020_12},
  }};
  const auto* found = std::find_if(
      kNumbers.begin(), kNumbers.end(), [&](const auto& entry) { return entry.first == rest; });
  return found == kNumbers.end() ? DialectOf(name) : std::optional(found->second);
}

}  // namespace accord::schema
