#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace accord::match {

/// How the text of a pattern letter looks.
enum class DateForm : std::uint8_t {
  kLiteral,
  kYear,
  kNumber,
  kFraction,
  kName,
  kOffset,    ///< X, x, Z
  kGmt,       ///< O
  kZone,      ///< V, z
  kOptional,  ///< `[`; the section ends at `end`.
  kEnd,       ///< `]`
};

/// One run of a pattern letter, or a literal.
struct DateField {
  DateForm form = DateForm::kLiteral;
  char letter = 0;
  std::size_t count = 0;      ///< How often the letter stands there.
  std::string literal;        ///< kLiteral.
  std::size_t end = 0;        ///< kOptional: index of its kEnd.
  bool after_number = false;  ///< Follows another number without anything between.
  std::size_t reserved = 0;   ///< Digits that the numbers right behind it take.
};

/// A compiled pattern.
struct DateLayout {
  std::vector<DateField> fields;
};

/// What a numeric letter may hold.
struct NumberRange {
  char letter;
  std::int64_t low;
  std::int64_t high;
  std::size_t digits;
  std::string_view what;
};
/// The range of a letter; nullptr for letters that are not numbers.
const NumberRange* FindNumberRange(char letter);

inline constexpr std::array<std::string_view, 12> kMonthNames = {"January",
                                                                 "February",
                                                                 "March",
                                                                 "April",
                                                                 "May",
                                                                 "June",
                                                                 "July",
                                                                 "August",
                                                                 "September",
                                                                 "October",
                                                                 "November",
                                                                 "December"};
inline constexpr std::array<std::string_view, 7> kDayNames = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
inline constexpr std::array<std::string_view, 4> kQuarterNames = {
    "1st quarter", "2nd quarter", "3rd quarter", "4th quarter"};

}  // namespace accord::match
