#include "tests/conformance/pact_compatibility/suite.h"

#include <iostream>

#include <gtest/gtest.h>

#include "accord/document/input.h"

#include "tests/conformance/pact_compatibility/expectation.h"
#include "tests/conformance/pact_compatibility/known_failures.h"
#include "tests/support/conformance.h"

namespace accord::compatibility {
namespace {

std::vector<std::string> Folders() {
  const auto suite = test::ConformanceDir("pact-compatibility-suite");
  return suite ? FeatureFolders(*suite) : std::vector<std::string>();
}

std::map<std::string, std::string> KnownFailures() {
  return ParseKnownFailures(Unwrap(document::ReadFile(ACCORD_KNOWN_FAILURES, 1U << 20U)));
}

class PactCompatibility : public testing::TestWithParam<std::string> {};
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(PactCompatibility);

TEST_P(PactCompatibility, EveryScenarioPasses) {
  const auto suite = test::ConformanceDir("pact-compatibility-suite");
  const auto known = KnownFailures();
  const auto results = RunFolder(*suite, GetParam(), AllSteps());
  std::size_t passed = 0;
  for (const ScenarioResult& result : results) {
    passed += result.error.empty() ? 1U : 0U;
    if (known.contains(result.name)) {
      EXPECT_FALSE(result.error.empty()) << result.name << " passes: strike it off the list";
    } else {
      EXPECT_TRUE(result.error.empty()) << result.name << "\n" << result.error;
    }
  }
  EXPECT_FALSE(results.empty()) << "no scenario in " << GetParam();
  std::cout << "pact-compatibility-" << GetParam() << ": passed " << passed << " of "
            << results.size() << std::endl;
}

INSTANTIATE_TEST_SUITE_P(Folder,
                         PactCompatibility,
                         testing::ValuesIn(Folders()),
                         [](const auto& folder) {
                           std::string name = folder.param;
                           std::erase_if(name, [](unsigned char c) { return !std::isalnum(c); });
                           return name;
                         });

TEST(PactCompatibilitySuite, HasFeatures) {
  if (!test::ConformanceDir("pact-compatibility-suite")) {
    GTEST_SKIP() << "pact-compatibility-suite is not in the conformance folder";
  }
  EXPECT_FALSE(Folders().empty());
}

}  // namespace
}  // namespace accord::compatibility
