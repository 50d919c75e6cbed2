#include "report/display_width.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::report {
namespace {

using testing::ElementsAre;

TEST(WidthOf, KnowsWideAndCombiningCharacters) {
  EXPECT_EQ(WidthOf("größe"), 5U);
  EXPECT_EQ(WidthOf("注文"), 4U);
  EXPECT_EQ(WidthOf("😀"), 2U);
  EXPECT_EQ(WidthOf("e\u0301"), 1U);
  EXPECT_EQ(WidthOf("→…✓"), 3U);
}

TEST(Cut, LeavesWhatFits) {
  EXPECT_EQ(Cut("abcde", 5), "abcde");
  EXPECT_EQ(Cut("", 5), "");
}

TEST(Cut, EndsInAnEllipsisWithinTheWidth) {
  EXPECT_EQ(Cut("abcdef", 5), "abcd…");
  EXPECT_EQ(Cut("注文注文", 6), "注文…");
  EXPECT_LE(WidthOf(Cut("注文注文", 6)), 6U);
}

TEST(ChooseWindow, KeepsTheFocusInside) {
  for (std::size_t focus = 0; focus <= 500; ++focus) {
    const Window window = ChooseWindow(500, focus, 60);
    EXPECT_GE(focus, window.first);
    EXPECT_LE(focus, window.last);
    const std::size_t signs = (window.first > 0 ? 1U : 0U) + (window.last < 500 ? 1U : 0U);
    EXPECT_EQ(window.last - window.first + signs, 60U) << focus;
  }
}

TEST(CutTo, MarksBothSides) {
  EXPECT_EQ(CutTo({.first = 2, .last = 5}, "abcdefgh"), "…cde…");
  EXPECT_EQ(CutTo({.first = 5, .last = 8}, "abcdefgh"), "…fgh");
}

TEST(CutTo, FillsHalfOfAWideCharacter) {
  EXPECT_EQ(CutTo({.first = 1, .last = 4}, "注文"), "… 文");
}

TEST(FirstDifference, StandsOnACharacterBorder) {
  EXPECT_EQ(FirstDifference("abc", "abd"), 2U);
  EXPECT_EQ(FirstDifference("aé", "aè"), 1U);
  EXPECT_EQ(FirstDifference("ab", "abc"), 2U);
  EXPECT_EQ(FirstDifference("", "abc"), 0U);
}

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_THAT(Wrap("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(Wrap("", 7), ElementsAre(""));
}

TEST(Wrap, KeepsLongWordsWhole) {
  EXPECT_THAT(Wrap("see http://localhost:8080 now", 8),
              ElementsAre("see", "http://localhost:8080", "now"));
}

}  // namespace
}  // namespace accord::report
