#include "tests/conformance/pact_compatibility/step_registry.h"

#include <gmock/gmock.h>

#include "tests/conformance/pact_compatibility/expectation.h"
#include "tests/conformance/pact_compatibility/world.h"

namespace accord::compatibility {
namespace {

using testing::ElementsAre;

class StepRegistryTest : public testing::Test {
 protected:
  void Run(const std::string& text) { registry_.Run(world_, Step{.text = text}); }
  StepRegistry::Function Keep() {
    return [this](World&, const StepCall& call) { arguments_ = call.arguments; };
  }

  StepRegistry registry_;
  World world_{"", pact::SpecVersion::kV4, ""};
  std::vector<std::string> arguments_;
};

TEST_F(StepRegistryTest, PlaceholdersBecomeArguments) {
  registry_.Add("the <ordinal> of <number> is <text>", Keep());
  Run(R"(the {second} of {12} is "a \"b\" \d")");
  EXPECT_THAT(arguments_, ElementsAre("second", "12", R"(a "b" \d)"));
}

TEST_F(StepRegistryTest, NumbersAndOrdinalsHaveValues) {
  std::vector<std::size_t> values;
  registry_.Add("<ordinal> <number>", [&](World&, const StepCall& call) {
    values = {call.Index(0), call.Number(1)};
  });
  Run("third 40");
  EXPECT_THAT(values, ElementsAre(2U, 40U));
}

TEST_F(StepRegistryTest, AnOrdinalMustBeOne) {
  registry_.Add("<ordinal>", [](World&, const StepCall& call) { call.Index(0); });
  EXPECT_THROW(Run("umpteenth"), StepFailure);
}

TEST_F(StepRegistryTest, APatternIsForTheWholeText) {
  registry_.Add("a step", Keep());
  EXPECT_THROW(Run("a step with more"), StepFailure);
}

TEST_F(StepRegistryTest, AnUnknownStepFails) {
  EXPECT_THROW(Run("nobody knows this"), StepFailure);
}

TEST_F(StepRegistryTest, TwoFittingPatternsFail) {
  registry_.Add("a <text>", Keep());
  registry_.Add("a \"<any>\"", Keep());
  EXPECT_THROW(Run("a \"b\""), StepFailure);
}

}  // namespace
}  // namespace accord::compatibility
