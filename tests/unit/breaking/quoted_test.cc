#include "breaking/proto/quoted.h"

#include <gtest/gtest.h>

namespace accord::breaking {
namespace {

TEST(Quoted, KeepsWhatCanBeSeen) {
  EXPECT_EQ(Quoted("total é 😀 漢"), "\"total é 😀 漢\"");
}

TEST(Quoted, EscapesQuotesAndBackslashes) {
  EXPECT_EQ(Quoted("a\"b\\c"), R"("a\"b\\c")");
}

TEST(Quoted, EscapesControlCharacters) {
  EXPECT_EQ(Quoted(std::string("\n\t\r\a\x01\x7f\0", 7)), R"("\n\t\r\a\x01\x7f\x00")");
}

TEST(Quoted, EscapesWhatCannotBeSeen) {
  EXPECT_EQ(Quoted("\u00a0\u200b\ufeff\U000e0001"), R"("\u00a0\u200b\ufeff\U000e0001")");
}

TEST(Quoted, EscapesBytesThatAreNoUtf8) {
  EXPECT_EQ(Quoted("a\xff"
                   "b"),
            R"("a\xffb")");
  EXPECT_EQ(Quoted("\xe2\x82"), R"("\xe2\x82")");
  EXPECT_EQ(Quoted("\xc0\xaf"), R"("\xc0\xaf")");
  EXPECT_EQ(Quoted("\xed\xa0\x80"), R"("\xed\xa0\x80")");
}

}  // namespace
}  // namespace accord::breaking
