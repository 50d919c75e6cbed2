#include "match/value_text.h"

#include <gtest/gtest.h>

#include "tests/unit/match/compare_json.h"

namespace accord::match::test {
namespace {

TEST(ValueText, ShowsEveryKind) {
  EXPECT_EQ(ShownWithType(*Json("null")), "null (Null)");
  EXPECT_EQ(ShownWithType(*Json("true")), "true (Boolean)");
  EXPECT_EQ(ShownWithType(*Json("1")), "1 (Integer)");
  EXPECT_EQ(ShownWithType(*Json("1.0")), "1.0 (Decimal)");
  EXPECT_EQ(ShownWithType(*Json("1e2")), "1e2 (Decimal)");
  EXPECT_EQ(ShownWithType(*Json(R"("a\"b")")), "'a\"b' (String)");
  EXPECT_EQ(ShownWithType(*Json(R"([1, "x"])")), R"([1,"x"] (Array))");
  EXPECT_EQ(ShownWithType(*Json(R"({"a": {"b": []}})")), R"({"a":{"b":[]}} (Object))");
}

TEST(ValueText, JsonKeepsQuotes) {
  EXPECT_EQ(ShownJson(*Json(R"("x")")), R"("x")");
  EXPECT_EQ(ShownJson(*Json(R"({"b":{"d":1,"c":[]},"a":2})")), R"({"a":2,"b":{"c":[],"d":1}})");
  EXPECT_EQ(Shown(*Json(R"({"b":1,"a":{}})")), R"({"b":1,"a":{}})");
  EXPECT_EQ(ShownList(*Json(R"(["q","r"])")), R"(["q", "r"])");
}

TEST(ValueText, ExcerptOfAStringIsItsText) {
  EXPECT_EQ(Excerpt(*Json(R"("x")")), "x");
  EXPECT_EQ(Excerpt(*Json("[1]")), "[1]");
}

TEST(ValueText, LargeValuesAreCut) {
  std::string json = "[";
  for (int i = 0; i < 100'000; ++i) {
    json += R"({"key":"xxxxxxxxxxxxxxxxxxxx"},)";
  }
  const document::Value value = Json(json + "1]");
  EXPECT_LE(ShownList(*value).size(), 303U);
  EXPECT_LE(Excerpt(*value).size(), 2003U);
  EXPECT_TRUE(ShownList(*value).ends_with("…"));
}

TEST(ValueText, NamesAreJoinedAndCut) {
  EXPECT_EQ(ShownNames(std::vector<std::string_view>{"one", "two"}), "one, two");
  EXPECT_LE(ShownNames(std::vector<std::string_view>(10'000, "name")).size(), 2003U);
}

TEST(ValueText, TextFormOfOtherValuesIsTheirJson) {
  std::string buffer;
  EXPECT_EQ(TextForm(*Json("1.50"), buffer), "1.50");
  EXPECT_EQ(TextForm(*Json("false"), buffer), "false");
  EXPECT_EQ(TextForm(*Json("null"), buffer), "null");
  EXPECT_EQ(TextForm(*Json(R"({"a": 1})"), buffer), R"({"a":1})");
}

}  // namespace
}  // namespace accord::match::test
