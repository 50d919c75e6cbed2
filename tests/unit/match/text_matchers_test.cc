#include <gtest/gtest.h>

#include "match/matchers.h"

namespace accord::match {
namespace {

using pact::Matcher;
using pact::Rule;

Rule Make(Matcher matcher, std::string text = {}) {
  Rule rule;
  rule.matcher = matcher;
  rule.text = std::move(text);
  return rule;
}

struct Case {
  Matcher matcher;
  std::string text;
  std::string_view actual;
  std::string_view failure;  ///< Beginning of the sentence; empty when the rule holds.
};

class TextMatchers : public testing::TestWithParam<Case> {};

TEST_P(TextMatchers, Judge) {
  const Case& c = GetParam();
  const std::optional<std::string> message = CheckText(Make(c.matcher, c.text), "x", c.actual);
  EXPECT_EQ(message.has_value(), !c.failure.empty()) << message.value_or("");
  EXPECT_TRUE(message.value_or("").starts_with(c.failure)) << message.value_or("");
}

INSTANTIATE_TEST_SUITE_P(
    Equality,
    TextMatchers,
    testing::Values(Case{Matcher::kEquality, "", "x", ""},
                    Case{Matcher::kEquality, "", "X", "Expected 'X' to be equal to 'x'"},
                    Case{Matcher::kValues, "", "y", "Expected 'y' to be equal to 'x'"}));

INSTANTIATE_TEST_SUITE_P(
    Regex,
    TextMatchers,
    testing::Values(Case{Matcher::kRegex, R"(\d+)", "123", ""},
                    Case{Matcher::kRegex, R"(\d)", "a1b", R"(Expected 'a1b' to match '\d')"},
                    Case{Matcher::kRegex, "a|ab", "ab", ""},
                    Case{Matcher::kRegex, "(a|ab)$", "ab", ""},
                    Case{Matcher::kRegex, ".*", "a\nb", "Expected"},
                    Case{Matcher::kRegex, "(", "a", "Could not apply the regex rule"},
                    Case{Matcher::kRegex, "a", "\xFF", "Expected text to match 'a', but the bytes"},
                    Case{Matcher::kRegex,
                         "(a+)+$",
                         "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
                         "Could not decide"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers,
    TextMatchers,
    testing::Values(Case{Matcher::kNumber, "", "1", ""},
                    Case{Matcher::kNumber, "", "-1.5e3", ""},
                    Case{Matcher::kNumber, "", ".5", ""},
                    Case{Matcher::kNumber, "", "5.", ""},
                    Case{Matcher::kNumber, "", "", "Expected '' to match a number"},
                    Case{Matcher::kNumber, "", ".", "Expected"},
                    Case{Matcher::kNumber, "", "1e", "Expected"},
                    Case{Matcher::kNumber, "", "nan", "Expected"},
                    Case{Matcher::kNumber, "", "1 ", "Expected"},
                    Case{Matcher::kDecimal, "", "5", ""},
                    Case{Matcher::kDecimal, "", "5.5", ""},
                    Case{Matcher::kDecimal, "", "x", "Expected 'x' to match a decimal number"},
                    Case{Matcher::kInteger, "", "5", ""},
                    Case{Matcher::kInteger, "", "-5", ""},
                    Case{Matcher::kInteger, "", "123456789012345678901234567890", ""},
                    Case{Matcher::kInteger, "", "5.0", "Expected '5.0' to match an integer number"},
                    Case{Matcher::kInteger, "", "-", "Expected"}));

INSTANTIATE_TEST_SUITE_P(
    Others,
    TextMatchers,
    testing::Values(
        Case{Matcher::kType, "", "anything", ""},
        Case{Matcher::kInclude, "b", "abc", ""},
        Case{Matcher::kInclude, "z", "abc", "Expected 'abc' to include 'z'"},
        Case{Matcher::kBoolean, "", "true", ""},
        Case{Matcher::kBoolean, "", "True", "Expected 'True' to match a boolean"},
        Case{Matcher::kNull, "", "null", "Expected 'null' to be a null value"},
        Case{Matcher::kNotEmpty, "", " ", ""},
        Case{Matcher::kNotEmpty, "", "", "Expected '' to not be empty"},
        Case{Matcher::kContentType, "application/json", R"({"a":1})", ""},
        Case{Matcher::kContentType, "image/png", "\x89PNG\r\n\x1A\n", ""},
        Case{Matcher::kContentType,
             "image/jpeg",
             "%PDF-1.4",
             "Expected binary contents to have content type 'image/jpeg' but detected contents was "
             "'application/pdf'"},
        Case{Matcher::kPlugin, "wibble", "a", "Could not apply the 'wibble' matching rule"}));

INSTANTIATE_TEST_SUITE_P(
    Dates,
    TextMatchers,
    testing::Values(
        Case{Matcher::kDate, "", "2020-02-29", ""},
        Case{Matcher::kDate,
             "",
             "23/07/19",
             "Expected '23/07/19' to match a date pattern of "
             "'yyyy-MM-dd'"},
        Case{Matcher::kDate, "dd/MM/yy", "23/07/19", ""},
        Case{Matcher::kTime, "", "23:59:59", ""},
        Case{Matcher::kTime, "", "24:00", "Expected '24:00' to match a time pattern of 'HH:mm:ss'"},
        Case{Matcher::kDateTime, "", "2020-02-03T10:00:00Z", ""},
        Case{Matcher::kDateTime,
             "",
             "2020-02-03",
             "Expected '2020-02-03' to match a timestamp pattern of 'yyyy-MM-dd'T'HH:mm:ssXXX'"},
        Case{Matcher::kDate, "yyyy-bb", "2020", "'yyyy-bb' is not a valid date pattern"}));

INSTANTIATE_TEST_SUITE_P(
    Semver,
    TextMatchers,
    testing::Values(
        Case{Matcher::kSemver, "", "1.0.0", ""},
        Case{Matcher::kSemver, "", "1.2.3-alpha.1+build.01", ""},
        Case{Matcher::kSemver, "", "1.0.0+a-b", ""},
        Case{Matcher::kSemver, "", "1.0.0--", ""},
        Case{Matcher::kSemver, "", "", "'' is not a valid semantic version - empty string"},
        Case{Matcher::kSemver,
             "",
             "1.0",
             "'1.0' is not a valid semantic version - unexpected end of input while "
             "parsing minor version number"},
        Case{Matcher::kSemver,
             "",
             "v1.0.0",
             "'v1.0.0' is not a valid semantic version - unexpected character 'v' while "
             "parsing major version number"},
        Case{Matcher::kSemver,
             "",
             "1.0.",
             "'1.0.' is not a valid semantic version - unexpected end of input while "
             "parsing patch version number"},
        Case{Matcher::kSemver,
             "",
             "1-0.0",
             "'1-0.0' is not a valid semantic version - unexpected character '-' after "
             "major version number"},
        Case{Matcher::kSemver,
             "",
             "1.0.0.0",
             "'1.0.0.0' is not a valid semantic version - unexpected character '.' after "
             "patch version number"},
        Case{Matcher::kSemver,
             "",
             "01.0.0",
             "'01.0.0' is not a valid semantic version - invalid leading zero in major"},
        Case{Matcher::kSemver,
             "",
             "1.0.0-",
             "'1.0.0-' is not a valid semantic version - empty identifier segment in "
             "pre-release"},
        Case{Matcher::kSemver,
             "",
             "1.0.0-01",
             "'1.0.0-01' is not a valid semantic version - invalid leading zero in pre-"},
        Case{Matcher::kSemver,
             "",
             "1.0.0-a..b",
             "'1.0.0-a..b' is not a valid semantic version - empty identifier segment"},
        Case{Matcher::kSemver,
             "",
             "1.0.0+",
             "'1.0.0+' is not a valid semantic version - empty identifier segment in "
             "build"},
        Case{Matcher::kSemver,
             "",
             "1.0.0-aü",
             "'1.0.0-aü' is not a valid semantic version - unexpected character 'ü' "
             "after pre-release identifier"}));

INSTANTIATE_TEST_SUITE_P(
    StatusClasses,
    TextMatchers,
    testing::Values(Case{Matcher::kStatusCode, "", "204", ""},
                    Case{Matcher::kStatusCode, "", "302", "Expected status code 302 to be a"},
                    Case{Matcher::kStatusCode, "info", "101", ""},
                    Case{Matcher::kStatusCode, "success", "299", ""},
                    Case{Matcher::kStatusCode, "redirect", "300", ""},
                    Case{Matcher::kStatusCode, "clientError", "404", ""},
                    Case{Matcher::kStatusCode, "clientError", "500", "Expected status code 500"},
                    Case{Matcher::kStatusCode, "serverError", "503", ""},
                    Case{Matcher::kStatusCode, "nonError", "302", ""},
                    Case{Matcher::kStatusCode, "nonError", "400", "Expected status code 400"},
                    Case{Matcher::kStatusCode, "error", "400", ""},
                    Case{Matcher::kStatusCode, "wrong", "400", "Could not apply the statusCode"},
                    Case{Matcher::kStatusCode, "", "4x", "Expected '4x' to be a status code"}));

TEST(TextMatchers, StatusCodesAreListed) {
  Rule rule = Make(Matcher::kStatusCode);
  auto details = std::make_shared<pact::RuleDetails>();
  details->status_codes = {200, 201};
  rule.details = details;
  EXPECT_EQ(CheckText(rule, "200", "201"), std::nullopt);
  EXPECT_EQ(CheckText(rule, "200", "404"), "Expected status code 404 to be a 200, 201");
}

TEST(TextRules, AndReportsEveryFailureAndOrNeedsOneRule) {
  pact::RuleList list;
  list.rules = {
      Make(Matcher::kRegex, "a.*"), Make(Matcher::kInclude, "z"), Make(Matcher::kInclude, "y")};
  EXPECT_EQ(CheckTextRules(AsActiveRules(list), "", "abc").size(), 2U);
  list.combine = pact::Combine::kOr;
  EXPECT_TRUE(CheckTextRules(AsActiveRules(list), "", "abc").empty());
  EXPECT_EQ(CheckTextRules(AsActiveRules(list), "", "bc").size(), 3U);
}

TEST(TextRules, WithoutRulesTextsMustBeEqual) {
  EXPECT_TRUE(CheckTextRules({}, "a", "a").empty());
  const std::vector<Failure> failures = CheckTextRules({}, "a", "b");
  ASSERT_EQ(failures.size(), 1U);
  EXPECT_EQ(failures[0].rule, nullptr);
}

TEST(TextRules, ContainerRulesFailOnATextUnlessInherited) {
  pact::RuleList list;
  list.rules = {Make(Matcher::kEachKey)};
  ActiveRules rules = AsActiveRules(list);
  EXPECT_EQ(CheckTextRules(rules, "a", "b").at(0).message, "Unable to match 'b' using eachKey");
  rules.cascaded = true;
  EXPECT_TRUE(CheckTextRules(rules, "a", "b").empty());
}

TEST(TextRules, LongTextsAreCutInSentences) {
  const std::string huge(1'000'000, 'a');
  const std::optional<std::string> message = CheckText(Make(Matcher::kInclude, "z"), "", huge);
  ASSERT_TRUE(message.has_value());
  EXPECT_LT(message->size(), 1000U);
}

}  // namespace
}  // namespace accord::match
