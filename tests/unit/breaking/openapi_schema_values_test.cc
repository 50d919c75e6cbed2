#include "tests/unit/breaking/openapi_schema_changes.h"

namespace accord::breaking::api {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using OpenApiSchemaValuesTest = OpenApiSchemaChanges;

TEST_F(OpenApiSchemaValuesTest, AListOfValuesIsASet) {
  Describe("    Root: {enum: [a, b, c]}\n", "    Root: {enum: [c, a, d]}\n");
  EXPECT_THAT(
      Changes(),
      ElementsAre("request-body-enum-value-removed(b)", "request-body-enum-value-added(d)"));
  UseInResponse();
  EXPECT_THAT(Changes(),
              ElementsAre("response-mediatype-enum-value-removed(application/json, b)",
                          "response-body-enum-value-added(d, 200)"));
}

TEST_F(OpenApiSchemaValuesTest, AListThatComesOrGoesIsOneFinding) {
  Describe("    Root: {type: string}\n", "    Root: {type: string, enum: [a, b]}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-body-became-enum()"));
  std::swap(before_, after_);
  EXPECT_THAT(Changes(), ElementsAre("request-body-enum-removed()"));
  // For oasdiff it is an empty list.
  options_.profile = OpenApiProfile::kOasdiff;
  EXPECT_THAT(
      Changes(),
      ElementsAre("request-body-enum-value-removed(a)", "request-body-enum-value-removed(b)"));
}

TEST_F(OpenApiSchemaValuesTest, HeadersBecomeEnumsInTwoWaysForOasdiff) {
  Describe("    Root: {type: string}\n", "    Root: {type: string, enum: [a]}\n");
  UseInParameter(openapi::In::kHeader);
  EXPECT_THAT(Changes(), ElementsAre("request-parameter-became-enum(header, p)"));
  options_.profile = OpenApiProfile::kOasdiff;
  EXPECT_THAT(Changes(),
              ElementsAre("request-parameter-became-enum(header, p)",
                          "request-header-property-became-enum(p)",
                          "request-parameter-enum-value-added(a, header, p)"));
}

TEST_F(OpenApiSchemaValuesTest, NumbersAreComparedByValue) {
  Describe("    Root: {const: 1, maximum: 10}\n", "    Root: {const: 1.0, maximum: 10.0}\n");
  EXPECT_THAT(Changes(), IsEmpty());
}

TEST_F(OpenApiSchemaValuesTest, ADefaultOfAnotherKindIsShownAsJson) {
  Describe("    Root: {default: true}\n", "    Root: {default: 'true'}\n");
  EXPECT_THAT(Changes(),
              ElementsAre("request-body-default-value-changed(application/json, true, "
                          "\"true\")"));
}

TEST_F(OpenApiSchemaValuesTest, DefaultsOfParametersMatterOnlyIfTheyMayBeLeftOut) {
  Describe("    Root: {type: string}\n", "    Root: {type: string, default: a}\n");
  UseInParameter();
  EXPECT_THAT(Changes(), ElementsAre("request-parameter-default-value-added(query, p, a)"));
}

// ---- Bounds

TEST_F(OpenApiSchemaValuesTest, BoundsGoUpAndDown) {
  Describe("    Root: {minLength: 1, maxLength: 10, maxItems: 3}\n",
           "    Root: {minLength: 2, maxLength: 20, maximum: 5}\n");
  EXPECT_THAT(Changes(),
              ElementsAre("request-body-max-set(5)",
                          "request-body-max-length-increased(10, 20)",
                          "request-body-min-length-increased(1, 2)",
                          "request-body-max-items-unset(3)"));
}

TEST_F(OpenApiSchemaValuesTest, ExclusiveBoundsAreNumbersOrFlags) {
  version_ = "3.0.3";
  Describe("    Root: {minimum: 5, exclusiveMinimum: true}\n", "    Root: {minimum: 5}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-body-exclusive-min-unset(5)"));
  std::swap(before_, after_);
  EXPECT_THAT(Changes(), ElementsAre("request-body-exclusive-min-set(5)"));
}

TEST_F(OpenApiSchemaValuesTest, FlagsOfOneVersionAreNumbersOfAnother) {
  Describe("    Root: {minimum: 5, exclusiveMinimum: true}\n", "    Root: {exclusiveMinimum: 5}\n");
  EXPECT_THAT(Changes(), IsEmpty());
  Describe("    Root: {minimum: 5, exclusiveMinimum: true}\n", "    Root: {exclusiveMinimum: 6}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-body-exclusive-min-increased(6)"));
}

TEST_F(OpenApiSchemaValuesTest, NoMinimumIsZero) {
  Describe("    Root: {type: array}\n", "    Root: {type: array, minItems: 2}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-body-min-items-set(2)"));
  options_.profile = OpenApiProfile::kOasdiff;
  EXPECT_THAT(Changes(), ElementsAre("request-body-min-items-increased(2)"));
  Describe("    Root: {type: string}\n", "    Root: {type: string, minLength: 0}\n");
  EXPECT_THAT(Changes(), IsEmpty());
}

TEST_F(OpenApiSchemaValuesTest, WhatIsNeverSentHasNoBounds) {
  Describe("    Root: {properties: {a: {readOnly: true, maximum: 9}}}\n",
           "    Root: {properties: {a: {readOnly: true, maximum: 5, minimum: 1}}}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-read-only-property-max-decreased(a, 5)"));
  Describe("    Root: {properties: {a: {writeOnly: true, maximum: 5}}}\n",
           "    Root: {properties: {a: {writeOnly: true, maximum: 9}}}\n");
  UseInResponse();
  EXPECT_THAT(Changes(), IsEmpty());
}

TEST_F(OpenApiSchemaValuesTest, PatternsAreNotUnderstoodExceptOne) {
  Describe("    Root: {properties: {a: {pattern: '^a$'}}}\n",
           "    Root: {properties: {a: {pattern: '.*'}}}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-property-pattern-generalized(a, ^a$, .*)"));
  UseInResponse();
  EXPECT_THAT(Changes(), ElementsAre("response-property-pattern-changed(a, ^a$, .*, 200)"));
}

}  // namespace
}  // namespace accord::breaking::api
