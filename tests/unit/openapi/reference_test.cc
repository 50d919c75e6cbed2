#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/openapi/description.h"

#include "tests/unit/openapi/load_support.h"

namespace accord::openapi {
namespace {

using test::DescriptionOf;
using test::Faults;
using test::LoadText;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kHead = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\n";
constexpr const char* kHead31 = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n";

TEST(ReferenceTest, EverythingInFilesOfItsOwn) {
  const std::string text = std::string(kHead) + R"(paths:
  /orders: {$ref: paths/orders.yaml}
components:
  schemas: {Order: {$ref: 'schemas.yaml#/Order'}}
  securitySchemes: {key: {$ref: 'security.yaml#/key'}}
)";
  const std::map<std::string, std::string> files = {
      {"file:///api/paths/orders.yaml", R"(parameters: [{$ref: '../parts.yaml#/limit'}]
post:
  requestBody: {$ref: '../parts.yaml#/body'}
  responses:
    '200': {$ref: '../parts.yaml#/answers/~1ok%7E0'}
  callbacks:
    done: {$ref: '../parts.yaml#/callback'}
)"},
      {"file:///api/parts.yaml", R"(limit: {name: limit, in: query, schema: {type: integer}}
body: {content: {application/json: {schema: {$ref: 'schemas.yaml#/Order'}}}}
answers:
  /ok~:
    description: ok
    headers: {X-A: {$ref: '#/header'}}
    links: {next: {$ref: '#/link'}}
    content:
      application/json:
        schema: {$ref: schemas.yaml#/Order}
        examples: {one: {$ref: '#/example'}}
header: {required: true, schema: {type: string}}
link: {operationId: next}
example: {value: 1}
callback: {'{$url}': {$ref: paths/orders.yaml}}
)"},
      {"file:///api/schemas.yaml", "Order: {properties: {next: {$ref: '#/Order'}}}\n"},
      {"file:///api/security.yaml", "key: {type: http, scheme: basic}\n"}};
  const LoadResult result = LoadText(text, files);
  EXPECT_THAT(test::FaultsIn(result), IsEmpty());
  const Operation& post = result.description->paths.at(0).operations.at(0);
  EXPECT_EQ(post.parameters.at(0).name, "limit");
  EXPECT_EQ(post.parameters.at(0).source.document()->name(), "parts.yaml");
  EXPECT_EQ(ToString(post.parameters.at(0).source.Span()), "parts.yaml:1:8");
  ASSERT_TRUE(post.body.has_value());
  const Response& ok = post.responses.at(0);
  EXPECT_TRUE(ok.headers.at(0).required);
  EXPECT_EQ(ok.links.at(0).name, "next");
  EXPECT_EQ(ToString(result.description->Resolve(ok.content.at(0).schema).Span()),
            "schemas.yaml:1:8");
  EXPECT_EQ(post.callbacks.at(0).items.at(0).operations.at(0).method, "POST");
  EXPECT_EQ(result.description->security_schemes.at(0).scheme, "basic");
  const document::Value& schema = post.body->content.at(0).schema;
  const schema::CompileResult compiled =
      schema::Compile(schema, result.description->CompileOptionsFor(schema.document()));
  EXPECT_NE(compiled.schema, nullptr);
}

TEST(ReferenceTest, WhatIsNotThere) {
  const LoadResult result = LoadText(std::string(kHead) + R"(paths:
  /a:
    get:
      parameters:
        - $ref: '#/components/parameters/Limits'
      responses:
        '200': {$ref: 'missing.yaml#/a'}
        '201': {description: ok}
components:
  parameters: {Limit: {name: limit, in: query, schema: {$ref: '#/components/schemas/A%2'}}}
)");
  EXPECT_THAT(test::FaultsIn(result),
              ElementsAre("openapi-reference-unresolved openapi.yaml:7:11",
                          "openapi-reference-unresolved openapi.yaml:9:17",
                          "openapi-reference-unresolved openapi.yaml:12:57"));
  EXPECT_EQ(result.findings[0].message,
            "'#/components/parameters/Limits' leads nowhere: there is nothing at "
            "'/components/parameters/Limits' in openapi.yaml");
  EXPECT_EQ(result.findings[0].help, "did you mean 'Limit'?");
  EXPECT_EQ(result.findings[1].message,
            "'missing.yaml#/a' leads nowhere: 'file:///api/missing.yaml' cannot be loaded: there "
            "is no such file");
  EXPECT_EQ(result.description->paths[0].operations[0].responses.size(), 1U);
}

TEST(ReferenceTest, FaultsInOtherFilesHaveTheirPlaces) {
  EXPECT_THAT(Faults(std::string(kHead) + "paths: {/a: {$ref: a.yaml}}\n",
                     {{"file:///api/a.yaml",
                       "get:\n  parameters: [{in: query}]\n"
                       "  responses: {'200': {$ref: '#/no'}}\n"}}),
              ElementsAre("openapi-structure-invalid a.yaml:2:16",
                          "openapi-reference-unresolved a.yaml:3:23"));
}

TEST(ReferenceTest, WithoutALoaderOtherFilesAreFaults) {
  const LoadResult result =
      Load(test::Parse(std::string(kHead) + "paths: {/a: {$ref: a.yaml}}\n"), {});
  EXPECT_THAT(test::FaultsIn(result),
              ElementsAre("openapi-reference-unresolved openapi.yaml:3:14"));
}

TEST(ReferenceTest, Circles) {
  EXPECT_THAT(Faults(std::string(kHead) + "paths: {}\ncomponents:\n  parameters:\n"
                                          "    A: {$ref: '#/components/parameters/B'}\n"
                                          "    B: {$ref: '#/components/parameters/A'}\n"
                                          "    C: {$ref: '#/components/parameters/A'}\n"),
              ElementsAre("openapi-reference-cycle openapi.yaml:6:9",
                          "openapi-reference-cycle openapi.yaml:7:9",
                          "openapi-reference-cycle openapi.yaml:8:9"));
  EXPECT_THAT(Faults(std::string(kHead) + "paths: {/a: {$ref: '#/paths/~1a'}}\n"),
              ElementsAre("openapi-reference-cycle openapi.yaml:3:14"));
}

TEST(ReferenceTest, FilesThatReferToEachOther) {
  EXPECT_THAT(Faults(std::string(kHead31) + "components: {schemas: {A: {$ref: a.yaml}}}\n",
                     {{"file:///api/a.yaml", "properties: {b: {$ref: b.yaml}}\n"},
                      {"file:///api/b.yaml", "properties: {a: {$ref: a.yaml}}\n"}}),
              IsEmpty());
}

TEST(ReferenceTest, Empty) {
  EXPECT_THAT(Faults(std::string(kHead31) + "components: {parameters: {P: {$ref: ''}}}\n"),
              ElementsAre("openapi-structure-invalid openapi.yaml:3:31"));
}

TEST(ReferenceTest, ToSomethingElse) {
  EXPECT_THAT(Faults(std::string(kHead31) +
                     "components:\n  schemas: {A: {type: object}}\n  headers: {H: {schema: {}}}\n"
                     "  parameters: {P: {$ref: '#/components/schemas/A'}}\n"
                     "  responses: {R: {$ref: '#/info/title'}}\n"),
              ElementsAre("openapi-structure-invalid openapi.yaml:6:20",
                          "openapi-structure-invalid openapi.yaml:7:19"));
}

TEST(ReferenceTest, BesideTheReferenceOfAPathItem) {
  const DescriptionPtr api = DescriptionOf(std::string(kHead) + R"(paths:
  /a:
    $ref: '#/x-shared'
    get: {operationId: mine, responses: {}}
x-shared:
  parameters: [{name: p, in: query, schema: {}}]
  get: {operationId: theirs, responses: {}}
  put: {operationId: put, responses: {}}
)");
  const PathItem& item = api->paths.at(0);
  ASSERT_EQ(item.operations.size(), 2U);
  EXPECT_EQ(item.operations[0].id, "mine");
  EXPECT_EQ(item.operations[0].parameters.at(0).name, "p");
  EXPECT_EQ(item.operations[1].id, "put");
}

TEST(ReferenceTest, BesideTheReferenceOfASchema) {
  const std::string schema =
      "components: {schemas: {A: {}, B: {$ref: '#/components/schemas/A', "
      "properties: {c: {$ref: '#/no'}}}}}\n";
  EXPECT_THAT(Faults(std::string(kHead) + "paths: {}\n" + schema), IsEmpty());
  EXPECT_THAT(Faults(kHead31 + schema),
              ElementsAre("openapi-reference-unresolved openapi.yaml:3:84"));
}

TEST(ReferenceTest, IdentifiersAndAnchors) {
  const std::string text = std::string(kHead31) + R"(components:
  schemas:
    Order:
      $id: https://example.com/order
      $defs: {item: {$anchor: item, type: string}}
      properties:
        item: {$ref: '#item'}
        same: {$ref: '#/$defs/item'}
        other: {$ref: part}
    Part: {$id: https://example.com/part, type: integer}
    User: {$ref: 'https://example.com/order#item'}
    Wrong: {$ref: '#item'}
)";
  const LoadResult result = LoadText(text);
  EXPECT_THAT(test::FaultsIn(result),
              ElementsAre("openapi-reference-unresolved openapi.yaml:14:13"));
  const Description& api = *result.description;
  const document::Value& order = api.schemas[0].source;
  const auto property = [&](std::string_view name) {
    return api.Resolve(order.Child(order->Find("properties")->Find(name)));
  };
  const document::Node* item = order->Find("$defs")->Find("item");
  EXPECT_EQ(property("item").get(), item);
  EXPECT_EQ(property("same").get(), item);
  EXPECT_EQ(property("other").get(), api.schemas[1].source.get());
  EXPECT_EQ(api.Resolve(api.schemas[2].source).get(), item);
}

TEST(ReferenceTest, AnchorsInOtherFiles) {
  const DescriptionPtr api =
      DescriptionOf(std::string(kHead31) + "components: {schemas: {A: {$ref: 'a.yaml#here'}}}\n",
                    {{"file:///api/a.yaml", "$defs: {a: {$anchor: here}}\n"}});
  EXPECT_EQ(ToString(api->Resolve(api->schemas[0].source).Span()), "a.yaml:1:12");
}

TEST(ReferenceTest, SelfOf32IsTheBase) {
  const DescriptionPtr api = DescriptionOf(
      "openapi: 3.2.0\n$self: https://example.com/api/main\ninfo: {title: A, version: '1'}\n"
      "components: {schemas: {A: {$ref: 'main#/components/schemas/B'}, B: {}}}\n");
  EXPECT_EQ(api->Resolve(api->schemas[0].source).get(), api->schemas[1].source.get());
  EXPECT_EQ(api->UriOf(api->root.document()), "https://example.com/api/main");
}

TEST(ReferenceTest, MappingOfADiscriminator) {
  EXPECT_THAT(Faults(std::string(kHead31) + R"(components:
  schemas:
    Cat: {}
    Pet:
      discriminator:
        propertyName: kind
        mapping:
          cat: Cat
          kitten: '#/components/schemas/Cat'
          dog: Dog
          bird: '#/components/schemas/Bird'
)"),
              ElementsAre("openapi-reference-unresolved openapi.yaml:12:11?",
                          "openapi-reference-unresolved openapi.yaml:13:11?"));
}

}  // namespace
}  // namespace accord::openapi
