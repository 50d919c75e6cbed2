#include "tests/unit/pact/reading.h"

namespace accord::pact {
namespace {

std::string ShowList(const RuleList& list) {
  std::string out = list.combine == Combine::kAnd ? "" : "OR ";
  for (const Rule& rule : list.rules) {
    out += (out.empty() || out.ends_with(' ') ? "" : "+") + std::string(ToString(rule.matcher));
  }
  return out;
}

std::string ShowCategory(const char* name, const RuleCategory& category) {
  std::string out;
  for (const RuleEntry& entry : category) {
    out += std::string(name) + " " + entry.key + " (" + entry.path.ToString() + ") " +
           ShowList(entry.list) + "\n";
  }
  return out;
}

/// One line per entry: category, key, parsed path, rules.
std::string Show(const MatchingRules& rules) {
  std::string out;
  for (const auto& [name, list] : {std::pair{"path", &rules.path},
                                   std::pair{"status", &rules.status},
                                   std::pair{"method", &rules.method}}) {
    out += list->empty() ? "" : std::string(name) + " " + ShowList(*list) + "\n";
  }
  return out + ShowCategory("query", rules.query) + ShowCategory("header", rules.header) +
         ShowCategory("metadata", rules.metadata) + ShowCategory("body", rules.body);
}

struct Case {
  std::string rules;
  std::string shown;
  std::vector<std::string> findings;
};

void Check(const std::vector<Case>& cases) {
  for (const Case& test : cases) {
    std::vector<finding::Finding> findings;
    EXPECT_EQ(Show(ReadMatchingRules(Json(test.rules), findings)), test.shown) << test.rules;
    EXPECT_EQ(Places(findings), test.findings) << test.rules;
  }
}

TEST(ReadRules, UnderstandsTheFlatKeysOfVersion2) {
  const auto flat = [](const std::string& key) { return "{\"" + key + R"(": {"match": "type"}})"; };
  Check({{flat("$.body"), "body $ ($) type\n", {}},
         {flat("$.body.a[*].b"), "body $.a[*].b ($.a[*].b) type\n", {}},
         {flat("$.body[0]"), "body $[0] ($[0]) type\n", {}},
         {flat("$.body['two']['@str']"), "body $.two['@str'] ($.two['@str']) type\n", {}},
         {flat("$['body'].a"), "body $.a ($.a) type\n", {}},
         {flat("$.contents.a"), "body $.a ($.a) type\n", {}},
         {flat("$.content.a"), "body $.a ($.a) type\n", {}},
         {flat("$.headers.X-A"), "header X-A () type\n", {}},
         {flat("$.header.X-A"), "header X-A () type\n", {}},
         {flat("$.headers['X-A']"), "header X-A () type\n", {}},
         {flat("$.headers.X.A b"), "header X.A b () type\n", {}},
         {flat("$.headers.Accept[0]"), "header Accept () type\n", {}},
         {flat("$.query.q"), "query q () type\n", {}},
         {flat("$.query.q[*]"), "query q () type\n", {}},
         {flat("$.query.q[0]"), "query q ($.q[0]) type\n", {}},
         {flat("$.query['a b']"), "query a b () type\n", {}},
         {flat("$.path"), "path type\n", {}},
         {flat("$.status"), "status type\n", {}},
         {flat("$.method"), "method type\n", {}},
         {flat("$.metadata.topic"), "metadata topic ($.topic) type\n", {}},
         {flat("$"), "body $ ($) type\n", {}},
         {flat("$.foo.a"), "body $.foo.a ($.foo.a) type\n", {"unknown-rule-category 1:2"}}});
}

TEST(ReadRules, ReportsFlatKeysNobodyCanRead) {
  Check({{R"({"$.body..a": {"match": "type"}})", "", {"invalid-rule-path 1:2"}},
         {R"({"$.body[?(@)]": {"match": "type"}})", "", {"invalid-rule-path 1:2"}},
         {R"({"$.headers": {"match": "type"}})", "", {"invalid-rule-path 1:2"}},
         {R"({"$.headers['X": {"match": "type"}})", "", {"invalid-rule-path 1:2"}},
         {R"({"$.query[]": {"match": "type"}})", "", {"invalid-rule-path 1:2"}}});
}

TEST(ReadRules, NamesOffsetAndReason) {
  std::vector<finding::Finding> findings;
  ReadMatchingRules(Json(R"({"body": {"$.a[": {"matchers": []}}})"), findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].message,
            "the rule path `$.a[` cannot be read: expected an index, `*` or a name in single "
            "quotes at offset 4");
}

TEST(ReadRules, UnderstandsCategories) {
  const std::string list = R"({"matchers": [{"match": "type"}]})";
  Check({{R"({"body": {"$.a": )" + list + "}}", "body $.a ($.a) type\n", {}},
         {R"({"content": {"a": )" + list + "}}", "body a ($.a) type\n", {}},
         {R"({"contents": {"$": )" + list + "}}", "body $ ($) type\n", {}},
         {R"({"header": {"X.A[0]": )" + list + "}}", "header X.A[0] () type\n", {}},
         {R"({"query": {"$.a b..": )" + list + "}}", "query $.a b.. () type\n", {}},
         {R"({"metadata": {"kafka.topic": )" + list + "}}",
          "metadata kafka.topic ($['kafka.topic']) type\n",
          {}},
         {R"({"metadata": {"$.topic": )" + list + "}}", "metadata $.topic ($.topic) type\n", {}},
         {R"({"path": )" + list + "}", "path type\n", {}},
         {R"({"status": )" + list + "}", "status type\n", {}},
         {R"({"method": )" + list + "}", "method type\n", {}},
         {R"({"path": {"": )" + list + "}}", "path type\n", {}},
         {R"({"path": {}, "header": {}, "body": null})", "", {}},
         {R"({"boddy": {"$.a": )" + list + "}}",
          "body $.a ($.a) type\n",
          {"unknown-rule-category 1:2"}},
         {R"({"body": {"$.a": {"match": "number"}}})", "body $.a ($.a) number\n", {}},
         {R"({"$.body.a": {"match": "type"}, "header": {"X": )" + list + "}}",
          "header X () type\nbody $.a ($.a) type\n",
          {}}});
}

TEST(ReadRules, ReadsCombineInAnyCase) {
  const auto combined = [](const std::string& combine) {
    return R"({"body": {"$": {"combine": )" + combine +
           R"(, "matchers": [{"match": "null"}, {"match": "type"}]}}})";
  };
  Check({{combined("\"AND\""), "body $ ($) null+type\n", {}},
         {combined("\"or\""), "body $ ($) OR null+type\n", {}},
         {combined("null"), "body $ ($) null+type\n", {}},
         {combined("\"XOR\""), "body $ ($) OR null+type\n", {"invalid-matching-rule 1:28"}},
         {combined("1"), "body $ ($) null+type\n", {"wrong-type 1:28"}}});
}

TEST(ReadRules, TakesAnEmptyListAsNoRule) {
  Check({{R"({"body": {"$": {"matchers": []}}})", "body $ ($) \n", {}},
         {R"({"body": {"$": {"matchers": null}}})", "body $ ($) \n", {}},
         {R"({"body": {"$": {}}})", "body $ ($) \n", {}}});
}

TEST(ReadRules, ReportsWrongTypes) {
  Check({{R"([])", "", {"wrong-type 1:1"}},
         {R"({"body": []})", "", {"wrong-type 1:10"}},
         {R"({"header": {"X": "a"}})", "header X () \n", {"wrong-type 1:18"}},
         {R"({"body": {"$": {"matchers": "type"}}})", "body $ ($) \n", {"wrong-type 1:29"}},
         {R"({"body": {"$": {"matchers": ["type"]}}})", "body $ ($) \n", {"wrong-type 1:30"}},
         {R"({"path": "a"})", "", {"wrong-type 1:10"}}});
}

}  // namespace
}  // namespace accord::pact
