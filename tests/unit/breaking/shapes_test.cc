#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

/// Whether a field may change its type from message A to message B.
bool Fits(const std::string& a, const std::string& b, const std::string& rule) {
  const std::string types = "syntax = \"proto2\";\nmessage A { " + a + " }\nmessage B { " + b +
                            " }\nmessage M { optional ";
  return FindingLines({{"a.proto", types + "A f = 1; }\n"}},
                      {{"a.proto", types + "B f = 1; }\n"}},
                      {{rule}, false})
      .empty();
}

bool FitsOnWire(const std::string& a, const std::string& b) {
  return Fits(a, b, "FIELD_WIRE_COMPATIBLE_TYPE");
}

TEST(Shapes, NamesAreNotSent) {
  EXPECT_TRUE(FitsOnWire("optional int32 x = 1;", "optional int32 y = 1;"));
  EXPECT_FALSE(
      Fits("optional int32 x = 1;", "optional int32 y = 1;", "FIELD_WIRE_JSON_COMPATIBLE_TYPE"));
  EXPECT_TRUE(Fits("optional int32 x = 1;",
                   "optional int32 y = 1 [json_name = \"x\"];",
                   "FIELD_WIRE_JSON_COMPATIBLE_TYPE"));
}

TEST(Shapes, NumbersAndKindsCount) {
  EXPECT_FALSE(FitsOnWire("optional int32 x = 1;", "optional int32 x = 2;"));
  EXPECT_FALSE(FitsOnWire("optional int32 x = 1;", ""));
  EXPECT_FALSE(FitsOnWire("optional int32 x = 1;", "optional string x = 1;"));
  EXPECT_TRUE(FitsOnWire("optional int32 x = 1;", "optional int64 x = 1;"));
}

TEST(Shapes, CardinalityAndDefaultsCount) {
  EXPECT_FALSE(FitsOnWire("optional int32 x = 1;", "repeated int32 x = 1;"));
  EXPECT_FALSE(FitsOnWire("optional int32 x = 1;", "required int32 x = 1;"));
  EXPECT_FALSE(FitsOnWire("optional int32 x = 1;", "optional int32 x = 1 [default = 7];"));
}

TEST(Shapes, FieldsThatExcludeEachOtherCount) {
  const std::string loose = "optional int32 x = 1; optional int32 y = 2;";
  EXPECT_FALSE(FitsOnWire(loose, "oneof o { int32 x = 1; int32 y = 2; }"));
  EXPECT_TRUE(
      FitsOnWire("oneof p { int32 x = 1; int32 y = 2; }", "oneof o { int32 x = 1; int32 y = 2; }"));
}

TEST(Shapes, TypesMayContainThemselves) {
  EXPECT_TRUE(FitsOnWire("optional A next = 1; optional int32 x = 2;",
                         "optional B next = 1; optional int32 y = 2;"));
  EXPECT_FALSE(FitsOnWire("optional A next = 1; optional int32 x = 2;",
                          "optional B next = 1; optional bytes y = 2;"));
}

TEST(Shapes, ExtensionsAreNotGuessedAt) {
  EXPECT_FALSE(FitsOnWire("extensions 100 to 200;", "extensions 100 to 200;"));
}

TEST(Shapes, EnumsInsideCount) {
  EXPECT_FALSE(
      FitsOnWire("enum E { P = 1; } optional E x = 1;", "enum E { Q = 1; } optional E x = 1;"));
  EXPECT_TRUE(FitsOnWire("enum E { P = 1; } optional E x = 1;",
                         "enum E { P = 1; R = 2; } optional E x = 1;"));
}

}  // namespace
}  // namespace accord::breaking
