#include "verify/container_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/document/document.h"

namespace accord::verify {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

document::DocumentPtr Json(std::string text) {
  return document::Parse("json", std::move(text)).document;
}

std::string Diff(const std::string& expected, const std::string& actual, std::size_t lines = 20) {
  return ContainerDiff(Json(expected)->root(), Json(actual)->root(), lines);
}

TEST(ContainerDiffTest, ObjectShowsOneLevelWithWhatCame) {
  EXPECT_EQ(
      Diff(R"({"id": 1, "in": {"x": 1}, "gone": [1]})", R"({"id": 7, "in": {"x": 2}, "new": "v"})"),
      "  {\n    \"id\": 7\n    \"in\": {…}\n-   \"gone\": […]\n+   \"new\": \"v\"\n  }\n");
}

TEST(ContainerDiffTest, ArrayShowsMissingAndNewItems) {
  EXPECT_EQ(Diff("[1, 2, 3]", "[1]"), "  [\n    1\n-   2\n-   3\n  ]\n");
  EXPECT_EQ(Diff("[1]", "[1, 2]"), "  [\n    1\n+   2\n  ]\n");
}

TEST(ContainerDiffTest, NothingToShow) {
  EXPECT_EQ(Diff("{}", "[]"), "");
  EXPECT_EQ(Diff("1", "2"), "");
  EXPECT_EQ(Diff(R"({"a": 1})", R"({"a": 2})"), "");
}

TEST(ContainerDiffTest, ChangedLinesGoBeforeKeptOnes) {
  EXPECT_EQ(Diff(R"({"a": 1, "b": 2, "c": 3})", R"({"a": 1, "b": 2})", 2),
            "  {\n    \"a\": 1\n-   \"c\": 3\n    … 1 more\n  }\n");
}

TEST(ContainerDiffTest, LongValuesAreCut) {
  EXPECT_LT(Diff(R"({"a": 1})", R"({"b": ")" + std::string(100000, 'x') + R"("})").size(), 200U);
}

TEST(ContainerDiffTest, MissingKeysInOrder) {
  EXPECT_THAT(MissingKeys(Json(R"({"b":1,"a":2,"c":3})")->root(), Json(R"({"a":0})")->root()),
              ElementsAre("b", "c"));
  EXPECT_THAT(MissingKeys(Json(R"({"b":1})")->root(), Json("[]")->root()), ElementsAre());
}

TEST(ContainerDiffTest, RenamesBySimilarNameOrEqualValue) {
  const auto rename =
      [](const std::string& key, const std::string& expected, const std::string& actual) {
        const auto before = Json(expected);
        const auto after = Json(actual);
        return std::string(LikelyRename(key, before->root(), after->root()));
      };
  EXPECT_EQ(rename("total", R"({"total":1})", R"({"totalAmount":2})"), "totalAmount");
  EXPECT_EQ(rename("userId", R"({"userId":1})", R"({"user_id":2})"), "user_id");
  EXPECT_EQ(rename("mail", R"({"mail":"a@b"})", R"({"x":"c","contact":"a@b"})"), "contact");
  EXPECT_EQ(rename("paid", R"({"paid":true})", R"({"deleted":true})"), "");
  EXPECT_EQ(rename("total", R"({"total":1})", R"({"totals":"1"})"), "");
}

}  // namespace
}  // namespace accord::verify
