#include "accord/pact/read.h"

#include <chrono>

#include <gmock/gmock.h>

#include "tests/unit/pact/reading.h"

namespace accord::pact {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string WithMetadata(const std::string& metadata) {
  return R"({"interactions": [], "metadata": )" + metadata + "}";
}

TEST(Read, FindsTheVersionInEverySpelling) {
  const std::vector<std::pair<std::string, SpecVersion>> cases = {
      {R"({"pactSpecification": {"version": "1.0.0"}})", SpecVersion::kV1},
      {R"({"pactSpecification": {"version": "1.1.0"}})", SpecVersion::kV1_1},
      {R"({"pactSpecification": {"version": "1.1"}})", SpecVersion::kV1_1},
      {R"({"pactSpecification": {"version": "1.7"}})", SpecVersion::kV1},
      {R"({"pactSpecification": {"version": "2"}})", SpecVersion::kV2},
      {R"({"pactSpecification": {"version": "2.0.1"}})", SpecVersion::kV2},
      {R"({"pactSpecification": {"version": 2.0}})", SpecVersion::kV2},
      {R"({"pactSpecification": {"version": "3.0.0"}})", SpecVersion::kV3},
      {R"({"pactSpecification": {"version": "4.0"}})", SpecVersion::kV4},
      {R"({"pactSpecification": "4.0"})", SpecVersion::kV4},
      {R"({"pact-specification": {"version": "2.0.0"}})", SpecVersion::kV2},
      {R"({"pactSpecificationVersion": "2.0.0"})", SpecVersion::kV2},
      {R"({"pactSpecification": {}, "pact-specification": {"version": "2.0.0"}})",
       SpecVersion::kV2},
      {R"({"pactSpecification": {"version": null}})", SpecVersion::kV3},
      {R"({})", SpecVersion::kV3},
      {R"(null)", SpecVersion::kV3},
  };
  for (const auto& [metadata, version] : cases) {
    const ReadResult read = ReadText(WithMetadata(metadata));
    ASSERT_TRUE(read.pact) << metadata;
    EXPECT_EQ(read.pact->version, version) << metadata;
    EXPECT_THAT(Places(read.findings), IsEmpty()) << metadata;
    EXPECT_TRUE(read.pact->metadata.empty());
  }
}

TEST(Read, TakesUnknownVersionsForVersion3) {
  for (const char* version : {"\"5.0\"", "\"\"", "\"x\"", "\"10.0\"", "0", "[]"}) {
    const ReadResult read = ReadText(
        WithMetadata(R"({"pactSpecification": {"version": )" + std::string(version) + "}}"));
    EXPECT_EQ(read.pact->version, SpecVersion::kV3);
    EXPECT_THAT(Places(read.findings), ElementsAre("unknown-spec-version 1:68")) << version;
    EXPECT_EQ(read.findings[0].severity, finding::Severity::kWarning);
  }
}

TEST(Read, RejectsWhatIsNoPact) {
  for (const char* text : {"[]", "{}", "1", "null", R"({"consumer": {}})", "\"interactions\""}) {
    const ReadResult read = ReadText(text);
    EXPECT_FALSE(read.pact) << text;
    EXPECT_THAT(Places(read.findings), ElementsAre("contract-not-a-pact 1:1")) << text;
  }
}

TEST(LooksLikePact, AsksForInteractionsOrMessages) {
  EXPECT_TRUE(LooksLikePact(*Json(R"({"interactions": []})")));
  EXPECT_TRUE(LooksLikePact(*Json(R"({"messages": []})")));
  EXPECT_FALSE(LooksLikePact(*Json(R"({"openapi": "3.0.0"})")));
  EXPECT_FALSE(LooksLikePact(*Json("[]")));
}

TEST(Read, ReadsParticipants) {
  const ReadResult read = ReadText(
      R"({"consumer": {"name": "shop", "team": "a"}, "provider": {}, "interactions": []})");
  EXPECT_EQ(read.pact->consumer, "shop");
  EXPECT_EQ(read.pact->provider, "provider");
  ASSERT_EQ(read.pact->consumer_extras.size(), 1U);
  EXPECT_EQ(read.pact->consumer_extras[0].first, "team");
  EXPECT_EQ(ReadText(R"({"interactions": []})").pact->consumer, "consumer");
}

TEST(Read, KeepsMetadataPluginsAndLinks) {
  const ReadResult read = ReadText(
      R"({"interactions": null, "_links": {"self": {"href": "x"}}, "createdAt": "now",
          "metadata": {"pactRust": null, "pact-jvm": {"version": ""},
                       "pactSpecification": {"version": "4.0"},
                       "plugins": [{"name": "csv", "version": "0.1", "configuration": {"a": 1}},
                                   {"name": "x"}]}})");
  EXPECT_THAT(Places(read.findings), IsEmpty());
  const Pact& pact = *read.pact;
  ASSERT_EQ(pact.extras.size(), 2U);
  EXPECT_EQ(Compact(pact.extras[0].second), R"({"self":{"href":"x"}})");
  ASSERT_EQ(pact.metadata.size(), 2U);
  EXPECT_EQ(Compact(pact.metadata[0].second), "null");
  ASSERT_EQ(pact.plugins.size(), 2U);
  EXPECT_EQ(pact.plugins[0].version, "0.1");
  EXPECT_EQ(Compact(pact.plugins[0].configuration), R"({"a":1})");
  EXPECT_FALSE(pact.plugins[1].configuration);
}

TEST(Read, PutsHttpBeforeMessages) {
  const ReadResult read =
      ReadText(R"({"messages": [{"description": "m"}], "interactions": [{"description": "h"}]})");
  ASSERT_EQ(read.pact->interactions.size(), 2U);
  EXPECT_EQ(read.pact->interactions[0].description, "h");
  EXPECT_EQ(read.pact->interactions[1].description, "m");
}

TEST(Read, WarnsOfMessagesInVersion4) {
  const ReadResult read =
      ReadText(R"({"metadata": {"pactSpecification": {"version": "4.0"}}, "messages": [{}]})");
  EXPECT_THAT(Places(read.findings), ElementsAre("misplaced-messages 1:69"));
  EXPECT_TRUE(read.pact->interactions.empty());
}

TEST(Read, ReportsWrongTypesAtTheTop) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"({"interactions": {}})", "wrong-type 1:18"},
      {R"({"messages": 1})", "wrong-type 1:14"},
      {R"({"interactions": [], "consumer": "shop"})", "wrong-type 1:34"},
      {R"({"interactions": [], "consumer": {"name": 1}})", "wrong-type 1:43"},
      {R"({"interactions": [], "metadata": []})", "wrong-type 1:34"},
      {R"({"interactions": [], "metadata": {"plugins": {}}})", "wrong-type 1:46"},
      {R"({"interactions": [], "metadata": {"plugins": [1]}})", "wrong-type 1:47"},
  };
  for (const auto& [text, place] : cases) {
    const ReadResult read = ReadText(text);
    EXPECT_TRUE(read.pact) << text;
    EXPECT_THAT(Places(read.findings), ElementsAre(place)) << text;
  }
}

TEST(Read, PointsToLineAndColumn) {
  const ReadResult read = ReadText(
      "{\"interactions\": [\n  {\"description\": \"a\",\n   \"response\": {\"status\": "
      "\"200\"}}]}");
  ASSERT_EQ(read.findings.size(), 1U);
  EXPECT_EQ(finding::ToString(read.findings[0].span), "pact.json:3:27");
}

TEST(Read, SkipsAByteOrderMark) {
  const ReadResult read = ReadText("\xEF\xBB\xBF{\"interactions\": [{}]}");
  EXPECT_THAT(Places(read.findings), IsEmpty());
  EXPECT_EQ(read.pact->interactions.size(), 1U);
}

TEST(Read, CarriesPlacesOfTheContract) {
  const ReadResult read = ReadText(PactOf(
      "3.0.0",
      R"({"request": {"matchingRules": {"body": {"$": {"matchers": [{"match": "type"}]}}}}})"));
  ASSERT_EQ(read.pact->interactions.size(), 1U);
  const Interaction& interaction = read.pact->interactions[0];
  EXPECT_TRUE(interaction.source.Span().known());
  EXPECT_TRUE(interaction.request.source.Span().known());
  EXPECT_TRUE(interaction.request.rules.body[0].list.rules[0].source.Span().known());
  EXPECT_NE(read.pact->document, nullptr);
}

TEST(Read, ManyFlawedInteractionsDoNotSlowItDown) {
  std::string interactions;
  for (int i = 0; i < 5000; ++i) {
    interactions += (i == 0 ? "" : ",") + std::string(R"({"response": {"status": "200"}})");
  }
  const auto start = std::chrono::steady_clock::now();
  const ReadResult read = ReadText(PactOf("3.0.0", interactions));
  EXPECT_EQ(read.findings.size(), 5000U);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(30));
}

TEST(Rules, AreUniqueAndExplained) {
  std::vector<std::string_view> ids;
  for (const finding::RuleInfo* rule : Rules()) {
    EXPECT_FALSE(rule->summary.empty());
    EXPECT_FALSE(rule->explanation.empty());
    EXPECT_EQ(std::count(ids.begin(), ids.end(), rule->id), 0) << rule->id;
    ids.push_back(rule->id);
  }
  EXPECT_EQ(ids.size(), 13U);
}

}  // namespace
}  // namespace accord::pact
