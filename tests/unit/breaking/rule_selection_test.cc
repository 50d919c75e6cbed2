#include <array>

#include <gtest/gtest.h>

#include "accord/breaking/policy.h"

namespace accord::breaking {
namespace {

using finding::RuleInfo;

const RuleInfo kStrict{.id = "FIELD_SAME_TYPE", .categories = "FILE PACKAGE"};
const RuleInfo kLax{.id = "FIELD_WIRE_TYPE", .categories = "WIRE"};
const RuleInfo kLaxJson{.id = "FIELD_JSON_TYPE", .categories = "WIRE_JSON"};
const RuleInfo kRetired{.id = "FIELD_TYPE", .replaced_by = "FIELD_SAME_TYPE FIELD_JSON_TYPE"};
constexpr std::array kRules = {&kStrict, &kLax, &kLaxJson, &kRetired};

TEST(RuleSelection, IsTheUnionOfUseWithoutTheUnionOfExcept) {
  const auto selection =
      RuleSelection::Make(kRules, {"FILE", "FIELD_WIRE_TYPE", "WIRE_JSON"}, {"WIRE_JSON"});
  ASSERT_TRUE(selection);
  EXPECT_TRUE(selection->Enabled(kStrict));
  EXPECT_TRUE(selection->Enabled(kLax));
  EXPECT_FALSE(selection->Enabled(kLaxJson));
}

TEST(RuleSelection, ARetiredIdStandsForItsSuccessors) {
  const auto selection = RuleSelection::Make(kRules, {"FIELD_TYPE"}, {});
  ASSERT_TRUE(selection);
  EXPECT_TRUE(selection->Enabled(kStrict));
  EXPECT_TRUE(selection->Enabled(kLaxJson));
  EXPECT_FALSE(selection->Enabled(kLax));
  EXPECT_FALSE(selection->Enabled(kRetired));
}

TEST(RuleSelection, AnUnknownNameIsAnErrorWithASuggestion) {
  const auto selection = RuleSelection::Make(kRules, {"field_same_typ"}, {});
  ASSERT_FALSE(selection);
  EXPECT_EQ(selection.error().kind, base::ErrorKind::kUsage);
  EXPECT_EQ(selection.error().message,
            "there is no rule or category 'field_same_typ'; did you mean 'FIELD_SAME_TYPE'?");
  EXPECT_FALSE(RuleSelection::Make(kRules, {""}, {}));
  EXPECT_FALSE(RuleSelection::Make(kRules, {}, {"NOTHING"}));
}

TEST(RuleSelection, GrowsByAnother) {
  auto selection = RuleSelection::Make(kRules, {"FILE"}, {});
  const auto other = RuleSelection::Make(kRules, {"WIRE"}, {});
  ASSERT_TRUE(selection);
  ASSERT_TRUE(other);
  selection->Add(*other);
  EXPECT_TRUE(selection->Enabled(kStrict));
  EXPECT_TRUE(selection->Enabled(kLax));
}

}  // namespace
}  // namespace accord::breaking
