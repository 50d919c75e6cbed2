#include "accord/match/rule_resolver.h"

#include <gtest/gtest.h>

namespace accord::match {
namespace {

pact::RuleCategory Category(const std::vector<std::string>& keys) {
  pact::RuleCategory category;
  for (const std::string& key : keys) {
    pact::RuleEntry entry;
    entry.key = key;
    entry.path = *pact::PathExpression::Parse(key);
    entry.list.rules.emplace_back();
    category.push_back(std::move(entry));
  }
  return category;
}

/// The key of the rule that applies at a place, with `+` when it is inherited, or nothing.
std::string Winner(const std::vector<std::string>& keys, std::string_view place) {
  const pact::RuleCategory category = Category(keys);
  const RuleIndex index(category);
  RuleWalker walker(index);
  const pact::PathExpression path = *pact::PathExpression::Parse(place);
  for (std::size_t i = 1; i < path.tokens().size(); ++i) {
    const pact::PathToken& token = path.tokens()[i];
    if (token.kind == pact::PathToken::Kind::kIndex) {
      walker.EnterIndex(token.index);
    } else {
      walker.EnterField(token.name);
    }
  }
  EXPECT_EQ(walker.Path(), place);
  if (walker.rules().empty()) {
    return "";
  }
  return walker.rules().entry->key + (walker.rules().cascaded ? "+" : "");
}

struct Case {
  std::vector<std::string> rules;
  std::string_view place;
  std::string_view winner;
};

TEST(RuleResolver, PicksTheLargestWeightTimesLength) {
  const std::vector<Case> cases = {
      {{}, "$.a", ""},
      {{"$"}, "$", "$"},
      {{"$"}, "$.a", "$+"},
      {{"$.a"}, "$.b", ""},
      {{"$.a.b"}, "$.a", ""},
      {{"$.a", "$.a.b"}, "$.a.b", "$.a.b"},
      {{"$.a", "$.a.b"}, "$.a.c", "$.a+"},
      {{"$.a[*]"}, "$.a[7]", "$.a[*]"},
      {{"$.a[*]"}, "$.a.k", ""},
      {{"$.a.*"}, "$.a[7]", "$.a.*"},
      {{"$.a.*"}, "$.a.k", "$.a.*"},
      {{"$.a[*]", "$.a[1]"}, "$.a[1]", "$.a[1]"},
      {{"$.a[1]"}, "$.a[2]", ""},
      {{"$['2']"}, "$[2]", ""},
      {{"$.*.*.*", "$.a.b"}, "$.a.b.c", "$.a.b+"},
      {{"$.a[*].b", "$.a", "$.a[0].b"}, "$.a[0].b", "$.a[0].b"},
      {{"$.a[*].b", "$.a", "$.a[0].b"}, "$.a[1].b", "$.a[*].b"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Winner(c.rules, c.place), c.winner) << c.place;
  }
}

TEST(RuleResolver, BreaksTiesTheSameWayInAnyOrder) {
  const std::vector<Case> cases = {
      {{"$.a.*", "$.*.b"}, "$.a.b", "$.*.b"},
      {{"$.*.b", "$.a.*"}, "$.a.b", "$.*.b"},
      {{"$.a.*", "$.a[*]"}, "$.a[0]", "$.a[*]"},
      {{"$.*.*.*", "$.a"}, "$.a.b.c", "$.a+"},
      {{"$.a", "$.*.*.*"}, "$.a.b.c", "$.a+"},
      {{"$.a", "$['a']"}, "$.a", "$.a"},
      {{"$['a']", "$.a"}, "$.a", "$['a']"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Winner(c.rules, c.place), c.winner) << c.place;
  }
}

TEST(RuleResolver, WeightsOfDeepPathsDoNotOverflow) {
  std::string exact = "$";
  std::string wild = "$";
  for (int i = 0; i < 300; ++i) {
    exact += ".a";
    wild += ".*";
  }
  EXPECT_EQ(Winner({wild, exact}, exact), exact);
  EXPECT_EQ(Winner({wild, exact}, exact + ".b"), exact + "+");
}

TEST(RuleResolver, AnEmptyListIsNoRule) {
  pact::RuleCategory category = Category({"$", "$.a"});
  category[1].list.rules.clear();
  const RuleIndex index(category);
  RuleWalker walker(index);
  walker.EnterField("a");
  EXPECT_EQ(walker.rules().entry->key, "$");
}

TEST(RuleResolver, LeavingRestoresWhatAppliedBefore) {
  const pact::RuleCategory category = Category({"$.a", "$.b.c"});
  const RuleIndex index(category);
  RuleWalker walker(index);
  walker.EnterField("a");
  EXPECT_EQ(walker.rules().entry->key, "$.a");
  walker.Leave();
  EXPECT_TRUE(walker.rules().empty());
  walker.EnterField("b");
  walker.EnterField("c");
  EXPECT_EQ(walker.rules().entry->key, "$.b.c");
}

TEST(RuleResolver, ReplacedRulesHideLongerPaths) {
  const pact::RuleCategory category = Category({"$.a.b", "$.x"});
  const RuleIndex index(category);
  RuleWalker walker(index);
  ActiveRules other = AsActiveRules(category[1].list);
  other.entry = &category[1];
  walker.EnterField("a");
  walker.ReplaceRules(other);
  walker.EnterField("b");
  EXPECT_EQ(walker.rules().entry->key, "$.x");
  EXPECT_TRUE(walker.rules().cascaded);
}

TEST(RuleResolver, SetRulesLetsLongerPathsCount) {
  const pact::RuleCategory category = Category({"$.a", "$.a.b", "$.x"});
  const RuleIndex index(category);
  RuleWalker walker(index);
  ActiveRules other = AsActiveRules(category[2].list);
  other.entry = &category[2];
  walker.EnterField("a");
  walker.SetRules(other);
  walker.EnterField("c");
  EXPECT_EQ(walker.rules().entry->key, "$.x");
  walker.Leave();
  walker.EnterField("b");
  EXPECT_EQ(walker.rules().entry->key, "$.a.b");
}

TEST(RuleResolver, ANameWithoutPathIsOneField) {
  pact::RuleCategory category(1);
  category[0].key = "no.path[0]";
  category[0].list.rules.emplace_back();
  const RuleIndex index(category);
  RuleWalker walker(index);
  walker.EnterField("no.path[0]");
  EXPECT_FALSE(walker.rules().empty());
}

TEST(RuleResolver, NamedRulesTakeTheFirstEntry) {
  pact::RuleCategory category(3);
  category[0].key = "X-A";
  category[1].key = "x-a";
  category[1].list.rules.emplace_back();
  category[2].key = "X-A";
  category[2].list.rules.emplace_back();
  EXPECT_EQ(FindNamedRules(category, "X-A", true).entry, &category[1]);
  EXPECT_EQ(FindNamedRules(category, "X-A", false).entry, &category[2]);
  EXPECT_TRUE(FindNamedRules(category, "X-B", true).empty());
}

TEST(RuleResolver, ManyRulesOverManyNodesStayFast) {
  std::vector<std::string> keys;
  keys.reserve(1000);
  for (int i = 0; i < 1000; ++i) {
    keys.push_back("$.items[*].field" + std::to_string(i));
  }
  const pact::RuleCategory category = Category(keys);
  const RuleIndex index(category);
  RuleWalker walker(index);
  walker.EnterField("items");
  std::size_t found = 0;
  for (std::size_t i = 0; i < 10'000; ++i) {
    walker.EnterIndex(i);
    walker.EnterField("field500");
    found += walker.rules().empty() ? 0U : 1U;
    walker.Leave();
    walker.Leave();
  }
  EXPECT_EQ(found, 10'000U);
}

}  // namespace
}  // namespace accord::match
