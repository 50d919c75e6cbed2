#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "accord/base/result.h"

namespace accord::base {

/// Outcome of one match. An exhausted limit is never reported as "no match".
enum class RegexOutcome { kMatch, kNoMatch, kTooExpensive, kInvalidSubject };

/// A compiled pattern (PCRE2, UTF-8), safe to share between threads.
///
/// Matching is bounded: a pattern that backtracks without end, or scans a long subject again and
/// again, stops with kTooExpensive.
class Regex {
 public:
  struct Options {
    bool ignore_case = false;
    /// The whole subject must match, whether or not the pattern is anchored.
    bool whole = false;
    /// As ECMA-262 has it, where the syntax is the same: `$` is the very end, `.` takes line breaks
    /// (callers that do not want that write a class), a back-reference to a group that is not set
    /// matches nothing.
    bool ecma = false;
  };

  /// The error names the pattern, the offset (in bytes) and what is wrong there.
  static Result<Regex> Compile(std::string_view pattern, const Options& options);
  static Result<Regex> Compile(std::string_view pattern) { return Compile(pattern, Options{}); }

  RegexOutcome Match(std::string_view subject) const;
  /// Like Match; on kMatch `group` receives capture group `index` (empty when unset).
  RegexOutcome MatchGroup(std::string_view subject, int index, std::string& group) const;

 private:
  struct Impl;
  explicit Regex(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
  std::shared_ptr<const Impl> impl_;
};

}  // namespace accord::base
