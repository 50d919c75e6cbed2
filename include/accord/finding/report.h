#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "accord/finding/finding.h"

namespace accord::finding {

/// How one checked thing ended.
enum class Outcome : std::uint8_t {
  kPassed,
  kFailed,   ///< Has findings that count.
  kPending,  ///< Has findings, but is marked as not counting yet.
  kError,    ///< Could not be checked: provider gone, state set-up failed.
  kSkipped,  ///< Not run; `notes` says why.
};
std::string_view ToString(Outcome outcome);

/// One thing that was checked: an interaction, a message, a document.
struct Check {
  std::string group;                  ///< Heading: "web-shop → orders".
  std::string name;                   ///< "a request for an order".
  std::string kind;                   ///< "http", "message", "document" …
  std::vector<std::string> given;     ///< Provider states, in order.
  std::vector<std::string> comments;  ///< What the contract's author wrote, for people.
  Span span;                          ///< Where it is defined.
  Outcome outcome = Outcome::kPassed;
  std::optional<double> milliseconds;  ///< Response time, when something was asked.
  std::vector<Finding> findings;
  std::vector<std::string> notes;  ///< Warnings that are no findings.
  std::string reproduce;           ///< A command that repeats the request.
};

/// What one run found. Reporters turn it into text, JSON, JUnit …
struct Report {
  std::string command;               ///< "verify", "validate".
  std::string subject;               ///< "orders at http://localhost:8080".
  std::vector<Check> checks;         ///< In the order of the input.
  std::vector<Finding> findings;     ///< About inputs, not about one check.
  std::vector<std::string> notices;  ///< For the person running it.
  std::string scope;                 ///< How much was looked at: "12 files compared, 3 unchanged".
  double seconds = 0;

  struct Counts {
    std::size_t passed = 0, failed = 0, pending = 0, errors = 0, skipped = 0;
    std::size_t finding_errors = 0, finding_warnings = 0, finding_infos = 0, suppressed = 0;
  };
  /// Findings of pending checks are not counted; suppressed ones only as such.
  Counts Count() const;
  /// True when a finding that counts, outside pending checks, is at or above `threshold`, a check
  /// ended in kError, or a check failed without saying why.
  bool Fails(Severity threshold) const;
};

/// Sets the fingerprints of all findings. Equal ones get their ordinal mixed in from the second on.
void Finish(Report& report);

}  // namespace accord::finding
