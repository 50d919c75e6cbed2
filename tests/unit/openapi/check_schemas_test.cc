#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/openapi/description.h"

#include "tests/unit/openapi/load_support.h"

namespace accord::openapi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> SchemaFaults(const std::string& text,
                                      std::map<std::string, std::string> others = {}) {
  LoadResult result = test::LoadText(text, std::move(others));
  result.findings = CheckSchemas(*result.description, result.findings);
  return test::FaultsIn(result);
}

constexpr const char* kHead = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\n";

TEST(CheckSchemasTest, WhereverTheyStand) {
  EXPECT_THAT(SchemaFaults(std::string(kHead) + R"(paths:
  /a:
    get:
      parameters: [{name: p, in: query, schema: {minimum: low}}]
      responses:
        '200':
          description: ok
          headers: {X-A: {schema: {pattern: '('}}}
          content: {text/plain: {schema: {allOf: 7}}}
components:
  schemas: {A: {properties: {b: {type: nothing}}}, B: {$ref: b.yaml}}
)",
                           {{"file:///api/b.yaml", "items: {maxLength: -1}\n"}}),
              ElementsAre("schema-invalid b.yaml:1:20",
                          "schema-invalid openapi.yaml:6:59",
                          "schema-pattern-invalid openapi.yaml:10:36",
                          "schema-invalid openapi.yaml:11:50",
                          "schema-invalid openapi.yaml:13:40"));
}

TEST(CheckSchemasTest, CyclesOfAllOf) {
  EXPECT_THAT(SchemaFaults(std::string(kHead) +
                           "paths: {}\ncomponents:\n  schemas:\n"
                           "    A: {allOf: [{$ref: '#/components/schemas/A'}]}\n"
                           "    B: {properties: {b: {$ref: '#/components/schemas/B'}}}\n"),
              ElementsAre("schema-reference-cycle openapi.yaml:6:18"));
}

TEST(CheckSchemasTest, ReferencesAreNotComplainedAboutTwice) {
  EXPECT_THAT(
      SchemaFaults(std::string(kHead) + "paths: {}\ncomponents:\n  schemas:\n"
                                        "    A: {items: {$ref: '#/components/schemas/No'}}\n"
                                        "    B: {$ref: '#/components/schemas/B'}\n"),
      IsEmpty());
}

TEST(CheckSchemasTest, SlipsOfFormAreWarnings) {
  const std::string text = std::string(kHead) +
                           "paths: {}\ncomponents:\n  schemas:\n"
                           "    A: {type: array, items: {}, required: [], title: null}\n";
  EXPECT_THAT(
      SchemaFaults(text),
      ElementsAre("schema-invalid openapi.yaml:6:43?", "schema-invalid openapi.yaml:6:54?"));
  const DescriptionPtr api = test::DescriptionOf(text);
  const document::Value& schema = api->schemas[0].source;
  EXPECT_THAT(schema::Compile(schema, api->CompileOptionsFor(schema.document())).findings,
              IsEmpty());
}

TEST(CheckSchemasTest, UpgradedSchemasKeepTheirPlaces) {
  EXPECT_THAT(SchemaFaults("swagger: '2.0'\ninfo: {title: A, version: '1'}\npaths: {}\n"
                           "definitions:\n  A: {discriminator: k, minLength: none}\n"),
              ElementsAre("schema-invalid openapi.yaml:5:36"));
}

}  // namespace
}  // namespace accord::openapi
