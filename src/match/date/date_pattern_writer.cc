#include "match/date/date_pattern_writer.h"

#include <algorithm>

#include <fmt/format.h>

#include "match/date/date_pattern_zone.h"

namespace accord::match {
namespace {

using std::chrono::days;
using std::chrono::nanoseconds;

constexpr std::size_t kFullName = 4;
constexpr std::size_t kNarrow = 5;
constexpr std::size_t kShortName = 3;
constexpr std::int64_t kDaysPerWeek = 7;
constexpr std::int64_t kHalfDay = 12;
constexpr std::int64_t kThursday = 3;  // Days after Monday.

struct Moment {
  std::int64_t year;
  std::int64_t month;
  std::int64_t day;
  std::int64_t day_of_year;
  std::int64_t weekday;  // 1 = Monday
  std::int64_t week_year;
  std::int64_t week;
  std::int64_t week_of_month;
  std::int64_t nanos;  // Since midnight.
};

// Number of days since 1 January of the year.
std::int64_t DaysSinceNewYear(std::chrono::sys_days day, std::chrono::year year) {
  return (day - std::chrono::sys_days(year / std::chrono::January / 1)).count();
}

Moment Resolve(std::chrono::system_clock::time_point time) {
  const auto day = std::chrono::floor<days>(time);
  const std::chrono::year_month_day date(day);
  Moment moment{};
  moment.year = static_cast<int>(date.year());
  moment.month = static_cast<unsigned>(date.month());
  moment.day = static_cast<unsigned>(date.day());
  moment.day_of_year = DaysSinceNewYear(day, date.year()) + 1;
  moment.weekday = std::chrono::weekday(day).iso_encoding();
  // ISO 8601: a week belongs to the year and month that hold its Thursday.
  const auto thursday = day + days(kThursday + 1 - moment.weekday);
  const std::chrono::year_month_day pivot(thursday);
  moment.week_year = static_cast<int>(pivot.year());
  moment.week = DaysSinceNewYear(thursday, pivot.year()) / kDaysPerWeek + 1;
  const std::int64_t first_offset =
      ((moment.weekday - moment.day) % kDaysPerWeek + kDaysPerWeek) % kDaysPerWeek;
  moment.week_of_month =
      (moment.day - 1 + first_offset) / kDaysPerWeek + (first_offset <= kThursday ? 1 : 0);
  moment.nanos = nanoseconds(time - day).count();
  return moment;
}

std::int64_t NumberOf(char letter, const Moment& moment) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  constexpr std::int64_t kMinute = 60 * kSecond;
  constexpr std::int64_t kHour = 60 * kMinute;
  const std::int64_t hour = moment.nanos / kHour;
  switch (letter) {
    case 'D':
      return moment.day_of_year;
    case 'M':
    case 'L':
      return moment.month;
    case 'd':
      return moment.day;
    case 'Q':
    case 'q':
      return (moment.month - 1) / 3 + 1;
    case 'w':
      return moment.week;
    case 'W':
      return moment.week_of_month;
    case 'F':
      return (moment.day - 1) / kDaysPerWeek + 1;
    case 'E':
    case 'e':
    case 'c':
      return moment.weekday;
    case 'h':
      return (hour + kHalfDay - 1) % kHalfDay + 1;
    case 'K':
      return hour % kHalfDay;
    case 'k':
      return hour == 0 ? 2 * kHalfDay : hour;
    case 'H':
      return hour;
    case 'm':
      return moment.nanos / kMinute % 60;
    case 's':
      return moment.nanos / kSecond % 60;
    case 'A':
      return moment.nanos / 1'000'000;
    case 'n':
      return moment.nanos % kSecond;
    default:
      return moment.nanos;
  }
}

std::string NameOf(const DateField& field, const Moment& moment) {
  const auto cut = [&field](std::string_view name) {
    const std::size_t length = field.count == kNarrow     ? 1
                               : field.count == kFullName ? name.size()
                                                          : kShortName;
    return std::string(name.substr(0, length));
  };
  const auto index = static_cast<std::size_t>(NumberOf(field.letter, moment) - 1);
  switch (field.letter) {
    case 'G':
      return field.count == kFullName ? "Anno Domini" : field.count == kNarrow ? "A" : "AD";
    case 'a':
      return NumberOf('H', moment) < kHalfDay ? "AM" : "PM";
    case 'M':
    case 'L':
      return cut(kMonthNames.at(index));
    case 'Q':
    case 'q':
      return field.count == kShortName  ? fmt::format("Q{}", index + 1)
             : field.count == kFullName ? std::string(kQuarterNames.at(index))
                                        : std::to_string(index + 1);
    default:
      return cut(kDayNames.at(index));
  }
}

std::string YearText(const DateField& field, const Moment& moment) {
  const std::int64_t year = field.letter == 'Y' ? moment.week_year : moment.year;
  return field.count == 2 ? fmt::format("{:02}", year % 100)
                          : fmt::format("{:0{}}", year, field.count);
}

std::string FractionText(const DateField& field, const Moment& moment) {
  return fmt::format("{:09}", NumberOf('n', moment)).substr(0, field.count);
}

std::string FieldText(const DateField& field, const Moment& moment) {
  switch (field.form) {
    case DateForm::kLiteral:
      return field.literal;
    case DateForm::kYear:
      return YearText(field, moment);
    case DateForm::kNumber:
      return fmt::format("{:0{}}", NumberOf(field.letter, moment), field.count);
    case DateForm::kFraction:
      return FractionText(field, moment);
    case DateForm::kName:
      return NameOf(field, moment);
    case DateForm::kOffset:
    case DateForm::kGmt:
    case DateForm::kZone:
      return std::string(UtcText(field));
    case DateForm::kOptional:
    case DateForm::kEnd:
      break;
  }
  return {};
}

}  // namespace

std::string WriteDate(const DateLayout& layout, std::chrono::system_clock::time_point moment) {
  const Moment parts = Resolve(moment);
  std::string out;
  for (const DateField& field : layout.fields) {
    out += FieldText(field, parts);
  }
  return out;
}

}  // namespace accord::match
