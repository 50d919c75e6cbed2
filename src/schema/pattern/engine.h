#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "accord/base/result.h"
#include "accord/schema/pattern.h"

namespace accord::schema {

/// A backtracking engine (PCRE2) for what no automaton can do: look-around and back-references.
/// Bounded: steps, memory and time. Safe to share between threads.
class Engine {
 public:
  /// `expression` is in PCRE2's syntax. The error is PCRE2's message.
  static base::Result<Engine> Compile(const std::string& expression);

  /// kNo for text that is not UTF-8.
  Pattern::Match Search(std::string_view text) const;

 private:
  struct Code;
  explicit Engine(std::shared_ptr<const Code> code) : code_(std::move(code)) {}
  std::shared_ptr<const Code> code_;
};

}  // namespace accord::schema
