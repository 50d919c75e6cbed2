#include "tests/unit/breaking/openapi_schema_changes.h"

namespace accord::breaking::api {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using OpenApiSchemaPathsTest = OpenApiSchemaChanges;

TEST_F(OpenApiSchemaPathsTest, SayWhereItIs) {
  Describe(
      "    Dog: {properties: {breed: {maximum: 1}}}\n"
      "    Root:\n      properties:\n        list:\n          items:\n"
      "            anyOf: [{$ref: '#/components/schemas/Dog'}]\n",
      "    Dog: {properties: {breed: {maximum: 2}}}\n"
      "    Root:\n      properties:\n        list:\n          items:\n"
      "            anyOf: [{$ref: '#/components/schemas/Dog'}]\n");
  EXPECT_THAT(Changes(),
              ElementsAre("request-property-max-increased("
                          "list/items/anyOf[#/components/schemas/Dog]/breed, 1, 2)"));
  const Change& change = changes_.front();
  EXPECT_EQ(change.message,
            "request property 'list/items/anyOf[#/components/schemas/Dog]/breed': the maximum was "
            "raised from 1 to 2");
  EXPECT_EQ(change.schema_path, "/properties/list/items/anyOf/0/properties/breed");
  EXPECT_EQ(change.method, "POST");
  EXPECT_EQ(change.path, "/things");
  EXPECT_EQ(change.before.keyword, "maximum");
  EXPECT_EQ(change.before.value->Find("maximum")->text(), "1");
  EXPECT_EQ(change.after.value->Find("maximum")->text(), "2");
  EXPECT_EQ(change.use, &use_);
}

TEST_F(OpenApiSchemaPathsTest, ReferencesAndDocumentationMakeNoDifference) {
  Describe(
      "    Name: {type: string, description: old}\n"
      "    Root: {properties: {a: {$ref: '#/components/schemas/Name'}, b: {maximum: 1}}}\n",
      "    Other: {example: x, type: string}\n"
      "    Root: {properties: {b: {maximum: 1, title: t}, a: {type: string, x-other: 1}}}\n");
  EXPECT_THAT(Changes(), IsEmpty());
}

TEST_F(OpenApiSchemaPathsTest, ANameThatLooksLikeDocumentationIsAProperty) {
  Describe("    Root: {properties: {description: {type: string}}}\n",
           "    Root: {properties: {description: {type: integer}}}\n");
  EXPECT_THAT(Changes(),
              ElementsAre("request-property-type-changed(description, type, string, integer)"));
}

TEST_F(OpenApiSchemaPathsTest, CirclesThatAreAlikeAreEqual) {
  Describe(
      "    Node: {properties: {next: {$ref: '#/components/schemas/Node'}}}\n"
      "    Root: {properties: {a: {$ref: '#/components/schemas/Node'}}}\n",
      "    Left: {properties: {next: {$ref: '#/components/schemas/Right'}}}\n"
      "    Right: {properties: {next: {$ref: '#/components/schemas/Left'}}}\n"
      "    Root: {properties: {a: {$ref: '#/components/schemas/Left'}}}\n");
  EXPECT_THAT(Changes(), IsEmpty());
}

TEST_F(OpenApiSchemaPathsTest, WhatDiffersDeepInACircleIsFound) {
  const auto circle = [](const std::string& end) {
    std::string out = "    Root: {$ref: '#/components/schemas/N0'}\n    End: {type: " + end + "}\n";
    for (int i = 0; i < 40; ++i) {
      out += "    N" + std::to_string(i) + ": {properties: {next: {$ref: '#/components/schemas/N" +
             std::to_string((i + 1) % 40) + "'}";
      out += i == 39 ? ", end: {$ref: '#/components/schemas/End'}}}\n" : "}}\n";
    }
    return out;
  };
  Describe(circle("string"), circle("integer"));
  ASSERT_THAT(Changes(), SizeIs(1));
  EXPECT_THAT(Changes().front(), testing::HasSubstr("next/end, type, string, integer)"));
}

TEST_F(OpenApiSchemaPathsTest, OneSchemaInTwoPlacesIsTwoFindings) {
  const auto description = [](const std::string& type) {
    return "    Name: {type: " + type +
           "}\n    Root: {properties: {a: {$ref: '#/components/schemas/Name'},"
           " b: {$ref: '#/components/schemas/Name'}}}\n";
  };
  Describe(description("integer"), description("number"));
  EXPECT_THAT(Changes(),
              ElementsAre("request-property-type-generalized(a, type, integer, number)",
                          "request-property-type-generalized(b, type, integer, number)"));
}

// Every schema refers to all others: there are more ways than anybody can walk.
TEST_F(OpenApiSchemaPathsTest, ManyWaysAreNotAllWalked) {
  const auto everyone = [](const std::string& type) {
    std::string out;
    for (int i = 0; i < 30; ++i) {
      out += (i == 0 ? "    Root" : "    N" + std::to_string(i)) + ":\n      properties:\n";
      for (int j = 0; j < 30; ++j) {
        out += "        p" + std::to_string(j) + ": {$ref: '#/components/schemas/" +
               (j == 0 ? "Root" : "N" + std::to_string(j)) + "'}\n";
      }
      out += "        own: {type: " + type + "}\n";
    }
    return out;
  };
  Describe(everyone("integer"), everyone("number"));
  const std::vector<std::string> changes = Changes();
  EXPECT_GE(changes.size(), 30U);
  EXPECT_LE(changes.size(), 400U);
}

TEST_F(OpenApiSchemaPathsTest, AReferenceToNowhereIsNoSchema) {
  Describe("    Root: {properties: {a: {$ref: '#/components/schemas/Gone'}}}\n",
           "    Root: {properties: {a: {type: string}}}\n");
  EXPECT_THAT(Changes(), IsEmpty());
}

TEST_F(OpenApiSchemaPathsTest, PairsAreKeptForOtherUses) {
  Describe("    Root: {properties: {a: {type: integer}}}\n",
           "    Root: {properties: {a: {type: number}}}\n");
  SchemaPairings pairings(*before_, *after_, OpenApiProfile::kStrict);
  EXPECT_THAT(Changes(pairings),
              ElementsAre("request-property-type-generalized(a, type, integer, number)"));
  UseInResponse();
  EXPECT_THAT(Changes(pairings),
              ElementsAre("response-property-type-generalized(a, type, integer, number, 200)"));
  use_.status = "201";
  EXPECT_THAT(Changes(pairings),
              ElementsAre("response-property-type-generalized(a, type, integer, number, 201)"));
}

TEST_F(OpenApiSchemaPathsTest, WhatIsToldOnceNamesWhereElseItShows) {
  const auto description = [](const std::string& type) {
    return "    Name: {type: " + type +
           "}\n    Root: {properties: {a: {$ref: '#/components/schemas/Name'},"
           " b: {$ref: '#/components/schemas/Name'}}}\n";
  };
  Describe(description("integer"), description("number"));
  once_ = true;
  SchemaPairings pairings(*before_, *after_, OpenApiProfile::kStrict);
  EXPECT_THAT(Changes(pairings),
              ElementsAre("request-property-type-generalized(a, type, integer, number)"));
  ASSERT_THAT(changes_.front().elsewhere, SizeIs(1));
  const Sighting other = changes_.front().elsewhere.front();
  EXPECT_EQ(&pairings.UseOf(other), &use_);
  EXPECT_EQ(pairings.SchemaPathOf(other), "/properties/b");
  EXPECT_THAT(pairings.SeenAt(other).args, ElementsAre("b", "type", "integer", "number"));
  EXPECT_EQ(pairings.SeenAt(other).rule, changes_.front().rule);
}

TEST_F(OpenApiSchemaPathsTest, WhenThereAreManyChangesEachIsToldOnce) {
  Describe("    Root: {properties: {a: {type: integer}}}\n",
           "    Root: {properties: {a: {type: number}}}\n");
  SchemaPairings pairings(*before_, *after_, OpenApiProfile::kStrict);
  many_ = 0;
  EXPECT_THAT(Changes(pairings), SizeIs(1));
  EXPECT_THAT(Changes(pairings), IsEmpty());
  many_ = 1;
  EXPECT_THAT(Changes(pairings), SizeIs(1));
}

TEST_F(OpenApiSchemaPathsTest, OfALongWayTheLastStepsAreShown) {
  const auto chain = [](const std::string& end) {
    std::string out = "    Root: {properties: {p0: {$ref: '#/components/schemas/N0'}}}\n";
    for (int i = 0; i < 150; ++i) {
      const std::string next = std::to_string(i + 1);
      out += "    N" + std::to_string(i) + ": {properties: {p" + next +
             ": {$ref: '#/components/schemas/N" + next + "'}}}\n";
    }
    return out + "    N150: {type: " + end + "}\n";
  };
  Describe(chain("integer"), chain("number"));
  ASSERT_THAT(Changes(), SizeIs(1));
  EXPECT_THAT(Changes().front(),
              testing::StartsWith("request-property-type-generalized(…/p51/p52/"));
  EXPECT_THAT(Changes().front(), testing::HasSubstr("/p150, type, integer, number)"));
}

}  // namespace
}  // namespace accord::breaking::api
