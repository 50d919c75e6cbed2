#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Find(const std::string& before,
                              const std::string& after,
                              bool buf = false) {
  const auto file = [](const std::string& fields) {
    return Texts{{"a.proto", "syntax = \"proto3\"; message T {\n" + fields + "}\n"}};
  };
  return FindingLines(file(before), file(after), {{"FIELD_SAME_NUMBER"}, buf});
}

TEST(SwappedNumbers, ExchangedNumbers) {
  EXPECT_THAT(
      Find("string from = 1;\nstring to = 2;\n", "string from = 2;\nstring to = 1;\n"),
      ElementsAre("a.proto:2:15: Fields \"from\" and \"to\" on message \"T\" exchanged numbers "
                  "\"1\" and \"2\"."));
}

TEST(SwappedNumbers, AreBufsBlindSpot) {
  EXPECT_THAT(
      Find("string from = 1;\nstring to = 2;\n", "string from = 2;\nstring to = 1;\n", true),
      IsEmpty());
}

TEST(SwappedNumbers, Circles) {
  EXPECT_THAT(
      Find("int32 a = 1; int32 b = 2; int32 c = 3;", "int32 a = 2; int32 b = 3; int32 c = 1;"),
      ElementsAre("a.proto:2:11: Fields on message \"T\" took over each other's numbers: "
                  "\"a\" from \"1\" to \"2\", \"b\" from \"2\" to \"3\", \"c\" from \"3\" "
                  "to \"1\"."));
}

TEST(SwappedNumbers, FieldsThatMovedUpByOne) {
  EXPECT_THAT(Find("int32 a = 1; int32 b = 2;", "int32 x = 1; int32 a = 2; int32 b = 3;"),
              ElementsAre("a.proto:2:24: Fields on message \"T\" took over each other's numbers: "
                          "\"a\" from \"1\" to \"2\"."));
}

TEST(SwappedNumbers, OtherWireTypesDoNotGoUnnoticed) {
  EXPECT_THAT(Find("int32 a = 1; string b = 2;", "int32 a = 2; string b = 1;"), IsEmpty());
}

TEST(SwappedNumbers, TypesOfTheSameWireTypeDo) {
  EXPECT_THAT(Find("bytes a = 1; string b = 2;", "bytes a = 2; string b = 1;").size(), 1U);
}

TEST(SwappedNumbers, NumberOfADeletedFieldIsAnotherMatter) {
  EXPECT_THAT(Find("int32 a = 1; int32 b = 2;", "int32 a = 2;"), IsEmpty());
}

TEST(SwappedNumbers, OrderOfLinesIsFree) {
  EXPECT_THAT(Find("int32 a = 1; int32 b = 2;", "int32 b = 2; int32 a = 1;"), IsEmpty());
}

}  // namespace
}  // namespace accord::breaking
