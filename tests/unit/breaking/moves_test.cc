#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

const std::vector<std::string> kMoves = {"MESSAGE_SAME_FULL_NAME",
                                         "ENUM_SAME_FULL_NAME",
                                         "SERVICE_SAME_FULL_NAME",
                                         "FILE_SAME_PATH",
                                         "PACKAGE_SAME_NAME"};

std::string File(const std::string& package, const std::string& body) {
  return "syntax = \"proto3\";\npackage " + package + ";\n" + body;
}

const char* const kOrder = "message Order {\n  string id = 1;\n  int32 total = 2;\n}\n";

std::vector<std::string> Moved(const Texts& before, const Texts& after) {
  return FindingLines(before, after, {kMoves});
}

TEST(Moves, MessageInAnotherPackage) {
  const Texts before = {{"a.proto", File("acme.a", std::string(kOrder) + "message Rest {}")},
                        {"b.proto", File("acme.b", "message Other {}")}};
  const Texts after = {{"a.proto", File("acme.a", "message Rest {}")},
                       {"b.proto", File("acme.b", std::string("message Other {}\n") + kOrder)}};
  EXPECT_THAT(Moved(before, after),
              ElementsAre("b.proto:4:9: Message \"Order\" changed full name from \"acme.a.Order\" "
                          "to \"acme.b.Order\"."));
  EXPECT_THAT(FindingLines(before, after, {{"WIRE"}}),
              ElementsAre("b.proto:4:9: Message \"Order\" changed type URL from "
                          "\"type.googleapis.com/acme.a.Order\" to "
                          "\"type.googleapis.com/acme.b.Order\"."));
}

TEST(Moves, SayWhereItStood) {
  const auto findings = CompareTexts({{"a.proto", File("acme", kOrder)}},
                                     {{"a.proto",
                                       File("acme",
                                            "message Purchase {\n  string id = 1;\n  "
                                            "int32 total = 2;\n}\n")}},
                                     {kMoves})
                            .findings;
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].element, "acme.Order");
  EXPECT_EQ(finding::ToString(findings[0].previous), "a.proto:3:9");
}

TEST(Moves, AreNotLookedForWhenJudgingLikeBuf) {
  const Texts before = {{"a.proto", File("acme", kOrder)}};
  const Texts after = {
      {"a.proto", File("acme", "message Purchase { string id = 1; int32 total = 2; }")}};
  EXPECT_THAT(FindingLines(before, after, {{"MESSAGE_NO_DELETE", "MESSAGE_SAME_FULL_NAME"}, true}),
              ElementsAre(HasSubstr("Previously present message \"Order\" was deleted")));
}

TEST(Moves, WhatIsInsideFollows) {
  const std::string inside =
      " { message Item { State state = 1; } enum State { NEW = 0; OLD = 1; } Item item = 1; int32 "
      "n = 2; }";
  const Texts before = {{"a.proto", File("acme", "message Order" + inside)}};
  const Texts after = {{"a.proto", File("acme", "message Purchase" + inside)}};
  EXPECT_THAT(FindingLines(before, after, {{"FILE", "PACKAGE"}}),
              ElementsAre(HasSubstr("changed full name from \"acme.Order\" to \"acme.Purchase\"")));
}

TEST(Moves, FieldsOfMovedMessagesAreStillCompared) {
  const Texts before = {{"a.proto",
                         File("acme.a",
                              kOrder + std::string("message A { int32 a = 1; "
                                                   "} message B { int32 b = 1; "
                                                   "}"))}};
  const Texts after = {
      {"a.proto",
       File("acme.b",
            "message Order { string id = 1; } message A { int32 a = 1; } message B { int32 b = 1; "
            "}")}};
  EXPECT_THAT(FindingLines(before, after, {{"FIELD_NO_DELETE"}}),
              ElementsAre(HasSubstr("field \"2\" with name \"total\" on message \"Order\"")));
}

TEST(Moves, RenamedTypeIsFoundByItsUse) {
  const Texts before = {{"a.proto",
                         File("acme",
                              "message Key { string id = 1; } message Box { Key key = 1; }\n"
                              "service S { rpc Get(Key) returns (Key); }")}};
  const Texts after = {{"a.proto",
                        File("acme",
                             "message Ident { string id = 1; } message Box { Ident key = 1; }\n"
                             "service S { rpc Get(Ident) returns (Ident); }")}};
  EXPECT_THAT(FindingLines(before, after, {{"FILE", "PACKAGE"}}),
              ElementsAre(HasSubstr("\"acme.Key\" to \"acme.Ident\"")));
}

TEST(Moves, ChainsOfRenamesAreFollowed) {
  const auto file = [](const std::string& suffix) {
    return File("acme",
                "message C" + suffix + " { int32 n = 1; } message B" + suffix + " { C" + suffix +
                    " c = 1; } message A" + suffix + " { B" + suffix +
                    " b = 1; } service S { rpc Get(A" + suffix + ") returns (A" + suffix + "); }");
  };
  EXPECT_THAT(Moved({{"a.proto", file("")}}, {{"a.proto", file("New")}}),
              UnorderedElementsAre(HasSubstr("\"acme.A\" to \"acme.ANew\""),
                                   HasSubstr("\"acme.B\" to \"acme.BNew\""),
                                   HasSubstr("\"acme.C\" to \"acme.CNew\"")));
}

TEST(Moves, WhatOnlyARenamedMessageUsesIsFoundToo) {
  const auto file = [](const std::string& suffix) {
    return File("acme",
                "message Event" + suffix + " { string id = 1; Part" + suffix +
                    " part = 2; } message Part" + suffix + " { int32 n = 1; }");
  };
  EXPECT_THAT(Moved({{"a.proto", file("")}}, {{"a.proto", file("New")}}),
              UnorderedElementsAre(HasSubstr("\"acme.Event\" to \"acme.EventNew\""),
                                   HasSubstr("\"acme.Part\" to \"acme.PartNew\"")));
}

TEST(Moves, DeletedRequestIsNotTakenForANewOneOfTheSameShape) {
  const std::string shape = " { string parent = 1; int32 page_size = 2; }";
  const Texts before = {{"a.proto",
                         File("acme",
                              "message ListARequest" + shape +
                                  " service S { rpc ListA(ListARequest) returns "
                                  "(ListARequest); }")}};
  const Texts after = {{"a.proto",
                        File("acme",
                             "message ListBRequest" + shape +
                                 " service S { rpc ListB(ListBRequest) returns "
                                 "(ListBRequest); }")}};
  EXPECT_THAT(Moved(before, after), IsEmpty());
}

TEST(Moves, CommonShapesSayNothing) {
  const std::string shape = " { string id = 1; int32 n = 2; }";
  const Texts before = {
      {"a.proto", File("acme", "message Gone" + shape + " message Stays" + shape)}};
  const Texts after = {
      {"a.proto", File("acme", "message Fresh" + shape + " message Stays" + shape)}};
  EXPECT_THAT(Moved(before, after), IsEmpty());
}

TEST(Moves, TwoCandidatesAreNone) {
  const std::string shape = " { string id = 1; int32 n = 2; }";
  EXPECT_THAT(Moved({{"a.proto", File("acme", "message Gone" + shape)}},
                    {{"a.proto", File("acme", "message X" + shape + " message Y" + shape)}}),
              IsEmpty());
}

TEST(Moves, SmallMessagesThatNothingUsesAreNotGuessed) {
  EXPECT_THAT(Moved({{"a.proto", File("acme", "message Gone { string id = 1; }")}},
                    {{"a.proto", File("acme", "message Fresh { string id = 1; }")}}),
              IsEmpty());
}

TEST(Moves, AnotherShapeIsAnotherMessage) {
  EXPECT_THAT(Moved({{"a.proto", File("acme", "message A { string id = 1; int32 n = 2; }")}},
                    {{"a.proto", File("acme", "message B { string id = 1; int64 n = 2; }")}}),
              IsEmpty());
}

TEST(Moves, EnumsAndServices) {
  const Texts before = {{"a.proto",
                         File("acme",
                              "enum E { E0 = 0; E1 = 1; }\n"
                              "message M {}\n"
                              "service S { rpc Get(M) returns (stream M); }\n")}};
  const Texts after = {{"a.proto",
                        File("acme",
                             "enum F { E0 = 0; E1 = 1; }\n"
                             "message M {}\n"
                             "service T { rpc Get(M) returns (stream M); }\n")}};
  EXPECT_THAT(
      Moved(before, after),
      ElementsAre("a.proto:3:6: Enum \"E\" changed full name from \"acme.E\" to \"acme.F\".",
                  "a.proto:5:9: Service \"S\" changed full name from \"acme.S\" to \"acme.T\"."));
}

TEST(Moves, StreamingIsPartOfTheShape) {
  EXPECT_THAT(
      Moved(
          {{"a.proto", File("acme", "message M {} service S { rpc Get(M) returns (M); }")}},
          {{"a.proto", File("acme", "message M {} service T { rpc Get(M) returns (stream M); }")}}),
      IsEmpty());
}

TEST(Moves, PackageIsOneFinding) {
  const std::string body =
      "message Order { string id = 1; Item item = 2; }\nmessage Item { int32 n = 1; }\n"
      "service Orders { rpc Get(Order) returns (Order); }\n";
  const Texts before = {{"pay/a.proto", File("acme.pay", body)}};
  const Texts after = {{"payments/a.proto", File("acme.payments", body)}};
  EXPECT_THAT(FindingLines(before, after, {{"FILE", "PACKAGE"}}),
              ElementsAre("payments/a.proto:2:1: Package changed name from \"acme.pay\" to "
                          "\"acme.payments\" with all of its elements."));
  EXPECT_THAT(
      FindingLines(before, after, {{"MESSAGE_SAME_TYPE_URL"}}),
      ElementsAre("payments/a.proto:2:1: Type URLs of 2 messages of package \"acme.pay\" changed "
                  "from \"type.googleapis.com/acme.pay.\" to "
                  "\"type.googleapis.com/acme.payments.\"."));
}

TEST(Moves, PackageThatLostSomeSaysWhat) {
  const Texts before = {
      {"a.proto", File("acme.a", kOrder + std::string("message X {int32 x = 1;} message Y {}"))}};
  const Texts after = {
      {"a.proto", File("acme.b", kOrder + std::string("message X {int32 x = 1;}"))}};
  EXPECT_THAT(Moved(before, after),
              ElementsAre("a.proto:2:1: Package changed name from \"acme.a\" to \"acme.b\" with 2 "
                          "of its elements; gone are \"Y\"."));
}

TEST(Moves, PackagesThatMoveTogether) {
  const auto side = [](const std::string& root) {
    return Texts{
        {"m.proto", File(root + ".money", "message Money { int64 units = 1; }")},
        {"o.proto",
         File(root + ".orders",
              "import \"m.proto\"; message Order { " + root + ".money.Money total = 1; }")}};
  };
  EXPECT_THAT(Moved(side("acme"), side("corp")),
              ElementsAre(HasSubstr("\"acme.money\" to \"corp.money\""),
                          HasSubstr("\"acme.orders\" to \"corp.orders\"")));
}

TEST(Moves, VersionsThatComeAndGoAreNoMove) {
  const auto version = [](const std::string& name) {
    return std::pair(name + ".proto", File("acme." + name + ".ads", kOrder));
  };
  EXPECT_THAT(Moved({version("v1"), version("v2")}, {version("v2"), version("v3")}), IsEmpty());
  EXPECT_THAT(Moved({version("v1")}, {version("v2")}), Not(IsEmpty()));
}

TEST(Moves, FileOfAnotherName) {
  EXPECT_THAT(Moved({{"a.proto", File("acme", kOrder)}}, {{"b.proto", File("acme", kOrder)}}),
              ElementsAre(HasSubstr(
                  "File \"a.proto\" changed path: its elements are in \"b.proto\" now.")));
}

TEST(Moves, FileThatWasSplit) {
  EXPECT_THAT(
      Moved({{"a.proto", File("acme", "message A {} message B {}")}},
            {{"b.proto", File("acme", "message A {}")}, {"c.proto", File("acme", "message B {}")}}),
      ElementsAre(HasSubstr("its elements are in \"b.proto\", \"c.proto\" now.")));
}

TEST(Moves, NothingIsSaidOfWhatDoesNotCompile) {
  const auto result =
      CompareTexts({{"a.proto", File("acme", kOrder)}, {"b.proto", File("acme", "")}},
                   {{"a.proto", File("acme", "message {")},
                    {"b.proto", File("acme", "message New { string id = 1; int32 total = 2; }")}},
                   {{"FILE", "PACKAGE", "WIRE"}});
  EXPECT_THAT(result.findings, IsEmpty());
  EXPECT_FALSE(result.faults.empty());
}

TEST(Moves, ThousandsOfElementsInAMoment) {
  std::string body;
  for (int i = 0; i < 4000; ++i) {
    body += fmt::format("message M{0} {{ string f{0} = 1; M{0} self = 2; }}\n", i);
  }
  EXPECT_THAT(Moved({{"a.proto", File("acme.a", body)}}, {{"a.proto", File("acme.b", body)}}),
              ElementsAre(HasSubstr("with all of its elements")));
}

}  // namespace
}  // namespace accord::breaking
