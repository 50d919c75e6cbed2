#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "option_files.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const char* const kService = "\nservice S { rpc Make(Request) returns (Response); }\n";

// `fields` in each of a request, a response, and a message that no service uses.
Texts Messages(const std::string& fields) {
  return WithOptions("message Request {\n" + fields + "\n}\nmessage Response {\n" + fields +
                     "\n}\nmessage Stored {\n" + fields + "\n}\n" + kService);
}

std::string Field(const std::string& behaviors) {
  std::string options;
  for (const char* known : {"REQUIRED", "OUTPUT_ONLY", "IMMUTABLE", "OPTIONAL"}) {
    if (behaviors.find(known) != std::string::npos) {
      options +=
          (options.empty() ? "" : ", ") + fmt::format("(google.api.field_behavior) = {}", known);
    }
  }
  return "string f = 1" + (options.empty() ? "" : " [" + options + "]") + ";";
}

std::vector<std::string> Find(const std::string& before, const std::string& after) {
  return FindingLines(Messages(Field(before)),
                      Messages(Field(after)),
                      {{"FIELD_BEHAVIOR_NO_ADD_REQUIRED",
                        "FIELD_BEHAVIOR_NO_ADD_OUTPUT_ONLY",
                        "FIELD_BEHAVIOR_NO_ADD_IMMUTABLE"}});
}

TEST(FieldBehavior, RequiredInWhatClientsSend) {
  EXPECT_THAT(Find("", "REQUIRED"),
              ElementsAre("a.proto:3:15: Field \"1\" with name \"f\" on message \"Request\" added "
                          "field behavior \"REQUIRED\".",
                          HasSubstr("Response"),
                          "a.proto:9:15: Field \"1\" with name \"f\" on message \"Stored\" added "
                          "field behavior \"REQUIRED\"."));
}

TEST(FieldBehavior, RequiredInWhatOnlyServersSendIsWorthKnowing) {
  const ProtoComparison comparison = CompareTexts(
      Messages(Field("")), Messages(Field("REQUIRED")), {{"FIELD_BEHAVIOR_NO_ADD_REQUIRED"}});
  ASSERT_EQ(comparison.findings.size(), 3U);
  EXPECT_EQ(comparison.findings[0].severity, finding::Severity::kError);
  EXPECT_THAT(comparison.findings[1].message, HasSubstr("Response"));
  EXPECT_EQ(comparison.findings[1].severity, finding::Severity::kInfo);
}

TEST(FieldBehavior, EachRestriction) {
  EXPECT_THAT(Find("OPTIONAL", "OUTPUT_ONLY"),
              ElementsAre(HasSubstr("added field behavior \"OUTPUT_ONLY\""), HasSubstr("Stored")));
  EXPECT_THAT(Find("", "IMMUTABLE"),
              ElementsAre(HasSubstr("added field behavior \"IMMUTABLE\""), HasSubstr("Stored")));
}

TEST(FieldBehavior, WhatClientsDoNotSetAsksNothingOfThem) {
  EXPECT_THAT(Find("OUTPUT_ONLY", "OUTPUT_ONLY, REQUIRED"), IsEmpty());
  EXPECT_EQ(Find("OUTPUT_ONLY", "REQUIRED").size(), 3U);
}

TEST(FieldBehavior, LessIsFine) {
  EXPECT_THAT(Find("REQUIRED, IMMUTABLE, OUTPUT_ONLY", ""), IsEmpty());
  EXPECT_THAT(Find("REQUIRED", "REQUIRED, OPTIONAL"), IsEmpty());
}

const std::vector<std::string> kAdded = {"FIELD_NO_ADD_REQUIRED", "ONEOF_NO_ADD_FIELD"};

std::vector<std::string> Added(const std::string& field) {
  return FindingLines(Messages("string f = 1;"), Messages("string f = 1;\n" + field), {kAdded});
}

TEST(AddedFields, RequiredByBehavior) {
  EXPECT_THAT(
      Added("string g = 2 [(google.api.field_behavior) = REQUIRED];"),
      ElementsAre(
          "a.proto:4:1: Field \"2\" with name \"g\" on message \"Request\" was added, which "
          "its field behavior says is REQUIRED.",
          HasSubstr("Stored")));
}

TEST(AddedFields, RequiredByValidators) {
  EXPECT_THAT(Added("string g = 2 [(buf.validate.field).required = true];"),
              ElementsAre(HasSubstr("which the constraint required demands"), HasSubstr("Stored")));
  EXPECT_THAT(
      Added("Stored g = 2 [(validate.rules).message.required = true];"),
      ElementsAre(HasSubstr("which the constraint message.required demands"), HasSubstr("Stored")));
}

TEST(AddedFields, UnsetValueRefused) {
  EXPECT_THAT(Added("string g = 2 [(buf.validate.field).string.min_len = 1];"),
              ElementsAre(HasSubstr("its constraint string.min_len 1 refuses requests without it"),
                          HasSubstr("Stored")));
  EXPECT_THAT(Added("int32 g = 2 [(buf.validate.field).int32.gt = 0];").size(), 2U);
  EXPECT_THAT(Added("int32 g = 2 [(buf.validate.field).int32 = { in: [1, 2] }];").size(), 2U);
  EXPECT_THAT(Added("string g = 2 [(buf.validate.field).string.email = true];").size(), 2U);
}

TEST(AddedFields, UnsetValueAccepted) {
  for (const char* field :
       {"string g = 2;",
        "optional string g = 2 [(buf.validate.field).string.min_len = 1];",
        "int32 g = 2 [(buf.validate.field).int32.lte = 10];",
        "int32 g = 2 [(buf.validate.field).int32 = { in: [0, 1] }];",
        "repeated string g = 2 [(buf.validate.field).repeated.items.string.min_len = 1];",
        "string g = 2 [(buf.validate.field).string.min_len = 1, (buf.validate.field).ignore = "
        "IGNORE_IF_ZERO_VALUE];",
        "string g = 2 [(google.api.field_behavior) = OPTIONAL];",
        "string g = 2 [(google.api.field_behavior) = REQUIRED, (google.api.field_behavior) = "
        "OUTPUT_ONLY];"}) {
    EXPECT_THAT(Added(field), IsEmpty()) << field;
  }
}

TEST(AddedFields, MemberOfAOneofThatIsReceived) {
  EXPECT_THAT(
      FindingLines(Messages("oneof choice { string f = 1; }"),
                   Messages("oneof choice { string f = 1;\nint32 g = 2; }"),
                   {kAdded}),
      ElementsAre("a.proto:8:1: Field \"2\" with name \"g\" on message \"Response\" was added to "
                  "existing oneof \"choice\"."));
}

TEST(AddedFields, NewOneofsAndPresenceAreNoOldOneof) {
  EXPECT_THAT(Added("oneof choice { int32 g = 2; }"), IsEmpty());
  EXPECT_THAT(Added("optional int32 g = 2;"), IsEmpty());
}

}  // namespace
}  // namespace accord::breaking
