#include "tests/conformance/pact_compatibility/suite.h"

#include <iostream>

#include <gmock/gmock.h>

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

/// Known failures of one folder; struck off as their scenarios turn up.
class KnownFailures {
 public:
  explicit KnownFailures(const std::string& folder) {
    left_ = ParseKnownFailures(Unwrap(document::ReadFile(ACCORD_KNOWN_FAILURES, 1U << 20U)));
    std::erase_if(left_, [&](const auto& entry) { return !entry.first.starts_with(folder + "/"); });
  }

  /// What is wrong with a result; empty when it is as it should be.
  std::string Judge(const ScenarioResult& result) {
    const bool known = left_.erase(result.name) > 0;
    if (known) {
      return result.error.empty() ? result.name + " passes: strike it off the list" : "";
    }
    return result.error.empty() ? "" : result.name + "\n" + result.error;
  }

  /// Entries that name no scenario.
  const std::map<std::string, std::string>& left() const { return left_; }

 private:
  std::map<std::string, std::string> left_;
};

class PactCompatibility : public testing::TestWithParam<std::string> {};
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(PactCompatibility);

TEST_P(PactCompatibility, EveryScenarioPasses) {
  const auto suite = test::ConformanceDir("pact-compatibility-suite");
  KnownFailures known(GetParam());
  std::string problems;
  std::size_t passed = 0;
  const auto results = RunFolder(*suite, GetParam(), AllSteps());
  for (const ScenarioResult& result : results) {
    passed += result.error.empty() ? 1U : 0U;
    const std::string problem = known.Judge(result);
    problems += problem.empty() ? "" : "\n" + problem + "\n";
  }
  std::cout << "pact-compatibility-" << GetParam() << ": passed " << passed << " of "
            << results.size() << std::endl;
  EXPECT_TRUE(problems.empty()) << problems;
  EXPECT_THAT(known.left(), testing::IsEmpty());
  EXPECT_FALSE(results.empty()) << "no scenario in " << GetParam();
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
