#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kSame = "FIELD_SAME_TYPE";
const std::string kWire = "FIELD_WIRE_COMPATIBLE_TYPE";
const std::string kJson = "FIELD_WIRE_JSON_COMPATIBLE_TYPE";

const std::string kHead =
    "syntax = \"proto3\";\nmessage M {\n  message Money { int64 units = 1; M owner = 2; }\n"
    "  message Price { int64 amount = 1; M seller = 2; }\n"
    "  message Weight { int32 grams = 1; }\n"
    "  enum Level { NONE = 0; HIGH = 1; }\n}\n"
    "enum Level { NONE = 0; HIGH = 1; TOP = 2; }\nmessage N {\n  ";

std::vector<std::string> Compare(const std::string& before,
                                 const std::string& after,
                                 const std::string& rule,
                                 bool like_buf = false) {
  return FindingLines({{"a.proto", kHead + before + "\n}\n"}},
                      {{"a.proto", kHead + after + "\n}\n"}},
                      {{rule}, like_buf});
}

TEST(FieldType, PointsAtTheType) {
  EXPECT_THAT(
      Compare("repeated int32 f = 1;", "repeated int64 f = 1;", kSame),
      ElementsAre("a.proto:10:12: Field \"1\" with name \"f\" on message \"N\" changed type "
                  "from \"int32\" to \"int64\"."));
}

TEST(FieldType, NamedTypesCompareByFullName) {
  EXPECT_THAT(Compare("M.Money f = 1;", "M.Weight f = 1;", kSame),
              ElementsAre("a.proto:10:3: Field \"1\" with name \"f\" on message \"N\" changed type "
                          "from \"M.Money\" to \"M.Weight\"."));
}

TEST(FieldType, IntegersReadEachOtherOnTheWire) {
  EXPECT_THAT(Compare("int32 f = 1;", "bool f = 1;", kWire), IsEmpty());
  EXPECT_THAT(Compare("sint32 f = 1;", "sint64 f = 1;", kWire), IsEmpty());
  EXPECT_THAT(Compare("fixed64 f = 1;", "sfixed64 f = 1;", kJson), IsEmpty());
  EXPECT_THAT(Compare("uint64 f = 1;", "int64 f = 1;", kJson), IsEmpty());
  EXPECT_THAT(Compare("int32 f = 1;", "sint32 f = 1;", kWire),
              ElementsAre(HasSubstr("from \"int32\" to \"sint32\". See https://")));
  EXPECT_THAT(Compare("int32 f = 1;", "int64 f = 1;", kJson),
              ElementsAre(EndsWith("for JSON compatibility rules.")));
}

TEST(FieldType, StringsMayBecomeBytesButNotBack) {
  EXPECT_THAT(Compare("string f = 1;", "bytes f = 1;", kWire), IsEmpty());
  EXPECT_THAT(Compare("string f = 1;", "bytes f = 1;", kJson), SizeIs(1));
  EXPECT_THAT(Compare("bytes f = 1;", "string f = 1;", kWire),
              ElementsAre(EndsWith("so these fields may be incompatible.")));
}

TEST(FieldType, MessagesOfOneShapeReadEachOther) {
  EXPECT_THAT(Compare("M.Money f = 1;", "M.Price f = 1;", kWire), IsEmpty());
  EXPECT_THAT(Compare("M.Money f = 1;", "M.Price f = 1;", kJson), SizeIs(1));
  EXPECT_THAT(Compare("M.Money f = 1;", "M.Weight f = 1;", kWire), SizeIs(1));
  EXPECT_THAT(Compare("M.Money f = 1;", "M.Price f = 1;", kWire, true), SizeIs(1));
}

TEST(FieldType, EnumsThatKeepTheirValuesReadEachOther) {
  EXPECT_THAT(Compare("M.Level f = 1;", "Level f = 1;", kJson), IsEmpty());
  EXPECT_THAT(Compare("Level f = 1;", "M.Level f = 1;", kJson), SizeIs(1));
  EXPECT_THAT(Compare("M.Level f = 1;", "Level f = 1;", kJson, true), IsEmpty());
}

TEST(FieldType, OpenEnumsAreIntegersOnTheWire) {
  EXPECT_THAT(Compare("int32 f = 1;", "Level f = 1;", kWire), IsEmpty());
  EXPECT_THAT(Compare("Level f = 1;", "int64 f = 1;", kWire), IsEmpty());
  EXPECT_THAT(Compare("Level f = 1;", "bool f = 1;", kWire), SizeIs(1));
  EXPECT_THAT(Compare("int32 f = 1;", "Level f = 1;", kJson), SizeIs(1));
  EXPECT_THAT(Compare("int32 f = 1;", "Level f = 1;", kWire, true), SizeIs(1));
}

TEST(FieldType, ClosedEnumsAreNoIntegers) {
  const std::string head = "syntax = \"proto2\";\nenum E { A = 0; }\nmessage M { optional ";
  EXPECT_THAT(FindingLines({{"a.proto", head + "int32 f = 1; }"}},
                           {{"a.proto", head + "E f = 1; }"}},
                           {{kWire}, false}),
              SizeIs(1));
}

TEST(FieldType, ARenamedMapHasTheSameType) {
  EXPECT_THAT(Compare("map<string, M> f = 1;", "map<string, M> g = 1;", kSame), IsEmpty());
  EXPECT_THAT(Compare("map<string, M> f = 1;", "map<string, N> g = 1;", kSame), SizeIs(1));
  EXPECT_THAT(Compare("map<string, M> f = 1;", "map<string, M> g = 1;", kSame, true),
              ElementsAre(EndsWith("changed type from \"N.FEntry\" to \"N.GEntry\".")));
}

TEST(FieldType, DelimitedEncodingIsAnotherType) {
  const std::string head = "edition = \"2023\";\nmessage M {\n  M f = 1";
  EXPECT_THAT(FindingLines({{"a.proto", head + ";\n}\n"}},
                           {{"a.proto", head + " [features.message_encoding = DELIMITED];\n}\n"}},
                           {{kSame}, false}),
              ElementsAre("a.proto:3:3: Field \"1\" with name \"f\" on message \"M\" changed type "
                          "from \"message\" to \"message (delimited encoding)\"."));
}

TEST(FieldType, MapsAreNeverDelimited) {
  const std::string head = "edition = \"2023\";\nmessage M {\n  map<string, M> f = 1";
  EXPECT_THAT(FindingLines({{"a.proto", head + ";\n}\n"}},
                           {{"a.proto", head + " [features.message_encoding = DELIMITED];\n}\n"}},
                           {{kSame}, false}),
              IsEmpty());
}

}  // namespace
}  // namespace accord::breaking
