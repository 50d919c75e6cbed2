#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/match/date_pattern.h"

namespace accord::match {
namespace {

using std::chrono::system_clock;
using testing::HasSubstr;

// Saturday, 1 January 2000, 10:00 UTC.
system_clock::time_point Base() {
  return std::chrono::sys_days(std::chrono::year(2000) / 1 / 1) + std::chrono::hours(10);
}

std::string Write(system_clock::time_point time) {
  return DatePattern::Compile("yyyy-MM-dd HH:mm:ss.SSS").value().Format(time);
}

std::string Apply(std::string_view expression,
                  ExpressionPart part,
                  system_clock::time_point now = Base()) {
  const auto moved = ApplyDateExpression(expression, part, now);
  return moved.ok() ? Write(moved.value()) : moved.error().message;
}

std::string DateOf(std::string_view expression, system_clock::time_point now = Base()) {
  return Apply(expression, ExpressionPart::kDate, now).substr(0, 10);
}

struct Sample {
  std::string_view expression;
  std::string_view moved;
};

class DateExpression : public testing::TestWithParam<Sample> {};
TEST_P(DateExpression, Moves) {
  EXPECT_EQ(Apply(GetParam().expression, ExpressionPart::kDate),
            std::string(GetParam().moved) + " 10:00:00.000")
      << GetParam().expression;
}
INSTANTIATE_TEST_SUITE_P(All,
                         DateExpression,
                         testing::Values(Sample{"", "2000-01-01"},
                                         Sample{"  ", "2000-01-01"},
                                         Sample{"now", "2000-01-01"},
                                         Sample{"today", "2000-01-01"},
                                         Sample{"yesterday", "1999-12-31"},
                                         Sample{"Tomorrow", "2000-01-02"},
                                         Sample{"+ 1 day", "2000-01-02"},
                                         Sample{"+1day", "2000-01-02"},
                                         Sample{"+ 1 week", "2000-01-08"},
                                         Sample{"- 2 weeks", "1999-12-18"},
                                         Sample{"+ 1 fortnight", "2000-01-15"},
                                         Sample{"+ 4 years", "2004-01-01"},
                                         Sample{"tomorrow+ 4 years", "2004-01-02"},
                                         Sample{"+ 13 months", "2001-02-01"},
                                         Sample{"- 1 month", "1999-12-01"},
                                         Sample{"next week", "2000-01-08"},
                                         Sample{"last month", "1999-12-01"},
                                         Sample{"next fortnight", "2000-01-15"},
                                         Sample{"last fortnight", "1999-12-18"},
                                         Sample{"next day", "2000-01-02"},
                                         Sample{"next year", "2001-01-01"},
                                         Sample{"next monday", "2000-01-03"},
                                         Sample{"next saturday", "2000-01-08"},
                                         Sample{"last saturday", "1999-12-25"},
                                         Sample{"last wednesday", "1999-12-29"},
                                         Sample{"next mon", "2000-01-03"},
                                         Sample{"next tues", "2000-01-04"},
                                         Sample{"next wed", "2000-01-05"},
                                         Sample{"next thurs", "2000-01-06"},
                                         Sample{"last fri", "1999-12-31"},
                                         Sample{"last sun", "1999-12-26"},
                                         Sample{"last december", "1999-12-01"},
                                         Sample{"next jan", "2001-01-01"},
                                         Sample{"last jan", "1999-01-01"},
                                         Sample{"next june + 2 weeks", "2000-06-15"},
                                         Sample{"last mon + 2 weeks", "2000-01-10"},
                                         Sample{"+ 1 day - 2 weeks", "1999-12-19"},
                                         Sample{"last december + 2 weeks + 4 days", "1999-12-19"}));

class TimeExpression : public testing::TestWithParam<Sample> {};
TEST_P(TimeExpression, Moves) {
  EXPECT_EQ(Apply(GetParam().expression, ExpressionPart::kTime).substr(11), GetParam().moved)
      << GetParam().expression;
}
INSTANTIATE_TEST_SUITE_P(All,
                         TimeExpression,
                         testing::Values(Sample{"", "10:00:00.000"},
                                         Sample{"now", "10:00:00.000"},
                                         Sample{"midnight", "00:00:00.000"},
                                         Sample{"noon", "12:00:00.000"},
                                         Sample{"2 o'clock", "14:00:00.000"},
                                         Sample{"12 o'clock", "12:00:00.000"},
                                         Sample{"12 o'clock am", "12:00:00.000"},
                                         Sample{"12 o'clock pm", "12:00:00.000"},
                                         Sample{"1 o'clock am", "01:00:00.000"},
                                         Sample{"2 o'clock pm", "14:00:00.000"},
                                         Sample{"+ 1 hour", "11:00:00.000"},
                                         Sample{"- 2 minutes", "09:58:00.000"},
                                         Sample{"+ 4 seconds", "10:00:04.000"},
                                         Sample{"+ 4 milliseconds", "10:00:00.004"},
                                         Sample{"midnight+ 4 minutes", "00:04:00.000"},
                                         Sample{"next hour", "11:00:00.000"},
                                         Sample{"last minute", "09:59:00.000"},
                                         Sample{"next second", "10:00:01.000"},
                                         Sample{"last millisecond", "09:59:59.999"},
                                         Sample{"now + 2 hours - 4 minutes", "11:56:00.000"},
                                         Sample{"+ 2 hours - 4 minutes", "11:56:00.000"}));

TEST(TimeExpression, AnHourWithoutHalfDayIsTheNextOne) {
  const auto afternoon = Base() + std::chrono::hours(5);
  EXPECT_EQ(Apply("2 o'clock", ExpressionPart::kTime, afternoon).substr(11), "02:00:00.000");
}

class DateTimeExpression : public testing::TestWithParam<Sample> {};
TEST_P(DateTimeExpression, Moves) {
  EXPECT_EQ(Apply(GetParam().expression, ExpressionPart::kDateTime), GetParam().moved)
      << GetParam().expression;
}
INSTANTIATE_TEST_SUITE_P(
    All,
    DateTimeExpression,
    testing::Values(Sample{"", "2000-01-01 10:00:00.000"},
                    Sample{"tomorrow", "2000-01-02 10:00:00.000"},
                    Sample{"@ now", "2000-01-01 10:00:00.000"},
                    Sample{"@", "2000-01-01 10:00:00.000"},
                    Sample{"today @ 1 o'clock", "2000-01-01 13:00:00.000"},
                    Sample{"yesterday @ midnight - 1 hour", "1999-12-30 23:00:00.000"},
                    Sample{"+ 1 day @ noon", "2000-01-02 12:00:00.000"},
                    Sample{"+ 1 week @ +1 hour", "2000-01-08 11:00:00.000"},
                    Sample{"tomorrow + 2 weeks @ noon - 1 hour", "2000-01-16 11:00:00.000"},
                    Sample{"tomorrow+ 4 years @ 3 o'clock + 40 milliseconds",
                           "2004-01-02 15:00:00.040"},
                    Sample{"last month @ last hour", "1999-12-01 09:00:00.000"}));

TEST(DateExpressionTest, MonthsEndOnTheirLastDay) {
  const system_clock::time_point end_of_january =
      std::chrono::sys_days(std::chrono::year(2020) / 1 / 31);
  EXPECT_EQ(DateOf("+ 1 month", end_of_january), "2020-02-29");
  EXPECT_EQ(DateOf("+ 13 months", end_of_january), "2021-02-28");
  EXPECT_EQ(DateOf("next month", end_of_january), "2020-02-29");
  const system_clock::time_point leap_day = std::chrono::sys_days(std::chrono::year(2020) / 2 / 29);
  EXPECT_EQ(DateOf("+ 1 year", leap_day), "2021-02-28");
}

TEST(DateExpressionTest, KeepsWhatIsFinerThanAMillisecondUnlessAnHourIsSet) {
  const auto now = Base() + std::chrono::nanoseconds(123456);
  const auto moved = ApplyDateExpression("+ 1 day", ExpressionPart::kDate, now);
  ASSERT_TRUE(moved.ok());
  EXPECT_EQ(moved.value() - now, std::chrono::hours(24));
  const auto noon = ApplyDateExpression("noon", ExpressionPart::kTime, now);
  ASSERT_TRUE(noon.ok());
  EXPECT_EQ(noon.value() - Base(), std::chrono::hours(2));
}

TEST(DateExpressionTest, ErrorsSayWhatWasExpectedWhere) {
  const std::vector<std::tuple<std::string, ExpressionPart, std::string>> cases = {
      {"sometime",
       ExpressionPart::kDate,
       "expected now, today, yesterday, tomorrow, next, last, + or - at offset 0, found "
       "'sometime'"},
      {"+ day",
       ExpressionPart::kDate,
       "expected a number up to 1000000000 at offset 2, found 'day'"},
      {"+ 99999999999 days",
       ExpressionPart::kDate,
       "expected a number up to 1000000000 at offset 2, found '99999999999'"},
      {"+ 1 parsec",
       ExpressionPart::kDate,
       "expected day(s), week(s), fortnight(s), month(s) or year(s) at offset 4, found 'parsec'"},
      {"+ 1 hour",
       ExpressionPart::kDate,
       "expected day(s), week(s), fortnight(s), month(s) or year(s) at offset 4, found 'hour'"},
      {"next",
       ExpressionPart::kDate,
       "expected day, week, fortnight, month, year, or the name of a weekday or month at offset "
       "4, found the end"},
      {"today tomorrow",
       ExpressionPart::kDate,
       "expected +, - or the end at offset 6, found 'tomorrow'"},
      {"today @ noon", ExpressionPart::kDate, "expected +, - or the end at offset 6, found '@'"},
      {"breakfast",
       ExpressionPart::kTime,
       "expected now, midnight, noon, 1 to 12 o'clock, next, last, + or - at offset 0, found "
       "'breakfast'"},
      {"3 am", ExpressionPart::kTime, "expected o'clock at offset 2, found 'am'"},
      {"13 o'clock", ExpressionPart::kTime, "expected an hour from 1 to 12 at offset 0"},
      {"next day",
       ExpressionPart::kTime,
       "expected hour(s), minute(s), second(s) or millisecond(s) at offset 5, found 'day'"},
      {"today @ noon @ noon",
       ExpressionPart::kDateTime,
       "expected +, - or the end at offset 13, found '@'"},
      {"today !", ExpressionPart::kDateTime, "expected +, - or the end at offset 6, found '!'"},
  };
  for (const auto& [expression, part, problem] : cases) {
    EXPECT_EQ(Apply(expression, part), "date expression '" + expression + "': " + problem);
  }
}

TEST(DateExpressionTest, NeverLeavesTheCalendar) {
  for (const std::string_view expression : {"+ 1000000000 days",
                                            "- 1000000000 weeks",
                                            "+ 1000000000 months",
                                            "+ 1000000000 years",
                                            "- 500 years",
                                            "+ 100 years + 100 years + 100 years"}) {
    EXPECT_THAT(Apply(expression, ExpressionPart::kDate),
                HasSubstr("leaves the years 1700 to 2200"))
        << expression;
  }
  EXPECT_THAT(Apply("+ 1000000000 hours", ExpressionPart::kTime),
              HasSubstr("leaves the years 1700 to 2200"));
  EXPECT_THAT(Apply("last january - 299 years", ExpressionPart::kDate), HasSubstr("1700-01-01"));
}

}  // namespace
}  // namespace accord::match
