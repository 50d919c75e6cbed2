#include "report/summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/report/render.h"

namespace accord::report {
namespace {

using finding::Outcome;
using finding::Severity;
using testing::HasSubstr;

TEST(SummaryLine, CountsOutcomes) {
  finding::Report report = Verify({MakeCheck("a", Outcome::kPassed),
                                   MakeCheck("b", Outcome::kPassed),
                                   Failing("c", "m"),
                                   Failing("d", "m", Outcome::kPending)});
  EXPECT_EQ(SummaryLine(report), "4 interactions: 2 passed, 1 failed, 1 pending (0.12 s)");
}

TEST(SummaryLine, NamesOneInTheSingular) {
  EXPECT_EQ(SummaryLine(Verify({MakeCheck("a", Outcome::kPassed)})),
            "1 interaction: 1 passed (0.12 s)");
}

TEST(SummaryLine, TellsChecksThatCouldNotRun) {
  EXPECT_EQ(
      SummaryLine(Verify({MakeCheck("a", Outcome::kError), MakeCheck("b", Outcome::kSkipped)})),
      "2 interactions: 1 could not be checked, 1 skipped (0.12 s)");
}

TEST(SummaryLine, SaysThatNothingWasVerified) {
  EXPECT_EQ(SummaryLine(Verify({})), "0 interactions: nothing was verified (0.12 s)");
}

TEST(SummaryLine, CountsFindingsAboutInputsApart) {
  finding::Report report = Verify({Failing("a", "m")});
  report.findings = {finding::Make(kRule, "x"), finding::Make(kRule, "y")};
  report.findings[1].severity = Severity::kWarning;
  EXPECT_EQ(SummaryLine(report),
            "1 interaction: 1 failed; 1 error, 1 warning about the inputs (0.12 s)");
}

TEST(SummaryLine, WithoutChecksCountsFindings) {
  finding::Report report;
  report.command = "breaking";
  EXPECT_EQ(SummaryLine(report), "no findings (0.00 s)");
  report.findings.assign(2, finding::Make(kRule, "x"));
  EXPECT_EQ(SummaryLine(report), "2 errors (0.00 s)");
}

TEST(Noun, FollowsCommandAndKind) {
  finding::Report report = Verify({MakeCheck("a", Outcome::kPassed)});
  EXPECT_EQ(Noun(report), "interaction");
  report.command = "check";
  EXPECT_EQ(Noun(report), "check");
  report.checks[0].kind = "document";
  EXPECT_EQ(Noun(report), "document");
}

TEST(VerdictNote, SaysThatOnlyPendingFailed) {
  const finding::Report report =
      Verify({MakeCheck("a", Outcome::kPassed), Failing("b", "m", Outcome::kPending)});
  EXPECT_EQ(VerdictOf(report, Severity::kError), Verdict::kPending);
  EXPECT_THAT(VerdictNote(report, Severity::kError), HasSubstr("pending"));
}

TEST(VerdictNote, IsSilentWhenTheCountsTellAll) {
  EXPECT_EQ(VerdictNote(Verify({MakeCheck("a", Outcome::kPassed)}), Severity::kError), "");
  const finding::Report failed = Verify({Failing("a", "m"), Failing("b", "m", Outcome::kPending)});
  EXPECT_EQ(VerdictOf(failed, Severity::kError), Verdict::kFailed);
  EXPECT_EQ(VerdictNote(failed, Severity::kError), "");
}

TEST(VerdictNote, IsSilentWhenOnlyInputsWereRead) {
  finding::Report report;
  report.findings = {finding::Make(kRule, "x")};
  EXPECT_EQ(VerdictOf(report, Severity::kError), Verdict::kFailed);
  EXPECT_EQ(VerdictNote(report, Severity::kError), "");
}

TEST(VerdictNote, ExplainsTheThreshold) {
  finding::Report report = Verify({Failing("a", "m")});
  report.checks[0].findings[0].severity = Severity::kWarning;
  EXPECT_EQ(VerdictOf(report, Severity::kError), Verdict::kPassed);
  EXPECT_THAT(VerdictNote(report, Severity::kError), HasSubstr("--fail-on error"));

  report.checks[0].outcome = Outcome::kPassed;
  EXPECT_EQ(VerdictOf(report, Severity::kWarning), Verdict::kFailed);
  EXPECT_THAT(VerdictNote(report, Severity::kWarning), HasSubstr("--fail-on warning"));
}

TEST(Duration, PicksAUnit) {
  EXPECT_EQ(Duration(0.3), "<1 ms");
  EXPECT_EQ(Duration(12.4), "12 ms");
  EXPECT_EQ(Duration(3456), "3.5 s");
}

TEST(GroupChecks, GathersInOrderOfFirstAppearance) {
  finding::Report report = Verify({MakeCheck("1", Outcome::kPassed),
                                   MakeCheck("2", Outcome::kPassed),
                                   MakeCheck("3", Outcome::kPassed)});
  report.checks[1].group = "other";
  const std::vector<Group> groups = GroupChecks(report.checks);
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0].checks.size(), 2U);
  EXPECT_EQ(groups[0].checks[1]->name, "3");
  EXPECT_EQ(groups[1].name, "other");
}

TEST(SummaryLine, TellsScopeAndSuppressedFindings) {
  finding::Report report;
  report.command = "breaking";
  report.scope = "2 files\n compared";
  report.findings.assign(3, finding::Make(kRule, "x"));
  report.findings[0].suppressed = report.findings[1].suppressed = "known";
  EXPECT_EQ(SummaryLine(report), "1 error, 2 suppressed (2 files␊ compared; 0.00 s)");
}

TEST(NeedsDetail, NotForSuppressedFindings) {
  finding::Check check = Failing("a", "m", Outcome::kPassed);
  EXPECT_TRUE(NeedsDetail(check));
  check.findings[0].suppressed = "known";
  EXPECT_FALSE(NeedsDetail(check));
}

}  // namespace
}  // namespace accord::report
