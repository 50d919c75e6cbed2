#include "match/headers.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/match/compare_json.h"

namespace accord::match::test {
namespace {

using Headers = std::vector<pact::Header>;

/// Compares with the rules of a version 3 header category.
std::vector<std::string> CompareTexts(const Headers& expected,
                                      const Headers& actual,
                                      std::string_view rules = "{}") {
  std::vector<finding::Finding> findings;
  const pact::MatchingRules read =
      pact::ReadMatchingRules(Json(fmt::format(R"({{"header":{}}})", rules)), findings);
  std::vector<Mismatch> out;
  CompareHeaders(expected, actual, read.header, {}, out);
  return Texts(out);
}

struct Case {
  std::string_view name;
  Headers expected;
  Headers actual;
  std::vector<std::string> mismatches;
  std::string_view rules = "{}";
};

class HeaderCases : public testing::TestWithParam<Case> {};

TEST_P(HeaderCases, Compare) {
  const Case& c = GetParam();
  EXPECT_EQ(CompareTexts(c.expected, c.actual, c.rules), c.mismatches);
}

INSTANTIATE_TEST_SUITE_P(
    Headers,
    HeaderCases,
    testing::Values(
        Case{"name_without_case", {{"X-A", {"1"}}}, {{"x-a", {" 1 "}}}, {}},
        Case{"unexpected", {}, {{"X-A", {"1"}}}, {}},
        Case{"missing",
             {{"X-TEST", {"1"}}},
             {},
             {"X-TEST: Expected a header 'X-TEST' but was missing"}},
        Case{"value_case",
             {{"X-A", {"a"}}},
             {{"X-A", {"A"}}},
             {"X-A: Expected header 'X-A' to have value 'a' but was 'A'"}},
        Case{"blanks_around_commas", {{"X-A", {"a,b"}}}, {{"X-A", {"a , b"}}}, {}},
        Case{"order_of_a_list",
             {{"Vary", {"a", "b"}}},
             {{"Vary", {"b, a"}}},
             {"Vary: Expected header 'Vary' to have value 'a' but was 'b'",
              "Vary: Expected header 'Vary' to have value 'b' but was 'a'"}},
        Case{"list_in_one_line", {{"Vary", {"a", "b"}}}, {{"Vary", {"a, b"}}}, {}},
        Case{"list_in_two_lines", {{"Vary", {"a, b"}}}, {{"Vary", {"a"}}, {"vary", {"b"}}}, {}},
        Case{"value_missing",
             {{"Vary", {"A", "B"}}},
             {{"Vary", {"A"}}},
             {"Vary: Expected header 'Vary' to have value 'B' at index 1 but was missing (actual "
              "has "
              "1 value(s))"}},
        Case{"value_too_many",
             {{"Vary", {"A"}}},
             {{"Vary", {"A, B"}}},
             {"Vary: Unexpected value 'B' at index 1 of header 'Vary' (expected 1 value(s))"}},
        Case{"expected_empty",
             {{"X-A", {}}},
             {{"X-A", {"a"}}},
             {"X-A: Unexpected value 'a' at index 0 of header 'X-A' (expected 0 value(s))"}},
        Case{"both_empty", {{"X-A", {}}}, {{"X-A", {""}}}, {}},
        Case{"joined_lines", {{"X-A", {"a", "b"}}}, {{"X-A", {"a, b"}}}, {}},
        Case{"split_lines", {{"X-A", {"a, b"}}}, {{"X-A", {"a"}}, {"X-A", {"b"}}}, {}},
        Case{"cookies_are_not_joined",
             {{"Set-Cookie", {"a, b"}}},
             {{"Set-Cookie", {"a"}}, {"Set-Cookie", {"b"}}},
             {"Set-Cookie: Expected header 'Set-Cookie' to have value 'a, b' but was 'a'",
              "Set-Cookie: Unexpected value 'b' at index 1 of header 'Set-Cookie' (expected 1 "
              "value(s))"}}),
    [](const auto& tested) { return std::string(tested.param.name); });

INSTANTIATE_TEST_SUITE_P(
    MediaTypes,
    HeaderCases,
    testing::Values(
        Case{"charset_case",
             {{"content-type", {"application/json;charset=UTF-8"}}},
             {{"Content-Type", {"Application/JSON; charset=utf-8"}}},
             {}},
        Case{"extra_parameter",
             {{"Content-Type", {"application/json"}}},
             {{"Content-Type", {"application/json;charset=utf-8"}}},
             {}},
        Case{"missing_parameter",
             {{"content-type", {"application/json;charset=UTF-8"}}},
             {{"content-type", {"application/json"}}},
             {"content-type: Expected header 'content-type' to have value "
              "'application/json;charset=UTF-8' but was 'application/json'"}},
        Case{"other_type",
             {{"Content-Type", {"text/plain"}}},
             {{"Content-Type", {"text/html"}}},
             {"Content-Type: Expected header 'Content-Type' to have value 'text/plain' but was "
              "'text/html'"}},
        Case{"accept_list",
             {{"accept", {"text/html, application/xml, */*"}}},
             {{"accept", {"text/html, application/xml;q=0.9, */*;q=0.8"}}},
             {}},
        Case{"no_media_type", {{"Content-Type", {"json"}}}, {{"Content-Type", {"json"}}}, {}}),
    [](const auto& tested) { return std::string(tested.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Rules,
    HeaderCases,
    testing::Values(
        Case{"regex",
             {{"X-L", {"1"}}},
             {{"X-L", {"55"}}},
             {},
             R"({"x-l":{"matchers":[{"match":"regex","regex":"\\d+"}]}})"},
        Case{"regex_fails",
             {{"X-TEST", {"1"}}},
             {{"X-TEST", {"9999ABC"}}},
             {R"(X-TEST: Expected '9999ABC' to match '\d{1,4}')"},
             R"({"X-TEST":{"matchers":[{"match":"regex","regex":"\\d{1,4}"}]}})"},
        Case{"dotted_name",
             {{"a.b[0]", {"1"}}},
             {{"a.b[0]", {"2"}}},
             {},
             R"({"a.b[0]":{"matchers":[{"match":"type"}]}})"},
        Case{"type_allows_more",
             {{"Vary", {"A"}}},
             {{"Vary", {"Q, B"}}},
             {},
             R"({"Vary":{"matchers":[{"match":"type"}]}})"},
        Case{"max",
             {{"Vary", {"A"}}},
             {{"Vary", {"Q, B"}}},
             {"Vary: Expected header 'Vary' (size 2) to have maximum size of 1"},
             R"({"Vary":{"matchers":[{"match":"type","max":1}]}})"},
        Case{"equality_keeps_the_count",
             {{"Vary", {"A"}}},
             {{"Vary", {"A, B"}}},
             {"Vary: Unexpected value 'B' at index 1 of header 'Vary' (expected 1 value(s))"},
             R"({"Vary":{"matchers":[{"match":"equality"}]}})"},
        Case{"or",
             {{"X-A", {"1"}}},
             {{"X-A", {"n/a"}}},
             {},
             R"({"X-A":{"combine":"OR","matchers":[{"match":"integer"},
                 {"match":"include","value":"n/a"}]}})"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Headers, MismatchNamesTheRuleAndTheContractPlace) {
  const document::Value source = Json(R"({"x-l":"1"})");
  std::vector<finding::Finding> findings;
  const pact::MatchingRules rules = pact::ReadMatchingRules(
      Json(R"({"header":{"X-L":{"matchers":[{"match":"integer"}]}}})"), findings);
  std::vector<Mismatch> out;
  CompareHeaders({{"X-L", {"1"}}}, {{"X-L", {"a"}}}, rules.header, source, out);
  ASSERT_EQ(out.size(), 1U);
  EXPECT_EQ(out[0].part, Part::kHeader);
  EXPECT_EQ(out[0].expected, "1");
  EXPECT_EQ(out[0].actual, "a");
  EXPECT_EQ(out[0].demand, "integer (rule at X-L)");
  EXPECT_EQ(out[0].source->text(), "1");
}

}  // namespace
}  // namespace accord::match::test
