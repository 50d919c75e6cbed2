#include "match/metadata.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/match/compare_json.h"

namespace accord::match::test {
namespace {

struct Case {
  std::string_view name;
  std::string_view expected;
  std::string_view actual;
  std::vector<std::string> mismatches;
  std::string_view rules = "{}";
};

pact::Message MessageWith(std::string_view metadata, std::string_view rules) {
  std::vector<finding::Finding> findings;
  return pact::ReadMessage(
      Json(fmt::format(R"({{"metadata":{},"matchingRules":{{"metadata":{}}}}})", metadata, rules)),
      pact::SpecVersion::kV4,
      findings);
}

class MetadataCases : public testing::TestWithParam<Case> {};

TEST_P(MetadataCases, Compare) {
  const Case& c = GetParam();
  EXPECT_EQ(Texts(CompareMessage(MessageWith(c.expected, c.rules), MessageWith(c.actual, "{}"))),
            c.mismatches);
}

INSTANTIATE_TEST_SUITE_P(
    Metadata,
    MetadataCases,
    testing::Values(
        Case{"equal", R"({"a":{"b":[1]}})", R"({"a":{"b":[1]},"x":1})", {}},
        Case{"missing", R"({"a":1})", "{}", {"a: Expected message metadata 'a' but was missing"}},
        Case{"other_value",
             R"({"a":1})",
             R"({"a":"1"})",
             {"a: Expected message metadata 'a' to have value 1 but was '1'"}},
        Case{"key_case",
             R"({"a":1})",
             R"({"A":1})",
             {"a: Expected message metadata 'a' but was missing"}},
        Case{"content_type_spelling",
             R"({"contentType":"application/json"})",
             R"({"content-type":"application/json;charset=utf-8"})",
             {}},
        Case{"content_type_differs",
             R"({"contentType":"text/plain"})",
             R"({"contentType":"text/html"})",
             {"contentType: Expected message metadata 'contentType' to have value 'text/plain' but "
              "was 'text/html'"}},
        Case{"rule",
             R"({"a":"1"})",
             R"({"a":"77"})",
             {},
             R"({"a":{"matchers":[{"match":"regex","regex":"\\d+"}]}})"},
        Case{"rule_fails",
             R"({"a":"1"})",
             R"({"a":"x"})",
             {R"(a: Expected 'x' to match '\d+')"},
             R"({"a":{"matchers":[{"match":"regex","regex":"\\d+"}]}})"},
        Case{"rule_with_root",
             R"({"a":"1"})",
             R"({"a":"77"})",
             {},
             R"({"$.a":{"matchers":[{"match":"type"}]}})"},
        Case{"texts_are_numbers",
             R"({"a":"1"})",
             R"({"a":"77"})",
             {},
             R"({"a":{"matchers":[{"match":"integer"}]}})"},
        Case{"values_keep_their_type",
             R"({"a":1})",
             R"({"a":"77"})",
             {"a: Expected '77' (String) to be the same type as 1 (Integer)"},
             R"({"a":{"matchers":[{"match":"type"}]}})"},
        Case{"or",
             R"({"a":1})",
             R"({"a":null})",
             {},
             R"({"a":{"combine":"OR","matchers":[{"match":"type"},{"match":"null"}]}})"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Metadata, MismatchCarriesRuleAndValues) {
  const std::vector<Mismatch> mismatches =
      CompareMessage(MessageWith(R"({"a":"1"})", R"({"a":{"matchers":[{"match":"integer"}]}})"),
                     MessageWith(R"({"a":"x"})", "{}"));
  ASSERT_EQ(mismatches.size(), 1U);
  EXPECT_EQ(mismatches[0].part, Part::kMetadata);
  EXPECT_EQ(mismatches[0].expected, "1");
  EXPECT_EQ(mismatches[0].actual, "x");
  EXPECT_EQ(mismatches[0].demand, "integer (rule at a)");
  EXPECT_TRUE(mismatches[0].source.Span().known());
}

}  // namespace
}  // namespace accord::match::test
