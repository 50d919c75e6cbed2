#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "option_files.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::vector<std::string> kRules = {
    "FIELD_CONSTRAINT_NO_TIGHTEN", "FIELD_CONSTRAINT_NO_LOOSEN", "MESSAGE_CONSTRAINT_NO_TIGHTEN"};

Texts InRequest(const std::string& body) {
  return WithOptions("message Request {\n" + body +
                     "\n}\nmessage Response {} enum Kind { NONE = 0; }\n"
                     "service S { rpc Make(Request) returns (Response); }\n");
}

Texts InResponse(const std::string& body) {
  return WithOptions("message Response {\n" + body +
                     "\n}\nmessage Request {} enum Kind { NONE = 0; }\n"
                     "service S { rpc Make(Request) returns (Response); }\n");
}

std::string Field(const std::string& type, const std::string& options) {
  return type + " f = 1" + (options.empty() ? "" : " [" + options + "]") + ";";
}

std::string Buf(const std::string& rules) {
  return "(buf.validate.field)" + rules;
}

// What changed, without the name of the field: `tightened constraint …`.
struct Change {
  std::string type;
  std::string before;
  std::string after;
};

std::vector<std::string> Words(const std::vector<std::string>& lines) {
  const std::string label = "on message ";
  std::vector<std::string> words;
  for (const std::string& line : lines) {
    const std::size_t at = line.find(label);
    words.push_back(at == std::string::npos ? line
                                            : line.substr(line.find(' ', at + label.size()) + 1));
  }
  return words;
}

std::vector<std::string> Tightened(const Change& change) {
  return Words(FindingLines(InRequest(Field(change.type, change.before)),
                            InRequest(Field(change.type, change.after)),
                            {kRules}));
}

std::vector<std::string> Loosened(const Change& change) {
  return Words(FindingLines(InResponse(Field(change.type, change.before)),
                            InResponse(Field(change.type, change.after)),
                            {kRules}));
}

// Tightens one way and loosens the other, in words.
void ExpectOneWay(const Change& change, const std::string& tight, const std::string& loose) {
  const Change back{change.type, change.after, change.before};
  EXPECT_THAT(Tightened(change), ElementsAre(tight));
  EXPECT_THAT(Loosened(change), IsEmpty()) << tight;
  EXPECT_THAT(Loosened(back), ElementsAre(loose));
  EXPECT_THAT(Tightened(back), IsEmpty()) << loose;
}

TEST(Constraints, SayWhereAndWhat) {
  const auto findings =
      CompareTexts(InRequest("int32 page_size = 2 [(buf.validate.field).int32.lte = 1000];"),
                   InRequest("\nint32 page_size = 2 [(buf.validate.field).int32.lte = 100];"),
                   {kRules})
          .findings;
  EXPECT_THAT(ToLines(findings),
              ElementsAre("a.proto:4:22: Field \"2\" with name \"page_size\" on message "
                          "\"Request\" tightened constraint int32.lte from 1000 to 100."));
  EXPECT_EQ(finding::ToString(findings.at(0).previous), "a.proto:3:22");
  EXPECT_EQ(findings.at(0).severity, finding::Severity::kError);
  EXPECT_EQ(findings.at(0).element, "acme.Request.page_size");
}

TEST(Constraints, LooseningIsAWarning) {
  const auto findings = CompareTexts(InResponse(Field("int32", Buf(".int32.lte = 1"))),
                                     InResponse(Field("int32", "")),
                                     {kRules})
                            .findings;
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].severity, finding::Severity::kWarning);
}

TEST(Constraints, BufDoesNotLook) {
  EXPECT_THAT(FindingLines(InRequest(Field("int32", "")),
                           InRequest(Field("int32", Buf(".int32.lte = 1"))),
                           {kRules, true}),
              IsEmpty());
}

TEST(Constraints, Bounds) {
  ExpectOneWay({"int32", Buf(".int32.gte = 1"), Buf(".int32.gte = 5")},
               "tightened constraint int32.gte from 1 to 5.",
               "loosened constraint int32.gte from 5 to 1.");
  ExpectOneWay({"int32", "", Buf(".int32.lt = 5")},
               "added constraint int32.lt 5.",
               "dropped constraint int32.lt 5.");
  ExpectOneWay({"double", Buf(".double.gte = 1"), Buf(".double.gt = 1")},
               "tightened constraint from double.gte 1 to double.gt 1.",
               "loosened constraint from double.gt 1 to double.gte 1.");
}

TEST(Constraints, OpenBoundsOfIntegersAreClosedOnes) {
  EXPECT_THAT(Tightened({"int32", Buf(".int32.gt = 0"), Buf(".int32.gte = 1")}), IsEmpty());
  EXPECT_THAT(Tightened({"int32", Buf(".int32.lte = 9"), Buf(".int32.lt = 10")}), IsEmpty());
}

TEST(Constraints, BoundsTheWrongWayRoundAreNotCompared) {
  EXPECT_THAT(
      Tightened({"int32", Buf(".int32 = { gt: 1, lt: 10 }"), Buf(".int32 = { gt: 10, lt: 1 }")}),
      testing::Contains(HasSubstr("cannot be compared by meaning")));
}

TEST(Constraints, Lengths) {
  ExpectOneWay({"string", Buf(".string.max_len = 80"), Buf(".string.max_len = 40")},
               "tightened constraint string.max_len from 80 to 40.",
               "loosened constraint string.max_len from 40 to 80.");
  EXPECT_THAT(Tightened({"string", "", Buf(".string.min_len = 0")}), IsEmpty());
  EXPECT_THAT(
      Tightened({"string", Buf(".string = { min_len: 5, max_len: 5 }"), Buf(".string.len = 5")}),
      IsEmpty());
}

TEST(Constraints, Sets) {
  ExpectOneWay({"int32", Buf(".int32 = { in: [1, 2, 3] }"), Buf(".int32 = { in: [1, 2] }")},
               "tightened constraint int32.in from [1, 2, 3] to [1, 2].",
               "loosened constraint int32.in from [1, 2] to [1, 2, 3].");
  ExpectOneWay({"int32", Buf(".int32 = { in: [1, 2] }"), Buf(".int32.const = 1")},
               "tightened constraint from int32.in [1, 2] to int32.const 1.",
               "loosened constraint from int32.const 1 to int32.in [1, 2].");
  ExpectOneWay({"int32", Buf(".int32 = { not_in: [1] }"), Buf(".int32 = { not_in: [1, 2] }")},
               "tightened constraint int32.not_in from [1] to [1, 2].",
               "loosened constraint int32.not_in from [1, 2] to [1].");
  EXPECT_THAT(Tightened({"string",
                         Buf(".string = { in: [\"a\", \"b\"] }"),
                         Buf(".string = { in: [\"b\", \"c\"] }")}),
              ElementsAre("changed constraint string.in from [\"a\", \"b\"] to [\"b\", \"c\"]."));
  EXPECT_THAT(Tightened({"int32", Buf(".int32 = { in: [1, 2] }"), Buf(".int32 = { in: [2, 1] }")}),
              IsEmpty());
}

TEST(Constraints, PartsOfTexts) {
  ExpectOneWay({"string", Buf(".string.prefix = \"a\""), Buf(".string.prefix = \"ab\"")},
               "tightened constraint string.prefix from \"a\" to \"ab\".",
               "loosened constraint string.prefix from \"ab\" to \"a\".");
  ExpectOneWay({"string", Buf(".string.suffix = \"z\""), Buf(".string.suffix = \"yz\"")},
               "tightened constraint string.suffix from \"z\" to \"yz\".",
               "loosened constraint string.suffix from \"yz\" to \"z\".");
  ExpectOneWay({"string", Buf(".string.contains = \"b\""), Buf(".string.contains = \"abc\"")},
               "tightened constraint string.contains from \"b\" to \"abc\".",
               "loosened constraint string.contains from \"abc\" to \"b\".");
  ExpectOneWay(
      {"string", Buf(".string.not_contains = \"ab\""), Buf(".string.not_contains = \"a\"")},
      "tightened constraint string.not_contains from \"ab\" to \"a\".",
      "loosened constraint string.not_contains from \"a\" to \"ab\".");
  EXPECT_THAT(Tightened({"string", Buf(".string.prefix = \"a\""), Buf(".string.prefix = \"b\"")}),
              ElementsAre("changed constraint string.prefix from \"a\" to \"b\"."));
}

TEST(Constraints, Formats) {
  ExpectOneWay({"string", "", Buf(".string.uuid = true")},
               "added constraint string.uuid.",
               "dropped constraint string.uuid.");
  EXPECT_THAT(Tightened({"string", "", Buf(".string.uuid = false")}), IsEmpty());
  // An IPv4 address is an IP address.
  ExpectOneWay({"string", Buf(".string.ip = true"), Buf(".string.ipv4 = true")},
               "added constraint string.ipv4.",
               "dropped constraint string.ipv4.");
}

TEST(Constraints, PatternsAndExpressionsAreReportedEitherWay) {
  const Change pattern{"string", Buf(".string.pattern = \"^a\""), Buf(".string.pattern = \"^b\"")};
  const std::string words =
      "changed constraint string.pattern from \"^a\" to \"^b\", which cannot be compared by "
      "meaning.";
  EXPECT_THAT(Tightened(pattern), ElementsAre(words));
  EXPECT_THAT(Loosened(pattern), ElementsAre(words));
  const Change expression{"int32",
                          Buf(".cel = { id: \"even\", expression: \"this % 2 == 0\" }"),
                          Buf(".cel = { id: \"even\", expression: \"this % 4 == 0\" }")};
  EXPECT_THAT(Tightened(expression),
              ElementsAre("changed constraint cel even from \"this % 2 == 0\" to \"this % 4 == "
                          "0\", which cannot be compared by meaning."));
  EXPECT_THAT(Tightened({"int32", "", expression.before}),
              ElementsAre("added constraint cel even \"this % 2 == 0\"."));
  EXPECT_THAT(Loosened({"int32", expression.before, ""}),
              ElementsAre("dropped constraint cel even \"this % 2 == 0\"."));
}

TEST(Constraints, Containers) {
  ExpectOneWay({"repeated string", "", Buf(".repeated.items.string.max_len = 5")},
               "added constraint repeated.items.string.max_len 5.",
               "dropped constraint repeated.items.string.max_len 5.");
  ExpectOneWay({"repeated string", Buf(".repeated.max_items = 9"), Buf(".repeated.max_items = 5")},
               "tightened constraint repeated.max_items from 9 to 5.",
               "loosened constraint repeated.max_items from 5 to 9.");
  ExpectOneWay({"repeated string", "", Buf(".repeated.unique = true")},
               "added constraint repeated.unique.",
               "dropped constraint repeated.unique.");
  EXPECT_THAT(Tightened({"map<string, int32>", "", Buf(".map.min_pairs = 1")}),
              ElementsAre("added constraint map.min_pairs 1."));
}

TEST(Constraints, Durations) {
  ExpectOneWay({"Kind",
                Buf(".duration.lte = { seconds: 60 }"),
                Buf(".duration.lte = { seconds: 1 nanos: 500000000 }")},
               "tightened constraint duration.lte from 60s to 1.500000000s.",
               "loosened constraint duration.lte from 1.500000000s to 60s.");
}

TEST(Constraints, EnumsAndRequired) {
  ExpectOneWay({"Kind", "", Buf(".enum.defined_only = true")},
               "added constraint enum.defined_only.",
               "dropped constraint enum.defined_only.");
  ExpectOneWay({"Kind", "", Buf(".required = true")},
               "added constraint required.",
               "dropped constraint required.");
}

TEST(Constraints, Exemptions) {
  const std::string rule = Buf(".int32.gt = 0");
  ExpectOneWay({"int32", rule + ", " + Buf(".ignore = IGNORE_IF_ZERO_VALUE"), rule},
               "dropped exemption ignore IGNORE_IF_ZERO_VALUE.",
               "added exemption ignore IGNORE_IF_ZERO_VALUE.");
  ExpectOneWay({"int32", rule + ", " + Buf(".ignore = IGNORE_ALWAYS"), rule},
               "switched validation on.",
               "switched validation off.");
  EXPECT_THAT(Tightened({"int32", Buf(".ignore = IGNORE_ALWAYS"), ""}), IsEmpty());
}

TEST(Constraints, FromOneValidatorToTheOther) {
  EXPECT_THAT(
      Tightened({"string", "(validate.rules).string.min_len = 1", Buf(".string.min_len = 1")}),
      IsEmpty());
  EXPECT_THAT(
      Tightened({"string", "(validate.rules).string.min_len = 1", Buf(".string.min_len = 2")}),
      ElementsAre("tightened constraint string.min_len from 1 to 2."));
}

TEST(Constraints, TypesOfNumbersHaveTheSameRules) {
  EXPECT_THAT(FindingLines(InRequest("int32 f = 1 [(buf.validate.field).int32.lte = 9];"),
                           InRequest("int64 f = 1 [(buf.validate.field).int64.lte = 9];"),
                           {kRules}),
              IsEmpty());
}

TEST(Constraints, UnusedMessagesAreTakenForSentOnes) {
  const auto stored = [](const std::string& options) {
    return WithOptions("message Stored { int32 f = 1" + options + "; }");
  };
  EXPECT_THAT(
      FindingLines(stored(""), stored(" [(buf.validate.field).int32.lte = 9]"), {kRules}).size(),
      1U);
  EXPECT_THAT(FindingLines(stored(" [(buf.validate.field).int32.lte = 9]"), stored(""), {kRules}),
              IsEmpty());
}

TEST(MessageConstraints, Expressions) {
  const std::string rule =
      "option (buf.validate.message).cel = { id: \"low\", expression: \"this.a < this.b\" };";
  EXPECT_THAT(FindingLines(InRequest(""), InRequest(rule), {kRules}),
              ElementsAre("a.proto:3:1: Message \"Request\" added constraint cel low \"this.a < "
                          "this.b\"."));
  EXPECT_THAT(FindingLines(InRequest(rule), InRequest(""), {kRules}), IsEmpty());
  EXPECT_THAT(FindingLines(InResponse(""), InResponse(rule), {kRules}), IsEmpty());
}

TEST(MessageConstraints, SwitchIsSaidOnce) {
  const std::string field = "int32 f = 1 [(buf.validate.field).int32.lte = 9];";
  const std::string rule = "option (buf.validate.message).cel = { id: \"i\", expression: \"e\" };";
  const std::string off = "option (buf.validate.message).disabled = true;";
  EXPECT_THAT(
      FindingLines(InRequest(off + rule + "int32 f = 1;"), InRequest(rule + field), {kRules}),
      ElementsAre(HasSubstr("Message \"Request\" switched validation on.")));
  EXPECT_THAT(FindingLines(InRequest(off + "int32 f = 1;"), InRequest(off + field), {kRules}),
              IsEmpty());
}

TEST(MessageConstraints, Oneofs) {
  const auto oneof = [](const std::string& option) {
    return InRequest("oneof choice {\n" + option + "\nint32 a = 1; int32 b = 2; }");
  };
  const std::string words =
      "a.proto:4:1: Oneof \"choice\" on message \"Request\" added constraint required.";
  EXPECT_THAT(
      FindingLines(oneof(""), oneof("option (buf.validate.oneof).required = true;"), {kRules}),
      ElementsAre(words));
  EXPECT_THAT(FindingLines(oneof(""), oneof("option (validate.required) = true;"), {kRules}),
              ElementsAre(words));
  EXPECT_THAT(FindingLines(oneof("option (validate.required) = true;"),
                           oneof("option (buf.validate.oneof).required = true;"),
                           {kRules}),
              IsEmpty());
}

}  // namespace
}  // namespace accord::breaking
