#include "schema/format/date_time.h"

#include <array>

#include "schema/format/scan.h"

namespace accord::schema {
namespace {

/// Value of two digits; 100 when there are not two digits.
unsigned TwoDigits(std::string_view text, std::size_t at) {
  if (at + 2 > text.size() || !IsDigit(text[at]) || !IsDigit(text[at + 1])) {
    return 100;
  }
  return static_cast<unsigned>(text[at] - '0') * 10 + static_cast<unsigned>(text[at + 1] - '0');
}

unsigned DaysIn(unsigned year, unsigned month) {
  constexpr std::array kDays{31U, 28U, 31U, 30U, 31U, 30U, 31U, 31U, 30U, 31U, 30U, 31U};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[month - 1];
}

/// Minutes east of UTC of `Z` or `±hh:mm`; false when the text is neither.
bool ReadOffset(std::string_view text, int& minutes) {
  if (text == "Z" || text == "z") {
    minutes = 0;
    return true;
  }
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
    return false;
  }
  const unsigned hour = TwoDigits(text, 1);
  const unsigned minute = TwoDigits(text, 4);
  const int sum = static_cast<int>(hour * 60 + minute);
  minutes = text[0] == '+' ? sum : -sum;
  return hour < 24 && minute < 60;
}

/// Takes the number and unit at the start off the text; the unit's place in `units`, or npos.
std::size_t TakePart(std::string_view& text, std::string_view units) {
  const std::size_t digits = CountDigits(text);
  if (digits == 0 || digits == text.size()) {
    return std::string_view::npos;
  }
  const std::size_t unit = units.find(text[digits]);
  text.remove_prefix(digits + 1);
  return unit;
}

/// One or more numbers with units, which follow each other as in `units` without gaps, up to the
/// end or a `T`.
bool TakeParts(std::string_view& text, std::string_view units) {
  std::size_t next = std::string_view::npos;
  do {
    const std::size_t unit = TakePart(text, units);
    if (unit == std::string_view::npos || (next != std::string_view::npos && unit != next)) {
      return false;
    }
    next = unit + 1;
  } while (!text.empty() && text.front() != 'T');
  return true;
}

}  // namespace

bool IsDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return false;
  }
  const unsigned century = TwoDigits(text, 0);
  const unsigned rest = TwoDigits(text, 2);
  const unsigned month = TwoDigits(text, 5);
  const unsigned day = TwoDigits(text, 8);
  if (century > 99 || rest > 99 || month < 1 || month > 12) {
    return false;
  }
  return day >= 1 && day <= DaysIn(century * 100 + rest, month);
}

bool IsTime(std::string_view text) {
  if (text.size() < 9 || text[2] != ':' || text[5] != ':') {
    return false;
  }
  const unsigned hour = TwoDigits(text, 0);
  const unsigned minute = TwoDigits(text, 3);
  const unsigned second = TwoDigits(text, 6);
  if (hour > 23 || minute > 59 || second > 60) {
    return false;
  }
  text.remove_prefix(8);
  if (text.front() == '.') {
    const std::size_t digits = CountDigits(text.substr(1));
    if (digits == 0) {
      return false;
    }
    text.remove_prefix(digits + 1);
  }
  int offset = 0;
  if (!ReadOffset(text, offset)) {
    return false;
  }
  constexpr int kDay = 24 * 60;
  const int utc = (static_cast<int>(hour * 60 + minute) - offset + kDay) % kDay;
  return second < 60 || utc == kDay - 1;
}

bool IsDateTime(std::string_view text) {
  return text.size() > 11 && (text[10] == 'T' || text[10] == 't') && IsDate(text.substr(0, 10)) &&
         IsTime(text.substr(11));
}

bool IsDuration(std::string_view text) {
  if (text.size() < 3 || text.front() != 'P') {
    return false;
  }
  text.remove_prefix(1);
  if (text.back() == 'W') {
    return CountDigits(text) + 1 == text.size();
  }
  if (text.front() != 'T' && !TakeParts(text, "YMD")) {
    return false;
  }
  if (text.empty()) {
    return true;
  }
  text.remove_prefix(1);
  return TakeParts(text, "HMS") && text.empty();
}

}  // namespace accord::schema
