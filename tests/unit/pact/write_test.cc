#include "accord/pact/write.h"

#include "tests/unit/pact/writing.h"

namespace accord::pact {
namespace {

TEST(Write, WritesVersion2) {
  const ReadResult read =
      ReadText(PactOf("1.0.0",
                      R"({"description": "an order", "provider_state": "it exists", "later": [1.0],
          "request": {"method": "get", "query": "b=1&a=x+y", "headers": {"Accept": "a,b"}},
          "response": {"status": 204, "headers": {"Date": "Sun, 1"}}})"));
  EXPECT_EQ(*Write(*read.pact, SpecVersion::kV2), R"({
  "consumer": {
    "name": "shop"
  },
  "provider": {
    "name": "orders"
  },
  "interactions": [
    {
      "description": "an order",
      "providerState": "it exists",
      "request": {
        "method": "GET",
        "path": "/",
        "query": "b=1&a=x+y",
        "headers": {
          "Accept": "a, b"
        }
      },
      "response": {
        "status": 204,
        "headers": {
          "Date": "Sun, 1"
        }
      },
      "later": [
        1.0
      ]
    }
  ],
  "metadata": {
    "pactSpecification": {
      "version": "2.0.0"
    }
  }
}
)");
}

TEST(Write, UpgradesToVersion4) {
  const document::Value written = Rewrite(
      PactOf("2.0.0", R"({"description": "d", "_id": "9", "providerState": "s", "key": "old",
                          "request": {"query": "a=1&b", "headers": {"Accept": "a,b"}},
                          "response": {"headers": {"Content-Type": "text/plain"}, "body": "x"}})"),
      SpecVersion::kV4);
  EXPECT_EQ(At(written, "/metadata/pactSpecification/version"), "\"4.0\"");
  const document::Value interaction = written.Child(&written->Find("interactions")->items()[0]);
  EXPECT_EQ(At(interaction, "/type"), "\"Synchronous/HTTP\"");
  EXPECT_EQ(At(interaction, "/key"), "");
  EXPECT_EQ(At(interaction, "/_id"), "\"9\"");
  EXPECT_EQ(At(interaction, "/pending"), "false");
  EXPECT_EQ(At(interaction, "/providerStates"), R"([{"name":"s"}])");
  EXPECT_EQ(At(interaction, "/request/query"), R"({"a":["1"],"b":[null]})");
  EXPECT_EQ(At(interaction, "/request/headers/Accept"), R"(["a","b"])");
  EXPECT_EQ(At(interaction, "/response/body"),
            R"({"content":"x","encoded":false,"contentType":"text/plain"})");
}

TEST(Write, KeepsEverythingOfVersion4) {
  const std::string text = PactOf(
      "4.0",
      R"({"type":"Synchronous/Messages","key":"k","_id":"7","description":"d",)"
      R"("providerStates":[{"name":"s","params":{"n":1.50}}],"pending":true,"transport":"grpc",)"
      R"("comments":{"text":"t"},"pluginConfiguration":{"p":{}},"interactionMarkup":{"markup":"m"},)"
      R"("request":{"contents":{"content":{"a":1e2},"encoded":false,"contentType":"application/json"},)"
      R"("metadata":{"n":[1]},"x":1},"response":[{"metadata":{"k":null},"y":2}],"z":3})");
  EXPECT_EQ(At(Rewrite(text, SpecVersion::kV4), "/interactions/0"),
            At(Json(text), "/interactions/0"));
}

TEST(Write, KeepsExtrasOfTheFile) {
  const document::Value written = Rewrite(
      R"({"consumer": {"name": "c", "x": 1}, "provider": {"name": "p", "y": 2}, "interactions": [],
          "_links": {"self": {}},
          "metadata": {"tool": null, "pact-specification": {"version": "3.0.0"},
                       "plugins": [{"name": "n", "version": "1", "configuration": {"a": 1}}]}})",
      SpecVersion::kV3);
  EXPECT_EQ(Compact(written),
            R"({"consumer":{"name":"c","x":1},"provider":{"name":"p","y":2},"interactions":[],)"
            R"("metadata":{"pactSpecification":{"version":"3.0.0"},)"
            R"("plugins":[{"name":"n","version":"1","configuration":{"a":1}}],"tool":null},)"
            R"("_links":{"self":{}}})");
}

TEST(Write, SortsByDescriptionThenStates) {
  const document::Value written =
      Rewrite(PactOf("3.0.0", R"({"description": "b"}, {"description": "a", "providerState": "2"},
                         {"description": "a", "providerState": "1"}, {"description": "a"})"),
              SpecVersion::kV3);
  std::string order;
  for (const document::Node& node : written->Find("interactions")->items()) {
    const document::Node* states = node.Find("providerStates");
    order += std::string(node.Find("description")->text()) +
             (states == nullptr ? "" : std::string(states->items()[0].Find("name")->text())) + " ";
  }
  EXPECT_EQ(order, "a a1 a2 b ");
}

TEST(Write, PutsMessagesOfVersion3UnderMessages) {
  const std::string text =
      R"({"messages": [{"description": "m", "contents": {"a": 1}, "metaData": {"k": "v"}}]})";
  const document::Value v3 = Rewrite(text, SpecVersion::kV3);
  EXPECT_EQ(At(v3, "/messages"),
            R"([{"description":"m","contents":{"a":1},"metaData":{"k":"v"}}])");
  EXPECT_EQ(At(v3, "/interactions"), "");
  const document::Value v4 = Rewrite(text, SpecVersion::kV4);
  EXPECT_EQ(At(v4, "/interactions/0/type"), "\"Asynchronous/Messages\"");
  EXPECT_EQ(At(v4, "/interactions/0/metadata"), R"({"k":"v"})");
}

TEST(Write, KeepsHeadersApartThatACommaWouldJoin) {
  const std::string text = PactOf(
      "3.0.0", R"({"response": {"headers": {"Set-Cookie": ["a=1", "b=2"], "Vary": ["a", "b"]}}})");
  EXPECT_EQ(At(Rewrite(text, SpecVersion::kV3), "/interactions/0/response/headers"),
            R"({"Set-Cookie":["a=1","b=2"],"Vary":"a, b"})");
}

TEST(Write, RefusesWhatTheVersionCannotExpress) {
  const std::string http = R"({"type": "Synchronous/HTTP", "description": "d", )";
  const std::vector<std::tuple<std::string, SpecVersion, std::string>> cases = {
      {R"({"type": "Synchronous/Messages", "request": {}, "response": []})",
       SpecVersion::kV3,
       "synchronous messages (interaction \"Message 0\")"},
      {http + R"("pending": true})", SpecVersion::kV3, "pending interactions (interaction \"d\")"},
      {http + R"("pluginConfiguration": {}})", SpecVersion::kV3, "plugin data"},
      {http + R"("response": {"body": {"content": "/w==", "encoded": "base64"}}})",
       SpecVersion::kV3,
       "a body of bytes that are no text"},
      {http + R"("providerStates": ["a", "b"]})",
       SpecVersion::kV2,
       "several provider states (interaction \"d\" given \"a\" and \"b\")"},
      {http + R"("providerStates": [{"name": "a", "params": {}}]})",
       SpecVersion::kV2,
       "parameters of provider states"},
      {http + R"("request": {"generators": {"path": {"type": "Uuid"}}}})",
       SpecVersion::kV2,
       "generators"},
      {http + R"("response": {"matchingRules": {"status": {"match": "statusCode"}}}})",
       SpecVersion::kV2,
       "matching rules for the status, the method or metadata"},
      {http + R"("request": {"matchingRules": {"body": {"$": {"matchers": [{"match": "type"},
          {"match": "null"}]}}}}})",
       SpecVersion::kV2,
       "several matching rules on one path"},
      {R"({"type": "Asynchronous/Messages"})", SpecVersion::kV2, "messages"},
  };
  for (const auto& [interaction, version, message] : cases) {
    const ReadResult read = ReadText(PactOf("4.0", interaction));
    ASSERT_EQ(read.pact->interactions.size(), 1U) << interaction;
    const base::Result<std::string> written = Write(*read.pact, version);
    ASSERT_FALSE(written.ok()) << interaction;
    EXPECT_NE(written.error().message.find("cannot express " + message), std::string::npos)
        << written.error().message;
    EXPECT_TRUE(Write(*read.pact, SpecVersion::kV4).ok());
  }
}

TEST(Write, RefusesMixedKindsBelowVersion4) {
  const ReadResult read = ReadText(R"({"messages": [{}], "interactions": [{}]})");
  EXPECT_FALSE(Write(*read.pact, SpecVersion::kV3).ok());
  EXPECT_TRUE(Write(*read.pact, SpecVersion::kV4).ok());
}

TEST(Write, RefusesVersion1) {
  EXPECT_FALSE(Write({}, SpecVersion::kV1).ok());
  EXPECT_FALSE(Write({}, SpecVersion::kV1_1).ok());
}

TEST(FileName, JoinsTheParticipants) {
  Pact pact;
  pact.consumer = "web shop";
  pact.provider = "../orders";
  EXPECT_EQ(FileName(pact), "web shop-.._orders.json");
}

}  // namespace
}  // namespace accord::pact
