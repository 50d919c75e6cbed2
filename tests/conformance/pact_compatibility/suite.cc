#include "tests/conformance/pact_compatibility/suite.h"

#include <algorithm>

#include <fmt/format.h>
#include <unistd.h>

#include "accord/document/input.h"

#include "tests/conformance/pact_compatibility/expectation.h"
#include "tests/conformance/pact_compatibility/steps.h"
#include "tests/conformance/pact_compatibility/world.h"

namespace accord::compatibility {
namespace {

namespace fs = std::filesystem;

/// The version that contracts of a folder are written in. A writer for version 1 is not part of
/// the product: for what V1 features say, version 2 is the same.
pact::SpecVersion VersionOf(const std::string& folder) {
  if (folder == "V1" || folder == "V2") {
    return pact::SpecVersion::kV2;
  }
  return folder == "V3" ? pact::SpecVersion::kV3 : pact::SpecVersion::kV4;
}

/// A new folder for contract files, removed with everything in it.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string path = (fs::temp_directory_path() / "accord-compatibility-XXXXXX").string();
    Require(mkdtemp(path.data()) != nullptr, "no temporary folder could be made");
    path_ = path;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ScratchFolder(ScratchFolder&&) = delete;
  ScratchFolder& operator=(ScratchFolder&&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string RunScenario(const fs::path& suite,
                        pact::SpecVersion version,
                        const Scenario& scenario,
                        const StepRegistry& registry) {
  std::string at = "start";
  try {
    const ScratchFolder scratch;
    World world(suite, version, scratch.path());
    for (const Step& step : scenario.steps) {
      at = fmt::format("line {}: {}", step.line, step.text);
      registry.Run(world, step);
    }
  } catch (const std::exception& failure) {
    return fmt::format("{}\n  {}", at, failure.what());
  }
  return scenario.steps.empty() ? "the scenario has no steps" : "";
}

std::vector<fs::path> FeatureFiles(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".feature") {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::vector<std::string> FeatureFolders(const fs::path& suite) {
  std::vector<std::string> folders;
  for (const auto& entry : fs::directory_iterator(suite / "features")) {
    if (entry.is_directory()) {
      folders.push_back(entry.path().filename().string());
    }
  }
  std::ranges::sort(folders);
  return folders;
}

std::vector<ScenarioResult> RunFolder(const fs::path& suite,
                                      const std::string& folder,
                                      const StepRegistry& registry) {
  std::vector<ScenarioResult> results;
  const fs::path features = suite / "features";
  for (const fs::path& file : FeatureFiles(features / folder)) {
    const std::string name =
        fs::path(file).replace_extension().lexically_relative(features).string();
    const auto text = document::ReadFile(file.string(), 16U << 20U);
    const auto feature = text ? ParseFeature(*text) : base::Result<Feature>(text.error());
    if (!feature) {
      results.push_back({name + ":", feature.error().message});
      continue;
    }
    for (const Scenario& scenario : feature->scenarios) {
      results.push_back({fmt::format("{}:{}", name, scenario.name),
                         RunScenario(suite, VersionOf(folder), scenario, registry)});
    }
  }
  return results;
}

StepRegistry AllSteps() {
  StepRegistry registry;
  AddMockServerSteps(registry);
  AddContractFileSteps(registry);
  AddInteractionSteps(registry);
  AddMessageConsumerSteps(registry);
  AddMatchingSteps(registry);
  AddGeneratorSteps(registry);
  AddHttpProviderSteps(registry);
  AddMessageProviderSteps(registry);
  AddVerificationSteps(registry);
  return registry;
}

}  // namespace accord::compatibility
