#include "accord/pact/pact.h"

#include "tests/unit/pact/reading.h"

namespace accord::pact {
namespace {

TEST(ToString, NamesVersionsAndKindsAsFilesDo) {
  EXPECT_EQ(ToString(SpecVersion::kV1), "1.0.0");
  EXPECT_EQ(ToString(SpecVersion::kV1_1), "1.1.0");
  EXPECT_EQ(ToString(SpecVersion::kV2), "2.0.0");
  EXPECT_EQ(ToString(SpecVersion::kV3), "3.0.0");
  EXPECT_EQ(ToString(SpecVersion::kV4), "4.0");
  EXPECT_EQ(ToString(InteractionKind::kHttp), "Synchronous/HTTP");
  EXPECT_EQ(ToString(InteractionKind::kAsyncMessage), "Asynchronous/Messages");
  EXPECT_EQ(ToString(InteractionKind::kSyncMessage), "Synchronous/Messages");
  EXPECT_EQ(ToString(Matcher::kEquality), "equality");
  EXPECT_EQ(ToString(Matcher::kSemver), "semver");
  EXPECT_EQ(ToString(GeneratorKind::kRandomInt), "RandomInt");
  EXPECT_EQ(ToString(GeneratorKind::kMockServerUrl), "MockServerURL");
  EXPECT_EQ(ToString(BodyState::kMissing), "missing");
  EXPECT_EQ(ToString(BodyState::kPresent), "present");
}

TEST(FindHeader, IgnoresCase) {
  const std::vector<Header> headers = {{"X-A", {"1"}}, {"content-type", {"text/plain"}}};
  ASSERT_NE(FindHeader(headers, "Content-Type"), nullptr);
  EXPECT_EQ(FindHeader(headers, "Content-Type")->values[0], "text/plain");
  EXPECT_EQ(FindHeader(headers, "X-B"), nullptr);
}

TEST(FindParameter, MindsCase) {
  const std::vector<QueryParameter> query = {{"a", {"1"}}};
  EXPECT_NE(FindParameter(query, "a"), nullptr);
  EXPECT_EQ(FindParameter(query, "A"), nullptr);
}

TEST(ContentType, IsThatOfTheBodyThenOfTheHeaders) {
  Request request;
  EXPECT_EQ(request.ContentType(), "");
  request.headers = {{"CONTENT-TYPE", {"text/plain"}}};
  EXPECT_EQ(request.ContentType(), "text/plain");
  request.body.content_type = "text/csv";
  EXPECT_EQ(request.ContentType(), "text/csv");

  Response response;
  response.headers = {{"Content-Type", {}}};
  EXPECT_EQ(response.ContentType(), "");
  response.headers[0].values = {"text/plain"};
  EXPECT_EQ(response.ContentType(), "text/plain");
}

TEST(ContentType, OfAMessageMayStandInItsMetadata) {
  for (const char* name : {"contentType", "content-type", "Content-Type", "CONTENTTYPE"}) {
    Message message;
    message.metadata = {{"other", Json("1")}, {name, Json("\"text/csv\"")}};
    EXPECT_EQ(message.ContentType(), "text/csv") << name;
    message.contents.content_type = "text/plain";
    EXPECT_EQ(message.ContentType(), "text/plain");
  }
  Message message;
  message.metadata = {{"contentType", Json("7")}};
  EXPECT_EQ(message.ContentType(), "");
}

TEST(Body, BytesAreWhatGoesOverTheWire) {
  EXPECT_EQ(Body::Missing().Bytes(), "");
  EXPECT_EQ(Body::Of("abc", "text/plain").Bytes(), "abc");
  EXPECT_EQ(Body::Of("abc", "text/plain").content_type, "text/plain");
  EXPECT_TRUE(Body::Of("abc", "").present());
  EXPECT_EQ(Body::Of("", "text/plain").state, BodyState::kEmpty);
  Body body;
  body.state = BodyState::kPresent;
  body.json = Json(R"({ "a" : 1.0 })");
  EXPECT_EQ(body.Bytes(), R"({"a":1.0})");
  body.state = BodyState::kNull;
  EXPECT_EQ(body.Bytes(), "null");
}

TEST(MatchingRules, AreEmptyWithoutAnyRule) {
  MatchingRules rules;
  EXPECT_TRUE(rules.empty());
  rules.status.rules.emplace_back();
  EXPECT_FALSE(rules.empty());
  rules = {};
  rules.metadata.emplace_back();
  EXPECT_FALSE(rules.empty());
}

}  // namespace
}  // namespace accord::pact
