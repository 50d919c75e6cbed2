#include "accord/finding/report.h"

#include <algorithm>
#include <unordered_map>

#include "accord/base/hash.h"

namespace accord::finding {
namespace {

void CountSeverities(const std::vector<Finding>& findings, Report::Counts& counts) {
  for (const Finding& finding : findings) {
    if (!finding.suppressed.empty()) {
      ++counts.suppressed;
      continue;
    }
    switch (finding.severity) {
      case Severity::kInfo:
        ++counts.finding_infos;
        break;
      case Severity::kWarning:
        ++counts.finding_warnings;
        break;
      case Severity::kError:
        ++counts.finding_errors;
        break;
    }
  }
}

void CountOutcome(Outcome outcome, Report::Counts& counts) {
  switch (outcome) {
    case Outcome::kPassed:
      ++counts.passed;
      break;
    case Outcome::kFailed:
      ++counts.failed;
      break;
    case Outcome::kPending:
      ++counts.pending;
      break;
    case Outcome::kError:
      ++counts.errors;
      break;
    case Outcome::kSkipped:
      ++counts.skipped;
      break;
  }
}

bool AnyAtOrAbove(Severity threshold, const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [threshold](const Finding& finding) {
    return finding.suppressed.empty() && finding.severity >= threshold;
  });
}

bool CheckFails(const Check& check, Severity threshold) {
  switch (check.outcome) {
    case Outcome::kPending:
      return false;
    case Outcome::kError:
      return true;
    case Outcome::kFailed:
      return check.findings.empty() || AnyAtOrAbove(threshold, check.findings);
    case Outcome::kPassed:
    case Outcome::kSkipped:
      break;
  }
  return AnyAtOrAbove(threshold, check.findings);
}

using Seen = std::unordered_map<std::string, std::size_t>;

void SetFingerprints(std::vector<Finding>& findings, Seen& seen) {
  for (Finding& finding : findings) {
    std::string fingerprint = Fingerprint(finding);
    const std::size_t ordinal = ++seen[fingerprint];
    finding.fingerprint = ordinal == 1 ? std::move(fingerprint)
                                       : base::HashHex(fingerprint + "#" + std::to_string(ordinal));
  }
}

}  // namespace

std::string_view ToString(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPassed:
      return "passed";
    case Outcome::kFailed:
      return "failed";
    case Outcome::kPending:
      return "pending";
    case Outcome::kError:
      return "error";
    case Outcome::kSkipped:
      return "skipped";
  }
  return "";
}

Report::Counts Report::Count() const {
  Counts counts;
  CountSeverities(findings, counts);
  for (const Check& check : checks) {
    CountOutcome(check.outcome, counts);
    if (check.outcome != Outcome::kPending) {
      CountSeverities(check.findings, counts);
    }
  }
  return counts;
}

bool Report::Fails(Severity threshold) const {
  return AnyAtOrAbove(threshold, findings) ||
         std::any_of(checks.begin(), checks.end(), [threshold](const Check& check) {
           return CheckFails(check, threshold);
         });
}

void Finish(Report& report) {
  Seen seen;
  SetFingerprints(report.findings, seen);
  for (Check& check : report.checks) {
    SetFingerprints(check.findings, seen);
  }
}

}  // namespace accord::finding
