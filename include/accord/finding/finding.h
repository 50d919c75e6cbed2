#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace accord::finding {

/// A place in a text. Both are 1-based; columns count code points. 0 = unknown.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

/// A range in one input, with the text of its first line so that a reporter needs no file.
struct Span {
  std::string file;  ///< As the user named it; empty when there is no file.
  Position start;
  Position end;             ///< One past the last character.
  std::string source_line;  ///< Line `start.line`, without its line break, cut when very long.
  std::uint32_t source_column = 1;  ///< Column of the first character of `source_line`.

  bool known() const { return start.line != 0; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// `file:line:column`, or the file alone when the place is unknown; unknown parts are left out.
std::string ToString(const Span& span);

enum class Severity : std::uint8_t { kInfo, kWarning, kError };
std::string_view ToString(Severity severity);

/// What a rule is: one constant per rule, beside the code that checks it. Ids never change.
struct RuleInfo {
  std::string_view id;
  Severity severity = Severity::kError;  ///< By default; policy may change it per finding.
  std::string_view summary;              ///< One sentence: the situation that is flagged.
  std::string_view explanation;          ///< Why it matters and what to do.
};

/// Another place that belongs to a finding.
struct Related {
  std::string label;  ///< "provider state declared here"
  Span span;
};

/// One thing that is wrong with the user's documents or services. Plain data.
struct Finding {
  const RuleInfo* rule = nullptr;  ///< Never null in a report.
  Severity severity = Severity::kError;
  std::string message;  ///< One line: what happened.
  Span span;            ///< Where to look first.
  std::vector<Related> related;

  // What a failed comparison adds; empty when it does not apply.
  std::string path;      ///< Path inside the payload: `$.items[0].id`, `header X-Total`.
  std::string expected;  ///< What was expected there.
  std::string actual;    ///< What came.
  std::string demand;    ///< The rule in words: "a regex \d+ (rule at $.items[*].id)".
  std::string diff;      ///< Several lines, each starting with ' ', '-' or '+'.
  std::string help;      ///< What to do next, one line.

  std::string fingerprint;  ///< Stable when lines move; see Fingerprint().
};

/// Identity of a finding that survives line shifts: hash of rule id, file, payload path, message
/// and trimmed source line. 16 hexadecimal digits.
std::string Fingerprint(const Finding& finding);

/// A finding of `rule` with its default severity.
Finding Make(const RuleInfo& rule, std::string message, Span span = {});

}  // namespace accord::finding
