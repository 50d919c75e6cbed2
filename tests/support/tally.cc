#include "tests/support/tally.h"

#include <fstream>
#include <iostream>

#include <gtest/gtest.h>

#include "accord/base/strings.h"

namespace accord::test {

Tally::Tally(const std::string& known_failures) {
  std::ifstream file(known_failures);
  EXPECT_TRUE(file.is_open()) << known_failures;
  for (std::string line; std::getline(file, line);) {
    // The `#` of a reason follows a blank; names hold none.
    const std::size_t hash = line.find(" # ");
    if (line.empty() || line.front() == '#') {
      continue;
    }
    EXPECT_NE(hash, std::string::npos) << "a known failure needs a reason: " << line;
    reasons_[std::string(base::Trim(line.substr(0, hash)))] = line.substr(hash + 3);
  }
}

void Tally::Count(const std::string& name, bool passed, const std::string& details) {
  ++total_;
  passed_ += passed ? 1 : 0;
  const bool listed = reasons_.contains(name);
  EXPECT_TRUE(passed || listed) << name << "\n" << details;
  EXPECT_FALSE(passed && listed) << name << " passes now: take it from the list";
}

void Tally::Print(std::string_view suite) const {
  std::cout << suite << ": passed " << passed_ << " of " << total_ << "\n";
}

double Tally::share() const {
  return total_ == 0 ? 0 : static_cast<double>(passed_) / static_cast<double>(total_);
}

}  // namespace accord::test
