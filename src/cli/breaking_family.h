#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "accord/base/result.h"
#include "accord/breaking/policy.h"
#include "accord/conform/consumers.h"
#include "accord/finding/finding.h"

#include "cli/settings.h"

namespace accord::cli {

/// What one family found in one pair of versions.
struct FamilyResult {
  std::size_t files_before = 0;  ///< Of this family.
  std::size_t files_after = 0;
  std::vector<finding::Finding> findings;  ///< No policy applied.
  std::vector<finding::Finding> faults;    ///< What could not be read.
  std::vector<std::string> notices;
  std::vector<std::string> roots;  ///< See breaking::Policy::roots.
  std::size_t compared = 0;
  std::size_t unchanged = 0;
};

/// A kind of contract of which two versions can be compared. It takes what is of its kind from both
/// sides, and leaves the rest to the others.
struct Family {
  std::string_view name;  ///< As in `--family`.
  std::string_view what;  ///< ".proto files".
  /// `consumers`: who uses what; nullptr when nobody asks who is hit.
  base::Result<FamilyResult> (*compare)(const std::string& before,
                                        const std::string& after,
                                        const BreakingSettings& settings,
                                        const conform::Consumers* consumers);
};

/// The families that the settings ask for.
std::vector<Family> FamiliesOf(const BreakingSettings& settings);

// Each in a file of its own.
base::Result<FamilyResult> CompareProtoFiles(const std::string& before,
                                             const std::string& after,
                                             const BreakingSettings& settings,
                                             const conform::Consumers* consumers);
base::Result<FamilyResult> CompareJsonSchemas(const std::string& before,
                                              const std::string& after,
                                              const BreakingSettings& settings,
                                              const conform::Consumers* consumers);

base::Result<FamilyResult> CompareOpenApiDocuments(const std::string& before,
                                                   const std::string& after,
                                                   const BreakingSettings& settings,
                                                   const conform::Consumers* consumers);

/// The rules of a family that the settings select; those of the category `by_default` when they
/// name none of it.
base::Result<breaking::RuleSelection> SelectRules(std::span<const finding::RuleInfo* const> rules,
                                                  const BreakingSettings& settings,
                                                  std::string by_default);

/// What file names of a version begin with, in front of their path below the root.
template <typename Sources>
std::string RootOf(const Sources& sources) {
  if (sources.entries().empty()) {
    return {};
  }
  const auto& first = sources.entries().front();
  return first.display.substr(0, first.display.size() - first.path.size());
}

/// How many files of the family there are; those that cannot be read count when there are no
/// others.
template <typename Sources>
std::size_t SizeOf(const Sources& sources) {
  return sources.entries().empty() ? sources.findings().size() : sources.entries().size();
}

/// The day it is, `YYYY-MM-DD` in UTC.
std::string Today();
/// Those of `names` that are rules or categories of a family.
std::vector<std::string> NamesKnownTo(std::span<const finding::RuleInfo* const> rules,
                                      const std::vector<std::string>& names);
/// Has an ending of JSON or YAML.
bool IsJsonOrYaml(std::string_view name);

}  // namespace accord::cli
