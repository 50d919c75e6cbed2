#include "breaking/openapi/schema_vocabulary.h"

#include <unordered_map>

namespace accord::breaking::api {

KeywordKind KindOf(std::string_view keyword) {
  using Kind = KeywordKind;
  static const std::unordered_map<std::string_view, Kind> kinds{
      {"$anchor", Kind::kDocumentation},
      {"$comment", Kind::kDocumentation},
      {"$defs", Kind::kDocumentation},
      {"$dynamicAnchor", Kind::kDocumentation},
      {"$id", Kind::kDocumentation},
      {"definitions", Kind::kDocumentation},
      {"description", Kind::kDocumentation},
      {"example", Kind::kDocumentation},
      {"examples", Kind::kDocumentation},
      {"externalDocs", Kind::kDocumentation},
      {"summary", Kind::kDocumentation},
      {"title", Kind::kDocumentation},
      {"xml", Kind::kDocumentation},
      {"default", Kind::kDefault},
      {"additionalItems", Kind::kSchema},
      {"additionalProperties", Kind::kSchema},
      {"contains", Kind::kSchema},
      {"contentSchema", Kind::kSchema},
      {"else", Kind::kSchema},
      {"if", Kind::kSchema},
      {"items", Kind::kSchema},
      {"not", Kind::kSchema},
      {"propertyNames", Kind::kSchema},
      {"then", Kind::kSchema},
      {"unevaluatedItems", Kind::kSchema},
      {"unevaluatedProperties", Kind::kSchema},
      {"allOf", Kind::kSchemaList},
      {"anyOf", Kind::kSchemaList},
      {"oneOf", Kind::kSchemaList},
      {"prefixItems", Kind::kSchemaList},
      {"dependentSchemas", Kind::kSchemaMap},
      {"patternProperties", Kind::kSchemaMap},
      {"properties", Kind::kSchemaMap},
      // The only extensions that say something about the contract.
      {"x-extensible-enum", Kind::kValue},
      {"x-stability-level", Kind::kValue},
      {"x-sunset", Kind::kValue},
  };
  const auto known = kinds.find(keyword);
  if (known != kinds.end()) {
    return known->second;
  }
  return keyword.starts_with("x-") ? Kind::kDocumentation : Kind::kValue;
}

}  // namespace accord::breaking::api
