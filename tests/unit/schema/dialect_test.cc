#include "accord/schema/dialect.h"

#include <gtest/gtest.h>

#include "tests/unit/schema/build_support.h"

namespace accord::schema {
namespace {

using test::CompileText;
using test::Faults;
using test::Fits;
using test::In;
using test::SchemaOf;
using test::Serve;

using Texts = std::vector<std::string>;

TEST(Dialect, ByMetaSchema) {
  EXPECT_EQ(DialectOf("http://json-schema.org/draft-04/schema#"), Dialect::kDraft4);
  EXPECT_EQ(DialectOf("http://json-schema.org/draft-06/schema"), Dialect::kDraft6);
  EXPECT_EQ(DialectOf("https://json-schema.org/draft-07/schema#"), Dialect::kDraft7);
  EXPECT_EQ(DialectOf("https://json-schema.org/draft/2019-09/schema"), Dialect::k2019_09);
  EXPECT_EQ(DialectOf("https://json-schema.org/draft/2020-12/schema#"), Dialect::k2020_12);
  EXPECT_EQ(DialectOf("https://spec.openapis.org/oas/3.1/dialect/base"), Dialect::kOpenApi31);
  EXPECT_EQ(DialectOf("https://spec.openapis.org/oas/3.1/dialect/2024-11-10"), Dialect::kOpenApi31);
  EXPECT_EQ(DialectOf("http://json-schema.org/draft-03/schema#"), std::nullopt);
  EXPECT_EQ(DialectOf("json-schema.org/draft-07/schema"), std::nullopt);
}

TEST(Dialect, AsUsersWriteIt) {
  for (const char* name : {"draft4", "draft-04", "Draft 4", "4", "04"}) {
    EXPECT_EQ(ParseDialect(name), Dialect::kDraft4) << name;
  }
  EXPECT_EQ(ParseDialect("draft6"), Dialect::kDraft6);
  EXPECT_EQ(ParseDialect("draft-07"), Dialect::kDraft7);
  EXPECT_EQ(ParseDialect("2019-09"), Dialect::k2019_09);
  EXPECT_EQ(ParseDialect("draft2020-12"), Dialect::k2020_12);
  EXPECT_EQ(ParseDialect("openapi-3.0"), Dialect::kOpenApi30);
  EXPECT_EQ(ParseDialect("OpenAPI 3.1"), Dialect::kOpenApi31);
  EXPECT_EQ(ParseDialect("oas3.1.1"), Dialect::kOpenApi31);
  EXPECT_EQ(ParseDialect("http://json-schema.org/draft-07/schema#"), Dialect::kDraft7);
  EXPECT_EQ(ParseDialect("draft5"), std::nullopt);
  EXPECT_EQ(ParseDialect("openapi-2.0"), std::nullopt);
  EXPECT_EQ(ParseDialect(""), std::nullopt);
}

TEST(Dialect, EveryNameCanBeReadBack) {
  for (const Dialect dialect : {Dialect::kDraft4,
                                Dialect::kDraft6,
                                Dialect::kDraft7,
                                Dialect::k2019_09,
                                Dialect::k2020_12,
                                Dialect::kOpenApi30,
                                Dialect::kOpenApi31}) {
    EXPECT_EQ(ParseDialect(ToString(dialect)), dialect);
  }
}

TEST(Dialect, UnknownOnesAreFaults) {
  EXPECT_EQ(Faults(R"({"$schema": "http://example.org/own"})"),
            Texts{"schema-dialect-unknown 1:13"});
  CompileOptions options;
  options.load =
      Serve({{"http://example.org/circular", R"({"$schema": "http://example.org/circular"})"},
             {"http://example.org/silent", "{}"}});
  EXPECT_EQ(Faults(R"({"$schema": "http://example.org/circular"})", options),
            Texts{"schema-dialect-unknown 1:13"});
  EXPECT_EQ(Faults(R"({"$schema": "http://example.org/silent"})", options),
            Texts{"schema-dialect-unknown 1:13"});
  EXPECT_EQ(CompileText(R"({"$schema": "http://example.org/silent"})", options).schema, nullptr);
}

TEST(Dialect, SaysWhichKeywordsThereAre) {
  const std::string text =
      R"({"const": 1, "if": {}, "then": false, "propertyNames": false, "contains": false,
          "dependentRequired": {"a": ["b"]}, "unevaluatedProperties": false})";
  const SchemaPtr draft4 = SchemaOf(text, In(Dialect::kDraft4));
  EXPECT_FALSE(draft4->root().has_enum);
  EXPECT_EQ(draft4->root().property_names, nullptr);
  EXPECT_EQ(draft4->root().annotations.size(), 7U);
  const SchemaPtr draft6 = SchemaOf(text, In(Dialect::kDraft6));
  EXPECT_TRUE(draft6->root().has_enum);
  EXPECT_NE(draft6->root().property_names, nullptr);
  EXPECT_TRUE(draft6->root().contains.has_value());
  EXPECT_EQ(draft6->root().if_schema, nullptr);
  const SchemaPtr draft7 = SchemaOf(text, In(Dialect::kDraft7));
  EXPECT_NE(draft7->root().then_schema, nullptr);
  EXPECT_TRUE(draft7->root().dependencies.empty());
  const SchemaPtr later = SchemaOf(text, In(Dialect::k2019_09));
  EXPECT_EQ(later->root().dependencies.size(), 1U);
  EXPECT_NE(later->root().unevaluated_properties, nullptr);
}

TEST(Dialect, Draft4HasNoBooleanSchemas) {
  EXPECT_EQ(Faults(R"({"properties": {"a": true}})", In(Dialect::kDraft4)),
            Texts{"schema-invalid 1:22"});
  EXPECT_NE(SchemaOf(R"({"additionalProperties": false, "items": [{}], "additionalItems": true})",
                     In(Dialect::kDraft4)),
            nullptr);
}

TEST(Dialect, StrictIntegersAreOfDraft4) {
  CompileOptions options = In(Dialect::kDraft4);
  options.strict_integers = true;
  EXPECT_TRUE(SchemaOf(R"({"type": "integer"})", options)->root().strict_integer);
  options.dialect = Dialect::kDraft6;
  EXPECT_FALSE(SchemaOf(R"({"type": "integer"})", options)->root().strict_integer);
}

TEST(Dialect, EachResourceHasItsOwn) {
  const SchemaPtr schema = SchemaOf(R"({
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "properties": {"old": {"$id": "http://x/old", "$schema": "http://json-schema.org/draft-07/schema#",
                           "items": [{"type": "null"}], "dependentRequired": {"a": ["b"]}},
                   "new": {"prefixItems": [{"type": "null"}]}}})");
  const SchemaNode& root = schema->root();
  EXPECT_EQ(root.resource->dialect, Dialect::k2020_12);
  const SchemaNode& old = *root.properties[0].schema;
  EXPECT_EQ(old.resource->dialect, Dialect::kDraft7);
  EXPECT_EQ(old.prefix_items.size(), 1U);
  EXPECT_TRUE(old.dependencies.empty());
  EXPECT_EQ(root.properties[1].schema->prefix_items.size(), 1U);
}

TEST(Dialect, DocumentsWithoutOneTakeThatOfTheReference) {
  CompileOptions options = In(Dialect::kDraft7);
  options.load =
      Serve({{"http://x/a", R"({"items": [{}], "prefixItems": [{}, {}]})"},
             {"http://x/b", R"({"$schema": "https://json-schema.org/draft/2020-12/schema",
                                           "prefixItems": [{}, {}]})"}});
  const SchemaPtr schema =
      SchemaOf(R"({"allOf": [{"$ref": "http://x/a"}, {"$ref": "http://x/b"}]})", options);
  EXPECT_EQ(schema->root().all_of[0]->ref->prefix_items.size(), 1U);
  EXPECT_EQ(schema->root().all_of[1]->ref->prefix_items.size(), 2U);
}

TEST(Dialect, OpenApi30) {
  const document::DocumentPtr document = test::ParseDocument(R"({"openapi": "3.0.3", "components": {
    "schemas": {
      "Pet": {"type": "object", "properties": {
        "name": {"type": "string", "nullable": true}, "id": {"$ref": "#/components/schemas/Id"},
        "any": {"nullable": true}, "tag": {"type": "string", "nullable": true, "enum": ["a"]}},
        "discriminator": {"propertyName": "kind"}, "patternProperties": {"^x": false}},
      "Id": {"type": "integer", "format": "int32", "minimum": 0, "exclusiveMinimum": true,
             "const": 7}}}})");
  const document::Node* pet = document->root().Find("components")->Find("schemas")->Find("Pet");
  const CompileResult result = Compile({document, pet}, {});
  ASSERT_NE(result.schema, nullptr);
  const SchemaNode& root = result.schema->root();
  EXPECT_EQ(root.resource->dialect, Dialect::kOpenApi30);
  EXPECT_EQ(root.pointer, "/components/schemas/Pet");
  EXPECT_EQ(root.discriminator, "kind");
  EXPECT_TRUE(root.pattern_properties.empty());
  EXPECT_EQ(root.properties[0].schema->types, kStringType | kNullType);
  const SchemaNode* id = root.properties[1].schema->ref;
  EXPECT_TRUE(id->minimum->exclusive);
  EXPECT_EQ(id->format, "int32");
  EXPECT_FALSE(id->has_enum);
  EXPECT_EQ(root.properties[2].schema->types, kAnyType);
  EXPECT_FALSE(Fits(*result.schema, R"({"tag": null})"));
  EXPECT_TRUE(Fits(*result.schema, R"({"name": null, "id": 1})"));
}

TEST(Dialect, OpenApi30HasItsOwnMetaSchema) {
  const CompileOptions options = In(Dialect::kOpenApi30);
  EXPECT_EQ(Faults(R"({"type": ["string"]})", options), Texts{"schema-invalid 1:10"});
  EXPECT_EQ(Faults(R"({"type": "null"})", options), Texts{"schema-invalid 1:10"});
  EXPECT_EQ(Faults(R"({"discriminator": {"mapping": {}}})", options), Texts{"schema-invalid 1:19"});
  EXPECT_EQ(Faults(R"({"xml": 1})", options), Texts{"schema-invalid 1:9"});
}

TEST(Dialect, OpenApi31) {
  const document::DocumentPtr document = test::ParseDocument(R"({"openapi": "3.1.0", "components": {
    "schemas": {"A": {"type": ["string", "null"], "nullable": false, "$ref": "http://x/b"},
                "B": {"$id": "http://x/b", "discriminator": {"propertyName": "k"}}}}})");
  const document::Node* place = document->root().Find("components")->Find("schemas")->Find("A");
  const CompileResult result = Compile({document, place}, {});
  ASSERT_NE(result.schema, nullptr);
  EXPECT_EQ(result.schema->root().resource->dialect, Dialect::kOpenApi31);
  EXPECT_EQ(result.schema->root().types, kStringType | kNullType);
  EXPECT_EQ(result.schema->root().ref->discriminator, "k");
}

TEST(Dialect, OpenApi31NamesTheDialectOfItsSchemas) {
  const document::DocumentPtr document = test::ParseDocument(R"({"openapi": "3.1.0",
    "jsonSchemaDialect": "http://json-schema.org/draft-07/schema#",
    "components": {"schemas": {"A": {"items": [{}]}}}})");
  const document::Node* place = document->root().Find("components")->Find("schemas")->Find("A");
  const CompileResult result = Compile({document, place}, {});
  ASSERT_NE(result.schema, nullptr);
  EXPECT_EQ(result.schema->root().prefix_items.size(), 1U);
}

}  // namespace
}  // namespace accord::schema
