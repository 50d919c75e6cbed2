#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "match/rules.h"
#include "tests/unit/match/compare_json.h"

namespace accord::match::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Ids of what is wrong with the rules of a response with a JSON body.
std::vector<std::string> IdsFor(std::string_view body, std::string_view rules) {
  pact::Interaction interaction;
  interaction.response = ResponseOf(fmt::format(
      R"({{"headers":{{"X-A":["1"]}},"body":{{"contentType":"application/json","content":{}}},
          "matchingRules":{}}})",
      body,
      rules));
  std::vector<std::string> ids;
  for (const finding::Finding& finding : CheckRules(interaction)) {
    EXPECT_TRUE(finding.span.known());
    EXPECT_FALSE(finding.path.empty());
    ids.emplace_back(finding.rule->id);
  }
  return ids;
}

std::string BodyRule(std::string_view path, std::string_view rule) {
  return fmt::format(R"({{"body":{{"{}":{{"matchers":[{}]}}}}}})", path, rule);
}

struct Case {
  std::string_view body;
  std::string_view path;
  std::string_view rule;
  std::vector<std::string> ids;
};

TEST(CheckRules, BodyRules) {
  const std::vector<Case> cases = {
      {R"({"a":1})", "$.a", R"({"match":"type"})", {}},
      {R"({"a":"x"})", "$.a", R"({"match":"regex","regex":"("})", {"invalid-rule-regex"}},
      {R"({"a":"x"})", "$.a", R"({"match":"regex","regex":"x"})", {}},
      {R"({"a":"x"})",
       "$.a",
       R"({"match":"date","format":"yyyy-bb"})",
       {"invalid-rule-date-format"}},
      {R"({"a":"x"})", "$.a", R"({"match":"date"})", {}},
      {R"({"a":"x"})",
       "$.a",
       R"({"match":"contentType","value":"png"})",
       {"invalid-rule-media-type"}},
      {R"({"a":"x"})", "$.a", R"({"match":"contentType","value":"image/png"})", {}},
      {R"({"a":"x"})", "$.a", R"({"match":"minType","min":1})", {"rule-needs-plugin"}},
      {R"({"a":"x"})", "$.a", R"({"match":"include","value":""})", {"rule-never-fails"}},
      {R"({"a":1})", "$.a", R"({"match":"statusCode"})", {"rule-cannot-match"}},
      {R"({"a":{"b":1}})", "$.a", R"({"match":"number"})", {"rule-cannot-match"}},
      {R"({"a":[{"b":1}]})", "$.a", R"({"match":"number"})", {}},
      {R"({"a":[]})", "$.a", R"({"match":"type","min":2})", {"rule-never-fails"}},
      {R"({"a":[1]})", "$.a", R"({"match":"type","min":2})", {}},
      {R"({"a":[[],[]]})", "$.a[*]", R"({"match":"type"})", {"rule-never-fails"}},
      {R"({"a":1})", "$.b", R"({"match":"type"})", {"rule-never-applies"}},
      {R"({"a":[{"b":1}]})", "$.a[*].b", R"({"match":"type"})", {}},
      {R"({"a":[{"b":1}]})", "$.*.*.b", R"({"match":"type"})", {}},
      {R"({"a":[{"b":1}]})", "$.a[1].b", R"({"match":"type"})", {"rule-never-applies"}},
      {R"({"a":{"k":1}})", "$.a", R"({"match":"eachKey","rules":[]})", {"rule-never-fails"}},
      {R"({"a":{"k":1}})",
       "$.a",
       R"({"match":"eachValue","rules":[{"match":"regex","regex":"["}]})",
       {"invalid-rule-regex"}},
      {R"({"a":[1]})", "$.a", R"({"match":"arrayContains","variants":[]})", {}},
      {R"({"a":[]})", "$.a", R"({"match":"arrayContains","variants":[]})", {"rule-never-fails"}},
      {R"({"a":[]})",
       "$.a",
       R"({"match":"arrayContains","variants":[{"index":0}]})",
       {"variant-without-example"}},
      {R"({"a":[{"v":1}]})",
       "$.a",
       R"({"match":"arrayContains","variants":[{"index":0,"rules":{"$.w":{"matchers":[
          {"match":"type"}]}}}]})",
       {"rule-never-applies"}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(IdsFor(c.body, BodyRule(c.path, c.rule)), c.ids) << c.rule;
  }
}

TEST(CheckRules, AlternativesMayNameOtherKinds) {
  EXPECT_THAT(IdsFor(R"({"a":{"b":1}})",
                     R"({"body":{"$.a":{"combine":"OR","matchers":[
                        {"match":"type"},{"match":"number"}]}}})"),
              IsEmpty());
}

TEST(CheckRules, NamesMustBeInTheExample) {
  EXPECT_THAT(IdsFor("1", R"({"header":{"x-a":{"matchers":[{"match":"type"}]}}})"), IsEmpty());
  EXPECT_THAT(IdsFor("1", R"({"header":{"X-B":{"matchers":[{"match":"type"}]}}})"),
              ElementsAre("rule-never-applies"));
}

TEST(CheckRules, TheStatusMayHaveAStatusRule) {
  EXPECT_THAT(IdsFor("1", R"({"status":{"matchers":[{"match":"statusCode"}]}})"), IsEmpty());
}

TEST(CheckRules, RequestsAndMessagesAreCheckedToo) {
  pact::Interaction http;
  http.request = RequestOf(R"({"query":{"q":["1"]},"matchingRules":{
    "path":{"matchers":[{"match":"regex","regex":"("}]},
    "query":{"p":{"matchers":[{"match":"type"}]}}}})");
  EXPECT_EQ(CheckRules(http).size(), 2U);

  std::vector<finding::Finding> findings;
  pact::Interaction sync;
  sync.kind = pact::InteractionKind::kSyncMessage;
  sync.replies.push_back(
      pact::ReadMessage(Json(R"({"metadata":{"a":"1"},"matchingRules":{"metadata":{"a":{"matchers":[
               {"match":"regex","regex":"("}]}}}})"),
                        pact::SpecVersion::kV4,
                        findings));
  EXPECT_EQ(CheckRules(sync).size(), 1U);
}

TEST(Rules, HaveIdsOfTheirOwnAndSayWhatToDo) {
  std::set<std::string_view> ids;
  for (const finding::RuleInfo* rule : Rules()) {
    EXPECT_TRUE(ids.insert(rule->id).second) << rule->id;
    EXPECT_FALSE(rule->summary.empty()) << rule->id;
    EXPECT_GT(rule->explanation.size(), 40U) << rule->id;
  }
}

}  // namespace
}  // namespace accord::match::test
