#include "accord/match/date_pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::match {
namespace {

using std::chrono::system_clock;
using testing::HasSubstr;

// Thursday, 6 February 2020, 15:04:05.123456789 UTC: week 6, day 37.
system_clock::time_point Moment() {
  using namespace std::chrono_literals;
  return std::chrono::sys_days(std::chrono::year(2020) / 2 / 6) + 15h + 4min + 5s + 123456789ns;
}

DatePattern Compiled(std::string_view pattern) {
  auto compiled = DatePattern::Compile(pattern);
  EXPECT_TRUE(compiled.ok()) << pattern << ": " << (compiled.ok() ? "" : compiled.error().message);
  return compiled.ok() ? compiled.value() : DatePattern::Compile("yyyy").value();
}

bool Accepts(std::string_view pattern, std::string_view text) {
  std::string why;
  const bool accepted = Compiled(pattern).Accepts(text, why);
  EXPECT_EQ(accepted, why.empty()) << pattern << " on " << text << ": " << why;
  return accepted;
}

std::string Why(std::string_view pattern, std::string_view text) {
  std::string why;
  EXPECT_FALSE(Compiled(pattern).Accepts(text, why)) << pattern << " on " << text;
  return why;
}

struct Sample {
  std::string_view pattern;
  std::string_view text;
};

class AcceptedText : public testing::TestWithParam<Sample> {};
TEST_P(AcceptedText, FollowsThePattern) {
  EXPECT_TRUE(Accepts(GetParam().pattern, GetParam().text)) << [] {
    std::string why;
    Compiled(GetParam().pattern).Accepts(GetParam().text, why);
    return GetParam().pattern.data() + std::string(" ") + std::string(GetParam().text) + ": " + why;
  }();
}
INSTANTIATE_TEST_SUITE_P(Letters,
                         AcceptedText,
                         testing::Values(Sample{"G", "AD"},
                                         Sample{"GGGG", "anno domini"},
                                         Sample{"GGGGG", "B"},
                                         Sample{"G", "bce"},
                                         Sample{"y", "2004"},
                                         Sample{"yy", "04"},
                                         Sample{"yyyy", "2004"},
                                         Sample{"yyyy", "+12004"},
                                         Sample{"u", "-44"},
                                         Sample{"uuuu-MM-dd", "2004-02-29"},
                                         Sample{"yyy", "987"},
                                         Sample{"YYYY-'W'ww-e", "2020-W06-4"},
                                         Sample{"D", "366"},
                                         Sample{"DDD", "001"},
                                         Sample{"M", "7"},
                                         Sample{"MM", "7"},
                                         Sample{"MM", "07"},
                                         Sample{"MMM", "JUL"},
                                         Sample{"MMMM", "july"},
                                         Sample{"MMMMM", "J"},
                                         Sample{"MMMMM", "July"},
                                         Sample{"L", "12"},
                                         Sample{"LLLL", "December"},
                                         Sample{"d", "10"},
                                         Sample{"dd", "1"},
                                         Sample{"Q", "3"},
                                         Sample{"QQQ", "Q3"},
                                         Sample{"QQQQ", "3rd quarter"},
                                         Sample{"qq", "04"},
                                         Sample{"QQQQQ", "4"},
                                         Sample{"w", "27"},
                                         Sample{"ww", "53"},
                                         Sample{"W", "4"},
                                         Sample{"F", "3"},
                                         Sample{"E", "Tue"},
                                         Sample{"EEE", "tue"},
                                         Sample{"EEEE", "Tuesday"},
                                         Sample{"EEEEE", "T"},
                                         Sample{"e", "2"},
                                         Sample{"eee", "Tue"},
                                         Sample{"cccc", "Sunday"},
                                         Sample{"a", "PM"},
                                         Sample{"h a", "12 am"},
                                         Sample{"K", "0"},
                                         Sample{"KK", "11"},
                                         Sample{"k", "24"},
                                         Sample{"H", "0"},
                                         Sample{"HH", "23"},
                                         Sample{"m", "30"},
                                         Sample{"s", "55"},
                                         Sample{"ss", "60"},
                                         Sample{"SSS", "978"},
                                         Sample{"SSS", "9"},
                                         Sample{"SSSSSSSSS", "123456789"},
                                         Sample{"A", "1234"},
                                         Sample{"n", "987654321"},
                                         Sample{"N", "1234000000"}));
INSTANTIATE_TEST_SUITE_P(Zones,
                         AcceptedText,
                         testing::Values(Sample{"X", "Z"},
                                         Sample{"X", "-08"},
                                         Sample{"X", "-0830"},
                                         Sample{"XX", "-0830"},
                                         Sample{"XXX", "-08:30"},
                                         Sample{"XXX", "Z"},
                                         Sample{"XXXX", "-083015"},
                                         Sample{"XXXX", "-0830"},
                                         Sample{"XXXXX", "-08:30:15"},
                                         Sample{"XXXXX", "+14:00"},
                                         Sample{"x", "+00"},
                                         Sample{"xx", "+0000"},
                                         Sample{"xxx", "+00:00"},
                                         Sample{"Z", "+0000"},
                                         Sample{"ZZZ", "-0800"},
                                         Sample{"ZZZZ", "GMT"},
                                         Sample{"ZZZZ", "GMT-08:00"},
                                         Sample{"ZZZZZ", "-08:00"},
                                         Sample{"ZZZZZ", "Z"},
                                         Sample{"O", "GMT+8"},
                                         Sample{"O", "GMT"},
                                         Sample{"OOOO", "UTC-08:00"},
                                         Sample{"VV", "America/Los_Angeles"},
                                         Sample{"VV", "Z"},
                                         Sample{"VV", "America/Argentina/Buenos_Aires"},
                                         Sample{"VV", "-08:30"},
                                         Sample{"VV", "Etc/GMT+5"},
                                         Sample{"V", "UTC"},
                                         Sample{"z", "PST"},
                                         Sample{"zzz", "CEST"},
                                         Sample{"zzzz", "Pacific Standard Time"},
                                         Sample{"zzzz", "Coordinated Universal Time"},
                                         Sample{"zzzz", "UTC"}));
INSTANTIATE_TEST_SUITE_P(Whole,
                         AcceptedText,
                         testing::Values(Sample{"yyyy-MM-dd", "2020-2-3"},
                                         Sample{"yyyy-MM-dd'T'HH:mm:ssXXX", "2020-02-03T10:00:00Z"},
                                         Sample{"EEE, d MMM yyyy HH:mm:ss zzz",
                                                "Thu, 6 Feb 2020 15:04:05 GMT"},
                                         Sample{"yyyyMMdd", "20200206"},
                                         Sample{"yyyyMMddHHmmssSSS", "20200206150405123"},
                                         Sample{"Hmm", "930"},
                                         Sample{"Hmm", "1930"},
                                         Sample{"yyMMdd", "200206"},
                                         Sample{"MMddyyyy", "02062020"},
                                         Sample{"HH'h'mm''ss", "15h04'05"},
                                         Sample{"h 'o''clock' a", "3 o'clock PM"},
                                         Sample{"MM/dd", "02/29"},
                                         Sample{"yyyy-MM-dd[ HH:mm[:ss]]", "2020-02-06"},
                                         Sample{"yyyy-MM-dd[ HH:mm[:ss]]", "2020-02-06 15:04"},
                                         Sample{"yyyy-MM-dd[ HH:mm[:ss]]", "2020-02-06 15:04:05"},
                                         Sample{"HH:mm[:ss", "15:04:05"},
                                         Sample{"y-MM-dd G", "44-03-15 BC"},
                                         Sample{"y-MM-dd G", "5-02-29 BC"},
                                         Sample{"uuuu-MM-dd EEEE", "2020-02-06 Thursday"},
                                         Sample{"yyyy-DDD", "2020-366"},
                                         Sample{"HH:mm a", "15:04 PM"},
                                         Sample{"d. MMMM yyyy 'ü'", "6. February 2020 ü"},
                                         Sample{"1yyyy", "12020"}));

class RefusedText : public testing::TestWithParam<Sample> {};
TEST_P(RefusedText, IsExplained) {
  EXPECT_FALSE(Accepts(GetParam().pattern, GetParam().text))
      << GetParam().pattern << " " << GetParam().text;
}
INSTANTIATE_TEST_SUITE_P(Letters,
                         RefusedText,
                         testing::Values(Sample{"G", "XX"},
                                         Sample{"y", "x"},
                                         Sample{"y", ""},
                                         Sample{"yy", "2004"},
                                         Sample{"yyyy", "12004"},
                                         Sample{"yyyy", "-"},
                                         Sample{"D", "367"},
                                         Sample{"D", "0"},
                                         Sample{"M", "0"},
                                         Sample{"MM", "13"},
                                         Sample{"MMM", "July"},
                                         Sample{"MMMM", "Jul"},
                                         Sample{"MMMMM", "X"},
                                         Sample{"d", "32"},
                                         Sample{"d", "0"},
                                         Sample{"Q", "5"},
                                         Sample{"QQQ", "3"},
                                         Sample{"QQQQ", "Q3"},
                                         Sample{"QQQQQ", "5"},
                                         Sample{"w", "54"},
                                         Sample{"W", "7"},
                                         Sample{"F", "6"},
                                         Sample{"E", "Tux"},
                                         Sample{"EEEE", "Tue"},
                                         Sample{"EEEEE", "X"},
                                         Sample{"e", "8"},
                                         Sample{"a", "XM"},
                                         Sample{"h", "13"},
                                         Sample{"h", "0"},
                                         Sample{"K", "12"},
                                         Sample{"k", "0"},
                                         Sample{"k", "25"},
                                         Sample{"H", "24"},
                                         Sample{"m", "60"},
                                         Sample{"s", "61"},
                                         Sample{"SSS", "1234"},
                                         Sample{"S", "x"},
                                         Sample{"A", "86400000"},
                                         Sample{"n", "1000000000"},
                                         Sample{"N", "86400000000000"},
                                         Sample{"n", "99999999999999999999999999"}));
INSTANTIATE_TEST_SUITE_P(Zones,
                         RefusedText,
                         testing::Values(Sample{"X", "08"},
                                         Sample{"X", "+8"},
                                         Sample{"XX", "-08"},
                                         Sample{"XXX", "-0830"},
                                         Sample{"XXX", "+19:00"},
                                         Sample{"XXX", "+08:60"},
                                         Sample{"XXX", ""},
                                         Sample{"x", "Z"},
                                         Sample{"xxx", "Z"},
                                         Sample{"Z", "Z"},
                                         Sample{"Z", "-08:00"},
                                         Sample{"ZZZZ", "-08:00"},
                                         Sample{"O", "+8"},
                                         Sample{"O", "GMT+"},
                                         Sample{"VV", "Nowhere/City"},
                                         Sample{"VV", "Europe/"},
                                         Sample{"VV", "Europe/ "},
                                         Sample{"VV", "Europe"},
                                         Sample{"z", "XYZ"},
                                         Sample{"zzzz", "Some Clock"},
                                         Sample{"zzzz", "Time"}));
INSTANTIATE_TEST_SUITE_P(Whole,
                         RefusedText,
                         testing::Values(Sample{"yyyy-MM-dd", "23/07/19"},
                                         Sample{"yyyy-MM-dd", "2020-02-30"},
                                         Sample{"yyyy-MM-dd", "2019-02-29"},
                                         Sample{"yyyy-MM-dd", "1900-02-29"},
                                         Sample{"yyyy-MM-dd", "2020-04-31"},
                                         Sample{"MM-dd", "02-30"},
                                         Sample{"yyyy-MM-dd", "2020-02-06T10"},
                                         Sample{"yyyy-MM-dd", " 2020-02-06"},
                                         Sample{"yyyy-MM-dd'T'HH:mm:ssXXX", "2020-02-03T10:00:00"},
                                         Sample{"yyyy-MM-dd'T'HH:mm:ss.SSSX",
                                                "2020-02-03T10:00:00.123456Z"},
                                         Sample{"yyyyMMdd", "202002"},
                                         Sample{"yyyyMMdd", "20201301"},
                                         Sample{"uuuu-MM-dd EEEE", "2020-02-06 Friday"},
                                         Sample{"uuuu-MM-dd E", "2020-02-06 Fri"},
                                         Sample{"yyyy-DDD", "2019-366"},
                                         Sample{"yyyy-MM-dd D", "2020-02-06 38"},
                                         Sample{"MM Q", "02 2"},
                                         Sample{"HH:mm a", "15:04 AM"},
                                         Sample{"y-MM-dd G", "4-02-29 BC"},
                                         Sample{"yyyy-MM-dd[ HH:mm]", "2020-02-06 25:04"},
                                         Sample{"HH:mm", "24:00"},
                                         Sample{"yyyy", "2020\xff"},
                                         Sample{"yyyy", std::string_view("2020\0", 5)}));

TEST(DatePatternTest, SaysWhichLetterFailedWhere) {
  EXPECT_EQ(Why("yyyy-MM-dd", "2020-13-01"),
            "MM at offset 5: expected a month (1 to 12), found '13-01'");
  EXPECT_EQ(Why("yyyy-MM-dd", "2020/01/01"), "'-' at offset 4: expected this text, found '/01/01'");
  EXPECT_EQ(Why("HH:mm:ssXXX", "10:00:00"),
            "XXX at offset 8: expected an offset such as +01:00 or Z, found the end");
  EXPECT_EQ(Why("yyyy", "2020-01"), "offset 4: nothing more was expected, found '-01'");
  EXPECT_EQ(Why("MMM", "1"), "MMM at offset 0: expected the short name of a month, found '1'");
  EXPECT_EQ(Why("E", "x"),
            "E at offset 0: expected the short name of a day of the week, found 'x'");
}

TEST(DatePatternTest, SaysWhyADayIsImpossible) {
  EXPECT_EQ(Why("yyyy-MM-dd", "2020-02-30"), "February 2020 has no day 30");
  EXPECT_EQ(Why("dd.MM.", "31.04."), "April has no day 31");
  EXPECT_EQ(Why("yyyy D", "2019 366"), "2019 has no day 366");
  EXPECT_EQ(Why("E, yyyy-MM-dd", "Fri, 2020-02-06"), "that day is a Thursday");
  EXPECT_EQ(Why("yyyy-MM-dd D", "2020-02-06 38"), "that day is day 37 of the year");
  EXPECT_EQ(Why("MM Q", "02 2"), "month 2 is not in quarter 2");
  EXPECT_EQ(Why("HH a", "15 AM"), "hour 15 is not AM");
}

TEST(DatePatternTest, RefusesPatternsThatJavaDoesNotKnow) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"yyyy-bb", "unknown letter 'b' at offset 5"},
      {"ddd", "'d' stands more than 2 time(s) at offset 0"},
      {"HH:mm:sss", "'s' stands more than 2 time(s) at offset 6"},
      {"yyyy'T", "a quote that is not closed at offset 4"},
      {"yyyy]", "']' without '[' at offset 4"},
      {"yyyy#", "the reserved character '#' needs quotes at offset 4"},
      {"{", "the reserved character '{' needs quotes at offset 0"},
      {std::string(17, '['), "optional sections are nested too deeply at offset 16"},
  };
  for (const auto& [pattern, problem] : cases) {
    const auto compiled = DatePattern::Compile(pattern);
    ASSERT_FALSE(compiled.ok()) << pattern;
    EXPECT_EQ(compiled.error().message, "date pattern '" + pattern + "': " + problem);
  }
  const auto huge = DatePattern::Compile(std::string(1001, '-'));
  ASSERT_FALSE(huge.ok());
  EXPECT_THAT(huge.error().message, HasSubstr("longer than 1000 bytes"));
}

TEST(DatePatternTest, AnEmptyPatternAcceptsOnlyEmptyText) {
  EXPECT_TRUE(Accepts("", ""));
  EXPECT_FALSE(Accepts("", "x"));
}

class FormattedText : public testing::TestWithParam<Sample> {};
TEST_P(FormattedText, IsAsJavaWritesItAndAcceptedAgain) {
  const std::string text = Compiled(GetParam().pattern).Format(Moment());
  EXPECT_EQ(text, GetParam().text) << GetParam().pattern;
  EXPECT_TRUE(Accepts(GetParam().pattern, text)) << GetParam().pattern;
}
INSTANTIATE_TEST_SUITE_P(Letters,
                         FormattedText,
                         testing::Values(Sample{"G", "AD"},
                                         Sample{"GGGG", "Anno Domini"},
                                         Sample{"GGGGG", "A"},
                                         Sample{"y", "2020"},
                                         Sample{"yy", "20"},
                                         Sample{"yyyyyy", "002020"},
                                         Sample{"u", "2020"},
                                         Sample{"YYYY-'W'ww-e", "2020-W06-4"},
                                         Sample{"D", "37"},
                                         Sample{"DDD", "037"},
                                         Sample{"M", "2"},
                                         Sample{"MM", "02"},
                                         Sample{"MMM", "Feb"},
                                         Sample{"MMMM", "February"},
                                         Sample{"MMMMM", "F"},
                                         Sample{"LL", "02"},
                                         Sample{"d", "6"},
                                         Sample{"dd", "06"},
                                         Sample{"Q", "1"},
                                         Sample{"QQ", "01"},
                                         Sample{"QQQ", "Q1"},
                                         Sample{"QQQQ", "1st quarter"},
                                         Sample{"QQQQQ", "1"},
                                         Sample{"W", "1"},
                                         Sample{"F", "1"},
                                         Sample{"E", "Thu"},
                                         Sample{"EEEE", "Thursday"},
                                         Sample{"EEEEE", "T"},
                                         Sample{"c", "4"},
                                         Sample{"a", "PM"},
                                         Sample{"h", "3"},
                                         Sample{"hh", "03"},
                                         Sample{"K", "3"},
                                         Sample{"k", "15"},
                                         Sample{"H", "15"},
                                         Sample{"m", "4"},
                                         Sample{"mm", "04"},
                                         Sample{"s", "5"},
                                         Sample{"S", "1"},
                                         Sample{"SSS", "123"},
                                         Sample{"SSSSSSSSS", "123456789"},
                                         Sample{"A", "54245123"},
                                         Sample{"n", "123456789"},
                                         Sample{"N", "54245123456789"},
                                         Sample{"NNNNNNNNNNNNNNNNNN", "000054245123456789"}));
INSTANTIATE_TEST_SUITE_P(Zones,
                         FormattedText,
                         testing::Values(Sample{"X", "Z"},
                                         Sample{"XXXXX", "Z"},
                                         Sample{"x", "+00"},
                                         Sample{"xx", "+0000"},
                                         Sample{"xxx", "+00:00"},
                                         Sample{"Z", "+0000"},
                                         Sample{"ZZZZ", "GMT"},
                                         Sample{"ZZZZZ", "Z"},
                                         Sample{"O", "GMT"},
                                         Sample{"VV", "UTC"},
                                         Sample{"z", "UTC"},
                                         Sample{"zzzz", "Coordinated Universal Time"}));
INSTANTIATE_TEST_SUITE_P(
    Whole,
    FormattedText,
    testing::Values(Sample{"yyyy-MM-dd'T'HH:mm:ssXXX", "2020-02-06T15:04:05Z"},
                    Sample{"yyyy-MM-dd'T'HH:mm:ss.SSSZ", "2020-02-06T15:04:05.123+0000"},
                    Sample{"EEE, dd MMM yyyy HH:mm:ss 'GMT'", "Thu, 06 Feb 2020 15:04:05 GMT"},
                    Sample{"yyyyMMddHHmmssSSS", "20200206150405123"},
                    Sample{"h 'o''clock' a", "3 o'clock PM"},
                    Sample{"yyyy[-MM[-dd]]", "2020-02-06"}));

TEST(DatePatternTest, FormatKnowsTheEdgesOfDaysAndWeeks) {
  using namespace std::chrono_literals;
  const auto at = [](int year, int month, int day) {
    return system_clock::time_point(std::chrono::sys_days(std::chrono::year(year) / month / day));
  };
  const DatePattern week = Compiled("YYYY-ww-e");
  EXPECT_EQ(week.Format(at(2021, 1, 3)), "2020-53-7");
  EXPECT_EQ(week.Format(at(2021, 1, 4)), "2021-01-1");
  EXPECT_EQ(week.Format(at(2018, 12, 31)), "2019-01-1");
  const DatePattern month_week = Compiled("W F");
  EXPECT_EQ(month_week.Format(at(2021, 1, 3)), "0 1");
  EXPECT_EQ(month_week.Format(at(2021, 1, 4)), "1 1");
  EXPECT_EQ(month_week.Format(at(2021, 1, 31)), "4 5");
  const DatePattern midnight = Compiled("h K k H a");
  EXPECT_EQ(midnight.Format(at(2021, 1, 3)), "12 0 24 0 AM");
  EXPECT_EQ(midnight.Format(at(2021, 1, 3) + 12h), "12 0 12 12 PM");
  EXPECT_EQ(Compiled("yyyy-MM-dd SSS").Format(at(1969, 12, 31) + 1ms), "1969-12-31 001");
}

}  // namespace
}  // namespace accord::match
