#include "tests/unit/breaking/openapi_schema_changes.h"

namespace accord::breaking::api {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

using OpenApiSchemaObjectsTest = OpenApiSchemaChanges;

TEST_F(OpenApiSchemaObjectsTest, PropertiesComeAndGo) {
  Describe("    Root: {properties: {a: {}, b: {}}, required: [a]}\n",
           "    Root: {properties: {c: {}, d: {}, e: {default: 1}}, required: [c, e]}\n");
  EXPECT_THAT(Changes(),
              ElementsAre("request-property-removed(a)",
                          "request-property-removed(b)",
                          "new-required-request-property(c)",
                          "new-optional-request-property(d)",
                          "new-required-request-property-with-default(e)"));
  UseInResponse();
  EXPECT_THAT(Changes(),
              ElementsAre("response-required-property-removed(a, 200)",
                          "response-optional-property-removed(b, 200)",
                          "response-required-property-added(c, 200)",
                          "response-optional-property-added(d, 200)",
                          "response-required-property-added(e, 200)"));
}

TEST_F(OpenApiSchemaObjectsTest, WhatIsNeverSentDoesNotComeOrGo) {
  Describe(
      "    Root: {properties: {a: {readOnly: true}}}\n",
      "    Root: {properties: {b: {readOnly: true}, c: {writeOnly: true}}, required: [b, c]}\n");
  EXPECT_THAT(Changes(), ElementsAre("new-required-request-property(c)"));
  UseInResponse();
  EXPECT_THAT(Changes(),
              ElementsAre("response-optional-property-removed(a, 200)",
                          "response-required-property-added(b, 200)",
                          "response-required-write-only-property-added(c, 200)"));
}

TEST_F(OpenApiSchemaObjectsTest, PropertiesBecomeRequired) {
  Describe("    Root: {properties: {a: {}, b: {default: 1}, c: {readOnly: true}}}\n",
           "    Root: {properties: {a: {}, b: {default: 1}, c: {readOnly: true}},"
           " required: [a, b, c]}\n");
  EXPECT_THAT(Changes(),
              ElementsAre("request-property-became-required(a)",
                          "request-property-became-required-with-default(b)"));
  UseInResponse();
  std::swap(before_, after_);
  EXPECT_THAT(Changes(),
              ElementsAre("response-property-became-optional(a, 200)",
                          "response-property-became-optional(b, 200)",
                          "response-property-became-optional(c, 200)"));
}

TEST_F(OpenApiSchemaObjectsTest, PropertiesDescribedElsewhereBecomeRequiredToo) {
  const std::string base = "    Base: {properties: {a: {}}}\n";
  Describe(base + "    Root: {allOf: [{$ref: '#/components/schemas/Base'}]}\n",
           base + "    Root: {allOf: [{$ref: '#/components/schemas/Base'}], required: [a]}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-property-became-required(a)"));
  options_.profile = OpenApiProfile::kOasdiff;
  EXPECT_THAT(Changes(), IsEmpty());
}

TEST_F(OpenApiSchemaObjectsTest, PropertiesTurnOneWay) {
  Describe("    Root: {properties: {a: {}, b: {writeOnly: true}}, required: [b]}\n",
           "    Root: {properties: {a: {readOnly: true}, b: {}}, required: [b]}\n");
  EXPECT_THAT(Changes(),
              ElementsAre("request-optional-property-became-read-only(a)",
                          "request-required-property-became-not-write-only(b)"));
  UseInResponse();
  EXPECT_THAT(Changes(),
              ElementsAre("response-optional-property-became-read-only(a, 200)",
                          "response-required-property-became-not-write-only(b, 200)"));
  EXPECT_EQ(changes_.back().rule->severity, finding::Severity::kWarning);
}

TEST_F(OpenApiSchemaObjectsTest, ObjectsCloseAndOpen) {
  Describe("    Root: {type: object}\n", "    Root: {type: object, additionalProperties: false}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-body-additional-properties-forbidden()"));
  std::swap(before_, after_);
  EXPECT_THAT(Changes(), ElementsAre("request-body-additional-properties-allowed()"));
  Describe("    Root: {additionalProperties: {}}\n", "    Root: {additionalProperties: true}\n");
  EXPECT_THAT(Changes(), IsEmpty());
  Describe("    Root: {additionalProperties: {type: string}}\n",
           "    Root: {additionalProperties: {type: integer}}\n");
  EXPECT_THAT(Changes(),
              ElementsAre("request-property-type-changed(additionalProperties/, type, "
                          "string, integer)"));
}

TEST_F(OpenApiSchemaObjectsTest, PropertiesAskForOthers) {
  Describe("    Root: {dependentRequired: {a: [b, c], d: [e]}}\n",
           "    Root: {dependentRequired: {a: [b, x], f: [g, h]}}\n");
  EXPECT_THAT(Changes(),
              ElementsAre("request-body-dependent-required-changed(a, x added, c removed)",
                          "request-body-dependent-required-added(f, g, h)",
                          "request-body-dependent-required-removed(d, e)"));
}

TEST_F(OpenApiSchemaObjectsTest, MembersOfObjectParameters) {
  Describe("    Root: {properties: {a: {type: string}}}\n",
           "    Root: {properties: {a: {type: string, enum: [x]}, b: {}}, required: [a, b]}\n");
  UseInParameter();
  EXPECT_THAT(Changes(),
              ElementsAre("new-required-request-parameter-property(b, query, p)",
                          "request-parameter-property-became-required(a, query, p)",
                          "request-parameter-property-became-enum(a, query, p)"));
  UseInParameter(openapi::In::kHeader);
  EXPECT_THAT(Changes(),
              ElementsAre("new-required-request-header-property(p, b)",
                          "request-header-property-became-required(p, a)",
                          "request-header-property-became-enum(p, a)"));
}

// ---- How long properties stay

TEST_F(OpenApiSchemaObjectsTest, DeprecationAsksForTimeWhenAPolicyDoes) {
  Describe("    Root: {properties: {a: {}}}\n",
           "    Root: {properties: {a: {deprecated: true, x-sunset: '1970-01-11'}}}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-property-deprecated-with-sunset(a, 1970-01-11)"));
  days_ = 30;
  EXPECT_THAT(Changes(), ElementsAre("request-property-sunset-date-too-small(a, 1970-01-11, 30)"));
  Describe("    Root: {properties: {a: {}}}\n",
           "    Root: {properties: {a: {deprecated: true}}}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-property-deprecated-sunset-missing(a)"));
  std::swap(before_, after_);
  EXPECT_THAT(Changes(), ElementsAre("request-property-reactivated(a)"));
}

TEST_F(OpenApiSchemaObjectsTest, StabilityGoesUpAndDown) {
  Describe("    Root: {properties: {a: {x-stability-level: beta}, b: {}}}\n",
           "    Root: {properties: {a: {}, b: {x-stability-level: alpha}}}\n");
  EXPECT_THAT(Changes(),
              UnorderedElementsAre("request-property-stability-increased(a, beta, stable)",
                                   "request-property-stability-decreased(b, stable, alpha)"));
  Describe("    Root: {properties: {a: {x-stability-level: odd}}}\n",
           "    Root: {properties: {a: {}}}\n");
  EXPECT_THAT(Changes(), ElementsAre("api-invalid-stability-level(odd)"));
}

}  // namespace
}  // namespace accord::breaking::api
