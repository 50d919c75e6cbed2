#include "accord/conform/consumers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/document/document.h"
#include "accord/pact/read.h"

namespace accord::conform {
namespace {

using finding::Finding;
using finding::Touch;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Part = Touch::Part;

constexpr std::string_view kOrders = R"({
  "consumer": {"name": "web-shop"}, "provider": {"name": "orders"},
  "metadata": {"pactSpecification": {"version": "4.0"}},
  "interactions": [
    {"type": "Synchronous/HTTP", "description": "an order",
     "request": {"method": "GET", "path": "/v1/orders/7", "query": {"full": ["1"]},
                 "headers": {"Cookie": ["sid=1; theme=dark"], "X-Trace": ["t"]}},
     "response": {"status": 200, "headers": {"ETag": ["e"]},
                  "body": {"contentType": "application/json", "encoded": false,
                           "content": {"id": 7, "lines": [{"sku": "a"}]}}}},
    {"type": "Synchronous/HTTP", "description": "no order",
     "request": {"method": "GET", "path": "/v1/orders/8"}, "response": {"status": 404}},
    {"type": "Synchronous/HTTP", "description": "a new order",
     "request": {"method": "POST", "path": "/v1/orders",
                 "body": {"contentType": "application/json", "encoded": false,
                          "content": {"lines": [{"sku": "a"}]}}},
     "response": {"status": 201}}
  ]})";

constexpr std::string_view kApi = R"({
  "openapi": "3.0.3", "info": {"title": "orders", "version": "1"}, "servers": [{"url": "/v1"}],
  "paths": {
    "/orders/{id}": {"get": {
      "parameters": [{"name": "id", "in": "path", "required": true, "schema": {}}],
      "responses": {"200": {"description": "", "content": {"application/json": {}}},
                    "default": {"description": ""}}}},
    "/orders": {"post": {
      "requestBody": {"content": {"application/json": {}, "text/csv": {}}},
      "responses": {"2XX": {"description": ""}}}}
  }})";

std::vector<pact::Pact> Pacts(std::string_view text) {
  const auto loaded = document::Parse("pact.json", std::string(text));
  std::vector<pact::Pact> pacts;
  pacts.push_back(*pact::Read(loaded.document).pact);
  return pacts;
}

Finding Touching(Touch touch) {
  Finding finding;
  finding.touches.push_back(std::move(touch));
  return finding;
}

std::vector<std::string> HitsOf(const Finding& finding) {
  std::vector<std::string> hits;
  if (!finding.hits) {
    return {"(nobody looked)"};
  }
  for (const finding::Hit& hit : *finding.hits) {
    hits.push_back(hit.interaction);
  }
  return hits;
}

/// The interactions of kOrders that a finding hits.
std::vector<std::string> HitsOf(Touch touch) {
  const auto document = document::Parse("api.json", std::string(kApi)).document;
  std::vector<Finding> findings{Touching(std::move(touch))};
  std::vector<Finding> faults;
  const Consumers consumers(Pacts(kOrders), faults);
  consumers.JoinApi({openapi::Load(document, {}).description}, findings);
  EXPECT_THAT(faults, IsEmpty());
  return HitsOf(findings.front());
}

TEST(Consumers, AreHitByTheOperationThatTheyCall) {
  EXPECT_THAT(HitsOf({.operation = "GET /orders/{order}"}), ElementsAre("an order", "no order"));
  EXPECT_THAT(HitsOf({.operation = "POST /orders"}), ElementsAre("a new order"));
  EXPECT_THAT(HitsOf({.operation = "DELETE /orders/{id}"}), IsEmpty());
}

TEST(Consumers, AreHitByTheStatusThatTheyExpect) {
  const auto status = [](std::string text, std::string operation = "GET /orders/{id}") {
    return HitsOf(
        {.part = Part::kResponse, .operation = std::move(operation), .status = std::move(text)});
  };
  EXPECT_THAT(status("200"), ElementsAre("an order"));
  EXPECT_THAT(status("404"), ElementsAre("no order"));
  EXPECT_THAT(status("default"), ElementsAre("no order"));
  EXPECT_THAT(status("2XX", "POST /orders"), ElementsAre("a new order"));
  EXPECT_THAT(status("500"), IsEmpty());
}

TEST(Consumers, AreHitByTheParametersThatTheySend) {
  const auto parameter = [](std::string name, bool strikes_absence = false) {
    return HitsOf({.part = Part::kParameter,
                   .operation = "GET /orders/{id}",
                   .name = std::move(name),
                   .strikes_absence = strikes_absence});
  };
  EXPECT_THAT(parameter("query full"), ElementsAre("an order"));
  EXPECT_THAT(parameter("header x-trace"), ElementsAre("an order"));
  EXPECT_THAT(parameter("cookie theme"), ElementsAre("an order"));
  EXPECT_THAT(parameter("cookie other"), IsEmpty());
  EXPECT_THAT(parameter("path id"), ElementsAre("an order", "no order"));
  EXPECT_THAT(parameter("query full", true), ElementsAre("no order"));
}

TEST(Consumers, AreHitByTheFieldsThatTheyUse) {
  const auto response = [](std::string field, std::string media_type = {}) {
    return HitsOf({.part = Part::kResponseBody,
                   .operation = "GET /orders/{id}",
                   .status = "200",
                   .media_type = std::move(media_type),
                   .field = std::move(field)});
  };
  EXPECT_THAT(response("$"), ElementsAre("an order"));
  EXPECT_THAT(response("$.lines[*].sku", "application/json"), ElementsAre("an order"));
  EXPECT_THAT(response("$.total"), IsEmpty());
  const auto request = [](std::string field, std::string media_type, bool strikes_absence) {
    return HitsOf({.part = Part::kRequestBody,
                   .operation = "POST /orders",
                   .media_type = std::move(media_type),
                   .field = std::move(field),
                   .strikes_absence = strikes_absence});
  };
  EXPECT_THAT(request("$.lines", "application/json", false), ElementsAre("a new order"));
  EXPECT_THAT(request("$.lines", "text/csv", false), IsEmpty());
  EXPECT_THAT(request("$.lines[*].quantity", "application/json", true), ElementsAre("a new order"));
  EXPECT_THAT(request("$.lines[*].sku", "application/json", true), IsEmpty());
}

TEST(Consumers, AreHitByTheHeadersThatTheyExpect) {
  const auto header = [](std::string name) {
    return HitsOf({.part = Part::kResponseHeader,
                   .operation = "GET /orders/{id}",
                   .status = "200",
                   .name = std::move(name)});
  };
  EXPECT_THAT(header("etag"), ElementsAre("an order"));
  EXPECT_THAT(header("Location"), IsEmpty());
}

TEST(Consumers, NobodyLooksWhereAFindingDoesNotTellWhatItTouches) {
  std::vector<Finding> findings(1);
  std::vector<Finding> faults;
  Consumers(Pacts(kOrders), faults).JoinApi({}, findings);
  EXPECT_THAT(HitsOf(findings.front()), ElementsAre("(nobody looked)"));
}

TEST(Consumers, MessagesAreAboutTheSchemasThatTheyFit) {
  const auto known = [](std::string text) {
    const auto document = document::Parse("schema.json", std::move(text)).document;
    return schema::Compile(document::Value(document), {}).schema;
  };
  const std::map<std::string, schema::SchemaPtr> schemas{
      {"order.json", known(R"({"required": ["id"]})")},
      {"parcel.json", known(R"({"required": ["weight"]})")}};
  std::vector<Finding> findings{
      Touching({.part = Part::kMessage, .operation = "order.json", .field = "$.id"}),
      Touching({.part = Part::kMessage, .operation = "order.json", .field = "$.total"}),
      Touching({.part = Part::kMessage,
                .operation = "order.json",
                .field = "$.total",
                .strikes_absence = true}),
      Touching({.part = Part::kMessage, .operation = "parcel.json", .field = "$"})};
  std::vector<Finding> faults;
  const Consumers consumers(Pacts(R"({
    "consumer": {"name": "mailer"}, "provider": {"name": "orders"},
    "metadata": {"pactSpecification": {"version": "3.0.0"}},
    "messages": [{"description": "an order was paid", "contents": {"id": 7}}]})"),
                            faults);
  consumers.JoinMessages(schemas, findings);
  EXPECT_THAT(HitsOf(findings[0]), ElementsAre("an order was paid"));
  EXPECT_THAT(HitsOf(findings[1]), IsEmpty());
  EXPECT_THAT(HitsOf(findings[2]), ElementsAre("an order was paid"));
  EXPECT_THAT(HitsOf(findings[3]), IsEmpty());
}

/// `acme.Orders/Get` takes `Key {id = 1}` and returns `Order {total = 1}`; the call sends an id.
std::string GrpcPact(std::string_view service) {
  return R"({"consumer": {"name": "app"}, "provider": {"name": "orders"},
    "metadata": {"pactSpecification": {"version": "4.0"}, "plugins": [{
      "name": "protobuf", "version": "0.3", "configuration": {"k": {"protoDescriptors":
      "Cm4KB2EucHJvdG8SBGFjbWUiFQoDS2V5Eg4KAmlkGAEgASgJUgJpZCIdCgVPcmRlchIUCgV0b3RhbBgBIAEoBVIFdG90YWwyJwoGT3JkZXJzEh0KA0dldBIJLmFjbWUuS2V5GgsuYWNtZS5PcmRlcg=="}}}]},
    "interactions": [{"type": "Synchronous/Messages", "description": "a call", "transport": "grpc",
      "pluginConfiguration": {"protobuf": {"descriptorKey": "k", "service": ")" +
         std::string(service) + R"("}},
      "request": {"contents": {"contentType": "application/protobuf;message=Key",
                               "encoded": "base64", "content": "CgF4"}},
      "response": [{"contents": {"contentType": "application/protobuf;message=Order",
                                 "encoded": "base64", "content": ""}}]}]})";
}

Finding About(std::string element, bool is_new = false) {
  Finding finding;
  finding.element = std::move(element);
  if (!is_new) {
    finding.previous.start.line = 1;
  }
  return finding;
}

TEST(Consumers, GrpcCallsAreHitByWhatTheirPayloadsUse) {
  std::vector<Finding> findings{About("acme.Orders.Get"),
                                About("acme.Key.id"),
                                About("acme.Order.total"),
                                About("acme.Order"),
                                About("acme"),
                                About("acme.Key.region", true),
                                About("acme/a.proto")};
  std::vector<Finding> faults;
  Consumers(Pacts(GrpcPact("Orders/Get")), faults).JoinProto(findings);
  EXPECT_THAT(faults, IsEmpty());
  EXPECT_THAT(HitsOf(findings[0]), ElementsAre("a call"));
  EXPECT_THAT(HitsOf(findings[1]), ElementsAre("a call"));
  EXPECT_THAT(HitsOf(findings[2]), IsEmpty());
  EXPECT_THAT(HitsOf(findings[3]), ElementsAre("a call"));
  EXPECT_THAT(HitsOf(findings[4]), ElementsAre("a call"));
  EXPECT_THAT(HitsOf(findings[5]), ElementsAre("a call"));
  EXPECT_THAT(HitsOf(findings[6]), ElementsAre("(nobody looked)"));
}

TEST(Consumers, AGrpcCallThatCannotBeReadIsTold) {
  std::vector<Finding> faults;
  const Consumers consumers(Pacts(GrpcPact("Orders/Put")), faults);
  ASSERT_THAT(faults, testing::SizeIs(1));
  EXPECT_EQ(faults.front().rule->id, "consumer-call-unreadable");
  EXPECT_THAT(faults.front().message, HasSubstr("no method 'Orders/Put'"));
  EXPECT_TRUE(faults.front().span.known());
}

}  // namespace
}  // namespace accord::conform
