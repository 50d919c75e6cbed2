#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/base/strings.h"

#include "report/display_width.h"
#include "tests/unit/report/render.h"

namespace accord::report {
namespace {

using finding::Outcome;
using finding::Severity;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::size_t Widest(const std::string& text) {
  std::size_t widest = 0;
  for (const std::string_view line : base::Split(text, '\n')) {
    widest = std::max(widest, WidthOf(line));
  }
  return widest;
}

TEST(Text, InputFindingReadsLikeACompiler) {
  finding::Report report;
  finding::Finding finding = finding::Make(kRule, "it is wrong", At("a.json", 3, 2));
  finding.span.source_line = "\t注x";
  finding.related.push_back({"declared here", At("b.json", 1, 1)});
  finding.help = "put it right";
  report.findings = {finding};
  EXPECT_THAT(Render(WriteText, report),
              StartsWith("a.json:3:2: error: it is wrong [some-rule]\n"
                         "    3 |     注x\n"
                         "      |     ^~\n"
                         "  b.json:1:1: note: declared here\n"
                         "  help: put it right\n"));
}

TEST(Text, FindingWithoutPlaceStartsWithItsSeverity) {
  finding::Report report;
  report.findings = {finding::Make(kRule, "it is wrong")};
  EXPECT_THAT(Render(WriteText, report), StartsWith("error: it is wrong [some-rule]\n"));
}

TEST(Text, ListsEveryOutcomeWithItsMark) {
  finding::Report report = Verify({MakeCheck("one", Outcome::kPassed),
                                   Failing("two", "m"),
                                   Failing("three", "m", Outcome::kPending),
                                   MakeCheck("four", Outcome::kError),
                                   MakeCheck("five", Outcome::kSkipped)});
  report.checks[0].milliseconds = 12;
  report.checks[4].notes = {"not for today"};
  EXPECT_THAT(Render(WriteText, report),
              StartsWith("web → orders\n"
                         "  ✓ one (12 ms)\n"
                         "  ✗ two\n"
                         "  ~ three\n"
                         "  ! four\n"
                         "  - five\n"
                         "      note: not for today\n"));
}

TEST(Text, StatesOfPassedChecksOnlyWhenVerbose) {
  finding::Report report = Verify({MakeCheck("one", Outcome::kPassed)});
  report.checks[0].given = {"a state"};
  report.checks[0].reproduce = "curl x";
  EXPECT_THAT(Render(WriteText, report), Not(HasSubstr("Given")));
  const std::string verbose = Render(WriteText, report, {.verbose = true});
  EXPECT_THAT(verbose, HasSubstr("      Given a state\n"));
  EXPECT_THAT(verbose, HasSubstr("repeat: curl x\n"));
}

TEST(Text, FailureTellsEverything) {
  finding::Report report = Verify({Failing("two", "it differs")});
  finding::Check& check = report.checks[0];
  check.given = {"first", "second"};
  check.span = At("c.json", 7, 3);
  check.reproduce = "curl -X GET http://localhost/";
  finding::Finding& finding = check.findings[0];
  finding.path = "$.id";
  finding.expected = "1";
  finding.actual = "2";
  finding.demand = "equal to the example";
  finding.diff = "-1\n+2";
  finding.help = "fix it";
  EXPECT_THAT(Render(WriteText, report),
              HasSubstr("1) web → orders: two\n"
                        "   Given first\n"
                        "     and second\n"
                        "   contract: c.json:7:3\n"
                        "\n"
                        "   error: it differs [some-rule]\n"
                        "      at:        $.id\n"
                        "      expected:  1\n"
                        "      actual:    2\n"
                        "      rule:      equal to the example\n"
                        "      diff:      -1\n"
                        "                 +2\n"
                        "      help:      fix it\n"
                        "\n"
                        "   repeat: curl -X GET http://localhost/\n"));
}

TEST(Text, LongDiffsAreCut) {
  finding::Report report = Verify({Failing("one", "m")});
  std::string& diff = report.checks[0].findings[0].diff;
  for (int i = 0; i < 30; ++i) {
    diff += "+line\n";
  }
  EXPECT_THAT(Render(WriteText, report), HasSubstr("… 10 more lines\n"));
}

TEST(Text, PlaceOfAFindingIsShownOnceAndItsSourceUnlessValuesAreCompared) {
  finding::Report report = Verify({Failing("one", "m")});
  finding::Check& check = report.checks[0];
  check.span = At("c.json", 1, 1);
  check.findings[0].span = check.span;
  EXPECT_THAT(Render(WriteText, report), Not(HasSubstr("see:")));

  check.findings[0].span = At("c.json", 5, 1);
  check.findings[0].span.source_line = "source";
  EXPECT_THAT(Render(WriteText, report),
              HasSubstr("      see:       c.json:5:1\n          5 | source\n"));

  check.findings[0].expected = "1";
  EXPECT_THAT(Render(WriteText, report), Not(HasSubstr("| source")));
  EXPECT_THAT(Render(WriteText, report, {.verbose = true}), HasSubstr("| source"));
}

TEST(Text, SourceOfRelatedPlacesOnlyWhenVerbose) {
  finding::Report report;
  report.findings = {finding::Make(kRule, "m")};
  report.findings[0].related.push_back({"declared here", At("b.json", 1, 1)});
  report.findings[0].related[0].span.source_line = "source";
  EXPECT_THAT(Render(WriteText, report), Not(HasSubstr("| source")));
  EXPECT_THAT(Render(WriteText, report, {.verbose = true}), HasSubstr("| source"));
}

TEST(Text, PassedCheckWithAWarningIsShownInFull) {
  finding::Report report = Verify({Failing("one", "hm", Outcome::kPassed)});
  report.checks[0].findings[0].severity = Severity::kWarning;
  EXPECT_THAT(Render(WriteText, report), HasSubstr("1) web → orders: one\n\n   warning: hm"));
}

TEST(Text, ManyFindingsFitOnOneScreen) {
  finding::Report report = Verify({Failing("one", "message 0")});
  std::vector<finding::Finding>& findings = report.checks[0].findings;
  for (int i = 1; i < 22; ++i) {
    findings.push_back(finding::Make(kRule, "message " + std::to_string(i)));
    findings.back().path = "$.p" + std::to_string(i);
  }
  const std::string out = Render(WriteText, report);
  EXPECT_THAT(out, HasSubstr("   error: message 0 [some-rule]\n"));
  EXPECT_THAT(out, HasSubstr("   error: $.p9: message 9\n"));
  EXPECT_THAT(out, Not(HasSubstr("message 10")));
  EXPECT_THAT(out, HasSubstr("… and 12 more (all of them: --format json)\n"));
  EXPECT_LE(base::Split(out, '\n').size(), 40U);
}

TEST(Text, ErrorsAreNotHiddenBehindWarnings) {
  finding::Report report = Verify({Failing("one", "minor")});
  std::vector<finding::Finding>& findings = report.checks[0].findings;
  findings[0].severity = Severity::kWarning;
  findings.resize(15, findings[0]);
  findings.push_back(finding::Make(kRule, "the real one"));
  EXPECT_THAT(Render(WriteText, report), HasSubstr("error: the real one"));
}

TEST(Text, LongValuesStayWithinTheWidth) {
  finding::Report report = Verify({Failing("one", std::string(3, 'm'))});
  finding::Finding& finding = report.checks[0].findings[0];
  finding.path = std::string(500, 'p');
  finding.expected = std::string(500, 'e');
  finding.actual = std::string(500, 'a');
  finding.diff = "-" + std::string(500, 'd');
  finding.span = At("c.json", 1, 250);
  finding.span.source_line = std::string(500, 's');
  for (const int width : {40, 80, 200}) {
    const Style style{.width = width, .verbose = true};
    EXPECT_LE(Widest(Render(WriteText, report, style)), static_cast<std::size_t>(width));
  }
}

TEST(Text, AbsurdWidthsAreSurvived) {
  for (const int width : {-5, 0, 1}) {
    finding::Report report = Verify({Failing("one", "m")});
    report.checks[0].findings[0].actual = std::string(500, 'a');
    EXPECT_LE(Widest(Render(WriteText, report, {.width = width})), 40U);
  }
}

TEST(Text, CommandsAreNeverCut) {
  finding::Report report = Verify({Failing("one", "m")});
  report.checks[0].reproduce = "curl -d '" + std::string(300, 'x') + "\n\tz'";
  EXPECT_THAT(Render(WriteText, report), HasSubstr(report.checks[0].reproduce + "\n"));
}

TEST(Text, ColourOnlyWhenAsked) {
  const finding::Report report = Verify({Failing("one", "m")});
  EXPECT_EQ(Render(WriteText, report).find('\x1b'), std::string::npos);
  const std::string coloured = Render(WriteText, report, {.color = true});
  EXPECT_THAT(coloured, HasSubstr("\x1b[31m"));
  EXPECT_THAT(coloured, HasSubstr("\x1b[0m"));
}

TEST(Text, DiffIsColouredBySide) {
  finding::Report report = Verify({Failing("one", "m")});
  report.checks[0].findings[0].diff = " same\n-old\n+new";
  const std::string out = Render(WriteText, report, {.color = true});
  EXPECT_THAT(out, HasSubstr("\x1b[31m-old\x1b[0m"));
  EXPECT_THAT(out, HasSubstr("\x1b[32m+new\x1b[0m"));
  EXPECT_THAT(out, HasSubstr(" same\n"));
}

TEST(Text, EndsWithNoticesAndTheSummary) {
  finding::Report report = Verify({Failing("one", "m", Outcome::kPending)});
  report.notices = {"look here"};
  EXPECT_THAT(Render(WriteText, report),
              testing::EndsWith("note: look here\n"
                                "1 interaction: 1 pending (0.12 s)\n"
                                "passed only because what failed is pending and does not count "
                                "yet\n"));
}

TEST(Text, DocumentsAreReportedLikeCompilerInput) {
  finding::Report report;
  report.command = "validate";
  report.checks = {Failing("a.json", "it is wrong"), MakeCheck("b.json", Outcome::kPassed)};
  for (finding::Check& check : report.checks) {
    check.kind = "document";
  }
  report.checks[0].findings[0].span = At("a.json", 1, 2);
  EXPECT_EQ(Render(WriteText, report),
            "a.json:1:2: error: it is wrong [some-rule]\n\n"
            "2 documents: 1 passed, 1 failed (0.00 s)\n");
}

}  // namespace
}  // namespace accord::report
