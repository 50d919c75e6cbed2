#include "tests/unit/breaking/openapi_schema_changes.h"

namespace accord::breaking::api {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using OpenApiSchemaCompositionTest = OpenApiSchemaChanges;

constexpr const char* kPets =
    "    Cat: {properties: {a: {type: string}}}\n"
    "    Dog: {properties: {b: {type: string}}}\n";

std::string Pets(const std::string& root) {
  return kPets + ("    Root: " + root) + "\n";
}

TEST_F(OpenApiSchemaCompositionTest, BranchesArePairedByReference) {
  Describe(
      Pets("{oneOf: [{$ref: '#/components/schemas/Cat'}]}"),
      Pets("{oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}]}"));
  EXPECT_THAT(Changes(), ElementsAre("request-body-one-of-added(#/components/schemas/Dog)"));
  UseInResponse();
  EXPECT_THAT(Changes(), ElementsAre("response-body-one-of-added(#/components/schemas/Dog, 200)"));
}

TEST_F(OpenApiSchemaCompositionTest, BranchesWrittenOutArePairedByContentThenByTitle) {
  Describe("    Root: {anyOf: [{maximum: 1, title: a}, {maximum: 2}, {maximum: 3, title: c}]}\n",
           "    Root: {anyOf: [{maximum: 2, description: d}, {maximum: 9, title: c},"
           " {maximum: 4, title: e}, {maximum: 5}]}\n");
  EXPECT_THAT(Changes(),
              ElementsAre("request-body-any-of-added(subschema #3: e, subschema #4)",
                          "request-body-any-of-removed(subschema #1: a)",
                          "request-property-max-increased(anyOf[subschema #3: c -> subschema #2: "
                          "c]/, 3, 9)"));
}

TEST_F(OpenApiSchemaCompositionTest, TheOnlyOnesLeftArePaired) {
  Describe("    Root: {allOf: [{maximum: 1}, {minimum: 1}]}\n",
           "    Root: {allOf: [{maximum: 1}, {minimum: 2}]}\n");
  EXPECT_THAT(Changes(), ElementsAre("request-property-min-increased(allOf[subschema #2]/, 2)"));
}

TEST_F(OpenApiSchemaCompositionTest, ABranchMayBecomeAReference) {
  Describe(Pets("{anyOf: [{properties: {a: {type: string}}}, {type: string}, {type: integer}]}"),
           Pets("{anyOf: [{type: integer}, {type: string}, {$ref: '#/components/schemas/Cat'}]}"));
  EXPECT_THAT(Changes(), IsEmpty());
}

TEST_F(OpenApiSchemaCompositionTest, BranchesThatDemandNothingAreSetApart) {
  Describe("    Root: {allOf: [{maximum: 1}]}\n",
           "    Root: {allOf: [{maximum: 1}, {title: t}, {minimum: 1}]}\n");
  EXPECT_THAT(Changes(),
              ElementsAre("request-body-all-of-added-annotation-only(subschema #2: t)",
                          "request-body-all-of-added(subschema #3)"));
}

TEST_F(OpenApiSchemaCompositionTest, AnObjectIsWrappedInAlternatives) {
  Describe(
      Pets("{type: object, properties: {a: {type: string}, z: {}}}"),
      Pets("{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}"));
  EXPECT_THAT(Changes(),
              ElementsAre("request-property-removed(z)", "request-body-wrapped-in-one-of()"));
  Describe(Pets("{properties: {x: {properties: {a: {}}}}}"),
           Pets("{properties: {x: {oneOf: [{$ref: '#/components/schemas/Cat'}]}}}"));
  EXPECT_THAT(Changes(), ElementsAre("request-property-one-of-added(#/components/schemas/Cat, x)"));
}

TEST_F(OpenApiSchemaCompositionTest, DiscriminatorsTellBranchesApart) {
  Describe(Pets("{discriminator: {propertyName: a, mapping: {x: Cat, y: Dog}}}"),
           Pets("{discriminator: {propertyName: b, mapping: {x: Dog, z: Dog}}}"));
  EXPECT_THAT(Changes(),
              ElementsAre("request-body-discriminator-property-name-changed(a, b)",
                          "request-body-discriminator-mapping-changed(x, Cat, Dog)",
                          "request-body-discriminator-mapping-added(z)",
                          "request-body-discriminator-mapping-deleted(y)"));
}

TEST_F(OpenApiSchemaCompositionTest, PartsComeAndGoAndAreLookedInto) {
  Describe("    Root: {if: {required: [a]}, then: {maximum: 1}, contains: {minimum: 1}}\n",
           "    Root: {if: {required: [a]}, then: {maximum: 2}, not: {const: 3}}\n");
  EXPECT_THAT(Changes(),
              ElementsAre("request-body-contains-removed()",
                          "request-body-not-added()",
                          "request-property-max-increased(/then/, 1, 2)"));
}

}  // namespace
}  // namespace accord::breaking::api
