#include "accord/base/random.h"

#include <array>
#include <limits>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::base {
namespace {

using ::testing::MatchesRegex;

TEST(Random, SameSeedSameNumbers) {
  Random a(42);
  Random b(42);
  Random c(43);
  bool differs = false;
  for (int i = 0; i < 100; ++i) {
    const std::uint64_t value = a.Next();
    EXPECT_EQ(value, b.Next());
    differs = differs || value != c.Next();
  }
  EXPECT_TRUE(differs);
}

// The reference implementation of xoshiro256**, its state filled by SplitMix64 from 0.
TEST(Random, FollowsThePublishedAlgorithm) {
  Random random(0);
  EXPECT_EQ(random.Next(), 11091344671253066420U);
  EXPECT_EQ(random.Next(), 13793997310169335082U);
  EXPECT_EQ(random.Next(), 1900383378846508768U);
}

TEST(Random, SystemSeedsDiffer) {
  EXPECT_NE(Random::FromSystem().Next(), Random::FromSystem().Next());
}

TEST(Between, StaysInsideAndReachesBothEnds) {
  Random random(1);
  std::set<std::int64_t> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::int64_t value = random.Between(-2, 3);
    EXPECT_GE(value, -2);
    EXPECT_LE(value, 3);
    seen.insert(value);
  }
  EXPECT_EQ(seen.size(), 6U);
}

TEST(Between, IsRoughlyUniform) {
  Random random(7);
  std::array<int, 10> hits{};
  for (int i = 0; i < 100'000; ++i) {
    ++hits[static_cast<std::size_t>(random.Between(0, 9))];
  }
  for (const int count : hits) {
    EXPECT_NEAR(count, 10'000, 500);
  }
}

TEST(Between, GivesLowForAnEmptyRange) {
  Random random(1);
  EXPECT_EQ(random.Between(5, 5), 5);
  EXPECT_EQ(random.Between(5, 4), 5);
}

TEST(Between, TakesTheWholeRange) {
  constexpr std::int64_t kLow = std::numeric_limits<std::int64_t>::min();
  constexpr std::int64_t kHigh = std::numeric_limits<std::int64_t>::max();
  Random random(3);
  bool negative = false;
  bool positive = false;
  for (int i = 0; i < 100; ++i) {
    const std::int64_t value = random.Between(kLow, kHigh);
    negative = negative || value < 0;
    positive = positive || value > 0;
    EXPECT_GE(random.Between(kHigh - 1, kHigh), kHigh - 1);
    EXPECT_LE(random.Between(kLow, kLow + 1), kLow + 1);
  }
  EXPECT_TRUE(negative && positive);
}

TEST(Coin, ShowsBothSides) {
  Random random(5);
  int heads = 0;
  for (int i = 0; i < 10'000; ++i) {
    heads += random.Coin() ? 1 : 0;
  }
  EXPECT_NEAR(heads, 5000, 300);
}

TEST(UuidDigits, AreAVersion4Uuid) {
  Random random(11);
  std::set<std::string> seen;
  for (int i = 0; i < 200; ++i) {
    const std::string digits = random.UuidDigits();
    EXPECT_THAT(digits, MatchesRegex("[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}"));
    seen.insert(digits);
  }
  EXPECT_EQ(seen.size(), 200U);
}

}  // namespace
}  // namespace accord::base
