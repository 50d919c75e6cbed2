#include "openapi/structure.h"

#include <algorithm>
#include <array>
#include <utility>

namespace accord::openapi {
namespace {

constexpr std::array kDescription = {
    Field{"openapi", Part::kText},
    Field{"info", Part::kInfo, Shape::kOne, Weight::kExpected},
    Field{"servers", Part::kServer, Shape::kList},
    Field{"paths", Part::kPaths},
    Field{"webhooks", Part::kPathItem, Shape::kMap},
    Field{"components", Part::kComponents},
    Field{"security", Part::kSecurityRequirement, Shape::kList},
    Field{"tags", Part::kTag, Shape::kList, Weight::kMinor},
    Field{"externalDocs", Part::kAnything},
    Field{"jsonSchemaDialect", Part::kText},
};

constexpr std::array kInfo = {
    Field{"title", Part::kText, Shape::kOne, Weight::kExpected},
    Field{"version", Part::kText, Shape::kOne, Weight::kExpected},
    Field{"description", Part::kText, Shape::kOne, Weight::kMinor},
};

constexpr std::array kServer = {
    Field{"url", Part::kText, Shape::kOne, Weight::kExpected},
    Field{"description", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"variables", Part::kServerVariable, Shape::kMap},
};

constexpr std::array kServerVariable = {
    Field{"default", Part::kText, Shape::kOne, Weight::kExpected},
    Field{"enum", Part::kText, Shape::kList},
    Field{"description", Part::kText, Shape::kOne, Weight::kMinor},
};

constexpr std::array kPathItem = {
    Field{"summary", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"description", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"get", Part::kOperation},
    Field{"put", Part::kOperation},
    Field{"post", Part::kOperation},
    Field{"delete", Part::kOperation},
    Field{"options", Part::kOperation},
    Field{"head", Part::kOperation},
    Field{"patch", Part::kOperation},
    Field{"trace", Part::kOperation},
    Field{"query", Part::kOperation},
    Field{"additionalOperations", Part::kOperation, Shape::kMap},
    Field{"servers", Part::kServer, Shape::kList},
    Field{"parameters", Part::kParameter, Shape::kList},
};

constexpr std::array kOperation = {
    Field{"tags", Part::kText, Shape::kList, Weight::kMinor},
    Field{"summary", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"description", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"externalDocs", Part::kAnything},
    Field{"operationId", Part::kText},
    Field{"parameters", Part::kParameter, Shape::kList},
    Field{"requestBody", Part::kRequestBody},
    Field{"responses", Part::kResponses},
    Field{"callbacks", Part::kCallback, Shape::kMap},
    Field{"deprecated", Part::kFlag},
    Field{"security", Part::kSecurityRequirement, Shape::kList},
    Field{"servers", Part::kServer, Shape::kList},
};

constexpr std::array kParameter = {
    Field{"name", Part::kText, Shape::kOne, Weight::kRequired},
    Field{"in", Part::kText, Shape::kOne, Weight::kRequired},
    Field{"description", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"required", Part::kFlag},
    Field{"deprecated", Part::kFlag},
    Field{"allowEmptyValue", Part::kFlag},
    Field{"style", Part::kText},
    Field{"explode", Part::kFlag},
    Field{"allowReserved", Part::kFlag},
    Field{"schema", Part::kSchema},
    Field{"content", Part::kMediaType, Shape::kMap},
    Field{"example", Part::kAnything},
    Field{"examples", Part::kExample, Shape::kMap, Weight::kMinor},
};

constexpr std::array kHeader = {
    Field{"description", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"required", Part::kFlag},
    Field{"deprecated", Part::kFlag},
    Field{"allowEmptyValue", Part::kFlag},
    Field{"style", Part::kText},
    Field{"explode", Part::kFlag},
    Field{"allowReserved", Part::kFlag},
    Field{"schema", Part::kSchema},
    Field{"content", Part::kMediaType, Shape::kMap},
    Field{"example", Part::kAnything},
    Field{"examples", Part::kExample, Shape::kMap, Weight::kMinor},
};

constexpr std::array kRequestBody = {
    Field{"description", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"content", Part::kMediaType, Shape::kMap, Weight::kExpected},
    Field{"required", Part::kFlag},
};

constexpr std::array kMediaType = {
    Field{"schema", Part::kSchema},
    Field{"itemSchema", Part::kSchema},
    Field{"example", Part::kAnything},
    Field{"examples", Part::kExample, Shape::kMap, Weight::kMinor},
    Field{"encoding", Part::kEncoding, Shape::kMap},
    Field{"prefixEncoding", Part::kEncoding, Shape::kList},
    Field{"itemEncoding", Part::kEncoding},
};

constexpr std::array kEncoding = {
    Field{"contentType", Part::kText},
    Field{"headers", Part::kHeader, Shape::kMap},
    Field{"style", Part::kText},
    Field{"explode", Part::kFlag},
    Field{"allowReserved", Part::kFlag},
};

constexpr std::array kResponse = {
    Field{"summary", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"description", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"headers", Part::kHeader, Shape::kMap},
    Field{"content", Part::kMediaType, Shape::kMap},
    Field{"links", Part::kLink, Shape::kMap},
};

constexpr std::array kExample = {
    Field{"summary", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"description", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"value", Part::kAnything},
    Field{"externalValue", Part::kText, Shape::kOne, Weight::kMinor},
};

constexpr std::array kLink = {
    Field{"operationRef", Part::kText},
    Field{"operationId", Part::kText},
    Field{"parameters", Part::kAnything, Shape::kMap},
    Field{"requestBody", Part::kAnything},
    Field{"description", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"server", Part::kServer},
};

constexpr std::array kTag = {
    Field{"name", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"description", Part::kText, Shape::kOne, Weight::kMinor},
};

constexpr std::array kComponents = {
    Field{"schemas", Part::kSchema, Shape::kMap},
    Field{"responses", Part::kResponse, Shape::kMap},
    Field{"parameters", Part::kParameter, Shape::kMap},
    Field{"examples", Part::kExample, Shape::kMap, Weight::kMinor},
    Field{"requestBodies", Part::kRequestBody, Shape::kMap},
    Field{"headers", Part::kHeader, Shape::kMap},
    Field{"securitySchemes", Part::kSecurityScheme, Shape::kMap},
    Field{"links", Part::kLink, Shape::kMap},
    Field{"callbacks", Part::kCallback, Shape::kMap},
    Field{"pathItems", Part::kPathItem, Shape::kMap},
    Field{"mediaTypes", Part::kMediaType, Shape::kMap},
};

constexpr std::array kSecurityScheme = {
    Field{"type", Part::kText, Shape::kOne, Weight::kRequired},
    Field{"description", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"name", Part::kText},
    Field{"in", Part::kText},
    Field{"scheme", Part::kText},
    Field{"bearerFormat", Part::kText, Shape::kOne, Weight::kMinor},
    Field{"flows", Part::kOAuthFlows},
    Field{"openIdConnectUrl", Part::kText},
};

constexpr std::array kOAuthFlows = {
    Field{"implicit", Part::kOAuthFlow},
    Field{"password", Part::kOAuthFlow},
    Field{"clientCredentials", Part::kOAuthFlow},
    Field{"authorizationCode", Part::kOAuthFlow},
    Field{"deviceAuthorization", Part::kOAuthFlow},
};

constexpr std::array kOAuthFlow = {
    Field{"authorizationUrl", Part::kText},
    Field{"tokenUrl", Part::kText},
    Field{"refreshUrl", Part::kText},
    Field{"scopes", Part::kText, Shape::kMap},
};

// In the order of Part.
constexpr std::array<Structure, 23> kStructures = {{
    {Part::kDescription, "an OpenAPI document", kDescription},
    {Part::kInfo, "info", kInfo},
    {Part::kServer, "a server", kServer},
    {Part::kServerVariable, "a server variable", kServerVariable},
    {Part::kPaths, "paths", {}, Part::kPathItem},
    {Part::kPathItem, "a path item", kPathItem, {}, true},
    {Part::kOperation, "an operation", kOperation},
    {Part::kParameter, "a parameter", kParameter, {}, true},
    {Part::kRequestBody, "a request body", kRequestBody, {}, true},
    {Part::kMediaType, "a media type", kMediaType, {}, true},
    {Part::kEncoding, "an encoding", kEncoding},
    {Part::kResponses, "responses", {}, Part::kResponse},
    {Part::kResponse, "a response", kResponse, {}, true},
    {Part::kCallback, "a callback", {}, Part::kPathItem, true},
    {Part::kExample, "an example", kExample, {}, true},
    {Part::kLink, "a link", kLink, {}, true},
    {Part::kHeader, "a header", kHeader, {}, true},
    {Part::kTag, "a tag", kTag},
    {Part::kComponents, "components", kComponents},
    {Part::kSecurityScheme, "a security scheme", kSecurityScheme, {}, true},
    {Part::kOAuthFlows, "OAuth flows", kOAuthFlows},
    {Part::kOAuthFlow, "an OAuth flow", kOAuthFlow},
    {Part::kSecurityRequirement, "a security requirement", {}, Part::kTexts},
}};

constexpr std::array<std::pair<std::string_view, SchemaShape>, 22> kSchemaKeywords = {{
    {"properties", SchemaShape::kMap},
    {"items", SchemaShape::kOneOrList},
    {"allOf", SchemaShape::kList},
    {"anyOf", SchemaShape::kList},
    {"oneOf", SchemaShape::kList},
    {"additionalProperties", SchemaShape::kOne},
    {"not", SchemaShape::kOne},
    {"patternProperties", SchemaShape::kMap},
    {"prefixItems", SchemaShape::kList},
    {"$defs", SchemaShape::kMap},
    {"definitions", SchemaShape::kMap},
    {"dependentSchemas", SchemaShape::kMap},
    {"dependencies", SchemaShape::kMap},
    {"if", SchemaShape::kOne},
    {"then", SchemaShape::kOne},
    {"else", SchemaShape::kOne},
    {"contains", SchemaShape::kOne},
    {"propertyNames", SchemaShape::kOne},
    {"additionalItems", SchemaShape::kOne},
    {"unevaluatedItems", SchemaShape::kOne},
    {"unevaluatedProperties", SchemaShape::kOne},
    {"contentSchema", SchemaShape::kOne},
}};

}  // namespace

const Structure* StructureOf(Part part) {
  const auto index = static_cast<std::size_t>(part);
  return index < kStructures.size() ? &kStructures[index] : nullptr;
}

std::string_view NameOf(Part part) {
  const Structure* structure = StructureOf(part);
  return structure != nullptr ? structure->name : "a schema";
}

std::optional<SchemaShape> SchemasIn(std::string_view keyword) {
  const auto* found =
      std::ranges::find(kSchemaKeywords, keyword, &std::pair<std::string_view, SchemaShape>::first);
  return found == kSchemaKeywords.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace accord::openapi
