#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Compare(const std::string& before,
                                 const std::string& after,
                                 const std::string& rule,
                                 bool like_buf = true) {
  return FindingLines({{"a.proto", before}}, {{"a.proto", after}}, {{rule}, like_buf});
}

std::string Proto2(const std::string& body) {
  return "syntax = \"proto2\";\nmessage A {\n" + body + "}\n";
}

TEST(MessageJsonFormat, IsReportedOneWayOnly) {
  const std::string body = "message A {\n}\n";
  EXPECT_THAT(Compare("syntax = \"proto3\";\n" + body,
                      "syntax = \"proto2\";\n" + body,
                      "MESSAGE_SAME_JSON_FORMAT"),
              ElementsAre("a.proto:2:1: Message \"A\" JSON format support changed from ALLOW to "
                          "LEGACY_BEST_EFFORT."));
  EXPECT_THAT(Compare("syntax = \"proto2\";\n" + body,
                      "syntax = \"proto3\";\n" + body,
                      "MESSAGE_SAME_JSON_FORMAT"),
              IsEmpty());
}

TEST(MessageDescriptorAccessor, MayComeBackButNotGo) {
  const std::string option = "  option no_standard_descriptor_accessor = true;\n";
  const std::string rule = "MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR";
  EXPECT_THAT(Compare(Proto2(""), Proto2(option), rule),
              ElementsAre("a.proto:3:3: Message option \"no_standard_descriptor_accessor\" changed "
                          "from \"false\" to \"true\"."));
  EXPECT_THAT(Compare(Proto2(option), Proto2(""), rule), IsEmpty());
}

constexpr const char* kWhy =
    " Required fields must always be sent, so if one side does not know about the required field, "
    "this will result in a breakage.";

TEST(RequiredFields, AddedOnesPointAtTheField) {
  EXPECT_THAT(
      Compare(Proto2("  optional int32 a = 1;\n"),
              Proto2("  required int32 a = 1;\n  required int32 b = 2;\n"),
              "MESSAGE_SAME_REQUIRED_FIELDS"),
      ElementsAre(
          std::string("a.proto:3:3: Message \"A\" had required field \"1\" added.") + kWhy,
          std::string("a.proto:4:3: Message \"A\" had required field \"2\" added.") + kWhy));
}

TEST(RequiredFields, GoneOnesPointAtTheMessage) {
  const auto result =
      CompareTexts({{"a.proto", Proto2("  required int32 a = 1;\n  required int32 b = 2;\n")}},
                   {{"a.proto", Proto2("  required int32 a = 1;\n")}},
                   {{"MESSAGE_SAME_REQUIRED_FIELDS"}, true});
  ASSERT_THAT(ToLines(result.findings),
              ElementsAre(std::string("a.proto:2:1: Message \"A\" had required field \"2\" "
                                      "deleted.") +
                          kWhy));
  EXPECT_EQ(finding::ToString(result.findings[0].previous), "a.proto:4:3");
  EXPECT_EQ(result.findings[0].element, "A.b");
}

TEST(RequiredFields, OfEditionsAreSeenByUsOnly) {
  const std::string head = "edition = \"2023\";\nmessage A {\n";
  const std::string before = head + "  int32 a = 1;\n}\n";
  const std::string after =
      head + "  int32 a = 1 [features.field_presence = LEGACY_REQUIRED];\n}\n";
  EXPECT_THAT(Compare(before, after, "MESSAGE_SAME_REQUIRED_FIELDS", true), IsEmpty());
  EXPECT_THAT(
      Compare(before, after, "MESSAGE_SAME_REQUIRED_FIELDS", false),
      ElementsAre(std::string("a.proto:3:3: Message \"A\" had required field \"1\" added.") +
                  kWhy));
}

}  // namespace
}  // namespace accord::breaking
