#include "accord/document/rules.h"

#include <set>

#include <gtest/gtest.h>

namespace accord::document {
namespace {

TEST(Rules, AreNamedAndExplained) {
  std::set<std::string_view> ids;
  for (const finding::RuleInfo* rule : Rules()) {
    EXPECT_TRUE(ids.insert(rule->id).second) << rule->id;
    EXPECT_EQ(rule->id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"),
              std::string_view::npos);
    EXPECT_TRUE(rule->summary.ends_with('.'));
    EXPECT_GT(rule->explanation.size(), 40U);
  }
  EXPECT_EQ(ids.size(), 9U);
  EXPECT_TRUE(ids.contains("duplicate-key"));
}

}  // namespace
}  // namespace accord::document
