#include "match/parameters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/match/compare_json.h"

namespace accord::match::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Compares two queries as requests; `rules` is the whole `matchingRules` object.
std::vector<Mismatch> CompareQueries(std::string_view expected,
                                     std::string_view actual,
                                     std::string_view rules = "{}") {
  std::vector<finding::Finding> findings;
  pact::Request wanted;
  wanted.query = pact::ParseQuery(expected);
  wanted.rules = pact::ReadMatchingRules(Json(rules), findings);
  pact::Request got;
  got.query = pact::ParseQuery(actual);
  return CompareRequest(wanted, got);
}

struct Case {
  std::string_view name;
  std::string_view expected;
  std::string_view actual;
  std::vector<std::string> mismatches;
  std::string_view rules = "{}";
};

class QueryCases : public testing::TestWithParam<Case> {};

TEST_P(QueryCases, Compare) {
  const Case& c = GetParam();
  EXPECT_EQ(Texts(CompareQueries(c.expected, c.actual, c.rules)), c.mismatches);
}

INSTANTIATE_TEST_SUITE_P(
    Query,
    QueryCases,
    testing::Values(
        Case{"order_of_names", "a=1&b=2", "b=2&a=1", {}},
        Case{"missing", "a=1&b=2", "a=1", {"b: Expected query parameter 'b' but was missing"}},
        Case{"unexpected", "a=1", "a=1&c=3", {"c: Unexpected query parameter 'c' received"}},
        Case{"value", "a=1", "a=2", {"a: Expected query parameter 'a' with value '1' but was '2'"}},
        Case{"order_of_values",
             "a=1&a=2",
             "a=2&a=1",
             {"a: Expected query parameter 'a' with value '1' but was '2'",
              "a: Expected query parameter 'a' with value '2' but was '1'"}},
        Case{"value_missing",
             "a=1&a=2",
             "a=1",
             {"a: Expected query parameter 'a' with value '2' at index 1 but was missing (actual "
              "has "
              "1 value(s))"}},
        Case{"value_unexpected",
             "a=1",
             "a=1&a=2",
             {"a: Unexpected value '2' at index 1 of query parameter 'a' (expected 1 value(s))"}},
        Case{"no_value_is_empty", "a", "a=", {}},
        Case{"equals_in_the_value", "a=b=c", "a=b%3Dc", {}}),
    [](const auto& tested) { return std::string(tested.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Rules,
    QueryCases,
    testing::Values(
        Case{"regex",
             "a=1",
             "a=9999X",
             {R"(a: Expected '9999X' to match '\d{1,4}')"},
             R"({"query":{"a":{"matchers":[{"match":"regex","regex":"\\d{1,4}"}]}}})"},
        Case{"number",
             "a=1234",
             "a=100.2",
             {},
             R"({"query":{"a":{"matchers":[{"match":"number"}]}}})"},
        Case{"type_allows_more",
             "a=1",
             "a=2&a=3",
             {},
             R"({"query":{"a":{"matchers":[{"match":"type"}]}}})"},
        Case{"min",
             "a=1",
             "a=2",
             {"a: Expected query parameter 'a' (size 1) to have minimum size of 2"},
             R"({"query":{"a":{"matchers":[{"match":"type","min":2}]}}})"},
        Case{"name_with_case",
             "a=1",
             "a=2",
             {"a: Expected query parameter 'a' with value '1' but was '2'"},
             R"({"query":{"A":{"matchers":[{"match":"type"}]}}})"},
        Case{"version_two", "a=1", "a=5", {}, R"({"$.query.a":{"match":"type"}})"},
        Case{"version_two_star", "a=1", "a=5&a=6", {}, R"({"$.query.a[*]":{"match":"type"}})"},
        Case{"version_two_index", "a=1&a=2", "a=1&a=5", {}, R"({"$.query.a[1]":{"match":"type"}})"},
        Case{"version_two_other_index",
             "a=1&a=2",
             "a=1&a=5",
             {"a: Expected query parameter 'a' with value '2' but was '5'"},
             R"({"$.query.a[0]":{"match":"type"}})"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Parameters, RepeatedEntriesOfOneNameAreJoined) {
  pact::Request expected;
  expected.query = {{"a", {"1", "2"}}};
  pact::Request actual;
  actual.query = {{"a", {"1"}}, {"b", {"x"}}, {"a", {"2"}}, {"b", {"y"}}};
  EXPECT_THAT(Texts(CompareRequest(expected, actual)),
              ElementsAre("b: Unexpected query parameter 'b' received"));
}

TEST(Parameters, ManyParametersStayFast) {
  std::string query;
  for (int i = 0; i < 50'000; ++i) {
    query += "p" + std::to_string(i) + "=1&";
  }
  EXPECT_THAT(CompareQueries(query, query), IsEmpty());
}

}  // namespace
}  // namespace accord::match::test
