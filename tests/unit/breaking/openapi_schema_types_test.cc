#include "tests/unit/breaking/openapi_schema_changes.h"

namespace accord::breaking::api {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using OpenApiSchemaTypesTest = OpenApiSchemaChanges;

TEST_F(OpenApiSchemaTypesTest, IntegersAreNumbers) {
  Describe("    Root: {type: integer}\n", "    Root: {type: number}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-body-type-generalized(type, integer, number)"));
  UseInResponse();
  EXPECT_THAT(Changes(), ElementsAre("response-body-type-generalized(type, integer, number, 200)"));
  std::swap(before_, after_);
  EXPECT_THAT(Changes(), ElementsAre("response-body-type-specialized(type, number, integer, 200)"));
}

TEST_F(OpenApiSchemaTypesTest, EverythingIsTextInAForm) {
  Describe("    Root: {type: integer}\n", "    Root: {type: string}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-body-type-changed(type, integer, string)"));
  use_.as_text = true;
  EXPECT_THAT(Changes(), ElementsAre("request-body-type-compatible(type, integer, string)"));
}

TEST_F(OpenApiSchemaTypesTest, FormatsFormALattice) {
  Describe("    Root: {type: integer, format: int32}\n",
           "    Root: {type: integer, format: int64}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-body-type-generalized(format, int32, int64)"));
  std::swap(before_, after_);
  EXPECT_THAT(Changes(), ElementsAre("request-body-type-changed(format, int64, int32)"));
}

TEST_F(OpenApiSchemaTypesTest, OneValueIsAnArrayOfOneInAnExplodedForm) {
  Describe("    Root: {type: string}\n", "    Root: {type: array, items: {type: string}}\n");
  UseInParameter();
  EXPECT_THAT(Changes(),
              ElementsAre("request-parameter-type-changed(query, p, type, string, "
                          "array<string>)"));
  use_.exploded_form = true;
  EXPECT_THAT(Changes(),
              ElementsAre("request-parameter-type-generalized(query, p, type, string, "
                          "array<string>)"));
  Describe("    Root: {type: string}\n",
           "    Root: {type: array, items: {type: string, pattern: a}}\n");
  EXPECT_THAT(Changes(),
              testing::Contains("request-parameter-type-changed(query, p, type, "
                                "string, array<string>)"));
}

TEST_F(OpenApiSchemaTypesTest, ArraysOfThemselvesAreShownToSomeDepth) {
  Describe("    Root: {type: string}\n",
           "    Root: {type: array, items: {$ref: '#/components/schemas/Root'}}\n");
  EXPECT_THAT(Changes(),
              testing::Contains("request-body-type-changed(type, string, "
                                "array<array<array<array<array>>>>)"));
}

// ---- Null, which is spelled in three ways

TEST_F(OpenApiSchemaTypesTest, TheKeywordIsATypeAmongOthers) {
  Describe("    Root: {type: string, nullable: true}\n", "    Root: {type: [string, 'null']}\n");
  EXPECT_THAT(Changes(), IsEmpty());
  Describe("    Root: {type: string}\n", "    Root: {type: string, nullable: true}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-body-became-nullable()"));
}

TEST_F(OpenApiSchemaTypesTest, AWrapperAroundAReferenceIsOneFinding) {
  const std::string thing =
      "    Thing: {type: object, properties: {a: {enum: [x]}}, required: [a]}\n";
  Describe(thing + "    Root: {$ref: '#/components/schemas/Thing'}\n",
           thing +
               "    Root:\n      oneOf:\n      - {type: 'null'}\n"
               "      - {$ref: '#/components/schemas/Thing'}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-body-became-nullable()"));
  std::swap(before_, after_);
  EXPECT_THAT(Changes(), ElementsAre("request-body-became-not-nullable()"));
}

TEST_F(OpenApiSchemaTypesTest, AWrapperWithAnyOfIsOneToo) {
  Describe("    Root: {type: string, default: a}\n",
           "    Root: {default: a, anyOf: [{type: string}, {type: 'null'}]}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-body-became-nullable()"));
  options_.profile = OpenApiProfile::kOasdiff;
  EXPECT_THAT(Changes(), ElementsAre("request-body-list-of-types-widened(null, application/json)"));
}

TEST_F(OpenApiSchemaTypesTest, AWrapperAroundSomethingElseIsMore) {
  Describe("    Root: {type: string, enum: [a, b]}\n",
           "    Root: {oneOf: [{type: string, enum: [a]}, {type: 'null'}]}\n");
  options_.profile = OpenApiProfile::kOasdiff;
  EXPECT_THAT(Changes(), testing::Contains("request-body-enum-value-removed(b)"));
}

TEST_F(OpenApiSchemaTypesTest, WithoutATypeNullWasAlwaysThere) {
  Describe("    Root: {}\n", "    Root: {type: [string, 'null']}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-body-type-changed(type, any, string, null)"));
}

// ---- Lists of types

TEST_F(OpenApiSchemaTypesTest, AListOfTypesIsOneFinding) {
  Describe("    Root: {type: string}\n", "    Root: {oneOf: [{type: string}, {type: integer}]}\n");
  EXPECT_THAT(Changes(),
              ElementsAre("request-body-list-of-types-widened(integer, application/json)"));
  UseInResponse();
  std::swap(before_, after_);
  EXPECT_THAT(Changes(),
              ElementsAre("response-body-list-of-types-narrowed(integer, application/json, 200)"));
}

TEST_F(OpenApiSchemaTypesTest, SchemasMayBeTrueOrFalse) {
  Describe("    Root: {properties: {a: {type: string}}}\n", "    Root: {properties: {a: false}}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-property-forbidden(a)"));
  std::swap(before_, after_);
  EXPECT_THAT(Changes(), ElementsAre("request-property-allowed(a)"));
}

TEST_F(OpenApiSchemaTypesTest, WhatStandsBesideAReferenceCountsSince31) {
  const std::string thing =
      "    Thing: {type: string}\n    Root:\n      properties:\n        a:\n"
      "          $ref: '#/components/schemas/Thing'\n";
  Describe(thing, thing + "          deprecated: true\n");
  EXPECT_THAT(Changes(), ElementsAre("request-property-deprecated(a)"));
  version_ = "3.0.3";
  Describe(thing, thing + "          deprecated: true\n");
  EXPECT_THAT(Changes(), IsEmpty());
}

}  // namespace
}  // namespace accord::breaking::api
