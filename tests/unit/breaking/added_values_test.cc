#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<finding::Finding> Find(const std::string& before, const std::string& after) {
  return CompareTexts({{"a.proto", before}},
                      {{"a.proto", after}},
                      {{"ENUM_CLOSED_NO_ADD_VALUE", "ENUM_ZERO_VALUE_SAME_NAME"}})
      .findings;
}

TEST(AddedValues, OfAClosedEnum) {
  const auto findings = Find("syntax = \"proto2\"; enum E { A = 1; }",
                             "syntax = \"proto2\"; enum E { A = 1;\nB = 2; }");
  EXPECT_THAT(ToLines(findings),
              ElementsAre("a.proto:2:1: Enum value \"2\" with name \"B\" was added to closed enum "
                          "\"E\". Old readers act as if the field was not set."));
  EXPECT_EQ(findings.at(0).severity, finding::Severity::kWarning);
}

TEST(AddedValues, ErrorWhenARequiredFieldUsesTheEnum) {
  const std::string message = "message M { required E state = 1; }";
  const auto findings = Find("syntax = \"proto2\"; enum E { A = 1; }" + message,
                             "syntax = \"proto2\"; enum E { A = 1; B = 2; }" + message);
  EXPECT_THAT(ToLines(findings), ElementsAre(HasSubstr("The required field \"M.state\" uses it")));
  EXPECT_EQ(findings.at(0).severity, finding::Severity::kError);
}

TEST(AddedValues, OpenEnumsGrowFreely) {
  EXPECT_THAT(Find("syntax = \"proto3\"; enum E { A = 0; }",
                   "syntax = \"proto3\"; enum E { A = 0; B = 1; }"),
              IsEmpty());
}

TEST(AddedValues, AliasIsNoNewValue) {
  EXPECT_THAT(
      Find("syntax = \"proto2\"; enum E { option allow_alias = true; A = 1; B = 1; }",
           "syntax = \"proto2\"; enum E { option allow_alias = true; A = 1; B = 1; C = 1; }"),
      IsEmpty());
}

TEST(ZeroValue, OtherName) {
  EXPECT_THAT(ToLines(Find("syntax = \"proto3\"; enum E { NONE = 0; }",
                           "syntax = \"proto3\"; enum E {\nNEW = 0; }")),
              ElementsAre("a.proto:2:1: Enum value \"0\" on enum \"E\", which stands for what was "
                          "not sent, changed name from \"NONE\" to \"NEW\"."));
}

TEST(ZeroValue, OldNameMayGetCompany) {
  EXPECT_THAT(Find("syntax = \"proto3\"; enum E { NONE = 0; }",
                   "syntax = \"proto3\"; enum E { option allow_alias = true; NEW = 0; NONE = 0; }"),
              IsEmpty());
}

TEST(ZeroValue, DeletionHasItsOwnRules) {
  EXPECT_THAT(Find("syntax = \"proto2\"; enum E { NONE = 0; A = 1; }",
                   "syntax = \"proto2\"; enum E { A = 1; }"),
              IsEmpty());
}

}  // namespace
}  // namespace accord::breaking
