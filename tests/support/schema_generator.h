#pragma once

#include <string_view>
#include <vector>

#include "accord/base/random.h"
#include "accord/schema/dialect.h"

#include "tests/support/json_tree.h"

namespace accord::test {

/// Random schemas over all keywords that decide validity, in draft 7 or 2020-12. Most can be
/// compiled; the others are reference cycles without progress.
class SchemaGenerator {
 public:
  SchemaGenerator(base::Random& random, schema::Dialect dialect)
      : random_(random), is_draft7_(dialect == schema::Dialect::kDraft7) {}

  /// A whole schema, which may refer to itself and to definitions of its own.
  Json Document();
  /// The same with some small changes.
  Json Mutate(Json document);

 private:
  struct Keyword {
    std::string_view name;
    unsigned topics;
    unsigned dialects;
    Json (SchemaGenerator::*make)();
  };
  static const std::vector<Keyword>& Keywords();
  static const Keyword* FindKeyword(std::string_view name);

  bool Chance(unsigned percent);
  /// A schema in place of its parent, or one for a part of the value.
  Json InPlace();
  Json Below();
  Json Fresh();
  /// Closed objects, told apart by a tag; lists and trees.
  Json Shape();
  void AddKeyword(Json& schema, unsigned topics);

  Json Number();
  Json Step();
  Json Count();
  Json PatternText();
  Json Flag();
  Json Value();
  Json Values();
  Json TypeNames();
  Json Names();
  Json InPlaceList();
  Json BelowList();
  Json Properties();
  Json PatternProperties();
  Json NamesByName();
  Json SchemasByName();
  Json NamesOrSchemasByName();
  Json ItemsOrList();
  Json Reference();
  Json DynamicReference();
  Json Format();

  void ChangeOnce(Json& document);
  void ChangeKeyword(Json& schema);
  void Wrap(Json& schema);

  base::Random& random_;
  bool is_draft7_;
  int depth_ = 0;
  bool stepped_ = false;  // Below a property or an item: a reference may lead back.
};

/// Every schema below and including `schema`.
std::vector<Json*> SchemasIn(Json& schema);

}  // namespace accord::test
