#include "tests/unit/pact/writing.h"

namespace accord::pact {
namespace {

/// `matchingRules` or `generators` of a request, read in one version and written in another.
std::string RewritePart(const std::string& member,
                        const std::string& json,
                        const std::string& from,
                        SpecVersion to) {
  const std::string text =
      PactOf(from, R"({"type": "Synchronous/HTTP", "request": {")" + member + "\": " + json + "}}");
  return At(Rewrite(text, to), "/interactions/0/request/" + member);
}

TEST(WriteRules, TurnsFlatRulesIntoCategories) {
  EXPECT_EQ(RewritePart("matchingRules",
                        R"({"$.body.a[*]": {"match": "type", "min": 1},
                            "$.header.X-A": {"regex": "\\d"}, "$.query.q[0]": {"match": "type"},
                            "$.query.q[1]": {"match": "null"}, "$.path": {"match": "type"}})",
                        "2.0.0",
                        SpecVersion::kV3),
            R"({"path":{"combine":"AND","matchers":[{"match":"type"}]},)"
            R"("query":{"q":{"combine":"AND","matchers":[{"match":"type"},{"match":"null"}]}},)"
            R"("header":{"X-A":{"combine":"AND","matchers":[{"match":"regex","regex":"\\d"}]}},)"
            R"("body":{"$.a[*]":{"combine":"AND","matchers":[{"match":"type","min":1}]}}})");
}

TEST(WriteRules, TurnsCategoriesIntoFlatRules) {
  EXPECT_EQ(
      RewritePart("matchingRules",
                  R"({"path": {"matchers": [{"match": "type"}]},
                      "query": {"q": {"matchers": [{"match": "type"}]}},
                      "header": {"X-A": {"matchers": [{"match": "type"}]},
                                 "a[b": {"matchers": [{"match": "type"}]}},
                      "body": {"$": {"matchers": [{"match": "type"}]},
                               "a['b c']": {"matchers": [{"match": "min", "min": 2}]},
                               "$.none": {"matchers": []}}})",
                  "3.0.0",
                  SpecVersion::kV2),
      R"({"$.path":{"match":"type"},"$.query.q":{"match":"type"},"$.headers.X-A":{"match":"type"},)"
      R"("$.headers['a[b']":{"match":"type"},"$.body":{"match":"type"},)"
      R"("$.body.a['b c']":{"match":"type","min":2}})");
}

TEST(WriteRules, WritesNoFlatRulesForEmptyLists) {
  EXPECT_EQ(RewritePart(
                "matchingRules", R"({"body": {"$": {"matchers": []}}})", "3.0.0", SpecVersion::kV2),
            "");
}

TEST(WriteRules, KeepsFlatKeysOfVersion2) {
  const std::string rules =
      R"({"$.path":{"match":"type"},"$.query.q[2]":{"match":"type"},)"
      R"("$.headers.X.A":{"match":"type"},"$.body['@a'][0].*":{"match":"type","max":3}})";
  EXPECT_EQ(RewritePart("matchingRules", rules, "2.0.0", SpecVersion::kV2), rules);
}

TEST(WriteRules, KeepsEveryMatcherOfVersion4) {
  const std::vector<std::string> rules = {
      R"({"match":"equality"})",
      R"({"match":"regex","regex":"a"})",
      R"({"match":"type","min":1,"max":2})",
      R"({"match":"include","value":"a"})",
      R"({"match":"datetime","format":"yy"})",
      R"({"match":"date"})",
      R"({"match":"contentType","value":"image/gif"})",
      R"({"match":"arrayContains","variants":[{"index":2,"rules":{"$.a":{"combine":"AND","matchers":[{"match":"type"}]}},"generators":{"$.a":{"type":"Uuid"}}},{"index":1}]})",
      R"({"match":"eachKey","rules":[{"match":"regex","regex":"a"}],"value":"k","generator":{"type":"Uuid"}})",
      R"({"match":"eachValue","rules":[]})",
      R"({"match":"statusCode","status":"success"})",
      R"({"match":"statusCode","status":[200,201]})",
      R"({"match":"statusCode"})",
      R"({"match":"notEmpty","comment":"kept"})",
      R"({"match":"luhn","digits":{"a":[1.0]},"min":"x"})",
  };
  for (const std::string& rule : rules) {
    const std::string written =
        RewritePart("matchingRules",
                    R"({"body": {"$": {"combine": "or", "matchers": [)" + rule + "]}}}",
                    "4.0",
                    SpecVersion::kV4);
    EXPECT_EQ(written, R"({"body":{"$":{"combine":"OR","matchers":[)" + rule + "]}}}");
  }
}

TEST(WriteRules, WritesOldSpellingsInTheNewOne) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"({"match": "timestamp", "timestamp": "yy"})", R"({"match":"datetime","format":"yy"})"},
      {R"({"date": "yy"})", R"({"match":"date","format":"yy"})"},
      {R"({"match": "real"})", R"({"match":"decimal"})"},
      {R"({"match": "each-key", "rules": []})", R"({"match":"eachKey","rules":[]})"},
  };
  for (const auto& [rule, written] : cases) {
    EXPECT_EQ(RewritePart("matchingRules",
                          R"({"body": {"$": {"matchers": [)" + rule + "]}}}",
                          "4.0",
                          SpecVersion::kV4),
              R"({"body":{"$":{"combine":"AND","matchers":[)" + written + "]}}}");
  }
}

TEST(WriteGenerators, KeepsEveryGenerator) {
  const std::string generators =
      R"({"method":{"type":"Regex","regex":"a"},"path":{"type":"Uuid","format":"simple"},)"
      R"("status":{"type":"RandomInt","min":1,"max":5},"query":{"q":{"type":"RandomString","size":3}},)"
      R"("header":{"X":{"type":"RandomDecimal","digits":4}},)"
      R"("metadata":{"k":{"type":"DateTime","format":"yy","expression":"+ 1 day"}},)"
      R"("body":{"a":{"type":"ProviderState","expression":"${id}","dataType":"RAW","extra":[1]},)"
      R"("$.b":{"type":"MockServerURL","regex":"a","example":"b"},"$.c":{"type":"Luhn","min":"x"}}})";
  EXPECT_EQ(RewritePart("generators", generators, "3.0.0", SpecVersion::kV3), generators);
}

TEST(WriteGenerators, WritesWhatTheModelHolds) {
  Pact pact;
  Generator generator;
  generator.kind = GeneratorKind::kRandomHexadecimal;
  generator.size = 6;
  pact.interactions.emplace_back().request.generators.path = std::make_shared<Generator>(generator);
  EXPECT_EQ(At(Json(*Write(pact, SpecVersion::kV3)), "/interactions/0/request/generators"),
            R"({"path":{"type":"RandomHexadecimal","digits":6}})");
}

}  // namespace
}  // namespace accord::pact
