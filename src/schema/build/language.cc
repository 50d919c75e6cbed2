#include "schema/build/language.h"

#include <array>

namespace accord::schema {
namespace {

bool IsModern(Dialect dialect) {
  return dialect == Dialect::k2019_09 || dialect == Dialect::k2020_12 ||
         dialect == Dialect::kOpenApi31;
}

struct VocabularyName {
  std::string_view uri;
  VocabularySet bits;
};

// The vocabulary of applicators of 2019-09 has the unevaluated keywords too.
constexpr std::array kVocabularies = {
    VocabularyName{"https://json-schema.org/draft/2020-12/vocab/core", kCoreVocabulary},
    VocabularyName{"https://json-schema.org/draft/2020-12/vocab/applicator", kApplicatorVocabulary},
    VocabularyName{"https://json-schema.org/draft/2020-12/vocab/unevaluated",
                   kUnevaluatedVocabulary},
    VocabularyName{"https://json-schema.org/draft/2020-12/vocab/validation", kValidationVocabulary},
    VocabularyName{"https://json-schema.org/draft/2020-12/vocab/meta-data", kMetadataVocabulary},
    VocabularyName{"https://json-schema.org/draft/2020-12/vocab/format-annotation",
                   kFormatVocabulary},
    VocabularyName{"https://json-schema.org/draft/2020-12/vocab/content", kContentVocabulary},
    VocabularyName{"https://json-schema.org/draft/2019-09/vocab/core", kCoreVocabulary},
    VocabularyName{"https://json-schema.org/draft/2019-09/vocab/applicator",
                   kApplicatorVocabulary | kUnevaluatedVocabulary},
    VocabularyName{"https://json-schema.org/draft/2019-09/vocab/validation", kValidationVocabulary},
    VocabularyName{"https://json-schema.org/draft/2019-09/vocab/meta-data", kMetadataVocabulary},
    VocabularyName{"https://json-schema.org/draft/2019-09/vocab/content", kContentVocabulary},
    VocabularyName{"https://spec.openapis.org/oas/3.1/vocab/base", kOpenApiVocabulary},
};

}  // namespace

std::string_view Language::id_keyword() const {
  switch (dialect) {
    case Dialect::kDraft4:
      return "id";
    case Dialect::kOpenApi30:
      return {};
    default:
      return "$id";
  }
}

bool Language::ref_hides_siblings() const {
  return !IsModern(dialect);
}

bool Language::has_plain_name_ids() const {
  return dialect == Dialect::kDraft4 || dialect == Dialect::kDraft6 || dialect == Dialect::kDraft7;
}

bool Language::has_anchors() const {
  return IsModern(dialect);
}

bool Language::has_dynamic_anchors() const {
  return IsModern(dialect) && dialect != Dialect::k2019_09;
}

bool Language::has_recursive_anchors() const {
  return dialect == Dialect::k2019_09;
}

bool Language::has_boolean_schemas() const {
  return dialect != Dialect::kDraft4 && dialect != Dialect::kOpenApi30;
}

bool Language::has_boolean_bounds() const {
  return !has_boolean_schemas();
}

Language StandardLanguage(Dialect dialect) {
  Language language{.dialect = dialect, .meta_schema = std::string(MetaSchemaUri(dialect))};
  if (dialect == Dialect::k2019_09 || dialect == Dialect::k2020_12) {
    language.vocabularies = kAllVocabularies & ~kOpenApiVocabulary;
  }
  return language;
}

std::optional<Vocabulary> FindVocabulary(std::string_view uri, bool required) {
  if (uri == "https://json-schema.org/draft/2020-12/vocab/format-assertion") {
    return Vocabulary{kFormatVocabulary, true};
  }
  if (uri == "https://json-schema.org/draft/2019-09/vocab/format") {
    return Vocabulary{kFormatVocabulary, required};
  }
  for (const VocabularyName& known : kVocabularies) {
    if (known.uri == uri) {
      return Vocabulary{known.bits};
    }
  }
  return std::nullopt;
}

}  // namespace accord::schema
