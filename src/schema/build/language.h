#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "accord/schema/dialect.h"

namespace accord::schema {

/// Vocabularies as bits.
using VocabularySet = std::uint16_t;
inline constexpr VocabularySet kCoreVocabulary = 1;
inline constexpr VocabularySet kApplicatorVocabulary = 2;
inline constexpr VocabularySet kValidationVocabulary = 4;
inline constexpr VocabularySet kUnevaluatedVocabulary = 8;
inline constexpr VocabularySet kFormatVocabulary = 16;
inline constexpr VocabularySet kContentVocabulary = 32;
inline constexpr VocabularySet kMetadataVocabulary = 64;
inline constexpr VocabularySet kOpenApiVocabulary = 128;
inline constexpr VocabularySet kAllVocabularies = 255;

/// What a schema resource is written in: a dialect, and the vocabularies that its meta-schema
/// switches on.
struct Language {
  Dialect dialect = Dialect::k2020_12;
  VocabularySet vocabularies = kAllVocabularies;
  bool asserts_format = false;
  std::string meta_schema;  ///< Its URI.

  /// `id` in draft 4, `$id` later; empty where schemas have no identifiers.
  std::string_view id_keyword() const;
  /// Drafts up to 7 and OpenAPI 3.0: a `$ref` hides everything beside it.
  bool ref_hides_siblings() const;
  /// Drafts up to 7: `#name` as an identifier is what `$anchor` is later.
  bool has_plain_name_ids() const;
  bool has_anchors() const;
  bool has_dynamic_anchors() const;
  bool has_recursive_anchors() const;
  bool has_boolean_schemas() const;
  /// Draft 4 and OpenAPI 3.0: `exclusiveMinimum` is a boolean beside `minimum`.
  bool has_boolean_bounds() const;
};

/// The language of a dialect's own meta-schema.
Language StandardLanguage(Dialect dialect);
/// URI of a dialect's own meta-schema, without an empty fragment.
std::string_view MetaSchemaUri(Dialect dialect);

/// One of the published vocabularies. Those of assertion and annotation of formats share a bit.
struct Vocabulary {
  VocabularySet bits = 0;
  bool asserts_format = false;
};
/// nullopt for vocabularies that are not known. `required` matters for the format vocabulary of
/// 2019-09 only, which asserts only then.
std::optional<Vocabulary> FindVocabulary(std::string_view uri, bool required);

}  // namespace accord::schema
