#include "pact/form_check.h"

#include "accord/document/rules.h"
#include "accord/document/schema_check.h"

#include "pact/rules.h"
#include "tests/unit/pact/reading.h"

namespace accord::pact {
namespace {

std::vector<finding::Finding> CheckText(const std::string& text) {
  const document::DocumentPtr document = ParseText(text);
  std::vector<finding::Finding> findings;
  FormCheck(document, SpecVersion::kV3).Check("interaction", document->root(), findings);
  return findings;
}

TEST(FormCheck, ReportsWhatTheSchemaForbids) {
  EXPECT_TRUE(CheckText(R"({"description": "a"})").empty());
  const std::vector<finding::Finding> findings = CheckText("{\n \"description\": 1}");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, &document::kSchemaViolation);
  EXPECT_EQ(finding::ToString(findings[0].span), "pact.json:2:17");
}

TEST(FormCheck, SaysNothingAboutPlacesThatWereComplainedAbout) {
  const document::DocumentPtr document = ParseText(R"({"description": 1, "_id": 2})");
  FormCheck check(document, SpecVersion::kV3);
  std::vector<finding::Finding> findings = {
      finding::Make(kWrongType, "known", document->SpanOf(*document->root().Find("description")))};
  check.Check("interaction", document->root(), findings);
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(Places(findings)[1], "schema-violation 1:27");
}

TEST(FormCheck, LooksAtEveryFlawedInteraction) {
  const document::DocumentPtr document = ParseText(R"([{"_id": 1}, {"_id": 2}, {"_id": "3"}])");
  FormCheck check(document, SpecVersion::kV3);
  std::vector<finding::Finding> findings;
  for (const document::Node& node : document->root().items()) {
    check.Check("interaction", node, findings);
  }
  EXPECT_EQ(Places(findings),
            (std::vector<std::string>{"schema-violation 1:10", "schema-violation 1:22"}));
}

std::uint64_t FormOf(const std::string& text) {
  return HashForm(*Json(text));
}

TEST(HashForm, OverlooksPayloadsAndTexts) {
  const std::vector<std::pair<std::string, std::string>> same = {
      {R"({"description": "a"})", R"({"description": "b"})"},
      {R"({"body": {"a": 1}})", R"({"body": {"b": [1, 2]}})"},
      {R"({"contents": {"content": {"a": 1}}})", R"({"contents": {"content": {"b": "x"}}})"},
      {R"({"metadata": {"a": 1}})", R"({"metadata": {"b": 1}})"},
      {R"({"comments": {"a": 1}})", R"({"comments": {}})"},
  };
  for (const auto& [a, b] : same) {
    EXPECT_EQ(FormOf(a), FormOf(b)) << a << b;
  }
}

TEST(HashForm, SeesEverythingTheSchemasSee) {
  const std::vector<std::pair<std::string, std::string>> different = {
      {R"({"description": "a"})", R"({"description": 1})"},
      {R"({"status": 200})", R"({"status": 2000})"},
      {R"({"type": "a"})", R"({"type": "b"})"},
      {R"({"a": {}, "b": 1})", R"({"a": {"b": 1}})"},
      {R"({"a": []})", R"({"a": [[]]})"},
      {R"({"body": {"content": 1, "encoded": "x"}})", R"({"body": {"content": 1, "encoded": 1}})"},
      {R"({"body": {"content": null}})", R"({"body": {}})"},
      {R"({"matchingRules": {"body": {"$": {"min": 1}}}})",
       R"({"matchingRules": {"body": {"$": {"min": -1}}}})"},
      {R"({"matchingRules": {"header": {"body": {"matchers": []}}}})",
       R"({"matchingRules": {"header": {"body": {"matchers": 1}}}})"},
      {R"({"generators": {"body": {"$": {"type": 1}}}})",
       R"({"generators": {"body": {"$": {"type": {}}}}})"},
      {R"({"metadata": {}})", R"({"metadata": []})"},
  };
  for (const auto& [a, b] : different) {
    EXPECT_NE(FormOf(a), FormOf(b)) << a << b;
  }
}

TEST(Schemas, AcceptWholeFilesOfTheirVersion) {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"pact-v1", R"({"provider_state": "s", "request": {"query": "a=1"}})"},
      {"pact-v2", R"({"request": {"matchingRules": {"$.body": {"match": "type", "min": 1}}}})"},
      {"pact-v3", R"({"request": {"query": {"a": ["1", null]}, "generators": {"path": {}}}})"},
      {"pact-v4", R"({"type": "Synchronous/HTTP", "response": {"body": {"content": 1}}})"},
  };
  for (const auto& [schema, interaction] : files) {
    const document::DocumentPtr document = ParseText(PactOf("1.0.0", interaction));
    EXPECT_TRUE(document::CheckFormat(schema, *document, document->root()).empty()) << schema;
  }
}

TEST(Schemas, RejectWrongTypesInWholeFiles) {
  const document::DocumentPtr document =
      ParseText(PactOf("4.0", R"({"type": "Synchronous/HTTP", "request": {"path": 1}})"));
  const std::vector<finding::Finding> findings =
      document::CheckFormat("pact-v4", *document, document->root());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].path, "$.interactions[0].request.path");
}

}  // namespace
}  // namespace accord::pact
