#include <gtest/gtest.h>

#include "accord/base/strings.h"

namespace accord::base {
namespace {

using namespace std::string_view_literals;

struct Case {
  const char* name;
  std::string_view bytes;
  bool valid;
  std::size_t count;  ///< Code points, malformed bytes one each.
};

std::ostream& operator<<(std::ostream& out, const Case& value) {
  return out << value.name;
}

class Utf8 : public ::testing::TestWithParam<Case> {};

TEST_P(Utf8, IsCheckedAlone) {
  EXPECT_EQ(IsUtf8(GetParam().bytes), GetParam().valid);
}

TEST_P(Utf8, IsCheckedAtEveryPlaceOfALongerText) {
  for (std::size_t before = 0; before < 17; ++before) {
    const std::string text =
        std::string(before, 'x') + std::string(GetParam().bytes) + std::string(16, 'y');
    EXPECT_EQ(IsUtf8(text), GetParam().valid) << before;
  }
}

TEST_P(Utf8, IsCounted) {
  EXPECT_EQ(CountCodePoints(GetParam().bytes), GetParam().count);
  const std::string text = "12345678" + std::string(GetParam().bytes) + "12345678";
  EXPECT_EQ(CountCodePoints(text), GetParam().count + 16);
}

INSTANTIATE_TEST_SUITE_P(Table,
                         Utf8,
                         ::testing::Values(Case{"empty", "", true, 0},
                                           Case{"nul", "\0"sv, true, 1},
                                           Case{"last_ascii", "\x7F", true, 1},
                                           Case{"first_of_two", "\xC2\x80", true, 1},
                                           Case{"last_of_two", "\xDF\xBF", true, 1},
                                           Case{"first_of_three", "\xE0\xA0\x80", true, 1},
                                           Case{"before_surrogates", "\xED\x9F\xBF", true, 1},
                                           Case{"after_surrogates", "\xEE\x80\x80", true, 1},
                                           Case{"last_of_three", "\xEF\xBF\xBF", true, 1},
                                           Case{"first_of_four", "\xF0\x90\x80\x80", true, 1},
                                           Case{"last_of_all", "\xF4\x8F\xBF\xBF", true, 1},
                                           Case{"mixed", "aé€😀z", true, 5},
                                           Case{"combining", "e\xCC\x81", true, 2}));

INSTANTIATE_TEST_SUITE_P(Broken,
                         Utf8,
                         ::testing::Values(Case{"stray_continuation", "\x80", false, 1},
                                           Case{"two_continuations", "\xBF\xBF", false, 2},
                                           Case{"overlong_two_c0", "\xC0\x80", false, 2},
                                           Case{"overlong_two_c1", "\xC1\xBF", false, 2},
                                           Case{"overlong_three", "\xE0\x9F\xBF", false, 3},
                                           Case{"overlong_four", "\xF0\x8F\xBF\xBF", false, 4},
                                           Case{"first_surrogate", "\xED\xA0\x80", false, 3},
                                           Case{"last_surrogate", "\xED\xBF\xBF", false, 3},
                                           Case{"above_the_last", "\xF4\x90\x80\x80", false, 4},
                                           Case{"f5", "\xF5\x80\x80\x80", false, 4},
                                           Case{"ff", "\xFF", false, 1},
                                           Case{"cut_two", "\xC3", false, 1},
                                           Case{"cut_three", "\xE2\x82", false, 2},
                                           Case{"cut_four", "\xF0\x9F\x98", false, 3},
                                           Case{"ascii_inside", "\xE2\x41\x80", false, 3},
                                           Case{"third_byte_ascii", "\xF0\x9F\x41\x80", false, 4},
                                           Case{
                                               "fourth_byte_ascii", "\xF0\x9F\x98\x41", false, 4}));

TEST(AppendUtf8, RoundTripsEveryCodePoint) {
  for (std::uint32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) {
      continue;
    }
    std::string out;
    AppendUtf8(out, code_point);
    ASSERT_TRUE(IsUtf8(out)) << code_point;
    ASSERT_EQ(CountCodePoints(out), 1U) << code_point;
  }
}

TEST(AppendUtf8, WritesTheShortestForm) {
  std::string out = "<";
  for (const std::uint32_t code_point : {0x41U, 0xE9U, 0x20ACU, 0x1F600U, 0x10FFFFU}) {
    AppendUtf8(out, code_point);
  }
  EXPECT_EQ(out, "<Aé€😀\xF4\x8F\xBF\xBF");
}

TEST(AppendUtf8, ReplacesWhatIsNoCodePoint) {
  for (const std::uint32_t wrong : {0xD800U, 0xDFFFU, 0x110000U, 0xFFFFFFFFU}) {
    std::string out;
    AppendUtf8(out, wrong);
    EXPECT_EQ(out, "\xEF\xBF\xBD") << wrong;
  }
}

TEST(Ellipsize, LeavesShortTextsAlone) {
  EXPECT_EQ(Ellipsize("", 0), "");
  EXPECT_EQ(Ellipsize("abc", 3), "abc");
  EXPECT_EQ(Ellipsize("€", 3), "€");
}

TEST(Ellipsize, CutsWithAMark) {
  EXPECT_EQ(Ellipsize("abcdef", 5), "ab…");
  EXPECT_EQ(Ellipsize("abcdef", 3), "…");
}

TEST(Ellipsize, HasNoRoomForTheMark) {
  EXPECT_EQ(Ellipsize("abcdef", 2), "ab");
  EXPECT_EQ(Ellipsize("€uro", 2), "");
  EXPECT_EQ(Ellipsize("abc", 0), "");
}

TEST(Ellipsize, NeverCutsACharacter) {
  const std::string text = "aé€😀aé€😀aé€😀";
  for (std::size_t max = 0; max <= text.size(); ++max) {
    const std::string cut = Ellipsize(text, max);
    EXPECT_LE(cut.size(), max);
    EXPECT_TRUE(IsUtf8(cut)) << max;
  }
}

TEST(Ellipsize, EndsOnGarbageToo) {
  const std::string garbage(20, '\x80');
  EXPECT_LE(Ellipsize(garbage, 10).size(), 10U);
  EXPECT_GE(Ellipsize(garbage, 10).size(), 7U);
}

}  // namespace
}  // namespace accord::base
