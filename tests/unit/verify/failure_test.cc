#include "verify/failure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/verify/contract.h"

namespace accord::verify {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

std::vector<finding::Finding> Compare(const std::string& expected, const std::string& actual) {
  const auto pact = ContractOf(Interaction("one", "/1", expected));
  const auto& response = pact.interactions[0].response;
  const auto came = JsonResponse(actual);
  return Explain(
      match::CompareResponse(response, came), pact.interactions[0], response.body, came.body);
}

TEST(FailureTest, MissingKeyShowsADiffOfTheObject) {
  const auto findings = Compare(R"({"a": {"b": 1, "c": 2}})", R"({"a": {"b": 1}})");
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].path, "$.a");
  EXPECT_EQ(findings[0].diff, "  {\n    \"b\": 1\n-   \"c\": 2\n  }\n");
  EXPECT_EQ(findings[0].expected, R"("c": 2)");
  EXPECT_EQ(findings[0].help, "");
}

TEST(FailureTest, RenamedKeyIsSuggested) {
  const auto findings = Compare(R"({"total": 1.5})", R"({"totalAmount": 1.5, "x": true})");
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_THAT(findings[0].help, HasSubstr("the answer has 'totalAmount'"));
}

TEST(FailureTest, StringsAndNumbersLookDifferent) {
  const auto findings = Compare(R"({"a": 2})", R"({"a": "2"})");
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].expected, "2");
  EXPECT_EQ(findings[0].actual, R"("2")");
}

TEST(FailureTest, ScalarsNeedNoDiff) {
  const auto findings = Compare(R"({"a": 1})", R"({"a": 2})");
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].diff, "");
  EXPECT_EQ(findings[0].span.start.line, 3U);
}

TEST(FailureTest, HeaderPathNamesTheHeader) {
  auto pact = ContractOf(Interaction("one", "/1", "1"));
  auto& response = pact.interactions[0].response;
  response.headers = {{"X-Total", {"1"}}};
  const auto came = JsonResponse("1");
  const auto findings = Explain(
      match::CompareResponse(response, came), pact.interactions[0], response.body, came.body);
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].path, "header X-Total");
  EXPECT_EQ(findings[0].rule->id, "response-header-mismatch");
}

}  // namespace
}  // namespace accord::verify
