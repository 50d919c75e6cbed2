#include "match/json/variant_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/match/compare_json.h"

namespace accord::match::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string Rules(std::string_view variants) {
  return R"({"$.a":{"matchers":[{"match":"arrayContains","variants":)" + std::string(variants) +
         "}]}}";
}

TEST(ArrayContains, FindsItsVariantsInAnyOrder) {
  const std::string rules =
      Rules(R"([{"index":0,"rules":{"$.v":{"matchers":[{"match":"type"}]}}},{"index":1}])");
  EXPECT_THAT(
      CompareTexts(
          {R"({"a":[{"t":"x","v":1},7]})", R"({"a":[7,{"t":"q"},{"t":"x","v":99,"e":1}]})", rules}),
      IsEmpty());
}

TEST(ArrayContains, NamesTheMissingVariantAndTheClosestElement) {
  const std::string rules =
      Rules(R"([{"index":0,"rules":{"$.v":{"matchers":[{"match":"type"}]}}}])");
  const std::vector<Mismatch> mismatches =
      Compare({R"({"a":[{"v":1,"t":"x"}]})", R"({"a":[{"t":1,"v":"2"},{"t":"q","v":2}]})", rules});
  EXPECT_THAT(
      Texts(mismatches),
      ElementsAre(R"($.a: Variant at index 0 ({"t":"x","v":1}) was not found in the actual list)"));
  EXPECT_EQ(
      mismatches.at(0).demand,
      "arrayContains (rule at $.a); the closest is the element at index 1: $.a[1].t: Expected "
      "'q' (String) to be equal to 'x' (String)");
  EXPECT_EQ(mismatches.at(0).source->members().size(), 2U);
}

TEST(ArrayContains, EmptyVariantsAskForEveryExpectedElement) {
  EXPECT_THAT(CompareTexts({R"({"a":["x"]})", R"({"a":[1]})", Rules("[]")}),
              ElementsAre(R"($.a: Variant at index 0 ("x") was not found in the actual list)"));
  EXPECT_THAT(CompareTexts({R"({"a":["x","y"]})", R"({"a":["y",1,"x"]})", Rules("[]")}), IsEmpty());
  EXPECT_THAT(CompareTexts({R"({"a":[]})", R"({"a":[1]})", Rules("[]")}), IsEmpty());
}

TEST(ArrayContains, AVariantWithoutExampleFails) {
  EXPECT_THAT(CompareTexts({R"({"a":[]})", R"({"a":[1]})", Rules(R"([{"index":0}])")}),
              ElementsAre("$.a: Variant at index 0 has no example in the expected list"));
}

TEST(ArrayContains, WithoutRulesAVariantIsEqual) {
  EXPECT_EQ(
      Compare({R"({"a":[{"t":1}]})", R"({"a":[{"t":1,"u":2}]})", Rules(R"([{"index":0}])")}).size(),
      1U);
  EXPECT_THAT(
      CompareTexts(
          {R"({"a":[{"t":1}]})", R"({"a":[{"t":1,"u":2}]})", Rules(R"([{"index":0,"rules":{}}])")}),
      IsEmpty());
}

TEST(ArrayContains, OneElementSatisfiesManyVariantsUnlessToldOtherwise) {
  JsonCase json{R"({"a":[{"t":1},{"t":1}]})", R"({"a":[{"t":1},{"t":2}]})"};
  const std::string rules = Rules(R"([{"index":0},{"index":1}])");
  json.rules = rules;
  EXPECT_THAT(CompareTexts(json), IsEmpty());
  json.options.one_to_one_variants = true;
  EXPECT_THAT(CompareTexts(json), ElementsAre(HasSubstr("has no element of its own")));
}

TEST(ArrayContains, OneToOneMovesElementsAround) {
  // The first variant accepts both elements, the second only the first element.
  JsonCase json{R"({"a":[{"t":1},{"t":2}]})", R"({"a":[{"t":2},{"t":3}]})"};
  const std::string rules =
      Rules(R"([{"index":0,"rules":{"$.t":{"matchers":[{"match":"type"}]}}},{"index":1}])");
  json.rules = rules;
  json.options.one_to_one_variants = true;
  EXPECT_THAT(CompareTexts(json), IsEmpty());
}

TEST(ArrayContains, Nests) {
  const std::string_view inner =
      R"({"$.l":{"matchers":[{"match":"arrayContains","variants":[{"index":0}]}]}})";
  const std::string rules = Rules(R"([{"index":0,"rules":)" + std::string(inner) + "}]");
  EXPECT_THAT(CompareTexts({R"({"a":[{"l":[1]}]})", R"({"a":[{"l":[2]},{"l":[3,1]}]})", rules}),
              IsEmpty());
  EXPECT_EQ(Compare({R"({"a":[{"l":[1]}]})", R"({"a":[{"l":[2]}]})", rules}).size(), 1U);
}

TEST(ArrayContains, ManyElementsAndVariantsStayFast) {
  std::string expected = R"({"a":[0)";
  std::string actual = R"({"a":[10000)";
  for (int i = 1; i < 10'000; ++i) {
    expected += "," + std::to_string(i);
    actual += "," + std::to_string(10'000 - i);
  }
  EXPECT_THAT(CompareTexts({expected + "]}", actual + "]}", Rules("[]")}),
              ElementsAre(HasSubstr("Variant at index 0 (0) was not found")));
}

TEST(AssignElements, GivesAsManyAsPossible) {
  EXPECT_THAT(AssignElements({}), IsEmpty());
  EXPECT_THAT(AssignElements({{0, 1}, {0}}), ElementsAre(true, true));
  EXPECT_THAT(AssignElements({{0}, {0}}), ElementsAre(true, false));
  EXPECT_THAT(AssignElements({{0, 1}, {0, 1}, {0, 1}}), ElementsAre(true, true, false));
  EXPECT_THAT(AssignElements({{0, 1}, {1, 2}, {0}, {2, 3}}), ElementsAre(true, true, true, true));
  EXPECT_THAT(AssignElements({{}, {5}}), ElementsAre(false, true));
}

TEST(StructuralHash, IsTheSameForEqualValues) {
  const std::vector<std::pair<std::string_view, std::string_view>> equal = {
      {R"({"a":1,"b":2})", R"({"b":2,"a":1})"},
      {R"({"a":0,"a":1})", R"({"a":1})"},
      {"1.10", "1.1"},
      {"0.0", "-0.0"},
      {"1e400", "10e399"},
      {"[]", "[]"},
  };
  for (const auto& [a, b] : equal) {
    EXPECT_EQ(StructuralHash(*Json(a), false), StructuralHash(*Json(b), false)) << a;
  }
  EXPECT_EQ(StructuralHash(*Json("1"), true), StructuralHash(*Json("1.0"), true));
  EXPECT_NE(StructuralHash(*Json("1"), false), StructuralHash(*Json("1.0"), false));
  EXPECT_NE(StructuralHash(*Json("[1,2]"), false), StructuralHash(*Json("[2,1]"), false));
  EXPECT_NE(StructuralHash(*Json(R"("1")"), false), StructuralHash(*Json("1"), false));
}

}  // namespace
}  // namespace accord::match::test
