#include "schema/inclusion/interner.h"

#include <string>

#include <gtest/gtest.h>

namespace accord::schema::inclusion {
namespace {

TEST(Interner, NumbersTextsInTheOrderInWhichTheyAreMet) {
  Interner interner;
  EXPECT_EQ(interner.NumberOf("b"), 0);
  EXPECT_EQ(interner.NumberOf(""), 1);
  EXPECT_EQ(interner.NumberOf("a"), 2);
  EXPECT_EQ(interner.NumberOf(""), 1);
  EXPECT_EQ(interner.NumberOf("b"), 0);
  EXPECT_EQ(interner.size(), 3);
}

TEST(Interner, KeepsManyTextsApart) {
  Interner interner;
  const auto text = [](std::uint32_t i) { return std::string(i % 40, 'x') + std::to_string(i); };
  for (std::uint32_t i = 0; i < 5000; ++i) {
    ASSERT_EQ(interner.NumberOf(text(i)), i);
  }
  for (std::uint32_t i = 0; i < 5000; ++i) {
    ASSERT_EQ(interner.NumberOf(text(i)), i);
  }
}

}  // namespace
}  // namespace accord::schema::inclusion
