#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "breaking/proto/number_ranges.h"
#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string Message(const std::string& body) {
  return "syntax = \"proto2\";\npackage p;\nmessage A {\n" + body + "}\n";
}
std::string Enum(const std::string& body) {
  return "syntax = \"proto2\";\npackage p;\nenum E {\n" + body + "  E0 = 0;\n}\n";
}
std::vector<std::string> Compare(const std::string& before,
                                 const std::string& after,
                                 const std::string& rule) {
  return FindingLines({{"a.proto", before}}, {{"a.proto", after}}, {{rule}, true});
}

TEST(NumberSet, JoinsRangesThatTouch) {
  const NumberSet set({{5, 7}, {1, 2}, {3, 4}, {6, 6}});
  EXPECT_THAT(set.MissingFrom({0, 9}), ElementsAre(NumberRange{0, 0}, NumberRange{8, 9}));
  EXPECT_TRUE(set.Has(7));
  EXPECT_FALSE(set.Has(8));
}

TEST(NumberSet, FindsGapsInside) {
  const NumberSet set({{2, 3}, {6, 6}});
  EXPECT_THAT(set.MissingFrom({1, 7}),
              ElementsAre(NumberRange{1, 1}, NumberRange{4, 5}, NumberRange{7, 7}));
  EXPECT_THAT(set.MissingFrom({2, 3}), IsEmpty());
  EXPECT_THAT(NumberSet({}).MissingFrom({-3, 3}), ElementsAre(NumberRange{-3, 3}));
}

TEST(ReservedNumbers, EquivalentRangesAreSilent) {
  EXPECT_THAT(Compare(Message("  reserved 2 to 9;\n"),
                      Message("  reserved 5 to 20, 2 to 4;\n"),
                      "RESERVED_MESSAGE_NO_DELETE"),
              IsEmpty());
}

TEST(ReservedNumbers, EachOldRangeSaysWhatItMisses) {
  const std::string what = "a.proto:3:1: Previously present reserved range ";
  EXPECT_THAT(
      Compare(Message("  reserved 2 to 9, 20, 1000 to max;\n"),
              Message("  reserved 3 to 4, 6;\n  optional int32 a = 20;\n"),
              "RESERVED_MESSAGE_NO_DELETE"),
      ElementsAre(what + "\"[1000,max]\" on message \"A\" is missing values: [1000,max] "
                         "were removed.",
                  what + "\"[2,9]\" on message \"A\" is missing values: [2], [5], [7,9] "
                         "were removed.",
                  what + "\"[20]\" on message \"A\" is missing values: [20] were removed."));
}

TEST(ReservedNumbers, OfEnumsMayBeNegative) {
  EXPECT_THAT(
      Compare(Enum("  reserved -5 to -1, 100 to max;\n"),
              Enum("  reserved -5 to -2, 200 to max;\n"),
              "RESERVED_ENUM_NO_DELETE"),
      ElementsAre("a.proto:3:1: Previously present reserved range \"[-5,-1]\" on enum \"E\" is "
                  "missing values: [-1] were removed.",
                  "a.proto:3:1: Previously present reserved range \"[100,max]\" on enum \"E\" is "
                  "missing values: [100,199] were removed."));
}

TEST(ReservedNumbers, KnowWhereTheRangeStood) {
  const auto findings = CompareTexts({{"a.proto", Message("  reserved 2,\n    7;\n")}},
                                     {{"a.proto", Message("  reserved 2;\n")}},
                                     {{"RESERVED_MESSAGE_NO_DELETE"}})
                            .findings;
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(finding::ToString(findings[0].previous), "a.proto:5:5");
  EXPECT_EQ(findings[0].element, "p.A");
}

TEST(ReservedNames, AreMissed) {
  EXPECT_THAT(
      Compare(Message("  reserved \"a\", \"b\";\n"),
              Message("  reserved \"b\";\n"),
              "RESERVED_MESSAGE_NO_DELETE"),
      ElementsAre("a.proto:3:1: Previously present reserved name \"a\" on message \"A\" was "
                  "deleted."));
  EXPECT_THAT(Compare(Enum("  reserved \"E1\";\n"), Enum(""), "RESERVED_ENUM_NO_DELETE"),
              ElementsAre("a.proto:3:1: Previously present reserved name \"E1\" on enum \"E\" was "
                          "deleted."));
}

TEST(ExtensionRanges, AreMissed) {
  EXPECT_THAT(
      Compare(Message("  extensions 100 to 199, 1000 to max;\n"),
              Message("  extensions 100 to 149;\n"),
              "EXTENSION_MESSAGE_NO_DELETE"),
      ElementsAre("a.proto:3:1: Previously present extension range \"[100,199]\" on message \"A\" "
                  "is missing values: [150,199] were removed.",
                  "a.proto:3:1: Previously present extension range \"[1000,max]\" on message \"A\" "
                  "is missing values: [1000,max] were removed."));
}

TEST(ExtensionRanges, OfMessageSetsGoFurther) {
  const std::string option = "  option message_set_wire_format = true;\n";
  EXPECT_THAT(Compare(Message(option + "  extensions 4 to max;\n"),
                      Message(option + "  extensions 5 to max;\n"),
                      "EXTENSION_MESSAGE_NO_DELETE"),
              ElementsAre("a.proto:3:1: Previously present extension range \"[4,max]\" on message "
                          "\"A\" is missing values: [4] were removed."));
}

}  // namespace
}  // namespace accord::breaking
