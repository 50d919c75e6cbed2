#include "accord/base/strings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::base {
namespace {

using ::testing::ElementsAre;

TEST(Case, ChangesAsciiLettersOnly) {
  EXPECT_EQ(ToLowerAscii("Content-TYPE [@`{ÄZ"), "content-type [@`{Äz");
  EXPECT_EQ(ToUpperAscii("content-Type [@`{äz"), "CONTENT-TYPE [@`{äZ");
  EXPECT_EQ(ToLowerAscii('Z'), 'z');
  EXPECT_EQ(ToLowerAscii('['), '[');
  EXPECT_EQ(ToLowerAscii(""), "");
}

TEST(EqualsIgnoreCase, ComparesWholeTexts) {
  EXPECT_TRUE(EqualsIgnoreCase("", ""));
  EXPECT_TRUE(EqualsIgnoreCase("ETag", "etag"));
  EXPECT_FALSE(EqualsIgnoreCase("ETag", "eta"));
  EXPECT_FALSE(EqualsIgnoreCase("eta", "ETag"));
  EXPECT_FALSE(EqualsIgnoreCase("@", "`"));
  EXPECT_FALSE(EqualsIgnoreCase("Ä", "ä"));
}

TEST(Trim, TakesBlanksFromBothEndsOnly) {
  EXPECT_EQ(Trim(" \t\r\n a b \n"), "a b");
  EXPECT_EQ(Trim("a"), "a");
  EXPECT_EQ(Trim(" \n"), "");
  EXPECT_EQ(Trim(""), "");
  EXPECT_EQ(Trim("\fa\v"), "\fa\v");
}

TEST(Split, KeepsEmptyPieces) {
  EXPECT_THAT(Split("a,,b,", ','), ElementsAre("a", "", "b", ""));
  EXPECT_THAT(Split(",", ','), ElementsAre("", ""));
  EXPECT_THAT(Split("", ','), ElementsAre(""));
  EXPECT_THAT(Split("abc", ','), ElementsAre("abc"));
}

TEST(Join, PutsSeparatorsBetween) {
  EXPECT_EQ(Join({"a", "", "b"}, ", "), "a, , b");
  EXPECT_EQ(Join({"a"}, ", "), "a");
  EXPECT_EQ(Join({}, ", "), "");
}

TEST(NearestWord, FindsTypingMistakes) {
  const std::vector<std::string> verbs = {"verify", "validate", "mock"};
  EXPECT_EQ(NearestWord("verfy", verbs), "verify");
  EXPECT_EQ(NearestWord("verifyy", verbs), "verify");
  EXPECT_EQ(NearestWord("vreify", verbs), "verify");
  EXPECT_EQ(NearestWord("validat3", verbs), "validate");
}

TEST(NearestWord, AllowsAThirdOfTheLength) {
  EXPECT_EQ(NearestWord("abcdef", {"abcdXY"}), "abcdXY");
  EXPECT_EQ(NearestWord("abcdef", {"abcXYZ"}), std::nullopt);
  EXPECT_EQ(NearestWord("ab", {"ax"}), std::nullopt);
}

TEST(NearestWord, CountsASwapOfNeighboursOnce) {
  EXPECT_EQ(NearestWord("abc", {"acb"}), "acb");
  EXPECT_EQ(NearestWord("abc", {"cba"}), std::nullopt);
}

TEST(NearestWord, PrefersTheClosestThenTheFirst) {
  EXPECT_EQ(NearestWord("states", {"statuses", "state"}), "state");
  EXPECT_EQ(NearestWord("house", {"mouse", "louse"}), "mouse");
  EXPECT_EQ(NearestWord("mock", {"mocks", "mock"}), "mock");
}

TEST(NearestWord, GivesNothingWithoutAnythingNear) {
  EXPECT_EQ(NearestWord("verify", {}), std::nullopt);
  EXPECT_EQ(NearestWord("", {"a"}), std::nullopt);
  EXPECT_EQ(NearestWord("verify", {"", "publish"}), std::nullopt);
}

TEST(NearestWord, RefusesMonstersQuickly) {
  const std::string huge(1'000'000, 'a');
  EXPECT_EQ(NearestWord(huge, {huge + "b"}), std::nullopt);
  EXPECT_EQ(NearestWord("verify", {huge}), std::nullopt);
}

}  // namespace
}  // namespace accord::base
