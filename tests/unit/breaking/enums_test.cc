#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Compare(const std::string& before,
                                 const std::string& after,
                                 const std::string& rule) {
  return FindingLines({{"a.proto", before}}, {{"a.proto", after}}, {{rule}, true});
}

std::string Aliases(const std::string& values) {
  return "syntax = \"proto3\";\nenum E {\n  option allow_alias = true;\n  E0 = 0;\n  ZERO = 0;\n" +
         values + "}\n";
}

TEST(EnumType, FollowsTheSyntax) {
  const std::string body = "enum E {\n  E0 = 0;\n}\n";
  EXPECT_THAT(
      Compare("syntax = \"proto2\";\n" + body, "syntax = \"proto3\";\n" + body, "ENUM_SAME_TYPE"),
      ElementsAre("a.proto:2:1: Enum \"E\" changed from closed to open."));
}

TEST(EnumType, PointsAtTheFeature) {
  const std::string head = "edition = \"2023\";\nenum E {\n";
  EXPECT_THAT(Compare(head + "  E0 = 0;\n}\n",
                      head + "  option features.enum_type = CLOSED;\n  E0 = 0;\n}\n",
                      "ENUM_SAME_TYPE"),
              ElementsAre("a.proto:3:3: Enum \"E\" changed from open to closed."));
}

TEST(EnumJsonFormat, IsReportedOneWayOnly) {
  const std::string body = "enum E {\n  E0 = 0;\n}\n";
  EXPECT_THAT(Compare("syntax = \"proto3\";\n" + body,
                      "syntax = \"proto2\";\n" + body,
                      "ENUM_SAME_JSON_FORMAT"),
              ElementsAre("a.proto:2:1: Enum \"E\" JSON format support changed from ALLOW to "
                          "LEGACY_BEST_EFFORT."));
  EXPECT_THAT(Compare("syntax = \"proto2\";\n" + body,
                      "syntax = \"proto3\";\n" + body,
                      "ENUM_SAME_JSON_FORMAT"),
              IsEmpty());
}

TEST(EnumValueNames, ChangePointsAtTheNumber) {
  const std::string head = "syntax = \"proto3\";\nenum E {\n  E0 = 0;\n";
  EXPECT_THAT(
      Compare(head + "  RED = 1;\n}\n", head + "  CRIMSON = 1;\n}\n", "ENUM_VALUE_SAME_NAME"),
      ElementsAre("a.proto:4:13: Enum value \"1\" on enum \"E\" changed name from \"RED\" to "
                  "\"CRIMSON\"."));
}

TEST(EnumValueNames, AliasesMayBeAdded) {
  EXPECT_THAT(
      Compare(Aliases("  A = 1;\n"), Aliases("  B = 1;\n  A = 1;\n"), "ENUM_VALUE_SAME_NAME"),
      IsEmpty());
}

TEST(EnumValueNames, EachNameOfTheNumberIsPointedAt) {
  const std::string change =
      "Enum value \"1\" on enum \"E\" changed names from \"A\", \"B\" to "
      "\"B\", \"C\".";
  EXPECT_THAT(
      Compare(
          Aliases("  B = 1;\n  A = 1;\n"), Aliases("  C = 1;\n  B = 1;\n"), "ENUM_VALUE_SAME_NAME"),
      ElementsAre("a.proto:6:7: " + change, "a.proto:7:7: " + change));
}

TEST(EnumValueNames, OneNameLeftIsSingular) {
  EXPECT_THAT(
      Compare(Aliases("  B = 1;\n  A = 1;\n"), Aliases("  A = 1;\n"), "ENUM_VALUE_SAME_NAME"),
      ElementsAre("a.proto:6:7: Enum value \"1\" on enum \"E\" changed name from \"A\", \"B\" to "
                  "\"A\"."));
}

}  // namespace
}  // namespace accord::breaking
