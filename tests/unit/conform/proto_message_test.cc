#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/pact/read.h"

#include "tests/unit/conform/support.h"
#include "tests/unit/proto/memory_sources.h"

namespace accord::conform::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kOrders = R"(
syntax = "proto3";
package acme.v1;
import "google/protobuf/timestamp.proto";
enum Status { NEW = 0; DONE = 1; }
message Line { string sku = 1; int32 qty = 2; }
message Order {
  string order_id = 1;
  int64 total = 2;
  Status status = 3;
  repeated Line lines = 4;
  google.protobuf.Timestamp placed_at = 5;
  oneof payment { string card = 6; string iban = 7; }
  map<string, int32> stock = 8;
  double weight = 9;
}
)";

/// Of one message, with what its content type says besides, and rules for its contents.
std::vector<finding::Check> CheckMessage(const std::string& content,
                                         const std::string& type = "",
                                         const std::string& rules = "",
                                         const std::string& chosen = "acme.v1.Order") {
  Specification specification;
  EXPECT_TRUE(LoadProto(std::make_shared<proto::MemorySources>(
                            std::map<std::string, std::string>{{"orders.proto", kOrders}}),
                        specification)
                  .usable);
  specification.type = chosen;
  const std::string pact = fmt::format(
      R"({{"consumer": {{"name": "c"}}, "provider": {{"name": "p"}}, "interactions": [
         {{"type": "Asynchronous/Messages", "description": "d",
           "contents": {{"content": {}, "contentType": "application/json{}", "encoded": false}},
           "matchingRules": {{"body": {{{}}}}}}}],
         "metadata": {{"pactSpecification": {{"version": "4.0"}}}}}})",
      content,
      type,
      rules);
  const pact::ReadResult read = pact::Read(Parsed("pact", pact));
  EXPECT_TRUE(read.pact) << pact;
  return Checker(std::move(specification)).Check(*read.pact);
}

std::vector<std::string> Found(const std::vector<finding::Check>& checks) {
  std::vector<std::string> out;
  for (const finding::Finding& finding : checks.at(0).findings) {
    out.push_back(fmt::format("{} {}", finding.rule->id, finding.path));
  }
  return out;
}

TEST(ProtoMessages, FitInTheirJsonForm) {
  EXPECT_THAT(Found(CheckMessage(R"({"orderId": "o-1", "total": "12", "stock": {"a": 1},
                                     "weight": 1.5})",
                                 "",
                                 R"("$": {"matchers": [{"match": "type"}]})")),
              ElementsAre("provider.property.optional contents.stock"));
  EXPECT_THAT(Found(CheckMessage(R"({"order_id": "o-1", "weight": "NaN"})",
                                 "",
                                 R"("$": {"matchers": [{"match": "type"}]})")),
              testing::Not(testing::Contains(HasSubstr("incompatible"))));
}

TEST(ProtoMessages, WhatDoesNotFitIsNamed) {
  const auto wrong = [](const char* content) { return Found(CheckMessage(content)); };
  const std::string at = "message.payload.incompatible contents";
  EXPECT_THAT(wrong(R"({"orderid": "o-1"})"), ElementsAre(at));
  EXPECT_THAT(wrong(R"({"orderId": 7})"), ElementsAre(at + ".orderId"));
  EXPECT_THAT(wrong(R"({"total": "many"})"), ElementsAre(at + ".total"));
  EXPECT_THAT(wrong(R"({"total": 12})"), ElementsAre(at + ".total"));
  EXPECT_THAT(wrong(R"({"status": "GONE"})"), ElementsAre(at + ".status"));
  EXPECT_THAT(wrong(R"({"lines": {"sku": "a"}})"), testing::Contains(at + ".lines"));
  EXPECT_THAT(wrong(R"({"lines": [{"sku": "a", "qty": 3000000000}]})"),
              testing::Contains(at + ".lines[0].qty"));
  EXPECT_THAT(wrong(R"({"placedAt": "yesterday"})"), testing::Contains(at + ".placedAt"));
  EXPECT_THAT(wrong(R"({"card": "4", "iban": "DE"})"), testing::Contains(at + ".iban"));
  EXPECT_THAT(wrong(R"({"stock": {"a": "b"}})"), testing::Contains(at + ".stock.a"));
}

TEST(ProtoMessages, PlacesAreThoseInTheContract) {
  const auto checks = CheckMessage(R"({"orderId": 7})");
  ASSERT_EQ(checks.at(0).findings.size(), 1U);
  const finding::Finding& finding = checks[0].findings[0];
  EXPECT_EQ(finding.span.file, "pact");
  EXPECT_EQ(finding.message, "'orderId' must be a string, not 7");
  EXPECT_THAT(finding.related, IsEmpty());
}

TEST(ProtoMessages, EnumValuesThatWereNotTested) {
  EXPECT_THAT(Found(CheckMessage(R"({"status": "NEW"})")),
              ElementsAre("provider.enum.unexercised contents.status"));
}

TEST(ProtoMessages, TheContractMayNameItsMessage) {
  const char* line = R"({"sku": "a"})";
  EXPECT_THAT(Found(CheckMessage(line, "; message=Line")), IsEmpty());
  EXPECT_THAT(Found(CheckMessage(line, "; messageType=.acme.v1.Line")), IsEmpty());
  EXPECT_THAT(Found(CheckMessage(line)), ElementsAre("message.payload.incompatible contents"));
  const auto unknown = CheckMessage(line, "; message=acme.v1.Lines");
  EXPECT_THAT(Found(unknown), ElementsAre("message.payload.unknown contents"));
  EXPECT_EQ(unknown[0].findings[0].help, "did you mean 'acme.v1.Line'?");
}

TEST(ProtoMessages, WithoutANameNothingIsGuessed) {
  EXPECT_THAT(Found(CheckMessage("{}", "", "", "")),
              ElementsAre("message.payload.unknown contents"));
}

TEST(ProtoMessages, TheOnlyOneNeedsNoName) {
  Specification specification;
  LoadProto(std::make_shared<proto::MemorySources>(std::map<std::string, std::string>{
                {"a.proto", "syntax = \"proto3\"; message M { message Inner {} }"}}),
            specification);
  EXPECT_EQ(specification.type, "M");
  LoadProto(std::make_shared<proto::MemorySources>(std::map<std::string, std::string>{
                {"b.proto", "syntax = \"proto3\"; message N {}"}}),
            specification);
  EXPECT_EQ(specification.type, "");
}

}  // namespace
}  // namespace accord::conform::test
