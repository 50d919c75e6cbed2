#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace accord::test {

/// Counts the cases of a suite against the list of known deviations: a case that is not listed
/// must pass, a listed one must not.
class Tally {
 public:
  /// `known_failures`: a file with lines of the form `<case> # <reason>`.
  explicit Tally(const std::string& known_failures);
  void Count(const std::string& name, bool passed, const std::string& details);
  /// Prints `<suite>: passed P of T`.
  void Print(std::string_view suite) const;
  /// Of the cases that passed, from 0 to 1.
  double share() const;

 private:
  std::map<std::string, std::string> reasons_;  // By case.
  std::size_t passed_ = 0;
  std::size_t total_ = 0;
};

}  // namespace accord::test
