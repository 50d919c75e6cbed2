#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/openapi/description.h"

#include "tests/unit/openapi/load_support.h"

namespace accord::openapi {
namespace {

using test::DescriptionOf;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kOrders = R"(openapi: 3.0.3
info: {title: Orders, version: 1.2.0}
servers:
  - url: https://{host}/v1/
    variables: {host: {default: api.example.com}}
security: [{key: []}]
paths:
  /orders/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: integer}}
      - {name: X-Trace, in: header, schema: {type: string}}
    get:
      operationId: getOrder
      tags: [orders]
      deprecated: true
      security: []
      parameters:
        - {name: x-trace, in: header, required: true, schema: {type: string}}
        - $ref: '#/components/parameters/Limit'
        - {name: filter, in: query, content: {application/json: {schema: {type: object}}}}
      responses:
        '200':
          description: found
          headers:
            X-Total: {required: true, schema: {type: integer}}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Order'}}
          links: {next: {operationId: getOrder}}
        4xx: {$ref: '#/components/responses/Fault'}
        default: {description: other}
    put:
      requestBody: {$ref: '#/components/requestBodies/Order'}
      responses: {}
      callbacks:
        changed:
          '{$request.body#/url}': {post: {responses: {'204': {description: ok}}}}
components:
  schemas:
    Order: {type: object}
    Alias: {$ref: '#/components/schemas/Order'}
    Round: {$ref: '#/components/schemas/About'}
    About: {$ref: '#/components/schemas/Round'}
  parameters:
    Limit: {name: limit, in: query, style: pipeDelimited, schema: {type: array}}
  responses:
    Fault: {description: fault}
  requestBodies:
    Order:
      required: true
      content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
  securitySchemes:
    key: {type: apiKey, in: query, name: api_key}
    login: {type: http, scheme: Bearer}
)";

TEST(LoadTest, DocumentItself) {
  const DescriptionPtr api = DescriptionOf(kOrders);
  EXPECT_EQ(api->version, Version::k3_0);
  EXPECT_EQ(api->version_text, "3.0.3");
  EXPECT_EQ(api->title, "Orders");
  EXPECT_EQ(api->api_version, "1.2.0");
  EXPECT_EQ(api->dialect(), schema::Dialect::kOpenApi30);
  ASSERT_EQ(api->servers.size(), 1U);
  EXPECT_EQ(api->servers[0].url, "https://api.example.com/v1/");
  EXPECT_EQ(api->servers[0].path, "/v1");
  ASSERT_EQ(api->security.size(), 1U);
  EXPECT_EQ(api->security[0].schemes[0].name, "key");
  ASSERT_EQ(api->security_schemes.size(), 2U);
  EXPECT_EQ(api->security_schemes[0].in, In::kQuery);
  EXPECT_EQ(api->security_schemes[0].parameter, "api_key");
  EXPECT_EQ(api->security_schemes[1].scheme, "bearer");
  ASSERT_EQ(api->schemas.size(), 4U);
  EXPECT_EQ(api->schemas[1].name, "Alias");
}

TEST(LoadTest, OperationsWithTheParametersOfTheirPath) {
  const DescriptionPtr api = DescriptionOf(kOrders);
  ASSERT_EQ(api->paths.size(), 1U);
  const PathItem& path = api->paths[0];
  EXPECT_EQ(path.path, "/orders/{id}");
  ASSERT_EQ(path.operations.size(), 2U);
  const Operation& get = path.operations[0];
  EXPECT_EQ(get.method, "GET");
  EXPECT_EQ(get.id, "getOrder");
  EXPECT_TRUE(get.deprecated);
  EXPECT_THAT(get.tags, ElementsAre("orders"));
  ASSERT_TRUE(get.security.has_value());
  EXPECT_THAT(*get.security, IsEmpty());
  ASSERT_EQ(get.parameters.size(), 4U);
  EXPECT_EQ(get.parameters[0].name, "x-trace");
  EXPECT_TRUE(get.parameters[0].required);
  EXPECT_FALSE(get.parameters[0].shared);
  EXPECT_EQ(get.parameters[0].style, "simple");
  EXPECT_EQ(get.parameters[1].name, "limit");
  EXPECT_EQ(get.parameters[1].style, "pipeDelimited");
  EXPECT_FALSE(get.parameters[1].explode);
  EXPECT_EQ(get.parameters[2].content[0].name, "application/json");
  EXPECT_FALSE(get.parameters[2].schema);
  EXPECT_TRUE(get.parameters[2].explode);
  EXPECT_EQ(get.parameters[3].name, "id");
  EXPECT_TRUE(get.parameters[3].shared);
  EXPECT_FALSE(path.operations[1].security.has_value());
}

TEST(LoadTest, ResponsesBodiesAndCallbacks) {
  const DescriptionPtr api = DescriptionOf(kOrders);
  const Operation& get = api->paths[0].operations[0];
  ASSERT_EQ(get.responses.size(), 3U);
  EXPECT_EQ(get.responses[0].status, "200");
  EXPECT_TRUE(get.responses[0].headers[0].required);
  EXPECT_EQ(get.responses[0].links[0].name, "next");
  EXPECT_EQ(get.responses[1].status, "4XX");
  EXPECT_EQ(get.responses[1].source.Span().start.line, 46U);
  EXPECT_EQ(get.responses[2].status, "default");
  const Operation& put = api->paths[0].operations[1];
  ASSERT_TRUE(put.body.has_value());
  EXPECT_TRUE(put.body->required);
  ASSERT_EQ(put.callbacks.size(), 1U);
  EXPECT_EQ(put.callbacks[0].items[0].path, "{$request.body#/url}");
  EXPECT_EQ(put.callbacks[0].items[0].operations[0].method, "POST");
}

TEST(LoadTest, ResolveFollowsChains) {
  const DescriptionPtr api = DescriptionOf(kOrders);
  EXPECT_EQ(api->Resolve(api->schemas[1].source).get(), api->schemas[0].source.get());
  EXPECT_EQ(api->Resolve(api->schemas[0].source).get(), api->schemas[0].source.get());
  EXPECT_FALSE(api->Resolve(api->schemas[2].source));
  EXPECT_FALSE(api->Resolve({}));
}

TEST(LoadTest, SchemasCompileWhereTheyStand) {
  const DescriptionPtr api = DescriptionOf(kOrders);
  const document::Value& schema = api->paths[0].operations[0].responses[0].content[0].schema;
  EXPECT_EQ(api->UriOf(schema.document()), "file:///api/openapi.yaml");
  const schema::CompileResult compiled =
      schema::Compile(schema, api->CompileOptionsFor(schema.document()));
  ASSERT_NE(compiled.schema, nullptr);
  EXPECT_EQ(compiled.schema->root().source.get(), schema.get());
}

TEST(LoadTest, DialectOf31) {
  const std::string head = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n";
  EXPECT_EQ(DescriptionOf(head)->dialect(), schema::Dialect::kOpenApi31);
  EXPECT_EQ(
      DescriptionOf(head + "jsonSchemaDialect: http://json-schema.org/draft-07/schema#")->dialect(),
      schema::Dialect::kDraft7);
}

TEST(LoadTest, CallbackThatLeadsToItself) {
  const DescriptionPtr api = DescriptionOf(R"(openapi: 3.0.3
info: {title: A, version: '1'}
paths:
  /a: {post: {callbacks: {again: {$ref: '#/components/callbacks/Again'}}, responses: {}}}
components:
  callbacks:
    Again:
      '{$url}': {post: {callbacks: {again: {$ref: '#/components/callbacks/Again'}}, responses: {}}}
)");
  const Callback& outer = api->paths[0].operations[0].callbacks[0];
  ASSERT_EQ(outer.items.size(), 1U);
  const Callback& inner = outer.items[0].operations[0].callbacks[0];
  EXPECT_EQ(inner.source.get(), outer.source.get());
  EXPECT_THAT(inner.items, IsEmpty());
}

}  // namespace
}  // namespace accord::openapi
