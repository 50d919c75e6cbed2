#pragma once

#include <deque>
#include <map>
#include <string>

#include "accord/document/value.h"
#include "accord/schema/schema.h"

#include "schema/build/language.h"
#include "schema/build/report.h"

namespace accord::schema {

/// A document of OpenAPI or AsyncAPI: it holds schemas, but is none.
bool IsApiDescription(const document::Node& root);

/// Finds out what schemas are written in, from `$schema` and the meta-schema that it names.
class Languages {
 public:
  Languages(const LoadDocument& load, SchemaFaults& faults) : load_(load), faults_(faults) {}

  const Language& Standard(Dialect dialect);
  /// The language that a schema object declares; `otherwise` when it declares none or an unknown
  /// one, which is a fault.
  const Language& Of(const document::Value& schema, const Language& otherwise) {
    return Named(schema, "$schema", otherwise);
  }
  /// The language of the schemas in an OpenAPI document: its version and its `jsonSchemaDialect`
  /// say it.
  const Language& OfApiDescription(const document::Value& root, const Language& otherwise);

 private:
  struct Outcome {
    const Language* language = nullptr;
    const finding::RuleInfo* rule = nullptr;  // When there is none.
    std::string problem;
  };

  const Language& Named(const document::Value& object,
                        std::string_view key,
                        const Language& otherwise);
  const Outcome& Find(const std::string& meta_schema, int depth);
  Outcome Custom(const std::string& meta_schema, int depth);
  Outcome WithVocabularies(Language language, const document::Node& vocabularies);
  Outcome Keep(Language language);

  const LoadDocument& load_;
  SchemaFaults& faults_;
  std::map<std::string, Outcome> known_;
  std::deque<Language> languages_;
};

}  // namespace accord::schema
