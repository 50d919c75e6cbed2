#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "accord/base/regex.h"
#include "accord/base/result.h"
#include "accord/schema/pattern.h"

namespace accord::schema {

/// A backtracking engine (PCRE2) for what no automaton can do: look-around and back-references.
/// Bounded: steps, memory and time. Safe to share between threads.
class Engine {
 public:
  /// `expression` is in PCRE2's syntax.
  static base::Result<Engine> Compile(const std::string& expression);

  /// kNo for text that is not UTF-8.
  Pattern::Match Search(std::string_view text) const;

 private:
  explicit Engine(base::Regex regex) : regex_(std::move(regex)) {}
  base::Regex regex_;
};

}  // namespace accord::schema
