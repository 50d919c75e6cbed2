#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "accord/document/node.h"

#include "schema/program/program.h"

namespace accord::schema {

/// Whether a number has no fractional part.
bool IsIntegralExactly(std::string_view text);
inline bool IsIntegral(const document::Node& number) {
  return number.is_short_natural() || IsIntegralExactly(number.text());
}
bool FitsExactly(const NumberCheck& check, std::string_view text);
inline bool Fits(const NumberCheck& check, const document::Node& number) {
  if (!number.is_short_natural() || !check.plain) {
    return FitsExactly(check, number.text());
  }
  const std::size_t digits = number.text().size();
  if (digits >= check.least_digits && digits <= check.most_digits) {
    return true;
  }
  std::int64_t value = 0;
  for (const char digit : number.text()) {
    value = value * 10 + (digit - '0');
  }
  return value >= check.low && value <= check.high;
}
/// Whether `text` has so many code points, of which each takes one to four bytes.
bool HasLengthExactly(std::string_view text, std::uint64_t least, std::uint64_t greatest);
inline bool HasLength(std::string_view text, std::uint64_t least, std::uint64_t greatest) {
  return (text.size() <= greatest && (text.size() + 3) / 4 >= least) ||
         HasLengthExactly(text, least, greatest);
}
/// Whether a value equals one of the list.
bool IsOneOf(const std::vector<const document::Node*>& values, const document::Node& node);

}  // namespace accord::schema
