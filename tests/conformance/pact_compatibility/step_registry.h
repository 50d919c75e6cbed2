#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "accord/base/regex.h"

#include "tests/conformance/pact_compatibility/gherkin.h"

namespace accord::compatibility {

struct World;

/// A step as its function sees it.
struct StepCall {
  const Step& step;
  std::vector<std::string> arguments;  ///< One per placeholder; empty when it took no part.

  const std::string& Text(std::size_t index) const { return arguments.at(index); }
  /// Value of a `<number>`.
  std::size_t Number(std::size_t index) const;
  /// Zero-based value of an `<ordinal>`.
  std::size_t Index(std::size_t index) const;
  /// The only row of the step's table.
  Record OnlyRecord() const;
};

/// Which function a step's text calls.
class StepRegistry {
 public:
  using Function = std::function<void(World&, const StepCall&)>;

  /// `pattern` is a regular expression for the whole text, with placeholders:
  /// `<text>` a quoted text, `<number>` digits, `<ordinal>` first to tenth, `<any>` everything; the
  /// middle two may stand in braces. Other groups must not capture.
  void Add(std::string_view pattern, Function function);
  /// Fails when no pattern, or more than one, fits.
  void Run(World& world, const Step& step) const;

 private:
  struct Entry {
    std::string pattern;
    base::Regex regex;
    std::vector<std::string> placeholders;
    Function function;
  };
  std::vector<Entry> entries_;
};

}  // namespace accord::compatibility
