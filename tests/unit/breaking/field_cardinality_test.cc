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
                                 bool like_buf = false) {
  return FindingLines({{"a.proto", before}}, {{"a.proto", after}}, {{rule}, like_buf});
}

std::string Proto2(const std::string& field) {
  return "syntax = \"proto2\";\nmessage Order {\n  " + field + "\n}\n";
}

std::string Proto3(const std::string& field) {
  return "syntax = \"proto3\";\nmessage Order {\n  " + field + "\n}\n";
}

const std::string kSame = "FIELD_SAME_CARDINALITY";
const std::string kWire = "FIELD_WIRE_COMPATIBLE_CARDINALITY";
const std::string kJson = "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY";

TEST(FieldCardinality, PresenceIsNotSent) {
  const std::string before = Proto3("int32 total = 1;");
  const std::string after = Proto3("optional int32 total = 1;");
  EXPECT_THAT(
      Compare(before, after, kSame),
      ElementsAre("a.proto:3:3: Field \"1\" with name \"total\" on message \"Order\" changed "
                  "cardinality from \"optional with implicit presence\" to \"optional with "
                  "explicit presence\"."));
  EXPECT_THAT(Compare(before, after, kWire), IsEmpty());
  EXPECT_THAT(Compare(before, after, kJson), IsEmpty());
}

TEST(FieldCardinality, RepeatedIsAnotherFormEverywhere) {
  const std::string before = Proto3("int32 total = 1;");
  const std::string after = Proto3("repeated int32 total = 1;");
  for (const std::string& rule : {kSame, kWire, kJson}) {
    EXPECT_THAT(Compare(before, after, rule),
                ElementsAre("a.proto:3:3: Field \"1\" with name \"total\" on message \"Order\" "
                            "changed cardinality from \"optional with implicit presence\" to "
                            "\"repeated\"."));
  }
}

TEST(FieldCardinality, RequiredIsAnotherFormEverywhere) {
  for (const std::string& rule : {kSame, kWire, kJson}) {
    EXPECT_THAT(
        Compare(Proto2("required int32 total = 1;"), Proto2("optional int32 total = 1;"), rule),
        ElementsAre("a.proto:3:3: Field \"1\" with name \"total\" on message \"Order\" changed "
                    "cardinality from \"required\" to \"optional with explicit presence\"."));
  }
}

TEST(FieldCardinality, RequiredInAnEdition) {
  const std::string head = "edition = \"2023\";\nmessage Order {\n  int32 total = 1";
  EXPECT_THAT(
      Compare(head + ";\n}\n", head + " [features.field_presence = LEGACY_REQUIRED];\n}\n", kWire),
      ElementsAre("a.proto:3:3: Field \"1\" with name \"total\" on message \"Order\" changed "
                  "cardinality from \"optional with explicit presence\" to \"required\"."));
}

TEST(FieldCardinality, MapsAreListsOnTheWireOnly) {
  const std::string before = Proto3(
      "message LabelsEntry { string key = 1; string value = 2; }\n"
      "  repeated LabelsEntry labels = 1;");
  const std::string after = Proto3("map<string, string> labels = 1;");
  EXPECT_THAT(Compare(before, after, kWire), IsEmpty());
  EXPECT_THAT(Compare(before, after, kJson),
              ElementsAre("a.proto:3:3: Field \"1\" with name \"labels\" on message \"Order\" "
                          "changed cardinality from \"repeated\" to \"map\"."));
}

TEST(FieldCardinality, AMessageHasPresenceByItself) {
  const std::string before = Proto3("int32 total = 1;");
  const std::string after = Proto3("Order total = 1;");
  EXPECT_THAT(Compare(before, after, kSame), IsEmpty());
  EXPECT_THAT(Compare(before, after, kSame, true), testing::SizeIs(1));
}

TEST(FieldCardinality, WhatMapsAreMadeOfIsLeftAlone) {
  EXPECT_THAT(Compare(Proto2("map<string, string> labels = 1;"),
                      Proto3("map<string, string> labels = 1;"),
                      kSame),
              IsEmpty());
}

}  // namespace
}  // namespace accord::breaking
