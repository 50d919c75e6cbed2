#pragma once

#include <string>
#include <utility>
#include <vector>

#include <CLI/App.hpp>

#include "accord/base/result.h"
#include "accord/breaking/policy.h"

#include "cli/settings.h"

namespace accord::cli {

/// Declares the arguments and flags of `accord breaking`.
void AddBreakingOptions(CLI::App& command, BreakingSettings& settings);

/// What to compare, as pairs of an old and a new version.
base::Result<std::vector<std::pair<std::string, std::string>>> PairInputs(
    const BreakingSettings& settings);

/// Whether the rules and categories that are in use or left out exist in any family.
base::Result<void> CheckRuleNames(const BreakingSettings& settings);

/// Severities (`RULE=LEVEL`), ignores, and the file of a baseline, which may be empty.
base::Result<breaking::Policy> ToPolicy(const std::vector<std::string>& severities,
                                        const std::vector<breaking::Ignore>& ignores,
                                        const std::string& baseline);

}  // namespace accord::cli
