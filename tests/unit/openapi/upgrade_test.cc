#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/openapi/description.h"

#include "tests/unit/openapi/load_support.h"

namespace accord::openapi {
namespace {

using document::Value;
using test::DescriptionOf;
using test::Faults;
using test::LoadText;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kHead = "swagger: '2.0'\ninfo: {title: A, version: '1'}\n";

std::string Json(const Value& value) {
  return value ? document::WriteJson(*value, {.indent = 0, .sort_keys = true}) : "nothing";
}

/// The only operation of the only path, whose text starts in line 5.
Operation OperationOf(const std::string& operation, const std::string& rest = "") {
  const LoadResult result =
      LoadText(std::string(kHead) + "paths:\n  /a:\n    post: " + operation + "\n" + rest);
  EXPECT_THAT(test::FaultsIn(result), IsEmpty());
  return result.description->paths.at(0).operations.at(0);
}

TEST(UpgradeTest, TheDocumentItself) {
  const DescriptionPtr api = DescriptionOf(std::string(kHead) + R"(host: api.example.com
basePath: /v1/
schemes: [https, http]
paths: {}
definitions: {Order: {type: object}}
security: [{login: []}]
securityDefinitions:
  login: {type: basic}
  key: {type: apiKey, in: header, name: X-Key}
  oauth:
    type: oauth2
    flow: accessCode
    authorizationUrl: https://example.com/a
    tokenUrl: https://example.com/t
    scopes: {read: may read}
)");
  EXPECT_EQ(api->version, Version::k2_0);
  EXPECT_EQ(api->version_text, "2.0");
  EXPECT_EQ(api->title, "A");
  EXPECT_EQ(api->dialect(), schema::Dialect::kOpenApi30);
  ASSERT_EQ(api->servers.size(), 2U);
  EXPECT_EQ(api->servers[0].url, "https://api.example.com/v1/");
  EXPECT_EQ(api->servers[1].url, "http://api.example.com/v1/");
  EXPECT_EQ(api->servers[1].path, "/v1");
  EXPECT_EQ(ToString(api->servers[1].source.Span()), "openapi.yaml:5:18");
  EXPECT_EQ(api->schemas.at(0).name, "Order");
  EXPECT_EQ(ToString(api->schemas.at(0).source.Span()), "openapi.yaml:7:22");
  ASSERT_EQ(api->security_schemes.size(), 3U);
  EXPECT_EQ(api->security_schemes[0].type, "http");
  EXPECT_EQ(api->security_schemes[0].scheme, "basic");
  EXPECT_EQ(api->security_schemes[1].parameter, "X-Key");
  EXPECT_EQ(
      Json(api->security_schemes[2].source),
      R"({"flows":{"authorizationCode":{"authorizationUrl":"https://example.com/a",)"
      R"("scopes":{"read":"may read"},"tokenUrl":"https://example.com/t"}},"type":"oauth2"})");
}

TEST(UpgradeTest, ServersWithoutSchemeOrHost) {
  EXPECT_EQ(DescriptionOf(std::string(kHead) + "host: a.example\npaths: {}\n")->servers.at(0).url,
            "//a.example");
  EXPECT_EQ(DescriptionOf(std::string(kHead) + "basePath: v2\npaths: {}\n")->servers.at(0).path,
            "/v2");
  EXPECT_THAT(DescriptionOf(std::string(kHead) + "paths: {}\n")->servers, IsEmpty());
}

TEST(UpgradeTest, ParametersHaveSchemas) {
  const Operation operation = OperationOf(
      "{responses: {}, parameters: [{name: limit, in: query, required: true, type: integer, "
      "maximum: 9, description: d, x-a: 1, x-nullable: true}]}");
  const Parameter& limit = operation.parameters.at(0);
  EXPECT_EQ(limit.name, "limit");
  EXPECT_TRUE(limit.required);
  EXPECT_EQ(Json(limit.schema),
            R"({"maximum":9,"nullable":true,"type":"integer","x-nullable":true})");
  EXPECT_NE(limit.source->Find("x-a"), nullptr);
  EXPECT_EQ(limit.source->Find("type"), nullptr);
  EXPECT_EQ(ToString(limit.schema.Span()), "openapi.yaml:5:40");
  EXPECT_EQ(ToString(limit.schema.Child(limit.schema->Find("maximum")).Span()),
            "openapi.yaml:5:105");
}

TEST(UpgradeTest, CollectionFormats) {
  const Operation operation = OperationOf(
      "{responses: {}, parameters: ["
      "{name: a, in: query, type: array, items: {type: array, collectionFormat: csv, items: {}}}, "
      "{name: b, in: query, type: array, items: {}, collectionFormat: multi}, "
      "{name: c, in: query, type: array, items: {}, collectionFormat: ssv}, "
      "{name: d, in: query, type: array, items: {}, collectionFormat: pipes}, "
      "{name: e, in: query, type: array, items: {}, collectionFormat: tsv}, "
      "{name: f, in: header, type: array, items: {}}]}");
  std::vector<std::string> styles;
  for (const Parameter& parameter : operation.parameters) {
    styles.push_back(parameter.style + (parameter.explode ? " exploded" : ""));
  }
  EXPECT_THAT(
      styles,
      ElementsAre(
          "form", "form exploded", "spaceDelimited", "pipeDelimited", "tabDelimited", "simple"));
  EXPECT_EQ(Json(operation.parameters[0].schema),
            R"({"items":{"items":{},"type":"array"},"type":"array"})");
}

TEST(UpgradeTest, Body) {
  const Operation operation = OperationOf(
      "{responses: {}, consumes: [application/json, text/xml], parameters: "
      "[{name: order, in: body, required: true, schema: {$ref: '#/definitions/O'}}]}",
      "definitions: {O: {type: object}}\n");
  EXPECT_THAT(operation.parameters, IsEmpty());
  ASSERT_TRUE(operation.body.has_value());
  EXPECT_TRUE(operation.body->required);
  ASSERT_EQ(operation.body->content.size(), 2U);
  EXPECT_EQ(operation.body->content[1].name, "text/xml");
  EXPECT_EQ(Json(operation.body->content[0].schema), R"({"$ref":"#/components/schemas/O"})");
}

TEST(UpgradeTest, TypesOfTheDocumentHold) {
  const Operation operation = OperationOf(
      "{parameters: [{name: b, in: body, schema: {}}], "
      "responses: {'200': {description: ok, schema: {type: string}}}}",
      "consumes: [text/plain]\nproduces: [text/html]\n");
  EXPECT_EQ(operation.body->content.at(0).name, "text/plain");
  EXPECT_EQ(operation.responses.at(0).content.at(0).name, "text/html");
}

TEST(UpgradeTest, WithoutTypesAnythingMayCome) {
  const Operation operation = OperationOf(
      "{parameters: [{name: b, in: body, schema: {}}], "
      "responses: {'200': {description: ok, schema: {type: string}}, "
      "'201': {description: ok, schema: {type: file}}, '204': {description: ok}}}");
  EXPECT_EQ(operation.body->content.at(0).name, "*/*");
  EXPECT_EQ(operation.responses.at(0).content.at(0).name, "*/*");
  EXPECT_EQ(operation.responses.at(1).content.at(0).name, "application/octet-stream");
  EXPECT_EQ(Json(operation.responses.at(1).content.at(0).schema),
            R"({"format":"binary","type":"string"})");
  EXPECT_THAT(operation.responses.at(2).content, IsEmpty());
}

TEST(UpgradeTest, FormsAreUrlencoded) {
  const Operation operation = OperationOf(
      "{responses: {}, consumes: [application/json], parameters: ["
      "{name: a, in: formData, type: string, required: true}, {name: q, in: query, type: string}, "
      "{name: b, in: formData, type: array, items: {type: string}, collectionFormat: pipes}]}");
  EXPECT_EQ(operation.parameters.size(), 1U);
  ASSERT_TRUE(operation.body.has_value());
  EXPECT_TRUE(operation.body->required);
  EXPECT_EQ(Json(operation.body->source.Child(operation.body->source->Find("content"))),
            R"({"application/x-www-form-urlencoded":{"encoding":{"b":{"explode":false,)"
            R"("style":"pipeDelimited"}},"schema":{"properties":{"a":{"type":"string"},)"
            R"("b":{"items":{"type":"string"},"type":"array"}},"required":["a"],)"
            R"("type":"object"}}})");
}

TEST(UpgradeTest, FormsWithFilesAreMultipart) {
  const Operation operation = OperationOf(
      "{responses: {}, consumes: [application/x-www-form-urlencoded], parameters: "
      "[{name: f, in: formData, type: file}]}");
  ASSERT_EQ(operation.body->content.size(), 1U);
  EXPECT_FALSE(operation.body->required);
  EXPECT_EQ(operation.body->content[0].name, "multipart/form-data");
  EXPECT_EQ(Json(operation.body->content[0].schema),
            R"({"properties":{"f":{"format":"binary","type":"string"}},"type":"object"})");
}

TEST(UpgradeTest, Responses) {
  const Operation operation = OperationOf(
      "{produces: [application/json, text/csv], responses: {'200': {description: ok, "
      "schema: {type: array, items: {}}, examples: {text/csv: 'a,b'}, "
      "headers: {X-A: {type: integer, description: d}}}}}");
  const Response& ok = operation.responses.at(0);
  EXPECT_EQ(Json(ok.source.Child(ok.source->Find("content"))),
            R"({"application/json":{"schema":{"items":{},"type":"array"}},)"
            R"("text/csv":{"example":"a,b","schema":{"items":{},"type":"array"}}})");
  EXPECT_EQ(Json(ok.headers.at(0).source), R"({"description":"d","schema":{"type":"integer"}})");
}

TEST(UpgradeTest, WhatTheDocumentShares) {
  const DescriptionPtr api = DescriptionOf(std::string(kHead) + R"(produces: [text/html]
paths:
  /a/{id}:
    parameters: [{$ref: '#/parameters/id'}, {$ref: '#/parameters/body'}]
    get: {responses: {'200': {$ref: '#/responses/ok'}}}
    put:
      produces: [text/csv]
      parameters: [{name: mine, in: body, schema: {type: number}}]
      responses: {'200': {$ref: '#/responses/ok'}}
parameters:
  id: {name: id, in: path, required: true, type: string}
  alias: {$ref: '#/parameters/id'}
  body: {name: body, in: body, schema: {type: string}}
responses:
  ok: {description: ok, schema: {type: string}}
)");
  const Operation& get = api->paths.at(0).operations.at(0);
  EXPECT_EQ(get.parameters.at(0).name, "id");
  EXPECT_EQ(ToString(get.parameters.at(0).source.Span()), "openapi.yaml:13:7");
  EXPECT_EQ(Json(get.body->content.at(0).schema), R"({"type":"string"})");
  EXPECT_EQ(get.responses.at(0).content.at(0).name, "text/html");
  EXPECT_EQ(ToString(get.responses.at(0).source.Span()), "openapi.yaml:17:7");
  const Operation& put = api->paths.at(0).operations.at(1);
  EXPECT_EQ(Json(put.body->content.at(0).schema), R"({"type":"number"})");
  EXPECT_EQ(put.responses.at(0).content.at(0).name, "text/csv");
  EXPECT_EQ(ToString(put.responses.at(0).content.at(0).schema.Span()), "openapi.yaml:17:33");
}

TEST(UpgradeTest, Schemas) {
  const DescriptionPtr api = DescriptionOf(std::string(kHead) + R"(paths: {}
definitions:
  Pet:
    discriminator: kind
    properties:
      kind: {type: string, x-nullable: true}
      discriminator: {type: string}
      mother: {$ref: '#/definitions/Pet'}
      tags: {type: array, items: {x-nullable: true}}
    example: {discriminator: kind, $ref: '#/definitions/Pet'}
  All: {allOf: [{$ref: '#/definitions/Pet'}], additionalProperties: {$ref: '#/definitions/Pet'}}
)");
  EXPECT_EQ(Json(api->schemas.at(0).source),
            R"({"discriminator":{"propertyName":"kind"},)"
            R"("example":{"$ref":"#/definitions/Pet","discriminator":"kind"},"properties":{)"
            R"("discriminator":{"type":"string"},)"
            R"("kind":{"nullable":true,"type":"string","x-nullable":true},)"
            R"("mother":{"$ref":"#/components/schemas/Pet"},)"
            R"("tags":{"items":{"nullable":true,"x-nullable":true},"type":"array"}}})");
  EXPECT_EQ(Json(api->schemas.at(1).source),
            R"({"additionalProperties":{"$ref":"#/components/schemas/Pet"},)"
            R"("allOf":[{"$ref":"#/components/schemas/Pet"}]})");
  const Value mother =
      api->schemas[0].source.Child(api->schemas[0].source->Find("properties")->Find("mother"));
  EXPECT_EQ(api->Resolve(mother).get(), api->schemas[0].source.get());
  EXPECT_EQ(ToString(mother.Span()), "openapi.yaml:10:15");
}

TEST(UpgradeTest, FaultsStandWhereTheUserWroteThem) {
  const std::string text = std::string(kHead) + R"(paths:
  /a/{id}:
    get:
      parameters: [{name: a, type: string}, {$ref: '#/parameters/no'}]
      responses:
        '200': {description: ok, schema: {$ref: '#/definitions/No'}}
  /b: {get: {responses: []}}
definitions: {A: {items: {$ref: '#/definitions/B'}}, D: {}}
)";
  const LoadResult result = LoadText(text);
  EXPECT_THAT(test::FaultsIn(result),
              ElementsAre("openapi-structure-invalid openapi.yaml:6:20",
                          "openapi-reference-unresolved openapi.yaml:6:46",
                          "openapi-reference-unresolved openapi.yaml:8:43",
                          "openapi-structure-invalid openapi.yaml:9:25",
                          "openapi-reference-unresolved openapi.yaml:10:27"));
  EXPECT_EQ(result.findings.back().message,
            "'#/definitions/B' leads nowhere: there is nothing at '/definitions/B' in "
            "openapi.yaml");
  EXPECT_THAT(Faults(std::string(kHead) + "paths: []\n"),
              ElementsAre("openapi-structure-invalid openapi.yaml:3:8"));
}

TEST(UpgradeTest, LostParametersOfPathAndOperation) {
  EXPECT_THAT(Faults(std::string(kHead) +
                     "paths:\n  /a:\n    parameters: [{$ref: '#/parameters/no'}]\n"
                     "    get: {parameters: [{$ref: '#/parameters/no'}], responses: {}}\n"),
              ElementsAre("openapi-reference-unresolved openapi.yaml:5:19",
                          "openapi-reference-unresolved openapi.yaml:6:25"));
}

TEST(UpgradeTest, PartsInOtherFiles) {
  const LoadResult result = LoadText(std::string(kHead) + R"(produces: [application/json]
paths:
  /a: {$ref: more/a.yaml}
definitions:
  Pet: {type: object}
)",
                                     {{"file:///api/more/a.yaml", R"(get:
  parameters: [{name: q, in: query, type: string}, {$ref: '#/x-limit'}]
  responses:
    '200': {description: ok, schema: {$ref: 'schemas.yaml#/Owner'}}
    '400': {$ref: responses.yaml}
x-limit: {name: limit, in: query, type: integer}
)"},
                                      {"file:///api/more/responses.yaml",
                                       "description: bad\nschema: {properties: {pet: {$ref: "
                                       "'../openapi.yaml#/definitions/Pet'}}}\n"},
                                      {"file:///api/more/schemas.yaml", R"(Owner:
  discriminator: kind
  properties:
    kind: {type: string, x-nullable: true}
    pet: {$ref: '../openapi.yaml#/definitions/Pet'}
)"}});
  EXPECT_THAT(test::FaultsIn(result), IsEmpty());
  const Description& api = *result.description;
  const Operation& get = api.paths.at(0).operations.at(0);
  ASSERT_EQ(get.parameters.size(), 2U);
  EXPECT_EQ(Json(get.parameters[1].schema), R"({"type":"integer"})");
  EXPECT_EQ(ToString(get.parameters[1].source.Span()), "openapi.yaml:5:7");
  const Value owner = api.Resolve(get.responses.at(0).content.at(0).schema);
  EXPECT_EQ(ToString(owner.Span()), "schemas.yaml:2:3");
  EXPECT_EQ(Json(owner.Child(owner->Find("discriminator"))), R"({"propertyName":"kind"})");
  const Value properties = owner.Child(owner->Find("properties"));
  EXPECT_EQ(Json(properties.Child(properties->Find("kind"))),
            R"({"nullable":true,"type":"string","x-nullable":true})");
  EXPECT_EQ(api.Resolve(properties.Child(properties->Find("pet"))).get(),
            api.schemas.at(0).source.get());
  EXPECT_EQ(Json(get.responses.at(1).content.at(0).schema),
            R"({"properties":{"pet":{"$ref":"#/components/schemas/Pet"}}})");
  const schema::CompileResult compiled =
      schema::Compile(owner, api.CompileOptionsFor(owner.document()));
  EXPECT_NE(compiled.schema, nullptr);
}

TEST(UpgradeTest, FilesThatAreTakenOverTooOften) {
  std::string responses;
  for (int i = 0; i < 200; ++i) {
    responses += "'" + std::to_string(200 + i) + "': {$ref: big.yaml}, ";
  }
  const LoadResult result =
      LoadText(std::string(kHead) + "paths: {/a: {get: {responses: {" + responses + "}}}}\n",
               {{"file:///api/big.yaml", "description: " + std::string(1U << 20U, 'a') + "\n"}});
  ASSERT_NE(result.description, nullptr);
  EXPECT_EQ(result.description->paths.at(0).operations.at(0).responses.size(), 200U);
  EXPECT_EQ(result.findings.at(0).rule->id, "openapi-too-large");
}

TEST(UpgradeTest, DescriptionsThatReferToEachOther) {
  const LoadResult result = LoadText(
      std::string(kHead) + "paths: {}\ndefinitions: {A: {$ref: 'other.yaml#/definitions/B'}}\n",
      {{"file:///api/other.yaml",
        "swagger: '2.0'\ndefinitions:\n  B: {items: {$ref: 'openapi.yaml#/definitions/A'}}\n"}});
  EXPECT_THAT(test::FaultsIn(result), IsEmpty());
  EXPECT_EQ(ToString(result.description->Resolve(result.description->schemas.at(0).source).Span()),
            "other.yaml:3:6");
}

}  // namespace
}  // namespace accord::openapi
