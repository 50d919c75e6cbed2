#include "report/characters.h"

#include <gtest/gtest.h>

namespace accord::report {
namespace {

TEST(FirstCharacter, DecodesEveryLength) {
  EXPECT_EQ(FirstCharacter("aé").code, 'a');
  EXPECT_EQ(FirstCharacter("é").code, 0xE9U);
  EXPECT_EQ(FirstCharacter("€").code, 0x20ACU);
  EXPECT_EQ(FirstCharacter("😀").code, 0x1F600U);
  EXPECT_EQ(FirstCharacter("😀x").bytes, 4U);
}

TEST(FirstCharacter, TakesMalformedBytesOneByOne) {
  for (const std::string_view bad :
       {"\xff", "\xc3", "\xe2\x82", "\xed\xa0\x80", "\x80", "\xc0\xaf"}) {
    EXPECT_EQ(FirstCharacter(bad).code, kReplacement);
    EXPECT_EQ(FirstCharacter(bad).bytes, 1U);
  }
}

TEST(ValidUtf8, ReplacesOnlyWhatIsMalformed) {
  EXPECT_EQ(ValidUtf8("größe 😀\n"), "größe 😀\n");
  EXPECT_EQ(ValidUtf8("a\xff\xc3z"), "a\uFFFD\uFFFDz");
}

TEST(Printable, ShowsControlCharacters) {
  EXPECT_EQ(Printable("a\x1b[31m\n\x7f"), "a␛[31m␊␡");
  EXPECT_EQ(Printable(std::string_view("\0", 1)), "␀");
}

TEST(Printable, ReplacesC1ControlsAndDirectionMarks) {
  EXPECT_EQ(Printable("a\u009b31m"), "a\uFFFD31m");
  EXPECT_EQ(Printable("x\u202Ey\u2066z"), "x\uFFFDy\uFFFDz");
}

TEST(Printable, KeepsWhatItIsTold) {
  EXPECT_EQ(Printable("a\n\tb\r", "\n\t"), "a\n\tb␍");
}

}  // namespace
}  // namespace accord::report
