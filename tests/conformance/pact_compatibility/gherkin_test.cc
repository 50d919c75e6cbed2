#include "tests/conformance/pact_compatibility/gherkin.h"

#include <gmock/gmock.h>

namespace accord::compatibility {
namespace {

using testing::ElementsAre;

Feature Parsed(std::string_view text) {
  const auto feature = ParseFeature(text);
  EXPECT_TRUE(feature.ok()) << (feature.ok() ? "" : feature.error().message);
  return feature ? *feature : Feature{};
}

TEST(Gherkin, StepsOfTheBackgroundComeFirst) {
  const Feature feature = Parsed(R"(
    @consumer
    Feature: Orders
      Free text | with a pipe.

      Background:
        Given a shop

      # a comment
      @wip @slow
      Scenario: Buying
        When somebody buys
        Then * is no keyword here
  )");
  EXPECT_EQ(feature.name, "Orders");
  ASSERT_EQ(feature.scenarios.size(), 1U);
  const Scenario& scenario = feature.scenarios[0];
  EXPECT_EQ(scenario.name, "Buying");
  EXPECT_THAT(scenario.tags, ElementsAre("@consumer", "@wip", "@slow"));
  ASSERT_EQ(scenario.steps.size(), 3U);
  EXPECT_EQ(scenario.steps[0].text, "a shop");
  EXPECT_EQ(scenario.steps[0].line, 7U);
  EXPECT_EQ(scenario.steps[2].text, "* is no keyword here");
}

TEST(Gherkin, TablesUnescapeTheirCells) {
  const Feature feature = Parsed(
      "Feature: F\n"
      "Scenario: S\n"
      "Given a table\n"
      "  | name | value |\n"
      "  | a\\|b | \\d\\n\\\\ |\n"
      "  | only |\n");
  ASSERT_EQ(feature.scenarios.size(), 1U);
  const auto records = feature.scenarios[0].steps.at(0).Records();
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].at("name"), "a|b");
  EXPECT_EQ(records[0].at("value"), "\\d\n\\");
  EXPECT_EQ(records[1].at("value"), "");
}

TEST(Gherkin, OutlinesRunOncePerExample) {
  const Feature feature = Parsed(R"(
    Feature: F
      Scenario Outline: status <code>
        Given the status <code>
          | text   |
          | <text> |
        Examples:
          | code | text |
          | 200  | OK   |
          | 404  | gone |
  )");
  ASSERT_EQ(feature.scenarios.size(), 2U);
  EXPECT_EQ(feature.scenarios[1].name, "status 404 #2");
  EXPECT_EQ(feature.scenarios[1].steps.at(0).text, "the status 404");
  EXPECT_EQ(feature.scenarios[1].steps.at(0).table.at(1).at(0), "gone");
}

TEST(Gherkin, DocStringsBelongToTheirStep) {
  const Feature feature = Parsed(
      "Feature: F\nScenario: S\nGiven a text\n\"\"\"\n# kept\nGiven too\n\"\"\"\nThen more\n");
  ASSERT_EQ(feature.scenarios.size(), 1U);
  ASSERT_EQ(feature.scenarios[0].steps.size(), 2U);
  EXPECT_EQ(feature.scenarios[0].steps[0].doc_string, "# kept\nGiven too");
}

TEST(Gherkin, WhatIsNoStepIsAnError) {
  const auto feature = ParseFeature("Feature: F\nScenario: S\nGiven a\nGivn b\n");
  ASSERT_FALSE(feature.ok());
  EXPECT_EQ(feature.error().message, "line 4: 'Givn b' is no step");
}

TEST(Gherkin, ATableBeforeAnyStepIsAnError) {
  EXPECT_FALSE(ParseFeature("Feature: F\nScenario: S\n| a |\n").ok());
}

}  // namespace
}  // namespace accord::compatibility
