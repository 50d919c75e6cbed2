#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/conform/support.h"

namespace accord::conform::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kEvents = R"(
asyncapi: 3.0.0
info: {title: t, version: '1'}
channels:
  orders:
    messages:
      Paid:
        contentType: application/json
        headers: {type: object, properties: {trace: {type: string}}, required: [trace]}
        payload: {$ref: '#/components/schemas/Paid'}
  replies:
    messages:
      Done: {payload: {type: object, properties: {ok: {type: boolean}}, required: [ok]}}
operations:
  onPaid:
    action: send
    channel: {$ref: '#/channels/orders'}
    messages: [{$ref: '#/channels/orders/messages/Paid'}]
  all:
    action: send
    channel: {$ref: '#/channels/orders'}
  ask:
    action: receive
    channel: {$ref: '#/channels/orders'}
    reply: {channel: {$ref: '#/channels/replies'}}
components:
  schemas:
    Paid: {type: object, properties: {id: {type: integer}}, required: [id]}
)";

std::string Event(const std::string& operation,
                  const std::string& content,
                  const std::string& metadata = "{}") {
  return fmt::format(
      R"({{"consumer": {{"name": "c"}}, "provider": {{"name": "p"}}, "interactions": [
         {{"type": "Asynchronous/Messages", "description": "d",
           "comments": {{"references": {{"AsyncAPI": {{"operationId": "{}"}}}}}},
           "contents": {{"content": {}, "contentType": "application/json", "encoded": false}},
           "metadata": {}}}],
         "metadata": {{"pactSpecification": {{"version": "4.0"}}}}}})",
      operation,
      content,
      metadata);
}

TEST(Messages, FitOneOfTheirOperation) {
  EXPECT_THAT(Findings(kEvents, Event("onPaid", R"({"id": 1})")),
              ElementsAre("message.matched contents"));
  EXPECT_THAT(Findings(kEvents, Event("all", R"({"id": 1})")),
              ElementsAre("message.matched contents"));
  EXPECT_THAT(Findings(kEvents, Event("onPaid", R"({"id": "x"})")),
              ElementsAre("message.no.match "));
  EXPECT_THAT(Findings(kEvents, Event("onPaid", R"({"z": 1})")), ElementsAre("message.no.match "));
  EXPECT_THAT(Findings(kEvents, Event("gone", R"({"id": 1})")),
              ElementsAre("message.operation.unknown comments.references.AsyncAPI.operationId"));
}

TEST(Messages, MetadataAreTheirHeaders) {
  EXPECT_THAT(
      Findings(
          kEvents,
          Event("onPaid", R"({"id": 1})", R"({"trace": "x", "contentType": "application/json"})")),
      ElementsAre("message.matched contents"));
  EXPECT_THAT(Findings(kEvents, Event("onPaid", R"({"id": 1})", R"({"trace": 5})")),
              ElementsAre("message.no.match "));
}

TEST(Messages, CausesOfNoMatchAreNamed) {
  const auto checks = CheckAll({kEvents}, Event("onPaid", R"({"id": "x"})"));
  const auto& related = checks.at(0).findings.at(0).related;
  ASSERT_EQ(related.size(), 2U);
  EXPECT_THAT(related[1].label, HasSubstr("message.payload.incompatible: 'Paid': 'id' must be"));
}

TEST(Messages, SynchronousOnesAreAskedAndAnswered) {
  const auto with = [](const char* request, const char* replies) {
    return Findings(
        kEvents,
        fmt::format(
            R"({{"consumer": {{"name": "c"}}, "provider": {{"name": "p"}}, "interactions": [
           {{"type": "Synchronous/Messages", "description": "d",
             "comments": {{"references": {{"AsyncAPI": {{"operationId": "ask"}}}}}},
             "request": {{"contents": {{"content": {}, "contentType": "application/json"}}}},
             "response": {}}}],
           "metadata": {{"pactSpecification": {{"version": "4.0"}}}}}})",
            request,
            replies));
  };
  EXPECT_THAT(
      with(R"({"id": 1})",
           R"([{"contents": {"content": {"ok": true}, "contentType": "application/json"}}])"),
      ElementsAre("message.matched request.contents", "message.matched response[0].contents"));
  EXPECT_THAT(with("{}", "[]"),
              ElementsAre("message.no.match comments.references.AsyncAPI.operationId"));
  EXPECT_THAT(with(R"({"id": 1})", "[]"),
              ElementsAre("message.matched request.contents", "message.response.missing response"));
}

TEST(Messages, JsonSchemaForAllOfThem) {
  const char* schema = R"({"$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"]})";
  EXPECT_THAT(Findings(schema, Event("any", R"({"id": 1})")), IsEmpty());
  EXPECT_THAT(Findings(schema, Event("any", R"({"id": "x"})")),
              ElementsAre("message.payload.incompatible contents.id"));
}

TEST(Messages, WithoutWhatDescribesThemAreSkipped) {
  const auto checks = CheckAll({Api("{}")}, Event("any", "{}"));
  EXPECT_EQ(checks.at(0).outcome, finding::Outcome::kSkipped);
  EXPECT_THAT(Findings(kEvents, Pact("", "")), ElementsAre("no OpenAPI description was given"));
  EXPECT_EQ(CheckAll({}, Event("any", "{}")).at(0).findings.at(0).rule->id, "message.spec.missing");
  EXPECT_EQ(CheckAll({}, Pact("", "")).at(0).findings.at(0).rule->id, "request.spec.missing");
}

TEST(Load, RefusesWhatIsNoSpecification) {
  const auto refused = [](const char* text) {
    Specification specification;
    const LoadResult result = Load(Parsed("spec", text), {}, specification);
    EXPECT_FALSE(result.usable);
    return result.findings.empty() ? "" : result.findings.front().message;
  };
  EXPECT_THAT(refused("{}"), HasSubstr("neither an OpenAPI description"));
  EXPECT_THAT(refused("[1]"), HasSubstr("neither an OpenAPI description"));
  EXPECT_THAT(refused("asyncapi: 2.6.0"), HasSubstr("version 3"));
}

TEST(Load, ReadsWhatItCanOfAnUnknownVersion) {
  Specification specification;
  const LoadResult result = Load(Parsed("spec", "openapi: 9.9.9"), {}, specification);
  EXPECT_TRUE(result.usable);
  ASSERT_FALSE(result.findings.empty());
  EXPECT_THAT(result.findings.front().message, HasSubstr("9.9.9"));
}

TEST(Load, AsyncReferencesInCirclesLeadNowhere) {
  EXPECT_THAT(Findings(R"(
asyncapi: 3.0.0
channels: {a: {$ref: '#/channels/b'}, b: {$ref: '#/channels/a'}}
operations: {x: {channel: {$ref: '#/channels/a'}}}
)",
                       Event("x", "{}")),
              ElementsAre("message.no.match "));
}

}  // namespace
}  // namespace accord::conform::test
