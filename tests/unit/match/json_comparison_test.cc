#include "match/json/json_comparison.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/match/compare_json.h"

namespace accord::match::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Case {
  std::string_view name;
  JsonCase json;
  std::vector<std::string> mismatches;
};

class JsonComparisonCases : public testing::TestWithParam<Case> {};

TEST_P(JsonComparisonCases, Compare) {
  EXPECT_EQ(CompareTexts(GetParam().json), GetParam().mismatches);
}

std::string CaseName(const testing::TestParamInfo<Case>& info) {
  return std::string(info.param.name);
}

INSTANTIATE_TEST_SUITE_P(
    WithoutRules,
    JsonComparisonCases,
    testing::Values(
        Case{"equal", {R"({"a":[1,{"b":null}]})", R"({"a":[1,{"b":null}]})"}, {}},
        Case{"scalar",
             {R"({"a":"b"})", R"({"a":"c"})"},
             {"$.a: Expected 'c' (String) to be equal to 'b' (String)"}},
        Case{"missing_key",
             {R"({"a":1,"b":2,"c":3})", R"({"b":2})"},
             {"$: Actual map is missing the following keys: a, c"}},
        Case{"missing_key_in_request",
             {R"({"one":1,"two":2})", R"({"one":1})", "{}", true},
             {"$: Expected a Map with keys [one, two] but received one with keys [one]"}},
        Case{"unexpected_key", {R"({"a":1})", R"({"a":1,"b":null})"}, {}},
        Case{"unexpected_key_in_request",
             {R"({"a":1})", R"({"a":1,"b":null})", "{}", true},
             {"$: Expected a Map with keys [a] but received one with keys [a, b]"}},
        Case{"empty_map_in_request",
             {R"({"a":{}})", R"({"a":{"b":1}})", "{}", true},
             {R"($.a: Expected an empty Map but received {"b":1})"}},
        Case{"empty_map_in_response", {R"({"a":{}})", R"({"a":{"b":1}})"}, {}},
        Case{"empty_list",
             {R"({"a":[]})", R"({"a":[1, 2]})"},
             {"$.a: Expected an empty List but received [1, 2]"}},
        Case{"longer_list",
             {"[1]", "[1,2]"},
             {"$: Expected a List with 1 elements but received 2 elements"}},
        Case{"shorter_list",
             {"[1,2]", "[3]"},
             {"$[0]: Expected 3 (Integer) to be equal to 1 (Integer)",
              "$: Expected a List with 2 elements but received 1 elements"}},
        Case{"null_is_a_value",
             {R"({"a":null})", "{}"},
             {"$: Actual map is missing the following keys: a"}},
        Case{
            "null_for_object",
            {R"({"a":{"b":1}})", R"({"a":null})"},
            {R"($.a: Type mismatch: Expected null (Null) to be the same type as {"b":1} (Object))"}},
        Case{"last_duplicate_counts", {R"({"a":1})", R"({"a":2,"a":1})", "{}", true}, {}},
        Case{"odd_keys_are_quoted",
             {R"({"a b":{"c":1}})", R"({"a b":{"c":2}})"},
             {"$['a b'].c: Expected 2 (Integer) to be equal to 1 (Integer)"}},
        Case{"big_numbers_are_exact",
             {"12345678901234567890123", "12345678901234567890124"},
             {"$: Expected 12345678901234567890124 (Integer) to be equal to "
              "12345678901234567890123 (Integer)"}}),
    CaseName);

INSTANTIATE_TEST_SUITE_P(
    TypeRules,
    JsonComparisonCases,
    testing::Values(
        Case{"cascades",
             {R"({"a":{"b":{"c":"x"}}})",
              R"({"a":{"b":{"c":"zzz"}}})",
              R"({"$.a":{"matchers":[{"match":"type"}]}})"},
             {}},
        Case{"missing_key_fails",
             {R"({"a":{"b":1,"c":2}})",
              R"({"a":{"b":5}})",
              R"({"$.a":{"matchers":[{"match":"type"}]}})"},
             {"$.a: Actual map is missing the following keys: c"}},
        Case{"equality_resets",
             {R"({"a":{"b":"x"}})",
              R"({"a":{"b":"y"}})",
              R"({"$.a":{"matchers":[{"match":"type"}]},
                                     "$.a.b":{"matchers":[{"match":"equality"}]}})"},
             {"$.a.b: Expected 'y' (String) to be equal to 'x' (String)"}},
        Case{"extra_items_against_the_first",
             {R"([1,{"b":"x"}])",
              R"([9,{"b":"y"},{"b":"q"}])",
              R"({"$":{"matchers":[{"match":"type"}]}})"},
             {R"($[2]: Expected {"b":"q"} (Object) to be the same type as 1 (Integer))"}},
        Case{"shorter_list",
             {R"(["x","y"])", R"(["q"])", R"({"$":{"matchers":[{"match":"type"}]}})"},
             {}},
        Case{"item_rule_keeps_the_length",
             {R"({"a":["x"]})",
              R"({"a":["y","z"]})",
              R"({"$.a[*]":{"matchers":[{"match":"type"}]}})"},
             {"$.a: Expected a List with 1 elements but received 2 elements"}},
        Case{"min",
             {R"(["x"])", "[]", R"({"$":{"matchers":[{"match":"type","min":1}]}})"},
             {"$: Expected [] (size 0) to have minimum size of 1"}},
        Case{"max",
             {"[1]", "[1,2,3,4,5]", R"({"$":{"matchers":[{"match":"type","min":1,"max":4}]}})"},
             {"$: Expected [1, 2, 3, 4, 5] (size 5) to have maximum size of 4"}},
        Case{"min_of_a_map",
             {R"({"a":{"k":1}})",
              R"({"a":{"k":1}})",
              R"({"$.a":{"matchers":[{"match":"type","min":2}]}})"},
             {R"($.a: Expected {"k":1} (size 1) to have minimum size of 2)"}},
        Case{"min_does_not_cascade",
             {R"([["x","y"]])",
              R"([["q"],["w"]])",
              R"({"$":{"matchers":[{"match":"type","min":2}]}})"},
             {}},
        Case{"empty_example_list",
             {"[]", "[1]", R"({"$":{"matchers":[{"match":"type","min":2}]}})"},
             {}}),
    CaseName);

INSTANTIATE_TEST_SUITE_P(
    OtherRulesOnContainers,
    JsonComparisonCases,
    testing::Values(
        Case{"number_on_a_list",
             {"[1]", R"([5,"x"])", R"({"$":{"matchers":[{"match":"number"}]}})"},
             {"$[1]: Expected 'x' (String) to be a number"}},
        Case{"number_on_a_map",
             {R"({"b":1})", R"({"b":7})", R"({"$":{"matchers":[{"match":"number"}]}})"},
             {R"($: Unable to match {"b":7} using number)"}},
        Case{"regex_on_a_map",
             {R"({"b":"x"})",
              R"({"b":"Y"})",
              R"({"$":{"matchers":[{"match":"regex","regex":"[a-z]"}]}})"},
             {"$.b: Expected 'Y' to match '[a-z]'"}},
        Case{"null_on_a_list",
             {"[1]", "[1]", R"({"$":{"matchers":[{"match":"null"}]}})"},
             {"$: Expected [1] (Array) to be a null value"}},
        Case{"plugin_on_a_list",
             {"[1]", "[1]", R"({"$":{"matchers":[{"match":"wibble"}]}})"},
             {"$: Could not apply the 'wibble' matching rule - it needs a plugin, and accord runs "
              "none"}},
        Case{"status_code_on_a_list",
             {"[1]", "[1]", R"({"$":{"matchers":[{"match":"statusCode"}]}})"},
             {"$: Unable to match [1] using statusCode"}},
        Case{"not_empty_on_a_map",
             {R"({"k":"x"})", "{}", R"({"$":{"matchers":[{"match":"notEmpty"}]}})"},
             {"$: Expected {} (Object) to not be empty"}},
        Case{"not_empty_cascades",
             {R"({"k":"x"})", R"({"k":""})", R"({"$":{"matchers":[{"match":"notEmpty"}]}})"},
             {"$.k: Expected '' (String) to not be empty"}},
        Case{
            "not_empty_keeps_the_kind",
            {R"({"k":"x"})", "5", R"({"$":{"matchers":[{"match":"notEmpty"}]}})"},
            {R"($: Type mismatch: Expected 5 (Integer) to be the same type as {"k":"x"} (Object))"}},
        Case{"equality_is_strict_about_keys",
             {R"({"a":{"k":1}})",
              R"({"a":{"k":1,"l":2}})",
              R"({"$.a":{"matchers":[{"match":"equality"}]}})"},
             {R"($.a: Expected {"k":1,"l":2} to be equal to {"k":1})"}},
        Case{"equality_names_what_differs",
             {R"({"a":{"k":1}})",
              R"({"a":{"k":2}})",
              R"({"$.a":{"matchers":[{"match":"equality"}]}})"},
             {"$.a.k: Expected 2 (Integer) to be equal to 1 (Integer)"}},
        Case{"equality_of_lists",
             {R"({"a":[]})", R"({"a":[1]})", R"({"$.a":{"matchers":[{"match":"equality"}]}})"},
             {"$.a: Expected an empty List but received [1]"}}),
    CaseName);

INSTANTIATE_TEST_SUITE_P(
    Values,
    JsonComparisonCases,
    testing::Values(
        Case{"ignores_keys",
             {R"({"k":"x"})",
              R"({"z":"y"})",
              R"({"$":{"matchers":[{"match":"values"}]},
                                  "$.*":{"matchers":[{"match":"type"}]}})"},
             {}},
        Case{"ignores_keys_in_requests",
             {R"({"k":"x"})",
              R"({"z":"y","q":"w"})",
              R"({"$":{"matchers":[{"match":"values"}]},
                                              "$.*":{"matchers":[{"match":"type"}]}})",
              true},
             {}},
        Case{"alone_is_equality",
             {R"({"k":"x"})", R"({"z":"y"})", R"({"$":{"matchers":[{"match":"values"}]}})"},
             {"$.z: Expected 'y' (String) to be equal to 'x' (String)"}},
        Case{"prefers_its_own_key",
             {R"({"k":"x","l":1})",
              R"({"l":2,"n":3})",
              R"({"$":{"matchers":[{"match":"values"}]},
                                         "$.*":{"matchers":[{"match":"type"}]}})"},
             {"$.n: Expected 3 (Integer) to be the same type as 'x' (String)"}},
        Case{"on_a_list",
             {R"(["a","b"])", R"(["a"])", R"({"$":{"matchers":[{"match":"values"}]}})"},
             {}}),
    CaseName);

constexpr std::string_view kEachKey =
    R"({"$.a":{"matchers":[{"match":"eachKey","rules":[{"match":"regex","regex":"[a-z]+"}]}]}})";
constexpr std::string_view kEachValue =
    R"({"$.a":{"matchers":[{"match":"eachValue","rules":[{"match":"type"}]}]}})";
constexpr std::string_view kEachBoth =
    R"({"$.a":{"matchers":[{"match":"eachKey","rules":[{"match":"regex","regex":"[a-z]+"}]},
                           {"match":"eachValue","rules":[{"match":"type"}]}]}})";

INSTANTIATE_TEST_SUITE_P(
    EachKeyAndEachValue,
    JsonComparisonCases,
    testing::Values(
        Case{"key_holds", {R"({"a":{"k":"x"}})", R"({"a":{"zz":"q"}})", kEachKey}, {}},
        Case{"key_holds_in_requests",
             {R"({"a":{"k":"x"}})", R"({"a":{"zz":"q"}})", kEachKey, true},
             {}},
        Case{"key_fails",
             {R"({"a":{"k":"x"}})", R"({"a":{"k":"x","99":"q"}})", kEachKey},
             {"$.a['99']: Expected '99' to match '[a-z]+'"}},
        Case{"empty_map", {R"({"a":{"k":"x"}})", R"({"a":{}})", kEachKey}, {}},
        Case{
            "key_alone_frees_the_values", {R"({"a":{"k":"x"}})", R"({"a":{"k":5}})", kEachKey}, {}},
        Case{"nested_keys_are_checked",
             {R"({"a":{"k":{"n":1}}})", R"({"a":{"k":{}}})", kEachKey},
             {"$.a.k: Actual map is missing the following keys: n"}},
        Case{"value_fails",
             {R"({"a":{"k":"x"}})", R"({"a":{"zz":1}})", kEachValue},
             {"$.a.zz: Expected 1 (Integer) to be the same type as 'x' (String)"}},
        Case{"value_of_a_list",
             {R"({"a":["x"]})", R"({"a":["y",1]})", kEachValue},
             {"$.a[1]: Expected 1 (Integer) to be the same type as 'x' (String)"}},
        Case{"value_cascades", {R"({"a":[{"n":"x"}]})", R"({"a":[{"n":"zz"}]})", kEachValue}, {}},
        Case{"value_hides_outer_rules",
             {R"({"a":[{"n":"x"}]})",
              R"({"a":[{"n":"5"}]})",
              R"({"$.a":{"matchers":[{"match":"eachValue","rules":[{"match":"type"}]}]},
                  "$.a[*].n":{"matchers":[{"match":"regex","regex":"[a-z]"}]}})"},
             {}},
        Case{"both_hold", {R"({"a":{"k":"x"}})", R"({"a":{"q":"y"}})", kEachBoth}, {}},
        Case{"both_value_fails",
             {R"({"a":{"k":"x"}})", R"({"a":{"q":5}})", kEachBoth},
             {"$.a.q: Expected 5 (Integer) to be the same type as 'x' (String)"}},
        Case{"new_key_is_not_descended_into",
             {R"({"a":{"k":"x"}})",
              R"({"a":{"q":5}})",
              R"({"$.a":{"matchers":[{"match":"eachKey","rules":[{"match":"type"}]}]},
                  "$.a.*":{"matchers":[{"match":"type"}]}})"},
             {}},
        Case{"nested_each_value",
             {R"({"a":{"k":{"n":"x"}}})",
              R"({"a":{"q":{"m":1}}})",
              R"({"$.a":{"matchers":[{"match":"eachValue","rules":[
                    {"match":"eachValue","rules":[{"match":"type"}]}]}]}})"},
             {"$.a.q.m: Expected 1 (Integer) to be the same type as 'x' (String)"}},
        Case{"key_equality_has_a_value",
             {R"({"a":{"k":"x"}})",
              R"({"a":{"q":5}})",
              R"({"$.a":{"matchers":[{"match":"eachKey","value":"k","rules":[
                    {"match":"equality"}]}]}})"},
             {"$.a.q: Expected 'q' to be equal to 'k'"}}),
    CaseName);

constexpr std::string_view kTypeOrNull =
    R"({"$.a":{"combine":"OR","matchers":[{"match":"type"},{"match":"null"}]}})";

INSTANTIATE_TEST_SUITE_P(
    Alternatives,
    JsonComparisonCases,
    testing::Values(
        Case{"scalar_null", {R"({"a":"x"})", R"({"a":null})", kTypeOrNull}, {}},
        Case{"object_null", {R"({"a":{"b":1}})", R"({"a":null})", kTypeOrNull}, {}},
        Case{"array_null", {R"({"a":[1]})", R"({"a":null})", kTypeOrNull}, {}},
        Case{"object_of_the_type", {R"({"a":{"b":1}})", R"({"a":{"b":7}})", kTypeOrNull}, {}},
        Case{"null_is_no_child",
             {R"({"a":{"b":1}})", R"({"a":{"b":null}})", kTypeOrNull},
             {"$.a.b: Expected null (Null) to be the same type as 1 (Integer)",
              R"($.a: Expected {"b":null} (Object) to be a null value)"}},
        Case{"neither",
             {R"({"a":{"b":1}})", R"({"a":5})", kTypeOrNull},
             {R"($.a: Type mismatch: Expected 5 (Integer) to be the same type as {"b":1} (Object))",
              "$.a: Expected 5 (Integer) to be a null value"}},
        Case{"type_or_equality",
             {R"({"a":{"k":"x"}})",
              R"({"a":{"k":"y"}})",
              R"({"$.a":{"combine":"OR","matchers":[
                                     {"match":"equality"},{"match":"type"}]}})"},
             {}},
        Case{"object_or_number",
             {R"({"a":{"k":"x"}})",
              R"({"a":5})",
              R"({"$.a":{"combine":"OR","matchers":[
                                     {"match":"type"},{"match":"number"}]}})"},
             {}},
        Case{"sizes",
             {R"({"a":[1]})",
              R"({"a":[1,2]})",
              R"({"$.a":{"combine":"OR","matchers":[
                          {"match":"type","max":1},{"match":"type","min":2}]}})"},
             {}},
        Case{"and_needs_the_kind",
             {R"({"a":[1]})", R"({"a":null})", R"({"$.a":{"matchers":[{"match":"null"}]}})"},
             {"$.a: Type mismatch: Expected null (Null) to be the same type as [1] (Array)"}},
        Case{"later_fields_are_compared",
             {R"({"a":{"k":1},"b":1})", R"({"a":null,"b":2})", kTypeOrNull},
             {"$.b: Expected 2 (Integer) to be equal to 1 (Integer)"}}),
    CaseName);

TEST(JsonComparison, MismatchCarriesRuleAndContractPlace) {
  const std::vector<Mismatch> mismatches =
      Compare({R"({"items":[{"id":1}]})",
               R"({"items":[{"id":"x"}]})",
               R"({"$.items[*].id":{"matchers":[{"match":"regex","regex":"\\d+"}]}})"});
  ASSERT_EQ(mismatches.size(), 1U);
  EXPECT_EQ(mismatches[0].part, Part::kBody);
  EXPECT_EQ(mismatches[0].name, "$.items[0].id");
  EXPECT_EQ(mismatches[0].expected, "1");
  EXPECT_EQ(mismatches[0].actual, "x");
  EXPECT_EQ(mismatches[0].demand, R"(regex \d+ (rule at $.items[*].id))");
  ASSERT_TRUE(mismatches[0].source);
  EXPECT_EQ(mismatches[0].source->text(), "1");
  EXPECT_TRUE(mismatches[0].source.Span().known());
}

TEST(JsonComparison, AKeyMismatchIsAboutTheKey) {
  const std::vector<Mismatch> mismatches =
      Compare({R"({"a":{"k":"x"}})", R"({"a":{"99":1}})", kEachKey});
  ASSERT_EQ(mismatches.size(), 1U);
  EXPECT_EQ(mismatches[0].expected, "k");
  EXPECT_EQ(mismatches[0].actual, "99");
  EXPECT_EQ(mismatches[0].demand, "eachKey regex [a-z]+ (rule at $.a)");
  EXPECT_TRUE(mismatches[0].source.Span().known());
}

TEST(JsonComparison, UnreadableActualBodyIsOneMismatch) {
  EXPECT_THAT(CompareTexts({R"({"a":1})", "{a}"}),
              ElementsAre(HasSubstr("$: Failed to parse the actual body")));
}

TEST(JsonComparison, NumbersByValue) {
  JsonCase json{R"({"a":1})", R"({"a":1.0})"};
  EXPECT_EQ(Compare(json).size(), 1U);
  json.options.numbers_by_value = true;
  EXPECT_THAT(CompareTexts(json), IsEmpty());
}

TEST(JsonComparison, StopsAfterAThousandDifferences) {
  std::string ones = "[1";
  std::string twos = "[2";
  for (int i = 0; i < 5000; ++i) {
    ones += ",1";
    twos += ",2";
  }
  const std::vector<Mismatch> mismatches = Compare({ones + "]", twos + "]"});
  ASSERT_EQ(mismatches.size(), 1000U);
  EXPECT_THAT(mismatches.back().message, HasSubstr("comparing stopped after 1000 differences"));
}

TEST(JsonComparison, DeepBodiesAreCompared) {
  const std::string open(900, '[');
  const std::string close(900, ']');
  EXPECT_THAT(CompareTexts({open + close, open + close}), IsEmpty());
  EXPECT_EQ(Compare({open + "1" + close, open + "2" + close}).size(), 1U);
}

TEST(JsonComparison, LargeValuesAreCut) {
  const std::string huge = "\"" + std::string(5'000'000, 'a') + "\"";
  const std::vector<Mismatch> mismatches = Compare({"\"b\"", huge});
  ASSERT_EQ(mismatches.size(), 1U);
  EXPECT_LT(mismatches[0].message.size(), 1000U);
  EXPECT_LT(mismatches[0].actual.size(), 3000U);
}

/// Every level doubles the ways to try: without a bound this would take 2^40 comparisons.
TEST(JsonComparison, NestedAlternativesAreBounded) {
  std::string expected;
  std::string actual;
  std::string rules = "{";
  std::string path = "$";
  for (int i = 0; i < 40; ++i) {
    expected += R"({"a":)";
    actual += R"({"a":)";
    rules += fmt::format(
        R"({}"{}":{{"combine":"OR","matchers":[{{"match":"type"}},{{"match":"type","min":0}}]}})",
        i == 0 ? "" : ",",
        path);
    path += ".a";
  }
  expected += "1" + std::string(40, '}');
  actual += "\"x\"" + std::string(40, '}');
  EXPECT_FALSE(CompareTexts({expected, actual, rules + "}"}).empty());
}

}  // namespace
}  // namespace accord::match::test
