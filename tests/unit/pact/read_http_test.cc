#include <gmock/gmock.h>

#include "tests/unit/pact/reading.h"

namespace accord::pact {
namespace {

using ::testing::ElementsAre;

Request ReadGood(const std::string& text, SpecVersion version = SpecVersion::kV3) {
  std::vector<finding::Finding> findings;
  Request request = ReadRequest(Json(text), version, findings);
  EXPECT_TRUE(findings.empty()) << text << ": " << findings[0].message;
  return request;
}

TEST(ReadRequest, HasDefaults) {
  for (const char* text : {"{}", R"({"method": null, "path": null, "query": null, "headers": null,
                                     "matchingRules": null, "generators": null})"}) {
    const Request request = ReadGood(text);
    EXPECT_EQ(request.method, "GET");
    EXPECT_EQ(request.path, "/");
    EXPECT_TRUE(request.query.empty() && request.headers.empty() && request.rules.empty());
    EXPECT_TRUE(request.generators.empty() && request.extras.empty());
  }
}

TEST(ReadRequest, WritesTheMethodInCapitalsAndLeavesThePathAlone) {
  const Request request = ReadGood(R"({"method": "post", "path": "/a%20b/"})");
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.path, "/a%20b/");
}

TEST(ReadRequest, TakesQueriesInEveryForm) {
  using Values = std::vector<std::optional<std::string>>;
  const std::vector<std::pair<std::string, Values>> cases = {
      {R"("q=a+b&q=c&r")", {"a b", "c"}},
      {R"({"q": ["a+b", "c"]})", {"a+b", "c"}},
      {R"({"q": "a"})", {"a"}},
      {R"({"q": [null, ""]})", {std::nullopt, ""}},
      {R"({"q": null})", {std::nullopt}},
      {R"({"q": [1, true, 1.50]})", {"1", "true", "1.50"}},
      {R"({"q": []})", {}},
  };
  for (const SpecVersion version : {SpecVersion::kV1, SpecVersion::kV3, SpecVersion::kV4}) {
    for (const auto& [query, values] : cases) {
      const Request request = ReadGood("{\"query\": " + query + "}", version);
      ASSERT_FALSE(request.query.empty()) << query;
      EXPECT_EQ(request.query[0].name, "q");
      EXPECT_EQ(request.query[0].values, values) << query;
    }
  }
}

TEST(ReadRequest, SplitsHeaderTextButNoLists) {
  const Request request = ReadGood(
      R"({"headers": {"Accept": "a, b", "X-Date": "Sun, 12 Mar", "Vary": ["a, b", "c"], "N": 5}})");
  ASSERT_EQ(request.headers.size(), 4U);
  EXPECT_THAT(request.headers[0].values, ElementsAre("a", "b"));
  EXPECT_THAT(request.headers[1].values, ElementsAre("Sun, 12 Mar"));
  EXPECT_THAT(request.headers[2].values, ElementsAre("a, b", "c"));
  EXPECT_THAT(request.headers[3].values, ElementsAre("5"));
}

TEST(ReadRequest, KeepsWhatItDoesNotKnow) {
  const Request request = ReadGood(R"({"path": "/", "x": {"y": 1}, "status": 3})");
  ASSERT_EQ(request.extras.size(), 2U);
  EXPECT_EQ(request.extras[0].first, "x");
  EXPECT_EQ(Compact(request.extras[0].second), R"({"y":1})");
}

TEST(ReadRequest, TakesRulesUnderTheirOldName) {
  const std::string text = R"({"requestMatchingRules": {"$.body.a": {"match": "type"}}})";
  EXPECT_EQ(ReadGood(text, SpecVersion::kV2).rules.body.size(), 1U);
  EXPECT_TRUE(ReadGood(text, SpecVersion::kV2).extras.empty());
  EXPECT_TRUE(ReadGood(text, SpecVersion::kV4).rules.empty());
  EXPECT_TRUE(
      ReadGood(R"({"requestMatchingRules": {"$.body.a": {"match": "type"}}, "matchingRules": {}})",
               SpecVersion::kV3)
          .rules.empty());
}

TEST(ReadRequest, ReportsWrongTypes) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"([])", "this part of a contract must be of type object, but it is of type array"},
      {R"({"method": 1})", "`method` must be of type string, but it is of type number"},
      {R"({"path": {}})", "`path` must be of type string, but it is of type object"},
      {R"({"query": 1})", "`query` must be of type object, but it is of type number"},
      {R"({"query": {"q": {}}})",
       "the query parameter `q` must be of type string, but it is of type object"},
      {R"({"query": {"q": [[]]}})",
       "the query parameter `q` must be of type string, but it is of type array"},
      {R"({"headers": []})", "`headers` must be of type object, but it is of type array"},
      {R"({"headers": {"X": {}}})",
       "the header `X` must be of type string, but it is of type object"},
      {R"({"headers": {"X": null}})",
       "the header `X` must be of type string, but it is of type null"},
      {R"({"headers": {"X": [[]]}})",
       "the header `X` must be of type string, but it is of type array"},
      {R"({"matchingRules": []})",
       "`matchingRules` must be of type object, but it is of type array"},
      {R"({"generators": "x"})", "`generators` must be of type object, but it is of type string"},
  };
  for (const auto& [text, message] : cases) {
    std::vector<finding::Finding> findings;
    ReadRequest(Json(text), SpecVersion::kV3, findings);
    ASSERT_EQ(findings.size(), 1U) << text;
    EXPECT_EQ(findings[0].message, message) << text;
  }
}

TEST(ReadResponse, ReadsTheStatus) {
  const std::vector<std::pair<std::string, int>> cases = {{"{}", 200},
                                                          {R"({"status": null})", 200},
                                                          {R"({"status": 404})", 404},
                                                          {R"({"status": 204.0})", 204}};
  for (const auto& [text, status] : cases) {
    std::vector<finding::Finding> findings;
    EXPECT_EQ(ReadResponse(Json(text), SpecVersion::kV4, findings).status, status) << text;
    EXPECT_TRUE(findings.empty());
  }
  for (const char* text : {R"({"status": "200"})",
                           R"({"status": 200.5})",
                           R"({"status": 1000})",
                           R"({"status": -1})",
                           R"({"status": 1e400})",
                           R"({"status": []})"}) {
    std::vector<finding::Finding> findings;
    EXPECT_EQ(ReadResponse(Json(text), SpecVersion::kV4, findings).status, 200) << text;
    EXPECT_EQ(Places(findings), std::vector<std::string>{"wrong-type 1:12"}) << text;
  }
}

TEST(ReadResponse, TakesRulesUnderTheirOldName) {
  std::vector<finding::Finding> findings;
  const Response response =
      ReadResponse(Json(R"({"responseMatchingRules": {"$.body": {"match": "type"}}, "more": 1})"),
                   SpecVersion::kV2,
                   findings);
  EXPECT_EQ(response.rules.body.size(), 1U);
  ASSERT_EQ(response.extras.size(), 1U);
  EXPECT_EQ(response.extras[0].first, "more");
  EXPECT_EQ(response.source.Span().start, (finding::Position{1, 1}));
}

TEST(ReadMessage, ReadsContentsAndMetadata) {
  for (const char* name : {"metadata", "metaData"}) {
    std::vector<finding::Finding> findings;
    const Message message = ReadMessage(Json(R"({"contents": "YWJj", ")" + std::string(name) +
                                             R"(": {"contentType": "image/gif", "n": [1]}, "x": 2,
                "matchingRules": {"metadata": {"n": {"matchers": [{"match": "type"}]}}},
                "generators": {"body": {"$": {"type": "Uuid"}}}})"),
                                        SpecVersion::kV3,
                                        findings);
    EXPECT_TRUE(findings.empty());
    EXPECT_EQ(message.contents.Bytes(), "abc");
    ASSERT_EQ(message.metadata.size(), 2U);
    EXPECT_EQ(Compact(message.metadata[1].second), "[1]");
    EXPECT_EQ(message.rules.metadata.size(), 1U);
    EXPECT_EQ(message.generators.body.size(), 1U);
    ASSERT_EQ(message.extras.size(), 1U);
  }
}

TEST(ReadMessage, ReadsBodyObjectsOfVersion4) {
  std::vector<finding::Finding> findings;
  const Message message = ReadMessage(Json(R"({"contents": {"content": "YWJj", "encoded": "base64"},
                           "matchingRules": {"content": {"$": {"match": "type"}}}})"),
                                      SpecVersion::kV4,
                                      findings);
  EXPECT_TRUE(findings.empty());
  EXPECT_EQ(message.contents.Bytes(), "abc");
  EXPECT_EQ(message.rules.body.size(), 1U);
}

TEST(ReadParts, GiveNothingForAnEmptyValue) {
  std::vector<finding::Finding> findings;
  EXPECT_EQ(ReadRequest(document::Value(), SpecVersion::kV3, findings).method, "GET");
  EXPECT_TRUE(ReadMatchingRules(document::Value(), findings).empty());
  EXPECT_TRUE(findings.empty());
}

}  // namespace
}  // namespace accord::pact
