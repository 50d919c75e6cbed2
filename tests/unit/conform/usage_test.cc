#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/pact/read.h"

#include "tests/unit/conform/support.h"

namespace accord::conform::test {
namespace {

using testing::ElementsAre;

TEST(Usage, TellsWhatNobodyUses) {
  const std::string spec = R"(
openapi: 3.0.3
info: {title: t, version: '1'}
paths:
  /o:
    get:
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema:
                type: object
                properties:
                  id: {type: integer}
                  lines:
                    type: array
                    items: {type: object, properties: {sku: {type: string}, note: {type: string}}}
                  total: {type: object, properties: {cents: {type: integer}}}
        '404': {description: ''}
    delete:
      responses: {'204': {description: ''}}
)";
  Specification specification;
  ASSERT_TRUE(Load(Parsed("spec", spec), {}, specification).usable);
  Checker checker(std::move(specification));
  checker.Check(*pact::Read(Parsed("pact", Expects(R"({"id": 1, "lines": [{"sku": "a"}]})"))).pact);
  std::vector<std::string> unused;
  for (const finding::Finding& finding : checker.Unused()) {
    unused.push_back(fmt::format("{}: {}", finding.rule->id, finding.message));
  }
  EXPECT_THAT(unused,
              ElementsAre("specification.field.unused: no consumer uses 'lines[*].note' in 200 of "
                          "GET /o",
                          "specification.field.unused: no consumer uses 'total' in 200 of GET /o",
                          "specification.status.unused: no consumer expects status 404 of GET /o",
                          "specification.operation.unused: no consumer uses DELETE /o"));
}

}  // namespace
}  // namespace accord::conform::test
