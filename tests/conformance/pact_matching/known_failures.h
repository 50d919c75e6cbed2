#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "accord/match/compare.h"

namespace accord::match::test {

/// Counts the cases of a suite against the list of known deviations: a case that is not listed
/// must pass, a listed one must not.
class Tally {
 public:
  Tally();
  void Count(const std::string& name, bool passed, const std::string& details);
  /// Prints `<suite>: passed P of T`.
  void Print(std::string_view suite) const;

 private:
  std::map<std::string, std::string> reasons_;  // By case.
  std::size_t passed_ = 0;
  std::size_t total_ = 0;
};

/// One line for each mismatch.
std::string Describe(const std::vector<Mismatch>& mismatches);

}  // namespace accord::match::test
