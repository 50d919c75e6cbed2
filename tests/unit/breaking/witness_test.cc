#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/breaking/explained_findings.h"

namespace accord::breaking {
namespace {

using finding::Direction;
using finding::Finding;
using finding::Witness;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kProto3 = "syntax = \"proto3\";\n";
const std::string kProto2 = "syntax = \"proto2\";\n";

/// The examples of the only finding.
std::vector<Witness> Examples(std::string_view rule,
                              const std::string& before,
                              const std::string& after) {
  const std::vector<Finding> findings = Explained(rule, before, after);
  EXPECT_EQ(findings.size(), 1U);
  return findings.size() == 1 ? findings[0].witnesses : std::vector<Witness>();
}

/// The only example: `written | bytes | read`.
std::string Example(std::string_view rule, const std::string& before, const std::string& after) {
  const std::vector<Witness> witnesses = Examples(rule, before, after);
  EXPECT_EQ(witnesses.size(), 1U);
  return witnesses.size() == 1
             ? witnesses[0].written + " | " + witnesses[0].bytes + " | " + witnesses[0].read
             : "";
}

TEST(Witness, ADeletedFieldArrivesAsUnknown) {
  EXPECT_EQ(
      Example(
          "FIELD_NO_DELETE", kProto3 + "message M { string x = 7; }\n", kProto3 + "message M {}\n"),
      "x: \"abc\" | 3a 03 61 62 63 | 7: \"abc\"");
}

TEST(Witness, AnotherLayoutReadsAnotherNumber) {
  EXPECT_EQ(Example("FIELD_SAME_TYPE",
                    kProto3 + "message M { sint32 x = 1; }\n",
                    kProto3 + "message M { int32 x = 1; }\n"),
            "x: 42 | 08 54 | x: 84");
}

TEST(Witness, ANarrowerTypeIsShownByAValueThatDoesNotFit) {
  EXPECT_EQ(Example("FIELD_SAME_TYPE",
                    kProto3 + "message M { int64 x = 1; }\n",
                    kProto3 + "message M { int32 x = 1; }\n"),
            "x: 4294967338 | 08 aa 80 80 80 10 | x: 42");
}

TEST(Witness, BytesThatAreNoTextAreRefused) {
  EXPECT_EQ(Example("FIELD_SAME_TYPE",
                    kProto3 + "message M { bytes x = 1; }\n",
                    kProto3 + "message M { string x = 1; }\n"),
            "x: \"\\377\\376\" | 0a 02 ff fe | refused: a string is not valid UTF-8");
}

TEST(Witness, AWiderTypeLosesNothing) {
  EXPECT_THAT(Examples("FIELD_SAME_TYPE",
                       kProto3 + "message M { int32 x = 1; }\n",
                       kProto3 + "message M { int64 x = 1; }\n"),
              IsEmpty());
}

TEST(Witness, FindsTheFieldInsideThatReadsDifferently) {
  const std::string types = kProto3 +
                            "message A { int32 a = 1; string b = 2; }\n"
                            "message B { int32 a = 1; int32 b = 2; }\n";
  const std::string read = Example(
      "FIELD_SAME_TYPE", types + "message M { A x = 1; }\n", types + "message M { B x = 1; }\n");
  EXPECT_THAT(read, HasSubstr("b: \"abc\"\n} | 0a 05 12 03 61 62 63 | x {\n  2: \"abc\"\n}"));
}

TEST(Witness, OfManyElementsOneIsLeft) {
  EXPECT_EQ(Example("FIELD_SAME_CARDINALITY",
                    kProto2 + "message M { repeated int32 x = 1; }\n",
                    kProto2 + "message M { optional int32 x = 1; }\n"),
            "x: [42, -1] | 08 2a 08 ff ff ff ff ff ff ff ff ff 01 | x: -1");
}

TEST(Witness, RequiredFieldsThatNobodySendsAreRefused) {
  EXPECT_EQ(Example("MESSAGE_SAME_REQUIRED_FIELDS",
                    kProto2 + "message M { required int32 x = 1; }\n",
                    kProto2 + "message M { required int32 x = 1; required int32 y = 2; }\n"),
            "x: 42 | 08 2a | refused: missing required fields: y");
}

TEST(Witness, RequiredFieldsInsideAreFilled) {
  EXPECT_EQ(Example("FIELD_NO_DELETE",
                    kProto2 + "message M { optional int32 x = 1; required In in = 2; }\n"
                              "message In { required bool ok = 1; }\n",
                    kProto2 + "message M { required In in = 2; }\n"
                              "message In { required bool ok = 1; }\n"),
            "x: 42\nin {\n  ok: true\n} | 08 2a 12 02 08 01 | in {\n  ok: true\n}\n1: 42");
}

TEST(Witness, RequiredFieldsWithoutAnEndHaveNoExample) {
  EXPECT_THAT(Examples("FIELD_NO_DELETE",
                       kProto2 + "message M { optional int32 x = 1; required M m = 2; }\n",
                       kProto2 + "message M { required M m = 2; }\n"),
              IsEmpty());
}

TEST(Witness, TwoFieldsDoNotFitIntoOneOneof) {
  EXPECT_THAT(Explained("FIELD_SAME_ONEOF",
                        kProto3 + "message M { int32 x = 1; int32 y = 2; }\n",
                        kProto3 + "message M { oneof o { int32 x = 1; int32 y = 2; } }\n")[0]
                  .witnesses,
              SizeIs(1));
  EXPECT_EQ(Example("FIELD_SAME_ONEOF",
                    kProto3 + "message M { int32 x = 1; oneof o { int32 y = 2; } }\n",
                    kProto3 + "message M { oneof o { int32 x = 1; int32 y = 2; } }\n"),
            "x: 42\ny: 42 | 08 2a 10 2a | y: 42");
}

TEST(Witness, AnUnsetFieldReadsAsAnotherDefault) {
  EXPECT_EQ(Example("FIELD_SAME_DEFAULT",
                    kProto2 + "message M { optional int32 x = 1 [default = 3]; }\n",
                    kProto2 + "message M { optional int32 x = 1 [default = 5]; }\n"),
            "# x is not set and reads as 3 |  | # x is not set and reads as 5");
}

TEST(Witness, ExchangedNumbersFillTheOtherField) {
  EXPECT_EQ(Example("FIELD_SAME_NUMBER",
                    kProto3 + "message M { string from = 1; string to = 2; }\n",
                    kProto3 + "message M { string from = 2; string to = 1; }\n"),
            "to: \"abc\" | 12 03 61 62 63 | from: \"abc\"");
}

TEST(Witness, ADeletedEnumValueHasNoName) {
  const std::string message = "message M { E e = 1; }\n";
  EXPECT_EQ(Example("ENUM_VALUE_NO_DELETE",
                    kProto3 + message + "enum E { A = 0; B = 1; }\n",
                    kProto3 + message + "enum E { A = 0; }\n"),
            "e: B | 08 01 | e: 1");
  EXPECT_EQ(Example("ENUM_VALUE_NO_DELETE",
                    kProto2 + "message M { optional E e = 1; }\nenum E { A = 0; B = 1; }\n",
                    kProto2 + "message M { optional E e = 1; }\nenum E { A = 0; }\n"),
            "e: B | 08 01 | 1: 1");
}

TEST(Witness, AnotherNameIsRefusedInJson) {
  EXPECT_THAT(Example("FIELD_SAME_NAME",
                      kProto3 + "message M { int32 order_id = 1; }\n",
                      kProto3 + "message M { int32 id = 1; }\n"),
              HasSubstr("{\"orderId\":42} |  | refused: "));
  EXPECT_THAT(Example("ENUM_VALUE_SAME_NAME",
                      kProto3 + "message M { E e = 1; }\nenum E { A = 0; B = 1; }\n",
                      kProto3 + "message M { E e = 1; }\nenum E { A = 0; C = 1; }\n"),
              HasSubstr("{\"e\":\"B\"} |  | refused: "));
}

TEST(Witness, MapsAreShownInTheMessageThatHasThem) {
  EXPECT_EQ(Example("FIELD_SAME_TYPE",
                    kProto3 + "message M { map<string, sint32> x = 1; }\n",
                    kProto3 + "message M { map<string, int32> x = 1; }\n"),
            "x {\n  key: \"abc\"\n  value: 42\n} | 0a 07 0a 03 61 62 63 10 54 | "
            "x {\n  key: \"abc\"\n  value: 84\n}");
}

TEST(Witness, ResponsesAreWrittenByTheServer) {
  const auto text = [](const std::string& type) {
    return kProto3 + "service S { rpc Do(In) returns (Out); }\nmessage In {}\nmessage Out { " +
           type + " x = 1; }\n";
  };
  const std::vector<Witness> witnesses = Examples("FIELD_SAME_TYPE", text("int32"), text("sint32"));
  ASSERT_EQ(witnesses.size(), 2U);
  EXPECT_EQ(witnesses[0].direction, Direction::kOldClientNewServer);
  EXPECT_EQ(witnesses[0].bytes, "08 54");  // Written by the new server as sint32.
  EXPECT_EQ(witnesses[0].read, "x: 84");
  EXPECT_EQ(witnesses[1].direction, Direction::kNewClientOldServer);
  EXPECT_EQ(witnesses[1].bytes, "08 2a");
  EXPECT_EQ(witnesses[1].read, "x: 21");
}

TEST(Witness, ManyTypesBelowOneMessageAreTooMuchForAnExample) {
  std::string chain;
  for (int i = 0; i < 3000; ++i) {
    chain += "message M" + std::to_string(i) + " { M" + std::to_string(i + 1) + " f = 1; }\n";
  }
  chain += "message M3000 {}\n";
  EXPECT_THAT(Examples("FIELD_NO_DELETE",
                       kProto3 + "message M { M0 a = 1; int32 x = 2; }\n" + chain,
                       kProto3 + "message M { M0 a = 1; }\n" + chain),
              IsEmpty());
}

TEST(Witness, RulesOfGeneratedCodeHaveNone) {
  EXPECT_THAT(Examples("FILE_SAME_GO_PACKAGE", kProto3, kProto3 + "option go_package = \"x\";\n"),
              IsEmpty());
}

}  // namespace
}  // namespace accord::breaking
