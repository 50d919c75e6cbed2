#include "accord/finding/finding.h"

#include <set>

#include <gtest/gtest.h>

namespace accord::finding {
namespace {

constexpr RuleInfo kRule{"body-mismatch", Severity::kWarning, "A body differs.", "Fix it."};
constexpr RuleInfo kOtherRule{"header-mismatch", Severity::kError, "A header differs.", "Fix it."};

Finding Sample() {
  Finding finding =
      Make(kRule, "expected 1 but got 2", {"pact.json", {3, 5}, {3, 9}, "  \"id\": 1"});
  finding.path = "$.id";
  return finding;
}

TEST(ToString, NamesThePlace) {
  EXPECT_EQ(ToString(Span{"a.json", {12, 3}, {}, ""}), "a.json:12:3");
  EXPECT_EQ(ToString(Span{"a.json", {12, 0}, {}, ""}), "a.json:12");
  EXPECT_EQ(ToString(Span{"a.json", {0, 3}, {}, ""}), "a.json");
  EXPECT_EQ(ToString(Span{"", {12, 3}, {}, ""}), "12:3");
  EXPECT_EQ(ToString(Span{}), "");
}

TEST(ToString, NamesSeverities) {
  EXPECT_EQ(ToString(Severity::kInfo), "info");
  EXPECT_EQ(ToString(Severity::kWarning), "warning");
  EXPECT_EQ(ToString(Severity::kError), "error");
}

TEST(Span, IsKnownWithALine) {
  EXPECT_FALSE(Span{}.known());
  EXPECT_TRUE((Span{"", {1, 1}, {}, ""}).known());
}

TEST(Make, TakesSeverityFromTheRule) {
  const Finding finding = Sample();
  EXPECT_EQ(finding.rule, &kRule);
  EXPECT_EQ(finding.severity, Severity::kWarning);
  EXPECT_EQ(finding.message, "expected 1 but got 2");
  EXPECT_EQ(finding.span.start, (Position{3, 5}));
  EXPECT_FALSE(Make(kRule, "x").span.known());
}

TEST(Fingerprint, Is16HexadecimalDigits) {
  const std::string print = Fingerprint(Sample());
  EXPECT_EQ(print.size(), 16U);
  EXPECT_EQ(print.find_first_not_of("0123456789abcdef"), std::string::npos);
}

// Baselines in users' repositories hold these.
TEST(Fingerprint, NeverChanges) {
  EXPECT_EQ(Fingerprint(Sample()), "47671c5e0bbe75b8");
}

TEST(Fingerprint, SurvivesMoves) {
  Finding moved = Sample();
  moved.span.start = {103, 25};
  moved.span.end = {104, 1};
  moved.span.source_column = 7;
  moved.span.source_line = "\t\t\"id\": 1  ";
  EXPECT_EQ(Fingerprint(moved), Fingerprint(Sample()));
}

TEST(Fingerprint, IgnoresWhatIsNotIdentity) {
  Finding other = Sample();
  other.severity = Severity::kError;
  other.help = "try again";
  other.expected = "1";
  other.actual = "2";
  other.related.push_back({"declared here", {"b.json", {1, 1}, {}, ""}});
  EXPECT_EQ(Fingerprint(other), Fingerprint(Sample()));
}

TEST(Fingerprint, DependsOnEveryPartOfTheIdentity) {
  const std::string print = Fingerprint(Sample());
  Finding other = Sample();
  other.rule = &kOtherRule;
  EXPECT_NE(Fingerprint(other), print);
  other = Sample();
  other.span.file = "other.json";
  EXPECT_NE(Fingerprint(other), print);
  other = Sample();
  other.path = "$.ids";
  EXPECT_NE(Fingerprint(other), print);
  other = Sample();
  other.message = "expected 1 but got 3";
  EXPECT_NE(Fingerprint(other), print);
  other = Sample();
  other.span.source_line = "  \"id\": 2";
  EXPECT_NE(Fingerprint(other), print);
}

TEST(Fingerprint, KeepsPartsApart) {
  Finding a = Make(kRule, "b");
  a.path = "a";
  Finding b = Make(kRule, "");
  b.path = "ab";
  EXPECT_NE(Fingerprint(a), Fingerprint(b));
}

TEST(Fingerprint, NeedsNoRule) {
  Finding finding = Sample();
  finding.rule = nullptr;
  EXPECT_EQ(Fingerprint(finding).size(), 16U);
}

Finding Named() {
  Finding finding = Make(kRule, "field is gone", {"a.proto", {3, 5}, {3, 9}, "  int32 id = 1;"});
  finding.element = "acme.Order.id";
  return finding;
}

// Baselines in users' repositories hold these.
TEST(Fingerprint, OfANamedElementNeverChanges) {
  EXPECT_EQ(Fingerprint(Named()), "f7daf2386bdf610a");
}

TEST(Fingerprint, OfANamedElementDependsNeitherOnFileNorOnLine) {
  Finding moved = Named();
  moved.span = {"elsewhere/b.proto", {90, 1}, {91, 1}, "  int64 other = 2;"};
  moved.previous = {"git:main:a.proto", {4, 1}, {4, 2}, "x"};
  EXPECT_EQ(Fingerprint(moved), Fingerprint(Named()));
  moved.span = {};
  EXPECT_EQ(Fingerprint(moved), Fingerprint(Named()));
}

TEST(Fingerprint, OfANamedElementDependsOnElementRuleMessageAndPath) {
  const std::string print = Fingerprint(Named());
  Finding other = Named();
  other.element = "acme.Order.ids";
  EXPECT_NE(Fingerprint(other), print);
  other = Named();
  other.rule = &kOtherRule;
  EXPECT_NE(Fingerprint(other), print);
  other = Named();
  other.message = "field moved";
  EXPECT_NE(Fingerprint(other), print);
  other = Named();
  other.path = "$.id";
  EXPECT_NE(Fingerprint(other), print);
}

TEST(Fingerprint, IgnoresWhoBreaksTheProofAndSuppression) {
  Finding other = Named();
  other.breaks = {Audience::kJson};
  other.directions = {Direction::kStoredData};
  other.witnesses.push_back({});
  other.suppressed = "known";
  EXPECT_EQ(Fingerprint(other), Fingerprint(Named()));
}

TEST(ToString, AudiencesAndDirectionsHaveDifferentNames) {
  std::set<std::string_view> names;
  std::set<std::string_view> words;
  for (const Audience audience : {Audience::kBinary,
                                  Audience::kJson,
                                  Audience::kSource,
                                  Audience::kGrpc,
                                  Audience::kRest,
                                  Audience::kReflection}) {
    names.insert(ToString(audience));
    words.insert(InWords(audience));
  }
  for (const Direction direction :
       {Direction::kOldClientNewServer, Direction::kNewClientOldServer, Direction::kStoredData}) {
    names.insert(ToString(direction));
    words.insert(InWords(direction));
  }
  EXPECT_EQ(names.size(), 9U);
  EXPECT_EQ(words.size(), 9U);
  EXPECT_EQ(words.count(""), 0U);
  EXPECT_EQ(ToString(Audience::kSource), "generated-source");
  EXPECT_EQ(InWords(Direction::kOldClientNewServer), "old client with new server");
}

}  // namespace
}  // namespace accord::finding
