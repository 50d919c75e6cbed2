#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/openapi/description.h"

#include "tests/unit/openapi/load_support.h"

namespace accord::openapi {
namespace {

using test::Faults;
using test::LoadText;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Three lines in front of the paths.
std::string WithPaths(const std::string& paths) {
  return "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths:\n" + paths;
}

std::string WithComponents(const std::string& components) {
  return "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {}\ncomponents:\n" + components;
}

std::string FirstMessage(const std::string& text) {
  const LoadResult result = LoadText(text);
  return result.findings.empty() ? "" : result.findings.front().message;
}

TEST(StructureTest, NoOpenApiDocument) {
  const LoadResult result = LoadText("title: Orders\n");
  EXPECT_EQ(result.description, nullptr);
  EXPECT_THAT(test::FaultsIn(result), ElementsAre("openapi-not-recognized openapi.yaml:1:1"));
  EXPECT_THAT(Faults("[1, 2]"), ElementsAre("openapi-not-recognized openapi.yaml:1:1"));
  EXPECT_THAT(Faults("openapi: {}"), ElementsAre("openapi-not-recognized openapi.yaml:1:1"));
}

TEST(StructureTest, LaterVersionIsReadAllTheSame) {
  const LoadResult result =
      LoadText("openapi: 4.0.0\ninfo: {title: A, version: '1'}\npaths: {/a: {get: {}}}\n");
  EXPECT_THAT(test::FaultsIn(result), ElementsAre("openapi-version-unknown openapi.yaml:1:1"));
  ASSERT_NE(result.description, nullptr);
  EXPECT_EQ(result.description->paths.size(), 1U);
}

TEST(StructureTest, EarlierVersionIsNot) {
  const LoadResult result = LoadText("swagger: '1.2'\nbasePath: /\n");
  EXPECT_EQ(result.description, nullptr);
  EXPECT_THAT(test::FaultsIn(result), ElementsAre("openapi-version-unknown openapi.yaml:1:1"));
}

TEST(StructureTest, VersionThatYamlTakesForANumber) {
  EXPECT_THAT(Faults("openapi: 3.1\ninfo: {title: A, version: 1.0}\n"), IsEmpty());
  EXPECT_EQ(test::DescriptionOf("openapi: 3.1\ninfo: {title: A, version: 1.0}\n")->api_version,
            "1.0");
}

TEST(StructureTest, PathsThatAreAnArray) {
  const std::string text = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: []\n";
  EXPECT_THAT(Faults(text), ElementsAre("openapi-structure-invalid openapi.yaml:3:8"));
  EXPECT_EQ(FirstMessage(text),
            "`paths` of an OpenAPI document must be an object, but it is an array");
}

TEST(StructureTest, TheRestIsReadAllTheSame) {
  const LoadResult result = LoadText(
      WithPaths("  /a:\n    get:\n      parameters: {name: x}\n      responses:\n"
                "        '200': {description: ok}\n  /b: 7\n  /c: {get: {responses: {}}}\n"));
  EXPECT_THAT(test::FaultsIn(result),
              ElementsAre("openapi-structure-invalid openapi.yaml:6:19",
                          "openapi-structure-invalid openapi.yaml:9:7"));
  ASSERT_EQ(result.description->paths.size(), 2U);
  EXPECT_EQ(result.description->paths[0].operations[0].responses.size(), 1U);
}

TEST(StructureTest, WhatOnlyDocumentsIsAWarning) {
  EXPECT_THAT(Faults(WithComponents("  parameters:\n    P:\n      name: p\n      in: query\n"
                                    "      description: [a]\n      examples: [1]\n"
                                    "      schema: {}\n")),
              ElementsAre("openapi-structure-invalid openapi.yaml:9:20?",
                          "openapi-structure-invalid openapi.yaml:10:17?"));
}

TEST(StructureTest, ParametersWithoutNameOrPlace) {
  EXPECT_THAT(Faults(WithComponents("  parameters:\n    A: {in: query}\n"
                                    "    B: {name: b, in: body}\n    C: {name: c}\n")),
              ElementsAre("openapi-structure-invalid openapi.yaml:6:8",
                          "openapi-structure-invalid openapi.yaml:7:18",
                          "openapi-structure-invalid openapi.yaml:8:8"));
}

TEST(StructureTest, ParameterWithSchemaAndContent) {
  EXPECT_THAT(Faults(WithComponents(
                  "  parameters:\n"
                  "    A: {name: a, in: query, schema: {}, content: {text/plain: {}}}\n"
                  "    B: {name: b, in: query, content: {text/plain: {}, text/html: {}}}\n")),
              ElementsAre("openapi-structure-invalid openapi.yaml:6:8",
                          "openapi-structure-invalid openapi.yaml:7:29"));
}

TEST(StructureTest, RequiredFieldsThatOneCanDoWithout) {
  EXPECT_THAT(Faults("openapi: 3.0.3\ninfo: {}\n"),
              ElementsAre("openapi-field-missing openapi.yaml:1:1?",
                          "openapi-field-missing openapi.yaml:2:7?",
                          "openapi-field-missing openapi.yaml:2:7?"));
  EXPECT_THAT(Faults("openapi: 3.1.0\ninfo: {title: A, version: '1'}\n"), IsEmpty());
}

TEST(StructureTest, MisspeltFields) {
  const LoadResult result =
      LoadText(WithPaths("  /a:\n    get:\n      requestbody: {}\n      x-anything: 1\n"
                         "      internalNote: 1\n      responses: {}\n"));
  EXPECT_THAT(test::FaultsIn(result), ElementsAre("openapi-field-unknown openapi.yaml:6:7?"));
  EXPECT_EQ(result.findings[0].help, "did you mean 'requestBody'?");
}

TEST(StructureTest, SlipsOfRealDocumentsAreNoFaults) {
  EXPECT_THAT(Faults(WithComponents("  schemas:\n    A: {type: array, required: [a], items: {}}\n"
                                    "    B: {type: string, format: money, example: {$ref: 1}}\n"
                                    "    C: {properties: {$ref: {type: string}}}\n"
                                    "  parameters:\n    P: {name: p, in: path, schema: {}}\n")),
              IsEmpty());
}

TEST(StructureTest, StatusThatIsNone) {
  EXPECT_THAT(Faults(WithPaths("  /a:\n    get:\n      responses:\n        OK: {description: ok}\n"
                               "        5xx: {description: ok}\n")),
              ElementsAre("openapi-structure-invalid openapi.yaml:7:9?"));
}

TEST(StructureTest, SecuritySchemes) {
  EXPECT_THAT(Faults("openapi: 3.1.0\ninfo: {title: A, version: '1'}\n"
                     "security: [{key: []}, {nokey: []}]\ncomponents:\n  securitySchemes:\n"
                     "    key: {type: basic}\n    http: {type: http}\n"),
              ElementsAre("openapi-security-scheme-unknown openapi.yaml:3:24?",
                          "openapi-structure-invalid openapi.yaml:6:11",
                          "openapi-field-missing openapi.yaml:7:11?"));
}

TEST(StructureTest, DeepSchemas) {
  std::string schema;
  for (int i = 0; i < 900; ++i) {
    schema += "{\"items\":";
  }
  schema += "{\"$ref\":\"#/nowhere\"}" + std::string(900, '}');
  EXPECT_EQ(Faults("{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"A\",\"version\":\"1\"},"
                   "\"paths\":{},\"components\":{\"schemas\":{\"A\":" +
                   schema + "}}}")
                .size(),
            1U);
}

TEST(StructureTest, CountlessFaultsAreCut) {
  std::string paths;
  for (int i = 0; i < 3000; ++i) {
    paths += "  /a" + std::to_string(i) + ": 7\n";
  }
  EXPECT_EQ(Faults(WithPaths(paths)).size(), 500U);
}

TEST(StructureTest, ReferencesThatMultiplyAreCut) {
  std::string parameters;
  for (int i = 0; i < 1000; ++i) {
    parameters += "      - {name: p" + std::to_string(i) + ", in: query}\n";
  }
  std::string paths;
  for (int i = 0; i < 1000; ++i) {
    paths += "  /a" + std::to_string(i) + ": {$ref: '#/components/pathItems/Many'}\n";
  }
  const LoadResult result = LoadText("openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths:\n" +
                                     paths + "components:\n  pathItems:\n    Many:\n" +
                                     "     parameters:\n" + parameters + "     get: {}\n");
  EXPECT_THAT(test::FaultsIn(result), ElementsAre("openapi-too-large openapi.yaml:1:1"));
}

TEST(PathTest, SameShape) {
  const std::string same = WithPaths(
      "  /a/{id}:\n    get: {responses: {}, parameters: [{name: id, in: path, schema: {}}]}\n"
      "  /a/{name}:\n    get: {responses: {}, parameters: [{name: name, in: path, schema: {}}]}\n");
  EXPECT_THAT(Faults(same), ElementsAre("openapi-duplicate-path openapi.yaml:6:3"));
  EXPECT_EQ(FirstMessage(same), "paths '/a/{id}' and '/a/{name}' are the same");
  EXPECT_THAT(
      Faults(WithPaths(
          "  /a/{id}:\n    get: {responses: {}, parameters: [{name: id, in: path, schema: {}}]}\n"
          "  /a/{n}:\n    put: {responses: {}, parameters: [{name: n, in: path, schema: {}}]}\n")),
      ElementsAre("openapi-duplicate-path openapi.yaml:6:3?"));
}

TEST(PathTest, SamePathTwice) {
  EXPECT_THAT(Faults(R"({"openapi": "3.0.3", "info": {"title": "A", "version": "1"},
"paths": {
  "/a": {"get": {"responses": {}}},
  "/a": {"put": {"responses": {}}}
}})"),
              ElementsAre("openapi-duplicate-path openapi.yaml:4:3"));
}

TEST(PathTest, OperationIds) {
  const LoadResult result =
      LoadText(WithPaths("  /a:\n    get: {operationId: same, responses: {}}\n"
                         "    put:\n      operationId: same\n      responses: {}\n"));
  EXPECT_THAT(test::FaultsIn(result),
              ElementsAre("openapi-duplicate-operation-id openapi.yaml:7:7"));
  EXPECT_EQ(ToString(result.findings[0].related[0].span), "openapi.yaml:5:11");
}

TEST(PathTest, SharedPathItemRepeatsNoOperationId) {
  EXPECT_THAT(Faults("openapi: 3.1.0\ninfo: {title: A, version: '1'}\n"
                     "paths: {/a: {$ref: '#/components/pathItems/I'}, "
                     "/b: {$ref: '#/components/pathItems/I'}}\n"
                     "components: {pathItems: {I: {get: {operationId: same}}}}\n"),
              IsEmpty());
}

TEST(PathTest, TemplateWithoutItsParameter) {
  const std::string text =
      WithPaths("  /a/{id}:\n    get: {responses: {}}\n    put: {responses: {}}\n");
  EXPECT_THAT(Faults(text), ElementsAre("openapi-path-parameter-missing openapi.yaml:4:3"));
  EXPECT_EQ(FirstMessage(text), "nothing describes the parameter 'id' of path '/a/{id}'");
  EXPECT_THAT(
      Faults(WithPaths("  /a/{id}:\n    get:\n      responses: {}\n      parameters:\n"
                       "        - {name: id, in: path, schema: {}}\n    put: {responses: {}}\n")),
      ElementsAre("openapi-path-parameter-missing openapi.yaml:9:10"));
}

TEST(PathTest, ParameterOfAnotherName) {
  EXPECT_THAT(Faults(WithPaths("  /a/{id}:\n    get:\n      responses: {}\n      parameters:\n"
                               "        - {name: id, in: path, schema: {}}\n"
                               "        - {name: ID, in: path, schema: {}}\n")),
              ElementsAre("openapi-path-parameter-unused openapi.yaml:9:11?"));
}

TEST(PathTest, AParameterThatCannotBeReadMayBeTheOne) {
  EXPECT_THAT(Faults(WithPaths("  /a/{id}:\n    get:\n      responses: {}\n      parameters:\n"
                               "        - $ref: '#/components/parameters/Id'\n")),
              ElementsAre("openapi-reference-unresolved openapi.yaml:8:11"));
}

TEST(PathTest, ParameterTwice) {
  EXPECT_THAT(Faults(WithPaths("  /a:\n    get:\n      responses: {}\n      parameters:\n"
                               "        - {name: X-A, in: header, schema: {}}\n"
                               "        - {name: X-A, in: query, schema: {}}\n"
                               "        - {name: x-a, in: header, schema: {}}\n")),
              ElementsAre("openapi-duplicate-parameter openapi.yaml:10:11"));
}

TEST(PathTest, OddTemplates) {
  EXPECT_THAT(Faults("openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths:\n"
                     "  a: {}\n  /b/{c: {}\n  /d/{e}/{e}: {}\n  x-f: {}\n"),
              ElementsAre("openapi-path-invalid openapi.yaml:4:3?",
                          "openapi-path-invalid openapi.yaml:5:3?",
                          "openapi-path-invalid openapi.yaml:6:3?"));
}

}  // namespace
}  // namespace accord::openapi
