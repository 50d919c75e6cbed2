#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "accord/finding/report.h"

namespace accord::report {

enum class Verdict {
  kPassed,
  kPending,  ///< Passed only because what failed is pending.
  kFailed,
};
Verdict VerdictOf(const finding::Report& report, finding::Severity fail_on);
std::string_view ToString(Verdict verdict);

/// `7 interactions: 5 passed, 1 failed, 1 pending (0.12 s)`; without checks
/// `2 errors, 3 suppressed (12 files compared; 0.12 s)`.
std::string SummaryLine(const finding::Report& report);

/// Why the verdict is not what the counts suggest; empty when they agree.
std::string VerdictNote(const finding::Report& report, finding::Severity fail_on);

/// What the run checked, in the singular: "interaction", "document", "check".
std::string_view Noun(const finding::Report& report);

/// True when the check has something to tell beyond its outcome.
bool NeedsDetail(const finding::Check& check);

/// `12 ms`, `3.5 s`.
std::string Duration(double milliseconds);

/// `1 error`, `2 errors`.
std::string Plural(std::size_t count, std::string_view noun);

/// Checks under one heading.
struct Group {
  std::string_view name;
  std::vector<const finding::Check*> checks;
};
/// In the order in which the groups first appear.
std::vector<Group> GroupChecks(const std::vector<finding::Check>& checks);

}  // namespace accord::report
