#include "tests/unit/pact/reading.h"

namespace accord::pact {
namespace {

struct ReadOne {
  Rule rule;
  std::vector<finding::Finding> findings;
};

/// Reads one rule as it stands in a list of matchers.
ReadOne ReadRuleText(const std::string& text) {
  ReadOne out;
  const MatchingRules rules =
      ReadMatchingRules(Json(R"({"body": {"$": {"matchers": [)" + text + "]}}}"), out.findings);
  if (rules.body.size() == 1 && rules.body[0].list.rules.size() == 1) {
    out.rule = rules.body[0].list.rules[0];
  } else {
    ADD_FAILURE() << "no rule came of " << text;
  }
  return out;
}

/// `name text min max`; `-` for what is not there.
std::string Show(const Rule& rule) {
  const auto count = [](const std::optional<std::uint64_t>& number) {
    return number ? std::to_string(*number) : "-";
  };
  return std::string(ToString(rule.matcher)) + " " + (rule.text.empty() ? "-" : rule.text) + " " +
         count(rule.min) + " " + count(rule.max);
}

TEST(ReadRule, KnowsEveryMatcher) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"({"match": "equality"})", "equality - - -"},
      {R"({"match": "regex", "regex": "\\d+"})", "regex \\d+ - -"},
      {R"({"match": "type"})", "type - - -"},
      {R"({"match": "type", "min": 2})", "type - 2 -"},
      {R"({"match": "type", "max": 3})", "type - - 3"},
      {R"({"match": "type", "min": 2, "max": 3})", "type - 2 3"},
      {R"({"match": "type", "min": null})", "type - - -"},
      {R"({"match": "min", "min": 2})", "type - 2 -"},
      {R"({"match": "min-type", "min": 2.0})", "type - 2 -"},
      {R"({"match": "max", "max": 2})", "type - - 2"},
      {R"({"match": "max-type", "max": 2})", "type - - 2"},
      {R"({"match": "min-max-type", "min": 0, "max": 2})", "type - 0 2"},
      {R"({"match": "include", "value": "x"})", "include x - -"},
      {R"({"match": "include", "value": 12})", "include 12 - -"},
      {R"({"match": "number"})", "number - - -"},
      {R"({"match": "integer"})", "integer - - -"},
      {R"({"match": "decimal"})", "decimal - - -"},
      {R"({"match": "real"})", "decimal - - -"},
      {R"({"match": "boolean"})", "boolean - - -"},
      {R"({"match": "null"})", "null - - -"},
      {R"({"match": "date"})", "date - - -"},
      {R"({"match": "date", "format": "yyyy"})", "date yyyy - -"},
      {R"({"match": "date", "date": "yyyy"})", "date yyyy - -"},
      {R"({"match": "time", "format": "HH"})", "time HH - -"},
      {R"({"match": "datetime", "format": "yy"})", "datetime yy - -"},
      {R"({"match": "timestamp", "timestamp": "yy"})", "datetime yy - -"},
      {R"({"match": "values"})", "values - - -"},
      {R"({"match": "contentType", "value": "image/gif"})", "contentType image/gif - -"},
      {R"({"match": "content-type", "value": "image/gif"})", "contentType image/gif - -"},
      {R"({"match": "arrayContains", "variants": []})", "arrayContains - - -"},
      {R"({"match": "array-contains", "variants": []})", "arrayContains - - -"},
      {R"({"match": "eachKey", "rules": []})", "eachKey - - -"},
      {R"({"match": "each-key"})", "eachKey - - -"},
      {R"({"match": "each-value"})", "eachValue - - -"},
      {R"({"match": "statusCode", "status": "clientError"})", "statusCode clientError - -"},
      {R"({"match": "status-code"})", "statusCode - - -"},
      {R"({"match": "notEmpty"})", "notEmpty - - -"},
      {R"({"match": "not-empty"})", "notEmpty - - -"},
      {R"({"match": "semver"})", "semver - - -"},
      {R"({"match": "minType", "min": 1})", "plugin minType - -"},
      {R"({"match": "luhn", "regex": 1})", "plugin luhn - -"},
  };
  for (const auto& [text, shown] : cases) {
    const ReadOne read = ReadRuleText(text);
    EXPECT_EQ(Show(read.rule), shown) << text;
    EXPECT_TRUE(read.findings.empty()) << text;
    EXPECT_EQ(Compact(read.rule.source), Compact(Json(text)));
  }
}

TEST(ReadRule, GuessesTheMatcherFromItsMembers) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"({"regex": "a", "min": 1})", "regex a - -"},
      {R"({"min": 1, "max": 2})", "type - 1 -"},
      {R"({"max": 2, "date": "yy"})", "type - - 2"},
      {R"({"timestamp": "yy", "time": "HH"})", "datetime yy - -"},
      {R"({"datetime": "yy"})", "datetime yy - -"},
      {R"({"time": "HH", "date": "yy"})", "time HH - -"},
      {R"({"date": "yy"})", "date yy - -"},
      {R"({"match": null, "date": "yy"})", "date yy - -"},
  };
  for (const auto& [text, shown] : cases) {
    const ReadOne read = ReadRuleText(text);
    EXPECT_EQ(Show(read.rule), shown) << text;
    EXPECT_TRUE(read.findings.empty()) << text;
  }
}

TEST(ReadRule, ComplainsAtTheMemberThatIsWrong) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"({})", "a matching rule without `match` names no matcher"},
      {R"({"foo": 1})", "a matching rule without `match` names no matcher"},
      {R"({"match": 1})", "`match` must be the name of a matcher"},
      {R"({"match": "regex"})", "a `regex` rule needs `regex` as text"},
      {R"({"match": "regex", "regex": []})", "a `regex` rule needs `regex` as text"},
      {R"({"match": "include"})", "a `include` rule needs `value` as text"},
      {R"({"match": "contentType"})", "a `contentType` rule needs `value` as text"},
      {R"({"match": "min"})", "a `min` rule needs `min`"},
      {R"({"match": "max-type", "min": 1})", "a `max-type` rule needs `max`"},
      {R"({"match": "type", "min": "2"})", "`min` must be a whole number, 0 or above"},
      {R"({"match": "type", "max": -1})", "`max` must be a whole number, 0 or above"},
      {R"({"match": "type", "min": 1.5})", "`min` must be a whole number, 0 or above"},
      {R"({"match": "type", "min": 3, "max": 2})", "`min` 3 is above `max` 2"},
      {R"({"match": "date", "format": 1})", "`format` must be a date format in text"},
      {R"({"match": "arrayContains"})", "an `arrayContains` rule needs an array of `variants`"},
      {R"({"match": "arrayContains", "variants": {}})",
       "an `arrayContains` rule needs an array of `variants`"},
      {R"({"match": "arrayContains", "variants": [1]})",
       "a variant must be of type object, but it is of type number"},
      {R"({"match": "arrayContains", "variants": [{"index": -1}]})",
       "the `index` of a variant must be a whole number, 0 or above"},
      {R"({"match": "arrayContains", "variants": [{"rules": {"*": {"match": "type"}}}]})",
       "the rule path `*` cannot be read: expected `$` or a name at offset 0"},
      {R"({"match": "eachKey", "rules": {}})",
       "`rules` must be of type array, but it is of type object"},
      {R"({"match": "eachValue", "rules": ["x"]})",
       "a matching rule must be of type object, but it is of type string"},
      {R"({"match": "statusCode", "status": "good"})", "no class of status codes is called `good`"},
      {R"({"match": "statusCode", "status": [200, "x"]})",
       "a status code must be a whole number below 1000"},
  };
  for (const auto& [text, message] : cases) {
    std::vector<finding::Finding> findings;
    ReadMatchingRules(Json(R"({"body": {"$": {"matchers": [)" + text + "]}}}"), findings);
    ASSERT_EQ(findings.size(), 1U) << text;
    EXPECT_EQ(findings[0].message, message) << text;
    EXPECT_EQ(findings[0].severity, finding::Severity::kError);
    EXPECT_TRUE(findings[0].span.known());
  }
}

TEST(ReadRule, ReadsStatusCodes) {
  const ReadOne list = ReadRuleText(R"({"match": "statusCode", "status": [200, 204]})");
  ASSERT_NE(list.rule.details, nullptr);
  EXPECT_EQ(list.rule.details->status_codes, (std::vector<int>{200, 204}));
  const ReadOne one = ReadRuleText(R"({"match": "statusCode", "status": 404})");
  ASSERT_NE(one.rule.details, nullptr);
  EXPECT_EQ(one.rule.details->status_codes, (std::vector<int>{404}));
}

TEST(ReadRule, ReadsNestedRules) {
  const ReadOne read = ReadRuleText(
      R"({"match": "eachKey", "value": "k", "rules": [{"match": "regex", "regex": "a"},
          {"match": "eachValue", "rules": [{"match": "type"}]}]})");
  ASSERT_NE(read.rule.details, nullptr);
  ASSERT_EQ(read.rule.details->rules.size(), 2U);
  EXPECT_EQ(read.rule.details->rules[0].text, "a");
  ASSERT_NE(read.rule.details->rules[1].details, nullptr);
  EXPECT_EQ(read.rule.details->rules[1].details->rules[0].matcher, Matcher::kType);
}

TEST(ReadRule, TellsVariantsWithoutRulesFromEmptyOnes) {
  const ReadOne read = ReadRuleText(
      R"({"match": "arrayContains", "variants": [
          {"index": 4, "rules": {"$.a": {"matchers": [{"match": "type"}]}},
           "generators": {"$.a": {"type": "Uuid"}}},
          {"rules": {}, "generators": {}},
          {}]})");
  ASSERT_NE(read.rule.details, nullptr);
  const std::vector<Variant>& variants = read.rule.details->variants;
  ASSERT_EQ(variants.size(), 3U);
  EXPECT_EQ(variants[0].index, 4U);
  ASSERT_TRUE(variants[0].rules.has_value());
  EXPECT_EQ(variants[0].rules->at(0).path.ToString(), "$.a");
  ASSERT_NE(variants[0].generators, nullptr);
  EXPECT_EQ(variants[0].generators->body.at(0).generator.kind, GeneratorKind::kUuid);
  EXPECT_EQ(variants[1].index, 1U);
  EXPECT_TRUE(variants[1].rules.has_value() && variants[1].rules->empty());
  EXPECT_EQ(variants[1].generators, nullptr);
  EXPECT_EQ(variants[2].index, 2U);
  EXPECT_FALSE(variants[2].rules.has_value());
}

TEST(ReadRule, StopsAtDeepNesting) {
  std::string text = R"({"match": "type"})";
  for (int i = 0; i < 100; ++i) {
    text = R"({"match": "eachValue", "rules": [)" + text + "]}";
  }
  const ReadOne read = ReadRuleText(text);
  ASSERT_EQ(read.findings.size(), 1U);
  EXPECT_EQ(read.findings[0].message, "rules are nested too deeply");
}

}  // namespace
}  // namespace accord::pact
