#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/conformance/pact_compatibility/step_registry.h"

namespace accord::compatibility {

struct ScenarioResult {
  std::string name;   ///< `V1/http_consumer:Request with headers`.
  std::string error;  ///< Empty when it passed.
};

/// Names of the folders below `features`, sorted.
std::vector<std::string> FeatureFolders(const std::filesystem::path& suite);

/// Runs every scenario of every feature below `features/<folder>`. A feature that cannot be read
/// counts as one failed scenario.
std::vector<ScenarioResult> RunFolder(const std::filesystem::path& suite,
                                      const std::string& folder,
                                      const StepRegistry& registry);

/// All steps of the suite.
StepRegistry AllSteps();

}  // namespace accord::compatibility
