#include "pact/difference.h"

#include "tests/unit/pact/reading.h"

namespace accord::pact {
namespace {

TEST(FirstDifference, NamesThePlaceAndBothValues) {
  const std::vector<std::tuple<std::string, std::string, std::string>> cases = {
      {R"({"a": 1, "b": [1]})", R"({"b": [1], "a": 1})", ""},
      {R"({"a": 1})", R"({"a": 2})", "$.a was 1, is now 2"},
      {R"({"a": {"b c": [1, 2]}})", R"({"a": {"b c": [1, 3]}})", "$.a['b c'][1] was 2, is now 3"},
      {R"({"a": 1})", R"({})", "$.a was 1, is now nothing"},
      {R"({})", R"({"a": 1})", "$.a was nothing, is now 1"},
      {R"([1])", R"([1, 2])", "$ was [1], is now [1,2]"},
      {R"(1)", R"("1")", "$ was 1, is now \"1\""},
  };
  for (const auto& [before, after, difference] : cases) {
    EXPECT_EQ(FirstDifference(*Json(before), *Json(after)), difference);
  }
}

TEST(FirstDifference, ShortensLongValues) {
  const std::string difference =
      FirstDifference(*Json("\"" + std::string(1000, 'x') + "\""), *Json("1"));
  EXPECT_LT(difference.size(), 120U);
}

TEST(MergeObjects, LetsTheUpdateWin) {
  EXPECT_EQ(Compact(MergeObjects(Json(R"({"a": 1, "b": 2})"), Json(R"({"b": 3, "c": 4})"))),
            R"({"a":1,"b":3,"c":4})");
  EXPECT_EQ(Compact(MergeObjects({}, Json("{}"))), "{}");
}

}  // namespace
}  // namespace accord::pact
