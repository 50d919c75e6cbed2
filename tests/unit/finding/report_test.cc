#include "accord/finding/report.h"

#include <set>

#include <gtest/gtest.h>

namespace accord::finding {
namespace {

constexpr RuleInfo kRule{"rule", Severity::kError, "Something is wrong.", "Mend it."};

Finding Of(Severity severity, std::string message = "message") {
  Finding finding = Make(kRule, std::move(message));
  finding.severity = severity;
  return finding;
}

Check Ended(Outcome outcome, std::vector<Finding> findings = {}) {
  Check check;
  check.outcome = outcome;
  check.findings = std::move(findings);
  return check;
}

Report With(Check check) {
  Report report;
  report.checks.push_back(std::move(check));
  return report;
}

bool Fails(Outcome outcome, std::vector<Finding> findings, Severity threshold) {
  return With(Ended(outcome, std::move(findings))).Fails(threshold);
}

TEST(ToString, NamesOutcomes) {
  EXPECT_EQ(ToString(Outcome::kPassed), "passed");
  EXPECT_EQ(ToString(Outcome::kFailed), "failed");
  EXPECT_EQ(ToString(Outcome::kPending), "pending");
  EXPECT_EQ(ToString(Outcome::kError), "error");
  EXPECT_EQ(ToString(Outcome::kSkipped), "skipped");
}

TEST(Count, CountsOutcomes) {
  Report report;
  const std::vector<std::pair<Outcome, int>> wanted = {{Outcome::kPassed, 5},
                                                       {Outcome::kFailed, 4},
                                                       {Outcome::kPending, 3},
                                                       {Outcome::kError, 2},
                                                       {Outcome::kSkipped, 1}};
  for (const auto& [outcome, times] : wanted) {
    for (int i = 0; i < times; ++i) {
      report.checks.push_back(Ended(outcome));
    }
  }
  const Report::Counts counts = report.Count();
  EXPECT_EQ(counts.passed, 5U);
  EXPECT_EQ(counts.failed, 4U);
  EXPECT_EQ(counts.pending, 3U);
  EXPECT_EQ(counts.errors, 2U);
  EXPECT_EQ(counts.skipped, 1U);
}

TEST(Count, CountsFindingsOfReportAndChecksButNotOfPendingOnes) {
  Report report;
  report.findings = {Of(Severity::kWarning), Of(Severity::kInfo)};
  report.checks.push_back(Ended(Outcome::kFailed, {Of(Severity::kError), Of(Severity::kInfo)}));
  report.checks.push_back(Ended(Outcome::kPassed, {Of(Severity::kInfo)}));
  report.checks.push_back(Ended(Outcome::kPending, {Of(Severity::kError), Of(Severity::kWarning)}));
  const Report::Counts counts = report.Count();
  EXPECT_EQ(counts.finding_errors, 1U);
  EXPECT_EQ(counts.finding_warnings, 1U);
  EXPECT_EQ(counts.finding_infos, 3U);
}

TEST(Fails, NotWhenNothingIsWrong) {
  EXPECT_FALSE(Report{}.Fails(Severity::kInfo));
  EXPECT_FALSE(Fails(Outcome::kPassed, {}, Severity::kInfo));
  EXPECT_FALSE(Fails(Outcome::kSkipped, {}, Severity::kInfo));
}

TEST(Fails, ComparesFindingsOfTheReportWithTheThreshold) {
  Report report;
  report.findings.push_back(Of(Severity::kWarning));
  EXPECT_TRUE(report.Fails(Severity::kInfo));
  EXPECT_TRUE(report.Fails(Severity::kWarning));
  EXPECT_FALSE(report.Fails(Severity::kError));
}

TEST(Fails, ComparesFindingsOfChecksWithTheThreshold) {
  for (const Outcome outcome : {Outcome::kPassed, Outcome::kFailed, Outcome::kSkipped}) {
    EXPECT_TRUE(Fails(outcome, {Of(Severity::kInfo), Of(Severity::kError)}, Severity::kError));
    EXPECT_TRUE(Fails(outcome, {Of(Severity::kWarning)}, Severity::kWarning));
    EXPECT_FALSE(Fails(outcome, {Of(Severity::kWarning)}, Severity::kError));
  }
}

TEST(Fails, WhenACheckFailedWithoutSayingWhy) {
  EXPECT_TRUE(Fails(Outcome::kFailed, {}, Severity::kError));
}

TEST(Fails, WhenACheckCouldNotBeMade) {
  EXPECT_TRUE(Fails(Outcome::kError, {}, Severity::kError));
  EXPECT_TRUE(Fails(Outcome::kError, {Of(Severity::kInfo)}, Severity::kError));
}

TEST(Fails, NeverForPendingChecks) {
  EXPECT_FALSE(Fails(Outcome::kPending, {Of(Severity::kError)}, Severity::kInfo));
}

TEST(Finish, SetsFingerprintsEverywhere) {
  Report report = With(Ended(Outcome::kPending, {Of(Severity::kError, "in a check")}));
  report.findings.push_back(Of(Severity::kError, "in the report"));
  Finish(report);
  EXPECT_EQ(report.findings[0].fingerprint, Fingerprint(report.findings[0]));
  EXPECT_EQ(report.checks[0].findings[0].fingerprint, Fingerprint(report.checks[0].findings[0]));
}

TEST(Finish, TellsEqualFindingsApart) {
  Report report = With(Ended(Outcome::kFailed, {Of(Severity::kError), Of(Severity::kError)}));
  report.findings.push_back(Of(Severity::kError));
  Finish(report);
  const std::set<std::string> prints = {report.findings[0].fingerprint,
                                        report.checks[0].findings[0].fingerprint,
                                        report.checks[0].findings[1].fingerprint};
  EXPECT_EQ(prints.size(), 3U);
  EXPECT_EQ(report.findings[0].fingerprint, Fingerprint(report.findings[0]));
}

TEST(Finish, OrdinalsDoNotDependOnOtherFindings) {
  Report small = With(Ended(Outcome::kFailed, {Of(Severity::kError), Of(Severity::kError)}));
  Report large =
      With(Ended(Outcome::kFailed,
                 {Of(Severity::kError), Of(Severity::kError, "another"), Of(Severity::kError)}));
  Finish(small);
  Finish(large);
  EXPECT_EQ(small.checks[0].findings[1].fingerprint, large.checks[0].findings[2].fingerprint);
}

TEST(Finish, MayBeRepeated) {
  Report report = With(Ended(Outcome::kFailed, {Of(Severity::kError), Of(Severity::kError)}));
  Finish(report);
  const std::string first = report.checks[0].findings[0].fingerprint;
  const std::string second = report.checks[0].findings[1].fingerprint;
  Finish(report);
  EXPECT_EQ(report.checks[0].findings[0].fingerprint, first);
  EXPECT_EQ(report.checks[0].findings[1].fingerprint, second);
}

Finding Suppressed(Severity severity) {
  Finding finding = Of(severity);
  finding.suppressed = "known";
  return finding;
}

TEST(Count, SuppressedFindingsAreCountedAsSuchOnly) {
  Report report;
  report.findings = {
      Suppressed(Severity::kError), Suppressed(Severity::kInfo), Of(Severity::kWarning)};
  report.checks.push_back(Ended(Outcome::kPassed, {Suppressed(Severity::kWarning)}));
  report.checks.push_back(Ended(Outcome::kPending, {Suppressed(Severity::kWarning)}));
  const Report::Counts counts = report.Count();
  EXPECT_EQ(counts.finding_errors, 0U);
  EXPECT_EQ(counts.finding_warnings, 1U);
  EXPECT_EQ(counts.finding_infos, 0U);
  EXPECT_EQ(counts.suppressed, 3U);
}

TEST(Fails, NeverForSuppressedFindings) {
  Report report;
  report.findings = {Suppressed(Severity::kError)};
  EXPECT_FALSE(report.Fails(Severity::kInfo));
  EXPECT_FALSE(Fails(Outcome::kPassed, {Suppressed(Severity::kError)}, Severity::kInfo));
  EXPECT_FALSE(Fails(Outcome::kFailed, {Suppressed(Severity::kError)}, Severity::kInfo));
}

}  // namespace
}  // namespace accord::finding
