#include <set>

#include <gtest/gtest.h>

#include "accord/conform/check.h"

namespace accord::conform {
namespace {

TEST(Rules, EachHasANameOfItsOwnAndSaysWhatItMeans) {
  std::set<std::string_view> ids;
  for (const finding::RuleInfo* rule : Rules()) {
    EXPECT_TRUE(ids.insert(rule->id).second) << rule->id;
    EXPECT_TRUE(rule->summary.ends_with(".")) << rule->id;
    EXPECT_FALSE(rule->explanation.empty()) << rule->id;
  }
}

}  // namespace
}  // namespace accord::conform
