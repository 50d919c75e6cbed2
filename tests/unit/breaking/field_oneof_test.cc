#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string Payment(const std::string& body) {
  return "syntax = \"proto3\";\nmessage Payment {\n" + body + "}\n";
}

std::vector<std::string> Compare(const std::string& before,
                                 const std::string& after,
                                 const std::vector<std::string>& use = {"FIELD_SAME_ONEOF"},
                                 bool like_buf = false) {
  return FindingLines(
      {{"a.proto", Payment(before)}}, {{"a.proto", Payment(after)}}, {use, like_buf});
}

const std::string kLoose = "  string card = 1;\n  string iban = 2;\n";
const std::string kBoth = "  oneof how {\n    string card = 1;\n    string iban = 2;\n  }\n";

TEST(FieldOneof, FieldsThatWereSentTogetherAreNoMore) {
  EXPECT_THAT(
      Compare(kLoose, kBoth),
      ElementsAre("a.proto:4:5: Field \"1\" with name \"card\" on message \"Payment\" moved "
                  "from outside to inside a oneof.",
                  "a.proto:5:5: Field \"2\" with name \"iban\" on message \"Payment\" moved "
                  "from outside to inside a oneof."));
}

TEST(FieldOneof, ASingleFieldInANewOneofChangesOnlyCode) {
  const std::string before = "  string card = 1;\n";
  const std::string message =
      "a.proto:4:5: Field \"1\" with name \"card\" on message \"Payment\" moved from outside to "
      "inside a oneof.";
  EXPECT_THAT(Compare(before, kBoth),
              ElementsAre(message + " Only generated code changes: on the wire nothing does."));
  EXPECT_THAT(Compare(before, kBoth, {"WIRE"}), IsEmpty());
  EXPECT_THAT(Compare(before, kBoth, {"WIRE"}, true), ElementsAre(message));
}

TEST(FieldOneof, WhatChangesOnlyCodeIsAWarning) {
  const ProtoComparison result = CompareTexts({{"a.proto", Payment("  string card = 1;\n")}},
                                              {{"a.proto", Payment(kBoth)}},
                                              {{"FIELD_SAME_ONEOF"}, false});
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.findings.front().severity, finding::Severity::kWarning);
}

TEST(FieldOneof, ARenamedOneofChangesOnlyCode) {
  const std::string renamed = "  oneof way {\n    string card = 1;\n    string iban = 2;\n  }\n";
  EXPECT_THAT(Compare(kBoth, renamed, {"WIRE_JSON"}), IsEmpty());
  EXPECT_THAT(
      Compare(kBoth, renamed, {"FIELD_SAME_ONEOF"}, true),
      ElementsAre("a.proto:4:5: Field \"1\" with name \"card\" on message \"Payment\"q moved "
                  "from oneof \"how\" to oneof \"way\".",
                  "a.proto:5:5: Field \"2\" with name \"iban\" on message \"Payment\"q moved "
                  "from oneof \"how\" to oneof \"way\"."));
}

TEST(FieldOneof, LeavingOthersBehindBreaks) {
  EXPECT_THAT(
      Compare(kBoth, "  string card = 1;\n  oneof how {\n    string iban = 2;\n  }\n", {"WIRE"}),
      ElementsAre("a.proto:3:3: Field \"1\" with name \"card\" on message \"Payment\" moved "
                  "from inside to outside a oneof."));
}

TEST(FieldOneof, OptionalIsNoOneof) {
  EXPECT_THAT(Compare("  string card = 1;\n", "  optional string card = 1;\n"), IsEmpty());
}

}  // namespace
}  // namespace accord::breaking
