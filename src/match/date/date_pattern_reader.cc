#include "match/date/date_pattern_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "match/date/date_pattern_calendar.h"
#include "match/date/date_pattern_zone.h"

namespace accord::match {
namespace {

using base::IsDigit;

constexpr std::size_t kFullName = 4;  // Letters of a pattern that ask for the full name.
constexpr std::size_t kNarrow = 5;    // … and for the first letter alone.
constexpr std::size_t kShortName = 3;
constexpr std::size_t kWideYear = 9;
constexpr std::size_t kShownBytes = 20;

bool StartsWith(std::string_view text, std::string_view prefix) {
  return base::EqualsIgnoreCase(text.substr(0, prefix.size()), prefix);
}

class Reader {
 public:
  Reader(const DateLayout& layout, std::string_view text, std::string& why)
      : layout_(layout), text_(text), why_(why) {}

  bool Run() {
    if (!Section(0, layout_.fields.size())) {
      return false;
    }
    if (position_ != text_.size()) {
      why_ = fmt::format("offset {}: nothing more was expected, found '{}'",
                         position_,
                         base::Ellipsize(Rest(), kShownBytes));
      return false;
    }
    why_ = FindContradiction(parts_);
    return why_.empty();
  }

 private:
  std::string_view Rest() const { return text_.substr(position_); }

  bool Fail(const DateField& field, std::string_view expected) {
    const std::string letters = field.form == DateForm::kLiteral
                                    ? "'" + field.literal + "'"
                                    : std::string(field.count, field.letter);
    why_ =
        fmt::format("{} at offset {}: expected {}, found {}",
                    letters,
                    position_,
                    expected,
                    Rest().empty() ? "the end" : "'" + base::Ellipsize(Rest(), kShownBytes) + "'");
    return false;
  }

  // Optional sections are tried once and left out when they do not fit.
  bool Section(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const DateField& field = layout_.fields[i];
      if (field.form == DateForm::kOptional) {
        const std::size_t position = position_;
        const DateParts parts = parts_;
        if (!Section(i + 1, field.end)) {
          position_ = position;
          parts_ = parts;
        }
        i = field.end;
      } else if (!Read(field)) {
        return false;
      }
    }
    return true;
  }

  bool Read(const DateField& field) {
    switch (field.form) {
      case DateForm::kLiteral:
        if (!Rest().starts_with(field.literal)) {
          return Fail(field, "this text");
        }
        position_ += field.literal.size();
        return true;
      case DateForm::kYear:
        return ReadYear(field);
      case DateForm::kNumber:
        return ReadNumber(field);
      case DateForm::kFraction:
        return !Digits(field, field.count).empty() || Fail(field, "a digit");
      case DateForm::kName:
        return ReadName(field);
      case DateForm::kOffset:
      case DateForm::kGmt:
      case DateForm::kZone:
        return ReadZone(field);
      case DateForm::kOptional:
      case DateForm::kEnd:
        break;
    }
    return true;
  }

  // The digits of a number, at most `most`; a run of numbers shares the digits that are there.
  std::string_view Digits(const DateField& field, std::size_t most) {
    const std::string_view rest = Rest();
    const std::size_t limit = std::min(rest.size(), most + field.reserved);
    std::size_t run = 0;
    while (run < limit && IsDigit(rest[run])) {
      ++run;
    }
    std::size_t width = std::min(run, most);
    if (field.after_number) {
      width = std::min(run, field.count);
    } else if (field.reserved > 0) {
      const std::size_t left = run > field.reserved ? run - field.reserved : 0;
      width = std::min(most, std::max(left, std::min(run, field.count)));
    }
    position_ += width;
    return rest.substr(0, width);
  }

  static std::int64_t ToNumber(std::string_view digits) {
    std::int64_t value = 0;
    for (const char c : digits) {
      value = value * 10 + (c - '0');
    }
    return value;
  }

  bool ReadYear(const DateField& field) {
    constexpr std::int64_t kCentury = 2000;  // As Java: two digits mean 2000 to 2099.
    const std::size_t start = position_;
    std::size_t most = field.count == 2 ? 2 : kWideYear;
    bool negative = false;
    if (!Rest().empty() && (Rest().front() == '-' || Rest().front() == '+') && field.count != 2) {
      negative = Rest().front() == '-';
      ++position_;
    } else if (field.count >= kFullName) {
      most = std::min(field.count, kWideYear);
    }
    const std::string_view digits = Digits(field, most);
    if (digits.empty()) {
      position_ = start;
      return Fail(field, "a year");
    }
    std::int64_t year = ToNumber(digits);
    year = negative ? -year : year;
    if (field.count == 2) {
      year += kCentury;
    }
    if (field.letter != 'Y') {
      parts_.year = year;
      parts_.year_of_era = field.letter == 'y';
    }
    return true;
  }

  bool ReadNumber(const DateField& field) {
    const NumberRange& range = *FindNumberRange(field.letter);
    const std::size_t start = position_;
    const std::string_view digits = Digits(field, range.digits);
    const std::int64_t value = ToNumber(digits);
    if (digits.empty() || value < range.low || value > range.high) {
      position_ = start;
      return Fail(field, fmt::format("a {} ({} to {})", range.what, range.low, range.high));
    }
    Keep(field.letter, value);
    return true;
  }

  void Keep(char letter, std::int64_t value) {
    constexpr std::int64_t kHoursPerDay = 24;
    switch (letter) {
      case 'M':
      case 'L':
        parts_.month = value;
        break;
      case 'd':
        parts_.day = value;
        break;
      case 'D':
        parts_.day_of_year = value;
        break;
      case 'Q':
      case 'q':
        parts_.quarter = value;
        break;
      case 'H':
      case 'k':
        parts_.hour = value % kHoursPerDay;
        break;
      case 'E':
      case 'e':
      case 'c':
        parts_.weekday = value;
        break;
      default:
        break;
    }
  }

  bool ReadName(const DateField& field) {
    switch (field.letter) {
      case 'G':
        return ReadEra(field);
      case 'a':
        return ReadHalfDay(field);
      case 'M':
      case 'L':
        return ReadListed(field, kMonthNames, "a month");
      case 'Q':
      case 'q':
        return ReadQuarter(field);
      default:
        return ReadListed(field, kDayNames, "a day of the week");
    }
  }

  bool ReadListed(const DateField& field,
                  std::span<const std::string_view> names,
                  std::string_view what) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string_view name =
          field.count >= kFullName ? names[i] : names[i].substr(0, kShortName);
      if (StartsWith(Rest(), name)) {
        position_ += name.size();
        Keep(field.letter, static_cast<std::int64_t>(i) + 1);
        return true;
      }
    }
    // A first letter may belong to several names, so it says nothing about the date.
    if (field.count == kNarrow) {
      for (const std::string_view name : names) {
        if (StartsWith(Rest(), name.substr(0, 1))) {
          ++position_;
          return true;
        }
      }
    }
    return Fail(
        field, fmt::format("the {} name of {}", field.count >= kFullName ? "full" : "short", what));
  }

  bool ReadEra(const DateField& field) {
    constexpr auto kEras =
        std::to_array<std::pair<std::string_view, bool>>({{"Anno Domini", false},
                                                          {"Before Christ", true},
                                                          {"AD", false},
                                                          {"BCE", true},
                                                          {"BC", true},
                                                          {"CE", false}});
    for (const auto& [name, before] : kEras) {
      if (StartsWith(Rest(), name)) {
        position_ += name.size();
        parts_.before_christ = before;
        return true;
      }
    }
    if (field.count == kNarrow && (StartsWith(Rest(), "A") || StartsWith(Rest(), "B"))) {
      parts_.before_christ = StartsWith(Rest(), "B");
      ++position_;
      return true;
    }
    return Fail(field, "an era (AD or BC)");
  }

  bool ReadHalfDay(const DateField& field) {
    if (!StartsWith(Rest(), "AM") && !StartsWith(Rest(), "PM")) {
      return Fail(field, "AM or PM");
    }
    parts_.afternoon = StartsWith(Rest(), "PM");
    position_ += 2;
    return true;
  }

  bool ReadQuarter(const DateField& field) {
    for (std::size_t i = 0; i < kQuarterNames.size(); ++i) {
      const std::string number(1, static_cast<char>('1' + i));
      std::string name(kQuarterNames.at(i));
      if (field.count < kFullName) {
        name = "Q" + number;
      } else if (field.count == kNarrow && !StartsWith(Rest(), name)) {
        name = number;
      }
      if (StartsWith(Rest(), name)) {
        position_ += name.size();
        parts_.quarter = static_cast<std::int64_t>(i) + 1;
        return true;
      }
    }
    return Fail(field, "a quarter");
  }

  bool ReadZone(const DateField& field) {
    const std::size_t length = ZoneLength(field, Rest());
    position_ += length;
    return length > 0 || Fail(field, ZoneDemand(field));
  }

  const DateLayout& layout_;
  std::string_view text_;
  std::string& why_;
  std::size_t position_ = 0;
  DateParts parts_;
};

}  // namespace

bool ReadDate(const DateLayout& layout, std::string_view text, std::string& why) {
  return Reader(layout, text, why).Run();
}

}  // namespace accord::match
