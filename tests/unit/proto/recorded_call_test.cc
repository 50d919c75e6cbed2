#include "accord/proto/recorded_call.h"

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.pb.h>
#include <gtest/gtest.h>

#include "proto/parse.h"

namespace accord::proto {
namespace {

using testing::HasSubstr;
using testing::UnorderedElementsAre;

std::string Definitions() {
  google::protobuf::FileDescriptorSet set;
  std::vector<finding::Finding> findings;
  EXPECT_TRUE(ParseText({"a.proto", "a.proto"},
                        R"(syntax = "proto3"; package acme;
                           enum Status { OPEN = 0; PAID = 1; }
                           message Line { oneof item { string sku = 1; } }
                           message Key { string id = 1; string unused = 2; }
                           message Order { Status status = 1; repeated Line lines = 2; }
                           service Orders { rpc Get(Key) returns (Order); })",
                        true,
                        *set.add_file(),
                        findings));
  return set.SerializeAsString();
}

TEST(RecordedCall, NamesWhatItsPayloadsHold) {
  const std::string definitions = Definitions();
  for (const std::string_view method : {"Orders/Get", "acme.Orders/Get", ".acme.Orders/Get"}) {
    const auto used = UsedElements({.descriptors = definitions,
                                    .method = method,
                                    .requests = {"\x0a\x01x"},
                                    .responses = {"\x08\x01\x12\x03\x0a\x01y"}});
    ASSERT_TRUE(used.ok()) << method;
    EXPECT_THAT(*used,
                UnorderedElementsAre("acme.Orders",
                                     "acme.Orders.Get",
                                     "acme.Key",
                                     "acme.Key.id",
                                     "acme.Order",
                                     "acme.Order.status",
                                     "acme.Order.lines",
                                     "acme.Status",
                                     "acme.PAID",
                                     "acme.Status.PAID",
                                     "acme.Line",
                                     "acme.Line.item",
                                     "acme.Line.sku"));
  }
}

TEST(RecordedCall, SaysWhatCannotBeRead) {
  const std::string definitions = Definitions();
  const auto complaint = [](const RecordedCall& call) {
    const auto used = UsedElements(call);
    return used ? std::string() : used.error().message;
  };
  EXPECT_THAT(complaint({.descriptors = "\xff", .method = "Orders/Get"}),
              HasSubstr("no descriptor set"));
  EXPECT_THAT(complaint({.descriptors = definitions, .method = "Orders/Put"}),
              HasSubstr("no method 'Orders/Put'"));
  EXPECT_THAT(complaint({.descriptors = definitions, .method = "Orders"}),
              HasSubstr("no method 'Orders'"));
  EXPECT_THAT(
      complaint({.descriptors = definitions, .method = "Orders/Get", .requests = {"\x0a\x09x"}}),
      HasSubstr("no message 'acme.Key'"));
}

}  // namespace
}  // namespace accord::proto
