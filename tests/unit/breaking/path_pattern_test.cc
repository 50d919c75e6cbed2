#include "breaking/path_pattern.h"

#include <string>

#include <gtest/gtest.h>

namespace accord::breaking {
namespace {

TEST(IsUnder, APathIsUnderItselfAndItsFolders) {
  EXPECT_TRUE(IsUnder("a/b/c.proto", "a/b/c.proto"));
  EXPECT_TRUE(IsUnder("a/b/c.proto", "a/b"));
  EXPECT_TRUE(IsUnder("a/b/c.proto", "./a/b/"));
  EXPECT_TRUE(IsUnder("a/b/c.proto", "."));
  EXPECT_FALSE(IsUnder("a/bc/c.proto", "a/b"));
  EXPECT_FALSE(IsUnder("a/b", "a/b/c.proto"));
  EXPECT_FALSE(IsUnder("x/a/b/c.proto", "a/b"));
}

TEST(IsUnder, StarsStandForNamesAndFolders) {
  EXPECT_TRUE(IsUnder("a/v1/c.proto", "a/v*"));
  EXPECT_TRUE(IsUnder("a/v1/c.proto", "a/v?/*.proto"));
  EXPECT_FALSE(IsUnder("a/v1/c.proto", "a/*.proto"));
  EXPECT_TRUE(IsUnder("a/b/c/internal/x.proto", "**/internal"));
  EXPECT_TRUE(IsUnder("internal/x.proto", "**/internal"));
  EXPECT_FALSE(IsUnder("a/b/c/x.proto", "**/internal"));
  EXPECT_TRUE(IsUnder("a/x/b/y/c.proto", "a/**/b/**/c.proto"));
}

TEST(IsUnder, ManyStarsCostNoMoreThanTheProductOfLengths) {
  std::string pattern;
  for (int i = 0; i < 200; ++i) {
    pattern += "*a";
  }
  EXPECT_FALSE(IsUnder(std::string(5000, 'a') + "b", pattern + "c"));
}

}  // namespace
}  // namespace accord::breaking
