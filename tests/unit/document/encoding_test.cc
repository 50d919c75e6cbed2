#include "document/encoding.h"

#include <gtest/gtest.h>

namespace accord::document {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

TEST(Encoding, FindsTheFirstMalformedByte) {
  EXPECT_EQ(FindInvalidUtf8(""), kNone);
  EXPECT_EQ(FindInvalidUtf8("plain ascii of some length"), kNone);
  EXPECT_EQ(FindInvalidUtf8("é, 日本, 😀, \xF4\x8F\xBF\xBF"), kNone);
  EXPECT_EQ(FindInvalidUtf8("12345678\x80"), 8U);
  EXPECT_EQ(FindInvalidUtf8("é\xC0\xAF"), 2U) << "overlong";
  EXPECT_EQ(FindInvalidUtf8("\xE0\x80\x80"), 0U) << "overlong";
  EXPECT_EQ(FindInvalidUtf8("a\xED\xA0\x80"), 1U) << "surrogate";
  EXPECT_EQ(FindInvalidUtf8("\xF4\x90\x80\x80"), 0U) << "above U+10FFFF";
  EXPECT_EQ(FindInvalidUtf8("\xF5\x80\x80\x80"), 0U);
  EXPECT_EQ(FindInvalidUtf8("abc\xE2\x82"), 3U) << "cut";
  EXPECT_EQ(FindInvalidUtf8("\xF0\x9F\x98"), 0U) << "cut";
}

TEST(Encoding, ReplacesMalformedBytes) {
  EXPECT_EQ(ReplaceInvalidUtf8("a\xFFz\xC3"), "a\xEF\xBF\xBDz\xEF\xBF\xBD");
  EXPECT_EQ(ReplaceInvalidUtf8("é"), "é");
}

TEST(Encoding, KnowsByteOrderMarks) {
  EXPECT_EQ(BomLength("\xEF\xBB\xBFx"), 3U);
  EXPECT_EQ(BomLength("\xEF\xBB"), 0U);
}

TEST(Encoding, RecognisesOtherEncodings) {
  using namespace std::string_view_literals;
  EXPECT_EQ(ForeignEncoding("\xFF\xFEx\0"sv), "UTF-16");
  EXPECT_EQ(ForeignEncoding("\0{"sv), "UTF-16");
  EXPECT_EQ(ForeignEncoding("{\0"sv), "UTF-16");
  EXPECT_EQ(ForeignEncoding("\xFF\xFE\0\0"sv), "UTF-32");
  EXPECT_EQ(ForeignEncoding("{}"sv), "");
  EXPECT_EQ(ForeignEncoding("1"sv), "");
  EXPECT_EQ(ForeignEncoding(""sv), "");
}

}  // namespace
}  // namespace accord::document
