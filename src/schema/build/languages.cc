#include "schema/build/languages.h"

#include "accord/schema/uri.h"

namespace accord::schema {
namespace {

// Meta-schemas whose meta-schemas are themselves custom.
constexpr int kMaxMetaDepth = 16;

}  // namespace

const Language& Languages::Standard(Dialect dialect) {
  return *Find(std::string(MetaSchemaUri(dialect)), 0).language;
}

bool IsApiDescription(const document::Node& root) {
  return root.Find("openapi") != nullptr || root.Find("swagger") != nullptr ||
         root.Find("asyncapi") != nullptr;
}

const Language& Languages::OfApiDescription(const document::Value& root,
                                            const Language& otherwise) {
  const document::Node* version = root->Find("openapi");
  if (version == nullptr) {
    return otherwise;
  }
  const bool is_30 = version->text().starts_with("3.0");
  return is_30 ? Standard(Dialect::kOpenApi30)
               : Named(root, "jsonSchemaDialect", Standard(Dialect::kOpenApi31));
}

const Language& Languages::Named(const document::Value& object,
                                 std::string_view key,
                                 const Language& otherwise) {
  const document::Node* declared = object->Find(key);
  if (declared == nullptr || !declared->is_string()) {
    return otherwise;
  }
  const Outcome& outcome = Find(std::string(declared->text()), 0);
  if (outcome.language != nullptr) {
    return *outcome.language;
  }
  faults_.Add(*outcome.rule, outcome.problem, object.Child(declared).Span());
  return otherwise;
}

const Languages::Outcome& Languages::Find(const std::string& meta_schema, int depth) {
  const std::string uri = ResolveUri({}, meta_schema);
  if (const auto found = known_.find(uri); found != known_.end()) {
    return found->second;
  }
  const std::optional<Dialect> dialect = DialectOf(uri);
  Outcome outcome = dialect ? Keep(StandardLanguage(*dialect)) : Custom(uri, depth);
  return known_.insert_or_assign(uri, std::move(outcome)).first->second;
}

Languages::Outcome Languages::Custom(const std::string& meta_schema, int depth) {
  const auto unknown = [&](const std::string& why) {
    return Outcome{nullptr, &kSchemaDialect, "meta-schema " + Quoted(meta_schema) + " " + why};
  };
  if (depth == kMaxMetaDepth) {
    return unknown("leads to no known dialect");
  }
  if (!load_) {
    return unknown("is none of the known dialects, and no other documents may be loaded");
  }
  base::Result<document::DocumentPtr> loaded = load_(meta_schema);
  if (!loaded.ok()) {
    return unknown("is none of the known dialects and cannot be loaded: " + loaded.error().message);
  }
  const document::Node& root = (*loaded)->root();
  const document::Node* declared = root.Find("$schema");
  if (declared == nullptr || !declared->is_string()) {
    return unknown("does not say with '$schema' which dialect it builds on");
  }
  const Outcome& outer = Find(std::string(declared->text()), depth + 1);
  if (outer.language == nullptr) {
    return outer;
  }
  Language language = *outer.language;
  language.meta_schema = meta_schema;
  const document::Node* vocabularies = root.Find("$vocabulary");
  const bool may_choose = language.has_anchors();
  return vocabularies != nullptr && may_choose && vocabularies->is_object()
             ? WithVocabularies(std::move(language), *vocabularies)
             : Keep(std::move(language));
}

Languages::Outcome Languages::WithVocabularies(Language language,
                                               const document::Node& vocabularies) {
  language.vocabularies = kCoreVocabulary;
  language.asserts_format = false;
  for (const document::Member& member : vocabularies.members()) {
    const bool required = member.value.is_bool() && member.value.boolean();
    const std::optional<Vocabulary> vocabulary = FindVocabulary(member.key(), required);
    if (vocabulary) {
      language.vocabularies = static_cast<VocabularySet>(language.vocabularies | vocabulary->bits);
      language.asserts_format = language.asserts_format || vocabulary->asserts_format;
    } else if (required) {
      return {nullptr,
              &kSchemaVocabulary,
              "meta-schema " + Quoted(language.meta_schema) + " requires the vocabulary " +
                  Quoted(member.key()) + ", which accord does not know"};
    }
  }
  return Keep(std::move(language));
}

Languages::Outcome Languages::Keep(Language language) {
  languages_.push_back(std::move(language));
  return {&languages_.back(), nullptr, {}};
}

}  // namespace accord::schema
