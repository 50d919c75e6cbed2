#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Compare(const std::string& before, const std::string& after) {
  const std::string head =
      "syntax = \"proto2\";\nenum Level { LOW = 1; HIGH = 2; }\n"
      "enum Grade { A = 2; B = 1; }\nmessage M {\n  optional ";
  return FindingLines({{"a.proto", head + before + ";\n}\n"}},
                      {{"a.proto", head + after + ";\n}\n"}},
                      {{"FIELD_SAME_DEFAULT"}, false});
}

std::string Changed(int column, const std::string& from, const std::string& to) {
  return "a.proto:5:" + std::to_string(column) +
         ": Field \"1\" with name \"f\" on message \"M\" changed default value from " + from +
         " to " + to + ".";
}

TEST(FieldDefault, PointsAtTheOption) {
  EXPECT_THAT(Compare("int32 f = 1 [default = 3]", "int32 f = 1 [default = -5]"),
              ElementsAre(Changed(25, "3", "-5")));
}

TEST(FieldDefault, ARemovedOnePointsAtTheField) {
  EXPECT_THAT(Compare("bool f = 1 [default = true]", "bool f = 1"),
              ElementsAre(Changed(3, "true", "false")));
}

TEST(FieldDefault, ZeroIsNone) {
  EXPECT_THAT(Compare("int32 f = 1 [default = 0]", "int32 f = 1"), IsEmpty());
  EXPECT_THAT(Compare("string f = 1 [default = \"\"]", "int64 f = 1"), IsEmpty());
  EXPECT_THAT(Compare("string f = 1 [default = \"x\"]", "int64 f = 1"),
              ElementsAre(Changed(3, "\"x\"", "0")));
}

TEST(FieldDefault, NumbersCompareByValue) {
  EXPECT_THAT(Compare("int32 f = 1 [default = 3]", "double f = 1 [default = 3]"), IsEmpty());
  EXPECT_THAT(Compare("uint64 f = 1 [default = 18446744073709551615]",
                      "uint64 f = 1 [default = 18446744073709551614]"),
              ElementsAre(Changed(26, "18446744073709551615", "18446744073709551614")));
}

TEST(FieldDefault, FloatAndDoubleCompareAsFloats) {
  EXPECT_THAT(Compare("float f = 1 [default = 0.1]", "double f = 1 [default = 0.1]"), IsEmpty());
  EXPECT_THAT(Compare("double f = 1 [default = nan]", "double f = 1 [default = nan]"), IsEmpty());
}

TEST(FieldDefault, FloatsAreShort) {
  EXPECT_THAT(Compare("float f = 1 [default = 0.1]", "float f = 1 [default = 123456789]"),
              ElementsAre(Changed(25, "0.1", "1.2345679e+08")));
  EXPECT_THAT(Compare("double f = 1 [default = 1e-5]", "double f = 1 [default = 100000]"),
              ElementsAre(Changed(26, "1e-05", "100000")));
  EXPECT_THAT(Compare("double f = 1 [default = -inf]", "double f = 1 [default = nan]"),
              ElementsAre(Changed(26, "-Inf", "NaN")));
}

TEST(FieldDefault, BytesAndTexts) {
  EXPECT_THAT(Compare("bytes f = 1 [default = \"\\001\\377\"]", "bytes f = 1"),
              ElementsAre(Changed(3, "[0x1,0xFF]", "[]")));
  EXPECT_THAT(Compare("string f = 1 [default = \"a\\n\"]", "string f = 1"),
              ElementsAre(Changed(3, "\"a\\n\"", "\"\"")));
}

TEST(FieldDefault, EnumsCompareByNumber) {
  EXPECT_THAT(Compare("Level f = 1", "Level f = 1 [default = HIGH]"),
              ElementsAre(Changed(25, "Level.LOW", "Level.HIGH")));
  EXPECT_THAT(Compare("Level f = 1 [default = HIGH]", "Grade f = 1"), IsEmpty());
}

}  // namespace
}  // namespace accord::breaking
