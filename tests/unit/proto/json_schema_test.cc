#include "accord/proto/json_schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/proto/memory_sources.h"

namespace accord::proto {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

JsonSchemas Make(std::map<std::string, std::string> files) {
  std::vector<finding::Finding> findings;
  JsonSchemas made = MakeJsonSchemas(std::make_shared<MemorySources>(std::move(files)), findings);
  EXPECT_THAT(findings, IsEmpty());
  return made;
}

/// The schema of one message, without blanks.
std::string SchemaOf(const JsonSchemas& made, std::string_view name) {
  const document::Node* schema = made.schemas->root().Find("$defs")->Find(name);
  return schema != nullptr ? document::WriteJson(*schema, {.indent = 0}) : "";
}

std::string Message(const std::string& fields) {
  return SchemaOf(Make({{"a.proto",
                         "syntax = \"proto3\"; package p; enum E { A = 0; B = 1; }\n"
                         "message M { " +
                             fields + " }"}}),
                  "p.M");
}

TEST(JsonSchemas, FieldsHaveBothNames) {
  EXPECT_EQ(Message("string order_id = 1;"),
            R"({"type":"object","properties":{"orderId":{"type":"string"},)"
            R"("order_id":{"type":"string"}},"required":["orderId"],)"
            R"("additionalProperties":false})");
  EXPECT_THAT(Message("string a = 1 [json_name = \"@a\"];"), HasSubstr(R"("@a":)"));
}

TEST(JsonSchemas, OnlyFieldsWithoutPresenceAreAlwaysThere) {
  EXPECT_THAT(Message("int32 a = 1; optional int32 b = 2; repeated int32 c = 3; M d = 4; "
                      "oneof o { int32 e = 5; }"),
              HasSubstr(R"("required":["a"])"));
  EXPECT_THAT(SchemaOf(Make({{"a.proto",
                              "syntax = \"proto2\"; message M { required int32 a = 1; "
                              "optional int32 b = 2; extensions 100 to 200; }"}}),
                       "M"),
              testing::AllOf(HasSubstr(R"("required":["a"])"), HasSubstr("patternProperties")));
}

TEST(JsonSchemas, ValuesAreWrittenAsTheMappingSays) {
  EXPECT_THAT(Message("uint32 v = 1;"), HasSubstr(R"("minimum":0,"maximum":4294967295)"));
  EXPECT_THAT(Message("sfixed64 v = 1;"),
              HasSubstr(R"("v":{"type":"string","pattern":"^-?[0-9]+$"})"));
  EXPECT_THAT(Message("bytes v = 1;"), HasSubstr(R"("pattern":"^[A-Za-z0-9+/_-]*={0,2}$")"));
  EXPECT_THAT(Message("E v = 1;"), HasSubstr(R"("v":{"enum":["A","B"]})"));
  EXPECT_THAT(Message("repeated M v = 1;"),
              HasSubstr(R"("v":{"type":"array","items":{"$ref":"#/$defs/p.M"}})"));
  EXPECT_THAT(Message("map<int32, E> v = 1;"),
              HasSubstr(R"("v":{"type":"object","propertyNames":{"pattern":"^-?[0-9]+$"},)"
                        R"("additionalProperties":{"enum":["A","B"]}})"));
}

TEST(JsonSchemas, OneFieldOfAOneofExcludesTheOthers) {
  EXPECT_THAT(Message("oneof o { int32 a = 1; string b = 2; }"),
              HasSubstr(R"("dependentSchemas":{"a":{"properties":{"b":false}},)"
                        R"("b":{"properties":{"a":false}}})"));
}

TEST(JsonSchemas, ImportedAndNestedMessagesHaveOne) {
  const JsonSchemas made = Make(
      {{"a.proto",
        "syntax = \"proto3\"; import \"google/protobuf/timestamp.proto\"; import \"b.proto\";\n"
        "message M { message Inner {} google.protobuf.Timestamp at = 1; N n = 2; }"},
       {"b.proto", "syntax = \"proto3\"; message N {}"}});
  EXPECT_THAT(made.messages, ElementsAre("M", "N"));
  EXPECT_THAT(SchemaOf(made, "M.Inner"), Not(IsEmpty()));
  EXPECT_EQ(SchemaOf(made, "google.protobuf.Timestamp"),
            R"({"type":"string","format":"date-time"})");
}

TEST(JsonSchemas, FilesThatDoNotCompileAreLeftOut) {
  std::vector<finding::Finding> findings;
  const JsonSchemas made =
      MakeJsonSchemas(std::make_shared<MemorySources>(std::map<std::string, std::string>{
                          {"a.proto", "syntax = \"proto3\"; message M { Gone g = 1; }"},
                          {"b.proto", "syntax = \"proto3\"; message N {}"}}),
                      findings);
  EXPECT_THAT(findings, Not(IsEmpty()));
  EXPECT_THAT(made.messages, ElementsAre("N"));
}

}  // namespace
}  // namespace accord::proto
