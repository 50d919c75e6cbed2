#include "accord/base/hash.h"

#include <bit>
#include <set>
#include <unordered_set>

#include <gtest/gtest.h>

namespace accord::base {
namespace {

std::string Sample(std::size_t length) {
  std::string bytes(length, '\0');
  for (std::size_t i = 0; i < length; ++i) {
    bytes[i] = static_cast<char>(i * 131 + 7);
  }
  return bytes;
}

TEST(Hash64, NeverChanges) {
  EXPECT_EQ(HashHex(""), "bba49b0d853d1555");
  EXPECT_EQ(HashHex("a"), "878823e6e2607b78");
  EXPECT_EQ(HashHex("accord"), "8ca1219a612231df");
  EXPECT_EQ(HashHex("interactions"), "d68a884aa0590f97");
  EXPECT_EQ(HashHex("providerStates.0.params"), "f0164b03f7f90602");
  EXPECT_EQ(HashHex(Sample(1000)), "0a026b2a455a58ff");
}

TEST(Hash64, DependsOnTheBytesOnly) {
  const std::string text = Sample(100);
  for (std::size_t shift = 0; shift < 8; ++shift) {
    const std::string moved = std::string(shift, 'x') + text;
    EXPECT_EQ(Hash64(std::string_view(moved).substr(shift)), Hash64(text));
  }
}

TEST(Hash64, TellsLengthsApart) {
  std::set<std::uint64_t> seen;
  for (std::size_t length = 0; length < 300; ++length) {
    seen.insert(Hash64(std::string(length, '\0')));
  }
  EXPECT_EQ(seen.size(), 300U);
}

TEST(Hash64, EveryBitOfEveryByteCounts) {
  for (const std::size_t length :
       {1U, 2U, 3U, 4U, 7U, 8U, 15U, 16U, 17U, 31U, 32U, 33U, 64U, 100U}) {
    const std::string text = Sample(length);
    const std::uint64_t hash = Hash64(text);
    double flipped = 0;
    for (std::size_t bit = 0; bit < length * 8; ++bit) {
      std::string other = text;
      other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << (bit % 8)));
      const int changed = std::popcount(hash ^ Hash64(other));
      EXPECT_GE(changed, 8) << length << " bytes, bit " << bit;
      flipped += changed;
    }
    EXPECT_NEAR(flipped / static_cast<double>(length * 8), 32, 5) << length;
  }
}

TEST(Hash64, SeedsMakeOtherHashes) {
  for (const std::size_t length : {0U, 5U, 40U}) {
    std::set<std::uint64_t> seen;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
      seen.insert(Hash64(Sample(length), seed));
    }
    EXPECT_EQ(seen.size(), 1000U) << length;
  }
  EXPECT_EQ(Hash64("x"), Hash64("x", 0));
}

TEST(Hash64, SpreadsSimilarNames) {
  constexpr std::size_t kCount = 200'000;
  std::unordered_set<std::uint64_t> whole;
  std::unordered_set<std::uint32_t> half;
  for (std::size_t i = 0; i < kCount; ++i) {
    const std::string name = "field" + std::to_string(i);
    whole.insert(Hash64(name));
    half.insert(Hash32(name));
  }
  EXPECT_EQ(whole.size(), kCount);
  // By chance about 5 of 200 000 names collide in 32 bits.
  EXPECT_GE(half.size(), kCount - 20);
}

// Blocks that make one factor of a multiplication zero must not hide what came before.
TEST(Hash64, ZeroFactorsLoseNothing) {
  const std::string annihilator("\x45\x73\x70\x03\x2E\x8A\x19\x13", 8);
  std::set<std::uint64_t> seen;
  for (char c = 'a'; c <= 'z'; ++c) {
    seen.insert(Hash64(std::string(16, c) + annihilator + std::string(20, '.')));
    seen.insert(Hash64(annihilator + std::string(8, c) + std::string(20, '.')));
  }
  EXPECT_EQ(seen.size(), 52U);
}

TEST(Hash32, IsTheLowHalf) {
  EXPECT_EQ(Hash32("accord"), static_cast<std::uint32_t>(Hash64("accord") & 0xFFFFFFFFU));
}

TEST(HashHex, PadsToSixteenDigits) {
  for (int i = 0; i < 1000; ++i) {
    const std::string text = std::to_string(i);
    const std::string hex = HashHex(text);
    ASSERT_EQ(hex.size(), 16U);
    EXPECT_EQ(std::stoull(hex, nullptr, 16), Hash64(text));
  }
}

}  // namespace
}  // namespace accord::base
