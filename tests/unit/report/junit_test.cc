#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/document/xml.h"

#include "tests/unit/report/render.h"

namespace accord::report {
namespace {

using document::XmlElement;
using finding::Outcome;
using finding::Severity;
using testing::HasSubstr;

XmlElement Parsed(const finding::Report& report, const Style& style = {}) {
  base::Result<XmlElement> root = document::ParseXml(Render(WriteJunit, report, style));
  if (!root.ok()) {
    ADD_FAILURE() << root.error().message;
    return {};
  }
  return std::move(root).value();
}

std::string Attribute(const XmlElement& element, std::string_view name) {
  for (const document::XmlAttribute& attribute : element.attributes) {
    if (attribute.name == name) {
      return attribute.value;
    }
  }
  return "(absent)";
}

TEST(Junit, IsWellFormedForAnyBytes) {
  const XmlElement root = Parsed(HostileReport());
  EXPECT_EQ(root.name, "testsuites");
  EXPECT_EQ(Attribute(root.children.at(1), "name"),
            "a[31m<b>&\"'|`*%25\r\n,:\uFFFD\uFFFD\uFFFD\uFFFD é");
}

TEST(Junit, DropsWhatXmlCannotHold) {
  const std::string out =
      Render(WriteJunit, Verify({MakeCheck("a\uFFFE\uFFFF\x01z", Outcome::kPassed)}));
  EXPECT_THAT(out, HasSubstr("name=\"az\""));
}

TEST(Junit, OneSuitePerGroupAndOneCasePerCheck) {
  finding::Report report =
      Verify({MakeCheck("a", Outcome::kPassed), MakeCheck("b", Outcome::kPassed)});
  report.checks[1].group = "other";
  report.checks[0].milliseconds = 1500;
  report.checks[0].span = At("c.json", 4, 2);
  const XmlElement root = Parsed(report);
  ASSERT_EQ(root.children.size(), 2U);
  EXPECT_EQ(Attribute(root, "tests"), "2");
  EXPECT_EQ(Attribute(root, "time"), "0.120");
  EXPECT_EQ(Attribute(root.children[0], "name"), "web → orders");
  const XmlElement& test = root.children[0].children.at(0);
  EXPECT_EQ(Attribute(test, "classname"), "web → orders");
  EXPECT_EQ(Attribute(test, "name"), "a");
  EXPECT_EQ(Attribute(test, "time"), "1.500");
  EXPECT_EQ(Attribute(test, "file"), "c.json");
  EXPECT_EQ(Attribute(test, "line"), "4");
  EXPECT_TRUE(test.children.empty());
}

TEST(Junit, OutcomesBecomeElements) {
  finding::Report report = Verify({Failing("failed", "it differs"),
                                   Failing("broken", "gone", Outcome::kError),
                                   Failing("later", "not yet", Outcome::kPending),
                                   MakeCheck("left out", Outcome::kSkipped)});
  report.checks[3].notes = {"by a filter"};
  const XmlElement root = Parsed(report);
  const std::vector<XmlElement>& cases = root.children.at(0).children;
  EXPECT_EQ(Attribute(root, "failures"), "1");
  EXPECT_EQ(Attribute(root, "errors"), "1");
  EXPECT_EQ(Attribute(root, "skipped"), "2");
  const XmlElement& failure = cases.at(0).children.at(0);
  EXPECT_EQ(failure.name, "failure");
  EXPECT_EQ(Attribute(failure, "type"), "some-rule");
  EXPECT_EQ(Attribute(failure, "message"), "it differs");
  EXPECT_THAT(failure.text, HasSubstr("error: it differs [some-rule]"));
  EXPECT_EQ(cases.at(1).children.at(0).name, "error");
  EXPECT_EQ(cases.at(2).children.at(0).name, "skipped");
  EXPECT_EQ(Attribute(cases.at(2).children.at(0), "message"), "pending: not yet");
  EXPECT_EQ(Attribute(cases.at(3).children.at(0), "message"), "by a filter");
}

TEST(Junit, StatesTellCasesOfOneNameApart) {
  finding::Report report =
      Verify({MakeCheck("a", Outcome::kPassed), MakeCheck("a", Outcome::kPassed)});
  report.checks[1].given = {"one", "two"};
  const XmlElement root = Parsed(report);
  EXPECT_EQ(Attribute(root.children.at(0).children.at(0), "name"), "a");
  EXPECT_EQ(Attribute(root.children.at(0).children.at(1), "name"), "a (given one and two)");
}

TEST(Junit, InputFindingsFailFromTheThresholdOn) {
  finding::Report report;
  report.findings = {finding::Make(kRule, "bad", At("a.json", 1, 2)), finding::Make(kRule, "hm")};
  report.findings[1].severity = Severity::kWarning;
  const XmlElement root = Parsed(report);
  EXPECT_EQ(Attribute(root, "failures"), "1");
  EXPECT_EQ(Attribute(root.children.at(0), "name"), "a.json");
  const XmlElement& bad = root.children.at(0).children.at(0);
  EXPECT_EQ(Attribute(bad, "name"), "a.json:1:2: bad");
  EXPECT_EQ(bad.children.at(0).name, "failure");
  EXPECT_EQ(Attribute(root.children.at(1), "name"), "inputs");
  EXPECT_EQ(root.children.at(1).children.at(0).children.at(0).name, "system-out");
  EXPECT_EQ(Attribute(Parsed(report, {.fail_on = Severity::kWarning}), "failures"), "2");
}

TEST(Junit, PassedCheckWithASevereFindingFails) {
  finding::Report report = Verify({Failing("a", "m", Outcome::kPassed)});
  report.checks[0].findings[0].severity = Severity::kWarning;
  EXPECT_EQ(Attribute(Parsed(report), "failures"), "0");
  EXPECT_EQ(Attribute(Parsed(report, {.fail_on = Severity::kWarning}), "failures"), "1");
}

TEST(Junit, OneSuitePerFileOfAFinding) {
  finding::Report report;
  report.findings = {Change("one"), finding::Make(kRule, "two", At("b", 1, 1)), Change("three")};
  const XmlElement root = Parsed(report);
  ASSERT_EQ(root.children.size(), 2U);
  EXPECT_EQ(Attribute(root.children[0], "name"), "a.proto");
  EXPECT_EQ(Attribute(root.children[0], "tests"), "2");
  EXPECT_THAT(root.children[0].children.at(0).children.at(0).text,
              HasSubstr("\n  breaks: binary format, JSON; stored data\n"));
}

TEST(Junit, SuppressedFindingsAreSkippedWithTheReason) {
  finding::Report report;
  report.findings = {Change("known")};
  report.findings[0].suppressed = "the baseline";
  const XmlElement root = Parsed(report);
  EXPECT_EQ(Attribute(root, "failures"), "0");
  EXPECT_EQ(Attribute(root, "skipped"), "1");
  const XmlElement& skipped = root.children.at(0).children.at(0).children.at(0);
  EXPECT_EQ(skipped.name, "skipped");
  EXPECT_EQ(Attribute(skipped, "message"), "suppressed: the baseline");
}

TEST(Junit, SuppressedFindingsOfChecksDoNotFailThem) {
  finding::Report report = Verify({Failing("a", "m", Outcome::kPassed)});
  report.checks[0].findings[0].suppressed = "the baseline";
  EXPECT_EQ(Attribute(Parsed(report), "failures"), "0");
}

TEST(Junit, NothingFoundIsAPassedCase) {
  finding::Report report;
  report.command = "breaking";
  report.scope = "2 files compared";
  const XmlElement root = Parsed(report);
  EXPECT_EQ(Attribute(root, "tests"), "1");
  EXPECT_EQ(Attribute(root, "failures"), "0");
  EXPECT_EQ(Attribute(root.children.at(0), "name"), "accord breaking");
  EXPECT_EQ(Attribute(root.children.at(0).children.at(0), "name"),
            "no findings (2 files compared; 0.00 s)");
}

}  // namespace
}  // namespace accord::report
