#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Compare(const std::string& before, const std::string& after) {
  return FindingLines({{"a.proto", before}},
                      {{"a.proto", after}},
                      {{"FIELD_SAME_NAME", "FIELD_SAME_JSON_NAME"}, false});
}

std::string Order(const std::string& field) {
  return "syntax = \"proto3\";\nmessage Order {\n  " + field + "\n}\n";
}

TEST(FieldName, ChangesWithItsJsonKey) {
  EXPECT_THAT(Compare(Order("string buyer_id = 1;"), Order("string customer_id = 1;")),
              ElementsAre("a.proto:3:3: Field \"1\" with name \"customer_id\" on message \"Order\" "
                          "changed option \"json_name\" from \"buyerId\" to \"customerId\".",
                          "a.proto:3:10: Field \"1\" on message \"Order\" changed name from "
                          "\"buyer_id\" to \"customer_id\"."));
}

TEST(FieldName, JsonKeyMayBePinned) {
  EXPECT_THAT(
      Compare(Order("string buyer = 1;"), Order("string customer = 1 [json_name = \"buyer\"];")),
      ElementsAre("a.proto:3:10: Field \"1\" on message \"Order\" changed name from "
                  "\"buyer\" to \"customer\"."));
}

TEST(FieldName, JsonKeyPointsAtTheOption) {
  EXPECT_THAT(
      Compare(Order("string buyer = 1;"), Order("string buyer = 1 [json_name = \"b\\n\"];")),
      ElementsAre("a.proto:3:21: Field \"1\" with name \"buyer\" on message \"Order\" "
                  "changed option \"json_name\" from \"buyer\" to \"b\\n\"."));
}

TEST(FieldName, ExtensionsAreKnownByFullName) {
  const std::string head =
      "syntax = \"proto2\";\npackage acme;\nmessage Order {\n  extensions 100 to 200;\n}\n";
  EXPECT_THAT(Compare(head + "extend Order {\n  optional string note = 100;\n}\n",
                      head + "extend Order {\n  optional string remark = 100;\n}\n"),
              ElementsAre("a.proto:7:19: Extension \"100\" on message \"acme.Order\" changed name "
                          "from \"acme.note\" to \"acme.remark\"."));
}

TEST(FieldName, AnotherNumberIsAnotherField) {
  EXPECT_THAT(Compare(Order("string buyer = 1;"), Order("string customer = 2;")), IsEmpty());
}

}  // namespace
}  // namespace accord::breaking
