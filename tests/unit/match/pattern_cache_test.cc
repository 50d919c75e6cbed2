#include "match/pattern_cache.h"

#include <string>

#include <gtest/gtest.h>

namespace accord::match {
namespace {

TEST(PatternCache, KeepsWhatItCompiled) {
  EXPECT_EQ(WholeRegex("a+"), WholeRegex("a+"));
  EXPECT_NE(WholeRegex("a+"), WholeRegex("b+"));
  EXPECT_EQ(CompiledDatePattern("yyyy"), CompiledDatePattern("yyyy"));
}

TEST(PatternCache, KeepsErrorsToo) {
  EXPECT_FALSE(WholeRegex("(")->ok());
  EXPECT_EQ(WholeRegex("("), WholeRegex("("));
}

TEST(PatternCache, ForgetsWhenItIsFull) {
  const CompiledRegex first = WholeRegex("first");
  for (int i = 0; i < 1000; ++i) {
    EXPECT_TRUE(WholeRegex("p" + std::to_string(i))->ok());
  }
  EXPECT_NE(WholeRegex("first"), first);
  EXPECT_EQ((*first)->Match("first"), base::RegexOutcome::kMatch);
}

TEST(PatternCache, LongPatternsAreNotKept) {
  const std::string pattern(20'000, 'a');
  EXPECT_NE(WholeRegex(pattern), WholeRegex(pattern));
}

}  // namespace
}  // namespace accord::match
