#include "report/summary.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "report/characters.h"

namespace accord::report {
namespace {

using finding::Report;

std::string OutcomeCounts(const Report::Counts& counts) {
  std::vector<std::string> parts;
  const auto add = [&parts](std::size_t count, std::string_view what) {
    if (count > 0) {
      parts.push_back(fmt::format("{} {}", count, what));
    }
  };
  add(counts.passed, "passed");
  add(counts.failed, "failed");
  add(counts.pending, "pending");
  add(counts.errors, "could not be checked");
  add(counts.skipped, "skipped");
  return base::Join(parts, ", ");
}

std::string InputCounts(const Report& report) {
  std::array<std::size_t, 3> counts{};
  for (const finding::Finding& finding : report.findings) {
    if (finding.suppressed.empty()) {
      ++counts.at(static_cast<std::size_t>(finding.severity));
    }
  }
  std::vector<std::string> parts;
  for (const finding::Severity severity :
       {finding::Severity::kError, finding::Severity::kWarning, finding::Severity::kInfo}) {
    const std::size_t count = counts.at(static_cast<std::size_t>(severity));
    if (count > 0) {
      parts.push_back(Plural(count, finding::ToString(severity)));
    }
  }
  return base::Join(parts, ", ");
}

}  // namespace

std::string_view ToString(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPassed:
      return "passed";
    case Verdict::kPending:
      return "pending";
    case Verdict::kFailed:
      return "failed";
  }
  return "";
}

Verdict VerdictOf(const Report& report, finding::Severity fail_on) {
  if (report.Fails(fail_on)) {
    return Verdict::kFailed;
  }
  return report.Count().pending > 0 ? Verdict::kPending : Verdict::kPassed;
}

std::string_view Noun(const Report& report) {
  if (report.command == "verify") {
    return "interaction";
  }
  const bool documents =
      std::all_of(report.checks.begin(), report.checks.end(), [](const finding::Check& check) {
        return check.kind == "document";
      });
  return documents ? "document" : "check";
}

std::string Plural(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string Duration(double milliseconds) {
  if (milliseconds < 1) {
    return "<1 ms";
  }
  return milliseconds < 1000 ? fmt::format("{:.0f} ms", milliseconds)
                             : fmt::format("{:.1f} s", milliseconds / 1000);
}

std::string SummaryLine(const Report& report) {
  const Report::Counts counts = report.Count();
  const std::string inputs = InputCounts(report);
  const bool about_checks = !report.checks.empty() || report.command == "verify";
  std::string line;
  if (!about_checks) {
    line = inputs.empty() ? "no findings" : inputs;
  } else {
    line = Plural(report.checks.size(), Noun(report)) + ": ";
    line += report.checks.empty() ? "nothing was verified" : OutcomeCounts(counts);
    line += inputs.empty() ? "" : fmt::format("; {} about the inputs", inputs);
  }
  line += counts.suppressed == 0 ? "" : fmt::format(", {} suppressed", counts.suppressed);
  const std::string scope = report.scope.empty() ? "" : Printable(report.scope) + "; ";
  return fmt::format("{} ({}{:.2f} s)", line, scope, report.seconds);
}

std::string VerdictNote(const Report& report, finding::Severity fail_on) {
  const Report::Counts counts = report.Count();
  switch (VerdictOf(report, fail_on)) {
    case Verdict::kPending:
      if (counts.failed == 0) {
        return "passed only because what failed is pending and does not count yet";
      }
      [[fallthrough]];
    case Verdict::kPassed:
      return counts.failed == 0
                 ? ""
                 : fmt::format("passed because nothing found is as severe as --fail-on {}",
                               finding::ToString(fail_on));
    case Verdict::kFailed:
      return report.checks.empty() || counts.failed + counts.errors > 0
                 ? ""
                 : fmt::format("failed because of a finding as severe as --fail-on {}",
                               finding::ToString(fail_on));
  }
  return "";
}

bool NeedsDetail(const finding::Check& check) {
  return check.outcome == finding::Outcome::kFailed || check.outcome == finding::Outcome::kError ||
         std::any_of(check.findings.begin(), check.findings.end(), [](const auto& finding) {
           return finding.suppressed.empty();
         });
}

std::vector<Group> GroupChecks(const std::vector<finding::Check>& checks) {
  std::vector<Group> groups;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const finding::Check& check : checks) {
    const auto [place, is_new] = places.try_emplace(check.group, groups.size());
    if (is_new) {
      groups.push_back({.name = check.group, .checks = {}});
    }
    groups[place->second].checks.push_back(&check);
  }
  return groups;
}

}  // namespace accord::report
