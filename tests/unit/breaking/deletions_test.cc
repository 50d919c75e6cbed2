#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::string File(const std::string& package, const std::string& body) {
  return "syntax = \"proto2\";\npackage " + package + ";\n" + body;
}

std::vector<finding::Finding> Find(const Texts& before, const Texts& after, const Judge& judge) {
  return CompareTexts(before, after, judge).findings;
}

TEST(DeletedFiles, NameNoPathButWhereTheyStood) {
  const auto findings = Find({{"a.proto", File("p", "message A {}")}, {"b.proto", File("p", "")}},
                             {{"b.proto", File("p", "")}},
                             {{"FILE_NO_DELETE"}, true});
  ASSERT_THAT(ToLines(findings),
              ElementsAre("-: Previously present file \"a.proto\" was deleted."));
  EXPECT_EQ(findings[0].previous.file, "a.proto");
  EXPECT_EQ(findings[0].element, "a.proto");
}

TEST(DeletedFiles, RenamedFileIsDeletedForBuf) {
  const Texts before{{"a.proto", File("p", "message A { optional int32 a = 1; }")}};
  const Texts after{{"b.proto", File("p", "message A { optional int32 a = 1; }")}};
  EXPECT_THAT(FindingLines(before, after, {{"FILE_NO_DELETE"}, true}),
              ElementsAre("-: Previously present file \"a.proto\" was deleted."));
  EXPECT_THAT(FindingLines(before, after, {{"FILE_NO_DELETE"}, false}), IsEmpty());
}

TEST(DeletedTypes, PointAtWhatIsLeftAround) {
  const Texts before{{"a.proto",
                      File("p",
                           "message A {\n"
                           "  message B { message C {} enum D { D0 = 0; } }\n"
                           "}\n"
                           "enum E { E0 = 0; }\n"
                           "service S {}\n")}};
  const Texts after{{"a.proto", File("p", "message A {\n  message B {}\n}\n")}};
  EXPECT_THAT(
      FindingLines(
          before, after, {{"MESSAGE_NO_DELETE", "ENUM_NO_DELETE", "SERVICE_NO_DELETE"}, true}),
      ElementsAre("a.proto: Previously present enum \"E\" was deleted from file.",
                  "a.proto: Previously present service \"S\" was deleted from file.",
                  "a.proto:4:3: Previously present enum \"A.B.D\" was deleted from file.",
                  "a.proto:4:3: Previously present message \"A.B.C\" was deleted from file."));
}

TEST(DeletedTypes, KnowWhereTheyStoodAndWhatTheyAre) {
  const auto findings = Find({{"a.proto", File("p", "message A {\n  message B {}\n}\n")}},
                             {{"a.proto", File("p", "message A {}\n")}},
                             {{"MESSAGE_NO_DELETE"}});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].element, "p.A.B");
  EXPECT_EQ(finding::ToString(findings[0].previous), "a.proto:4:3");
}

TEST(DeletedTypes, MapEntriesStoodAtTheirField) {
  const auto findings =
      Find({{"a.proto", File("p", "message A {\n  map<string, int32> m = 1;\n}\n")}},
           {{"a.proto", File("p", "message A {}\n")}},
           {{"MESSAGE_NO_DELETE"}, true});
  ASSERT_THAT(
      ToLines(findings),
      ElementsAre("a.proto:3:1: Previously present message \"A.MEntry\" was deleted from file."));
  EXPECT_EQ(finding::ToString(findings[0].previous), "a.proto:4:3");
}

TEST(DeletedTypes, NestedNamesMatchWhenThePackageOfAFileChanges) {
  EXPECT_THAT(FindingLines({{"a.proto", File("p", "message A {} message B {}")}},
                           {{"a.proto", File("q", "message A {}")}},
                           {{"MESSAGE_NO_DELETE"}, true}),
              ElementsAre("a.proto: Previously present message \"B\" was deleted from file."));
}

TEST(DeletedTypes, MovingToAnotherFileIsADeletionFromTheFileOnly) {
  const Texts before{{"a.proto", File("p", "message A {} message B {}")},
                     {"b.proto", File("p", "message C {}")}};
  const Texts after{{"a.proto", File("p", "message A {}")},
                    {"b.proto", File("p", "message C {} message B {}")}};
  EXPECT_THAT(FindingLines(before, after, {{"MESSAGE_NO_DELETE"}, true}),
              ElementsAre("a.proto: Previously present message \"B\" was deleted from file."));
  EXPECT_THAT(FindingLines(before, after, {{"PACKAGE_MESSAGE_NO_DELETE"}, true}), IsEmpty());
}

TEST(DeletedTypes, ExtensionsGoByName) {
  const std::string base = "message A { extensions 100 to 200; }\n";
  EXPECT_THAT(
      FindingLines({{"a.proto", File("p", base + "extend A { optional int32 x = 100; }")}},
                   {{"a.proto", File("p", base + "extend A { optional int32 y = 100; }")}},
                   {{"EXTENSION_NO_DELETE", "PACKAGE_EXTENSION_NO_DELETE"}, true}),
      ElementsAre("a.proto: Previously present extension \"x\" was deleted from file.",
                  "a.proto: Previously present extension \"x\" was deleted from package \"p\"."));
}

TEST(DeletedTypes, MovedOnesAreSpokenOfElsewhere) {
  const std::string order = "message Order { optional string id = 1; optional int64 n = 2; }";
  const std::string renamed = "message Purchase { optional string id = 1; optional int64 n = 2; }";
  const Texts before{{"a.proto", File("p", order)}};
  const Texts after{{"a.proto", File("p", renamed)}};
  const std::vector<std::string> rules{"MESSAGE_NO_DELETE", "PACKAGE_MESSAGE_NO_DELETE"};
  EXPECT_THAT(FindingLines(before, after, {rules, true}),
              ElementsAre("a.proto: Previously present message \"Order\" was deleted from file.",
                          "a.proto: Previously present message \"Order\" was deleted from package "
                          "\"p\"."));
  EXPECT_THAT(FindingLines(before, after, {rules, false}), IsEmpty());
}

TEST(DeletedPackages, NameNoPathAndHideTheirElements) {
  const auto findings = Find({{"a.proto", File("p.v1", "message A {}")},
                              {"b.proto", File("p.v1", "message B {}")},
                              {"c.proto", File("q", "message C {}")}},
                             {{"c.proto", File("q", "message C {}")}},
                             {{"PACKAGE_NO_DELETE", "PACKAGE_MESSAGE_NO_DELETE"}, true});
  ASSERT_THAT(ToLines(findings),
              ElementsAre("-: Previously present package \"p.v1\" was deleted."));
  EXPECT_EQ(findings[0].previous.file, "a.proto");
}

TEST(DeletedPackages, UnchangedFilesKeepThem) {
  EXPECT_THAT(
      FindingLines({{"a.proto", File("p", "message A {}")}, {"b.proto", File("p", "message B {}")}},
                   {{"a.proto", File("p", "message A {}")}},
                   {{"PACKAGE_NO_DELETE", "PACKAGE_MESSAGE_NO_DELETE"}, true}),
      ElementsAre("-: Previously present message \"B\" was deleted from package \"p\"."));
}

TEST(DeletedPackages, ElementsPointAtTheirOldFileWhileItExists) {
  const Texts before{
      {"a.proto", File("p", "message A { message B {} enum C { C0 = 0; } }\nservice S {}")}};
  const Texts after{{"a.proto", File("p", "enum X { X0 = 0; }")},
                    {"b.proto", File("p", "\nmessage A {}")}};
  EXPECT_THAT(FindingLines(before, after, {{"PACKAGE"}, true}),
              UnorderedElementsAre(
                  "b.proto:4:1: Previously present message \"A.B\" was deleted from package \"p\".",
                  "a.proto: Previously present enum \"A.C\" was deleted from package \"p\".",
                  "a.proto: Previously present service \"S\" was deleted from package \"p\"."));
}

TEST(DeletedPackages, BufOverlooksTheLastElementOfItsKind) {
  const Texts before{{"a.proto", File("p", "message A {} enum E { E0 = 0; } service S {}")},
                     {"b.proto", File("p", "")}};
  const Texts after{{"a.proto", File("p", "")}, {"b.proto", File("p", "")}};
  const std::vector<std::string> rules{
      "PACKAGE_MESSAGE_NO_DELETE", "PACKAGE_ENUM_NO_DELETE", "PACKAGE_SERVICE_NO_DELETE"};
  EXPECT_THAT(
      FindingLines(before, after, {rules, true}),
      ElementsAre("a.proto: Previously present service \"S\" was deleted from package \"p\"."));
  EXPECT_THAT(
      FindingLines(before, after, {rules, false}),
      ElementsAre("a.proto: Previously present enum \"E\" was deleted from package \"p\".",
                  "a.proto: Previously present message \"A\" was deleted from package \"p\".",
                  "a.proto: Previously present service \"S\" was deleted from package \"p\"."));
}

TEST(DeletedPackages, UnchangedFilesCountForWhatIsLeft) {
  const Texts before{{"a.proto", File("p", "message A {}")},
                     {"b.proto", File("p", "message B {}")}};
  const Texts after{{"a.proto", File("p", "")}, {"b.proto", File("p", "message B {}")}};
  EXPECT_THAT(
      FindingLines(before, after, {{"PACKAGE_MESSAGE_NO_DELETE"}, true}),
      ElementsAre("a.proto: Previously present message \"A\" was deleted from package \"p\"."));
}

TEST(Deletions, SayNothingOfFilesThatDoNotCompile) {
  const Texts before{{"a.proto", File("p", "message A {} message B {}")},
                     {"b.proto", File("p", "message C {}")}};
  const Texts after{{"a.proto", File("p", "message A {")}, {"b.proto", File("p", "")}};
  EXPECT_THAT(ToLines(Find(before, after, {{"FILE_NO_DELETE", "PACKAGE"}, false})), IsEmpty());
  EXPECT_THAT(ToLines(Find(before, after, {{"MESSAGE_NO_DELETE"}, false})),
              ElementsAre("b.proto: Previously present message \"C\" was deleted from file."));
}

TEST(DeletedFields, AreAskedForTheirReservations) {
  const Texts before{{"a.proto",
                      File("p",
                           "message A {\n"
                           "  optional int32 a = 1;\n"
                           "  optional int32 b = 2;\n"
                           "  optional int32 c = 3;\n"
                           "}\n")}};
  const Texts after{
      {"a.proto", File("p", "message A {\n  reserved 2 to 5;\n  reserved \"c\";\n}\n")}};
  const std::string what = "a.proto:3:1: Previously present field ";
  EXPECT_THAT(FindingLines(before, after, {{"FIELD_NO_DELETE"}, true}),
              ElementsAre(what + "\"1\" with name \"a\" on message \"A\" was deleted.",
                          what + "\"2\" with name \"b\" on message \"A\" was deleted.",
                          what + "\"3\" with name \"c\" on message \"A\" was deleted."));
  EXPECT_THAT(FindingLines(before, after, {{"FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED"}, true}),
              ElementsAre(what + "\"1\" with name \"a\" on message \"A\" was deleted without "
                                 "reserving the number \"1\"."));
  EXPECT_THAT(FindingLines(before, after, {{"FIELD_NO_DELETE_UNLESS_NAME_RESERVED"}, true}),
              ElementsAre(what + "\"1\" with name \"a\" on message \"A\" was deleted without "
                                 "reserving the name \"a\".",
                          what + "\"2\" with name \"b\" on message \"A\" was deleted without "
                                 "reserving the name \"b\"."));
}

TEST(DeletedFields, KnowWhereTheyStood) {
  const auto findings = Find({{"a.proto", File("p", "message A {\n  optional int32 a = 1;\n}\n")}},
                             {{"a.proto", File("p", "message A {}\n")}},
                             {{"FIELD_NO_DELETE"}});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].element, "p.A.a");
  EXPECT_EQ(finding::ToString(findings[0].previous), "a.proto:4:3");
}

TEST(DeletedOneofs, SyntheticOnesDoNotCount) {
  const std::string head = "syntax = \"proto3\";\npackage p;\n";
  EXPECT_THAT(
      FindingLines(
          {{"a.proto", head + "message A { oneof o { int32 a = 1; } optional int32 b = 2; }"}},
          {{"a.proto", head + "message A { int32 a = 1; int32 b = 2; }"}},
          {{"ONEOF_NO_DELETE"}, true}),
      ElementsAre("a.proto:3:1: Previously present oneof \"o\" on message \"A\" was deleted."));
}

TEST(DeletedEnumValues, AreGoneWithTheLastOfTheirNames) {
  const Texts before{{"a.proto",
                      File("p",
                           "enum E {\n"
                           "  option allow_alias = true;\n"
                           "  E0 = 0;\n"
                           "  NULL_B = 0;\n"
                           "  B1 = 1;\n"
                           "  A1 = 1;\n"
                           "  C2 = 2;\n"
                           "}\n")}};
  const Texts after{
      {"a.proto", File("p", "enum E {\n  reserved 2;\n  reserved \"B1\";\n  E0 = 0;\n}\n")}};
  const std::string what = "a.proto:3:1: Previously present enum value ";
  EXPECT_THAT(FindingLines(before, after, {{"ENUM_VALUE_NO_DELETE"}, true}),
              ElementsAre(what + "\"1\" on enum \"E\" was deleted.",
                          what + "\"2\" on enum \"E\" was deleted."));
  EXPECT_THAT(
      FindingLines(before, after, {{"ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED"}, true}),
      ElementsAre(what + "\"1\" on enum \"E\" was deleted without reserving the number \"1\"."));
  EXPECT_THAT(FindingLines(before, after, {{"ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED"}, true}),
              ElementsAre(what + "\"1\" on enum \"E\" was deleted without reserving the names "
                                 "\"A1\", \"B1\".",
                          what + "\"2\" on enum \"E\" was deleted without reserving the name "
                                 "\"C2\"."));
}

TEST(DeletedEnumValues, AreNamedBehindTheirEnum) {
  const auto findings = Find({{"a.proto", File("p", "enum E { E0 = 0; E1 = 1; }")}},
                             {{"a.proto", File("p", "enum E { E0 = 0; }")}},
                             {{"ENUM_VALUE_NO_DELETE"}});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].element, "p.E.E1");
}

TEST(DeletedMethods, PointAtTheirService) {
  const auto findings =
      Find({{"a.proto", File("p", "message A {}\nservice S {\n  rpc R(A) returns (A);\n}\n")}},
           {{"a.proto", File("p", "message A {}\nservice S {}\n")}},
           {{"RPC_NO_DELETE"}, true});
  ASSERT_THAT(
      ToLines(findings),
      ElementsAre("a.proto:4:1: Previously present RPC \"R\" on service \"S\" was deleted."));
  EXPECT_EQ(findings[0].element, "p.S.R");
  EXPECT_EQ(finding::ToString(findings[0].previous), "a.proto:5:3");
}

}  // namespace
}  // namespace accord::breaking
