#pragma once

#include <string>
#include <string_view>

#include "match/generate/generate_regex_parser.h"

namespace accord::match {

/// A place in a pattern; the first failure stays.
class RegexCursor {
 public:
  explicit RegexCursor(std::string_view pattern) : pattern_(pattern) {}

  bool ok() const { return error_.empty(); }
  const std::string& error() const { return error_; }
  void Fail(std::string_view what);

  bool AtEnd() const { return position_ >= pattern_.size(); }
  /// 0 at the end.
  char Peek() const { return AtEnd() ? '\0' : pattern_[position_]; }
  std::string_view Rest() const { return pattern_.substr(position_); }
  void Skip(std::size_t bytes) { position_ += bytes; }
  bool Take(char c) {
    if (AtEnd() || Peek() != c) {
      return false;
    }
    ++position_;
    return true;
  }
  /// One character as a range of its own.
  CodeRange TakeCodePoint();

 private:
  std::string_view pattern_;
  std::size_t position_ = 0;
  std::string error_;
};

/// Reads `[…]`, standing at the bracket. Never empty unless the cursor failed.
CodeSet ReadClass(RegexCursor& cursor);

/// Reads an escape that stands for one character, standing at the backslash.
CodeSet ReadEscape(RegexCursor& cursor);

}  // namespace accord::match
