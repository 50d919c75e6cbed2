#include "accord/match/compare.h"

#include <tuple>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/match/compare_json.h"

namespace accord::match::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CompareRequest, MethodIgnoresCase) {
  pact::Request expected;
  pact::Request actual;
  actual.method = "get";
  EXPECT_THAT(CompareRequest(expected, actual), IsEmpty());
  actual.method = "POST";
  const std::vector<Mismatch> mismatches = CompareRequest(expected, actual);
  ASSERT_EQ(mismatches.size(), 1U);
  EXPECT_EQ(mismatches[0].part, Part::kMethod);
  EXPECT_EQ(mismatches[0].message, "Expected method 'GET' but was 'POST'");
}

TEST(CompareRequest, PathIsExactOrFollowsItsRules) {
  pact::Request expected = RequestOf(R"({"path":"/a/1"})");
  pact::Request actual;
  actual.path = "/a/1/";
  EXPECT_THAT(Texts(CompareRequest(expected, actual)),
              ElementsAre(": Expected path '/a/1' but was '/a/1/'"));
  expected = RequestOf(
      R"({"path":"/a/1","matchingRules":{"path":{"matchers":[{"match":"regex","regex":"/a/\\d"}]}}})");
  EXPECT_THAT(Texts(CompareRequest(expected, actual)),
              ElementsAre(R"(: Expected '/a/1/' to match '/a/\d')"));
  actual.path = "/a/7";
  EXPECT_THAT(CompareRequest(expected, actual), IsEmpty());
}

TEST(CompareRequest, EachPartNamesItsPlaceInTheContract) {
  const pact::Request expected =
      RequestOf(R"({"method":"POST","path":"/a","query":{"q":["1"]},"headers":{"X-A":["1"]}})");
  pact::Request actual;
  for (const Mismatch& mismatch : CompareRequest(expected, actual)) {
    EXPECT_TRUE(mismatch.source.Span().known()) << ToString(mismatch.part);
    EXPECT_NE(mismatch.source.get(), expected.source.get()) << ToString(mismatch.part);
  }
}

TEST(CompareResponse, StatusMustBeEqual) {
  pact::Response actual;
  actual.status = 404;
  const std::vector<Mismatch> mismatches = CompareResponse({}, actual);
  ASSERT_EQ(mismatches.size(), 1U);
  EXPECT_EQ(mismatches[0].part, Part::kStatus);
  EXPECT_EQ(mismatches[0].message, "Expected status 200 but was 404");
  EXPECT_EQ(mismatches[0].expected, "200");
  EXPECT_EQ(mismatches[0].actual, "404");
}

TEST(CompareResponse, StatusFollowsItsRules) {
  const std::vector<std::tuple<std::string, int, std::vector<std::string>>> cases = {
      {R"({"match":"statusCode","status":"clientError"})", 404, {}},
      {R"({"match":"statusCode","status":[404,500]})", 500, {}},
      {R"({"match":"regex","regex":"4\\d\\d"})", 404, {}},
      {R"({"match":"integer"})", 500, {}},
      {R"({"match":"statusCode","status":[200,201]})",
       404,
       {": Expected status code 404 to be a 200, 201"}},
  };
  for (const auto& [rule, status, texts] : cases) {
    pact::Response actual;
    actual.status = status;
    const pact::Response expected =
        ResponseOf(R"({"matchingRules":{"status":{"matchers":[)" + rule + "]}}}");
    EXPECT_EQ(Texts(CompareResponse(expected, actual)), texts) << rule;
  }
}

TEST(CompareResponse, ReportsEveryPart) {
  const pact::Response expected = ResponseOf(
      R"({"status":201,"headers":{"X-A":["1"]},
          "body":{"contentType":"application/json","content":{"a":1}}})");
  pact::Response actual;
  actual.body = pact::Body::Of(R"({"a":2})", "application/json");
  std::vector<Part> parts;
  for (const Mismatch& mismatch : CompareResponse(expected, actual)) {
    parts.push_back(mismatch.part);
  }
  EXPECT_THAT(parts, ElementsAre(Part::kStatus, Part::kHeader, Part::kBody));
}

TEST(Part, HasAName) {
  EXPECT_EQ(ToString(Part::kMethod), "method");
  EXPECT_EQ(ToString(Part::kPath), "path");
  EXPECT_EQ(ToString(Part::kQuery), "query");
  EXPECT_EQ(ToString(Part::kHeader), "header");
  EXPECT_EQ(ToString(Part::kStatus), "status");
  EXPECT_EQ(ToString(Part::kBody), "body");
  EXPECT_EQ(ToString(Part::kBodyType), "body-content-type");
  EXPECT_EQ(ToString(Part::kMetadata), "metadata");
}

}  // namespace
}  // namespace accord::match::test
