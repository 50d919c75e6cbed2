#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace accord::schema {

/// A version of JSON Schema, or what OpenAPI made of it.
enum class Dialect : std::uint8_t {
  kDraft4,
  kDraft6,
  kDraft7,
  k2019_09,    // NOLINT(readability-identifier-naming)
  k2020_12,    // NOLINT(readability-identifier-naming)
  kOpenApi30,  ///< Schema Objects of OpenAPI 3.0: `nullable`, boolean exclusive bounds.
  kOpenApi31,  ///< 2020-12 with OpenAPI's base vocabulary.
};
std::string_view ToString(Dialect dialect);

/// The dialect whose meta-schema has this URI; an empty fragment does not matter. nullopt for
/// others (they may be custom meta-schemas).
std::optional<Dialect> DialectOf(std::string_view meta_schema_uri);
/// `draft4`, `draft-04`, `7`, `2020-12`, `openapi-3.0` …: what users write. nullopt for others.
std::optional<Dialect> ParseDialect(std::string_view name);

}  // namespace accord::schema
