#include <gtest/gtest.h>

#include "accord/base/strings.h"

namespace accord::base {
namespace {

using namespace std::string_view_literals;

std::string EveryByte() {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    bytes.push_back(static_cast<char>(i));
  }
  return bytes;
}

TEST(PercentDecode, DecodesEscapes) {
  EXPECT_EQ(PercentDecode("a%20b%2Fc%2fd", false), "a b/c/d");
  EXPECT_EQ(PercentDecode("%E2%82%AC", false), "€");
  EXPECT_EQ(PercentDecode("%00", false), "\0"sv);
  EXPECT_EQ(PercentDecode("", false), "");
}

TEST(PercentDecode, KeepsBadEscapes) {
  EXPECT_EQ(PercentDecode("%", false), "%");
  EXPECT_EQ(PercentDecode("100%", false), "100%");
  EXPECT_EQ(PercentDecode("%4", false), "%4");
  EXPECT_EQ(PercentDecode("%zz%4g", false), "%zz%4g");
  EXPECT_EQ(PercentDecode("%%41", false), "%A");
  EXPECT_EQ(PercentDecode("%-1", false), "%-1");
}

TEST(PercentDecode, TurnsPlusIntoSpaceOnlyWhenAsked) {
  EXPECT_EQ(PercentDecode("a+b", true), "a b");
  EXPECT_EQ(PercentDecode("a+b", false), "a+b");
  EXPECT_EQ(PercentDecode("a%2Bb", true), "a+b");
}

TEST(PercentDecode, DecodesOnceOnly) {
  EXPECT_EQ(PercentDecode("%2541", false), "%41");
}

TEST(FormEncode, EscapesAllButTheSafeCharacters) {
  EXPECT_EQ(FormEncode("aZ09*-._"), "aZ09*-._");
  EXPECT_EQ(FormEncode("a b+c&d=e~/"), "a+b%2Bc%26d%3De%7E%2F");
  EXPECT_EQ(FormEncode("€"), "%E2%82%AC");
}

TEST(FormEncode, RoundTripsEveryByte) {
  EXPECT_EQ(PercentDecode(FormEncode(EveryByte()), true), EveryByte());
}

TEST(Base64, EncodesTheVectorsOfRfc4648) {
  EXPECT_EQ(Base64Encode(""), "");
  EXPECT_EQ(Base64Encode("f"), "Zg==");
  EXPECT_EQ(Base64Encode("fo"), "Zm8=");
  EXPECT_EQ(Base64Encode("foo"), "Zm9v");
  EXPECT_EQ(Base64Encode("foob"), "Zm9vYg==");
  EXPECT_EQ(Base64Encode("fooba"), "Zm9vYmE=");
  EXPECT_EQ(Base64Encode("foobar"), "Zm9vYmFy");
  EXPECT_EQ(Base64Encode("\xFB\xFF\xFE"), "+//+");
}

TEST(Base64, RoundTripsEveryLength) {
  const std::string bytes = EveryByte();
  for (std::size_t length = 0; length <= bytes.size(); ++length) {
    const std::string part = bytes.substr(bytes.size() - length);
    EXPECT_EQ(Base64Decode(Base64Encode(part)), part);
  }
}

class BadBase64 : public ::testing::TestWithParam<std::string_view> {};

TEST_P(BadBase64, IsRefused) {
  EXPECT_EQ(Base64Decode(GetParam()), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(Texts,
                         BadBase64,
                         ::testing::Values("Z",
                                           "Zg",
                                           "Zg=",
                                           "Zg===",
                                           "Zg====",
                                           "=",
                                           "====",
                                           "Z===",
                                           "Zg==Zg==",
                                           "Z=g=",
                                           "Zm9v\n",
                                           "Zm 9v",
                                           "Zm-_",
                                           "Zm9\xC3",
                                           "Zm9\0"sv,
                                           "Zh==",
                                           "Zm9="));

TEST(HexEncode, WritesTwoDigitsPerByte) {
  EXPECT_EQ(HexEncode("\x00\x0F\xA5\xFF"sv), "000fa5ff");
  EXPECT_EQ(HexEncode(""), "");
}

}  // namespace
}  // namespace accord::base
