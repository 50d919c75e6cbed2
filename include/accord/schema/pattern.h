#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "accord/base/result.h"

namespace accord::schema {

/// A regular expression of ECMA-262 (2023, flag `u`), searched anywhere in a text of code points.
/// What is only valid without `u` (needless escapes) is read as Annex B does. Compiled once;
/// immutable, safe to share between threads.
class Pattern {
 public:
  static base::Result<std::shared_ptr<const Pattern>> Compile(std::string_view source);
  virtual ~Pattern() = default;
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  enum class Match { kNo, kYes, kTooExpensive };
  /// Never takes exponential time: gives up at a limit of steps instead. No allocation for the
  /// usual forms (prefix, suffix, literal, class with length, alternation of literals).
  virtual Match Search(std::string_view text) const = 0;

  const std::string& source() const { return source_; }
  /// Read as Annex B, because it is not valid under `u`.
  bool lenient() const { return lenient_; }

 protected:
  Pattern(std::string source, bool lenient) : source_(std::move(source)), lenient_(lenient) {}

 private:
  std::string source_;
  bool lenient_;
};
using PatternPtr = std::shared_ptr<const Pattern>;

}  // namespace accord::schema
