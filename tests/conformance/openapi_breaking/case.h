#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "accord/base/result.h"
#include "accord/breaking/openapi.h"
#include "accord/finding/finding.h"

namespace accord::breaking::test {

/// A finding as the corpus states it, or as we give it.
struct Stated {
  std::string id;
  finding::Severity level = finding::Severity::kError;
  std::optional<std::string> method;  ///< nullopt: not stated.
  std::optional<std::string> path;
  std::optional<std::vector<std::string>> args;
};

/// One case: two versions of a document and what is expected of them.
struct Case {
  std::filesystem::path before;
  std::filesystem::path after;
  std::vector<Stated> findings;
  bool complete = false;  ///< These findings and no others, as far as `scope` and `least` go.
  bool nonempty = false;
  finding::Severity least = finding::Severity::kError;
  std::optional<std::size_t> count;
  std::optional<std::set<std::string>> scope;  ///< nullopt: every id.
  std::vector<std::string> absent;

  OpenApiOptions options;
  bool merge_parameters = false;
  std::map<std::string, std::optional<finding::Severity>> severities;
};

base::Result<Case> ReadCase(const std::filesystem::path& folder);

/// What we find.
base::Result<std::vector<Stated>> Judge(const Case& subject);

/// What is wrong with the findings as far as they weigh at least `least`; empty: nothing.
std::string Differ(const Case& subject, const std::vector<Stated>& found, finding::Severity least);

/// How many findings of the case state arguments, and how many of these are found with the same.
struct ArgumentCount {
  std::size_t same = 0;
  std::size_t stated = 0;
};
ArgumentCount CompareArguments(const Case& subject, const std::vector<Stated>& found);

}  // namespace accord::breaking::test
