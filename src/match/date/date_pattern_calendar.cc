#include "match/date/date_pattern_calendar.h"

#include <chrono>

#include <fmt/format.h>

#include "match/date/date_pattern_layout.h"

namespace accord::match {
namespace {

constexpr std::int64_t kMonthsPerQuarter = 3;
constexpr std::int64_t kNoon = 12;

bool IsLeap(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

// Year 0 is 1 BC, as in ISO 8601.
std::optional<std::int64_t> ProlepticYear(const DateParts& parts) {
  if (parts.year && parts.before_christ && parts.year_of_era) {
    return 1 - *parts.year;
  }
  return parts.year;
}

// Any year with the same calendar: chrono knows only 16-bit years.
std::chrono::year CalendarYear(std::int64_t year) {
  constexpr std::int64_t kCycle = 400;
  return std::chrono::year(static_cast<int>(((year % kCycle) + kCycle) % kCycle + 2000));
}

std::int64_t DaysInMonth(std::int64_t month, std::int64_t year) {
  const auto last = std::chrono::year_month_day_last(
      CalendarYear(year),
      std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month))));
  return static_cast<std::int64_t>(static_cast<unsigned>(last.day()));
}

std::string CheckDay(const DateParts& parts, std::optional<std::int64_t> year) {
  constexpr std::int64_t kSomeLeapYear = 2000;
  if (parts.day && parts.month &&
      *parts.day > DaysInMonth(*parts.month, year.value_or(kSomeLeapYear))) {
    const auto name = kMonthNames.at(static_cast<std::size_t>(*parts.month - 1));
    return year ? fmt::format("{} {} has no day {}", name, *year, *parts.day)
                : fmt::format("{} has no day {}", name, *parts.day);
  }
  constexpr std::int64_t kDaysOfLeapYear = 366;
  if (parts.day_of_year == kDaysOfLeapYear && year && !IsLeap(*year)) {
    return fmt::format("{} has no day 366", *year);
  }
  if (parts.quarter && parts.month &&
      (*parts.month - 1) / kMonthsPerQuarter + 1 != *parts.quarter) {
    return fmt::format("month {} is not in quarter {}", *parts.month, *parts.quarter);
  }
  return {};
}

std::string CheckWholeDate(const DateParts& parts, std::int64_t year) {
  const std::chrono::year_month_day date(CalendarYear(year),
                                         std::chrono::month(static_cast<unsigned>(*parts.month)),
                                         std::chrono::day(static_cast<unsigned>(*parts.day)));
  const std::chrono::sys_days days(date);
  const auto weekday = std::chrono::weekday(days).iso_encoding();
  if (parts.weekday && *parts.weekday != static_cast<std::int64_t>(weekday)) {
    return fmt::format("that day is a {}", kDayNames.at(weekday - 1));
  }
  const auto first = std::chrono::sys_days(date.year() / std::chrono::January / 1);
  const auto day_of_year = static_cast<std::int64_t>((days - first).count()) + 1;
  if (parts.day_of_year && *parts.day_of_year != day_of_year) {
    return fmt::format("that day is day {} of the year", day_of_year);
  }
  return {};
}

}  // namespace

std::string FindContradiction(const DateParts& parts) {
  const std::optional<std::int64_t> year = ProlepticYear(parts);
  std::string problem = CheckDay(parts, year);
  if (problem.empty() && year && parts.month && parts.day) {
    problem = CheckWholeDate(parts, *year);
  }
  if (problem.empty() && parts.hour && parts.afternoon &&
      (*parts.hour >= kNoon) != *parts.afternoon) {
    problem = fmt::format("hour {} is not {}", *parts.hour, *parts.afternoon ? "PM" : "AM");
  }
  return problem;
}

}  // namespace accord::match
