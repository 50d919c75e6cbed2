#include <gtest/gtest.h>

#include "match/matchers.h"
#include "tests/unit/match/compare_json.h"

namespace accord::match::test {
namespace {

using pact::Matcher;

struct Case {
  Matcher matcher;
  std::string text;
  std::string_view expected;
  std::string_view actual;
  std::string_view failure;  ///< The sentence's beginning; empty when the rule holds.
};

class JsonMatchers : public testing::TestWithParam<Case> {};

TEST_P(JsonMatchers, Judge) {
  const Case& c = GetParam();
  pact::Rule rule;
  rule.matcher = c.matcher;
  rule.text = c.text;
  const std::optional<std::string> message =
      CheckJson(rule, *Json(c.expected), *Json(c.actual), {});
  EXPECT_EQ(message.has_value(), !c.failure.empty()) << message.value_or("");
  EXPECT_TRUE(message.value_or("").starts_with(c.failure)) << message.value_or("");
}

INSTANTIATE_TEST_SUITE_P(
    Equality,
    JsonMatchers,
    testing::Values(
        Case{Matcher::kEquality, "", R"("a")", R"("a")", ""},
        Case{Matcher::kEquality,
             "",
             R"("a")",
             R"("b")",
             "Expected 'b' (String) to be equal to 'a' (String)"},
        Case{Matcher::kEquality,
             "",
             "1",
             "1.0",
             "Expected 1.0 (Decimal) to be equal to 1 (Integer)"},
        Case{Matcher::kEquality, "", "1.1", "1.10", ""},
        Case{Matcher::kEquality, "", "100", "1e2", "Expected 1e2 (Decimal) to be equal to 100"},
        Case{Matcher::kEquality, "", R"({"a":[1,2]})", R"({"a":[1,2]})", ""},
        Case{Matcher::kEquality,
             "",
             R"({"a":[1,2]})",
             R"({"a":[2,1]})",
             R"(Expected {"a":[2,1]} (Object) to be equal to {"a":[1,2]} (Object))"},
        Case{Matcher::kEquality,
             "",
             "null",
             "false",
             "Expected false (Boolean) to be equal to "
             "null (Null)"},
        Case{Matcher::kValues, "", R"("a")", R"("b")", "Expected 'b'"}));

INSTANTIATE_TEST_SUITE_P(
    Type,
    JsonMatchers,
    testing::Values(Case{Matcher::kType, "", "1", "1.5", ""},
                    Case{Matcher::kType, "", R"("a")", R"("b")", ""},
                    Case{Matcher::kType, "", "null", "null", ""},
                    Case{Matcher::kType, "", "true", "false", ""},
                    Case{Matcher::kType,
                         "",
                         R"("a")",
                         "100",
                         "Expected 100 (Integer) to be the same type as 'a' (String)"},
                    Case{Matcher::kType,
                         "",
                         "1",
                         R"("1")",
                         "Expected '1' (String) to be the same type as 1 (Integer)"},
                    Case{Matcher::kType, "", "null", "1", "Expected 1 (Integer) to be the same"},
                    Case{Matcher::kType, "", "1", "null", "Expected null (Null) to be the same"}));

INSTANTIATE_TEST_SUITE_P(
    TextForms,
    JsonMatchers,
    testing::Values(
        Case{Matcher::kRegex, R"(\d+)", "1", "123", ""},
        Case{Matcher::kRegex, "true", "1", "true", ""},
        Case{Matcher::kRegex, "null", "1", "null", ""},
        Case{Matcher::kRegex, R"(\d+)", "1", R"("12a")", R"(Expected '12a' to match '\d+')"},
        Case{Matcher::kRegex, R"(\{"a":1\})", R"("x")", R"({"a": 1})", ""},
        Case{Matcher::kInclude, "2", "1", "123", ""},
        Case{Matcher::kInclude, "a", R"("a")", R"("dog")", "Expected 'dog' to include 'a'"},
        Case{Matcher::kDate, "yyyy", R"("2020")", "2021", ""},
        Case{Matcher::kDate, "", R"("x")", R"("2020-02-30")", "Expected '2020-02-30' to match"},
        Case{Matcher::kTime, "", R"("x")", R"("10:11:12")", ""},
        Case{Matcher::kDateTime, "", R"("x")", R"("2020-02-03T10:00:00Z")", ""},
        Case{Matcher::kContentType, "image/png", R"("x")", R"("iVBORw0KGgo=")", ""},
        Case{Matcher::kContentType, "text/plain", R"("x")", R"("Hello")", ""},
        Case{Matcher::kContentType, "text/plain", R"("x")", R"("abcd")", ""},
        Case{Matcher::kContentType,
             "image/png",
             R"("x")",
             R"("Hello")",
             "Expected binary contents to have content type 'image/png'"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers,
    JsonMatchers,
    testing::Values(
        Case{Matcher::kNumber, "", "1", "2.5", ""},
        Case{Matcher::kNumber, "", "1", R"("1")", "Expected '1' (String) to be a number"},
        Case{Matcher::kNumber, "", "1", "true", "Expected true (Boolean) to be a number"},
        Case{Matcher::kInteger, "", "1", "-7", ""},
        Case{Matcher::kInteger, "", "1", "1.0", "Expected 1.0 (Decimal) to be an integer"},
        Case{Matcher::kInteger, "", "1", "1e2", "Expected 1e2 (Decimal) to be an integer"},
        Case{Matcher::kInteger, "", "1", R"("1")", "Expected '1' (String) to be an integer"},
        Case{Matcher::kInteger, "", "1", "[]", "Expected [] (Array) to be an integer"},
        Case{Matcher::kDecimal, "", "1", "1.0", ""},
        Case{Matcher::kDecimal, "", "1", "1e2", ""},
        Case{Matcher::kDecimal, "", "1", "100", "Expected 100 (Integer) to be a decimal number"},
        Case{Matcher::kDecimal, "", "1", "null", "Expected null (Null) to be a decimal number"},
        Case{Matcher::kDecimal, "", "1", R"("1.5")", "Expected '1.5' (String) to be a decimal"}));

INSTANTIATE_TEST_SUITE_P(
    Others,
    JsonMatchers,
    testing::Values(
        Case{Matcher::kBoolean, "", "true", "false", ""},
        Case{Matcher::kBoolean, "", "true", R"("true")", ""},
        Case{Matcher::kBoolean, "", "true", R"("")", "Expected '' (String) to match a boolean"},
        Case{Matcher::kBoolean, "", "true", "1", "Expected 1 (Integer) to match a boolean"},
        Case{Matcher::kNull, "", "1", "null", ""},
        Case{Matcher::kNull, "", "1", R"("")", "Expected '' (String) to be a null value"},
        Case{Matcher::kNotEmpty, "", R"("x")", "5", ""},
        Case{Matcher::kNotEmpty, "", R"("x")", "false", ""},
        Case{Matcher::kNotEmpty, "", R"("x")", R"("")", "Expected '' (String) to not be empty"},
        Case{Matcher::kNotEmpty, "", R"("x")", "null", "Expected null (Null) to not be empty"},
        Case{Matcher::kNotEmpty, "", "[1]", "[]", "Expected [] (Array) to not be empty"},
        Case{Matcher::kNotEmpty, "", R"({"a":1})", "{}", "Expected {} (Object) to not be empty"},
        Case{Matcher::kSemver, "", R"("1.0.0")", R"("2.0.0-rc.1")", ""},
        Case{Matcher::kSemver, "", R"("1.0.0")", R"("1.0")", "'1.0' is not a valid semantic"},
        Case{Matcher::kSemver,
             "",
             R"("1.0.0")",
             "1",
             "'1' is not a valid semantic version - unexpected end of input while"},
        Case{Matcher::kStatusCode, "", "200", "200", "Unable to match 200 using statusCode"},
        Case{Matcher::kPlugin, "minType", "1", "1", "Could not apply the 'minType' matching rule"},
        Case{Matcher::kEachKey, "", "1", R"("x")", ""},
        Case{Matcher::kEachValue, "", "1", R"("x")", ""},
        Case{Matcher::kArrayContains, "", "1", R"("x")", ""}));

TEST(JsonMatchers, NumbersByValueOnRequest) {
  pact::Rule equality;
  Options options;
  options.numbers_by_value = true;
  EXPECT_EQ(CheckJson(equality, *Json("1"), *Json("1.0"), options), std::nullopt);
}

}  // namespace
}  // namespace accord::match::test
