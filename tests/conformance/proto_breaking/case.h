#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "accord/base/result.h"
#include "accord/breaking/policy.h"

namespace accord::breaking::test {

/// What a case asks for: its case.json.
struct Case {
  std::filesystem::path folder;
  std::vector<std::string> use;
  std::vector<std::string> except;
  std::vector<Ignore> ignores;
  bool ignore_unstable_packages = false;
};
base::Result<Case> ReadCase(const std::filesystem::path& folder);

/// Findings one would like to see, one line each, sorted: rule, path, place, message.
struct Expectation {
  std::string variant;  ///< Empty for the case as it is, or a category.
  std::vector<std::string> findings;
};
/// The expectations of a case: as it is, then each category alone.
base::Result<std::vector<Expectation>> ReadExpectations(const std::filesystem::path& folder);

/// Findings in the same form, of the case as it is or of `category` alone; an error when a version
/// cannot be read.
base::Result<std::vector<std::string>> Judge(const Case& subject, const std::string& category);

}  // namespace accord::breaking::test
