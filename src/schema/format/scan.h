#pragma once

#include <cstddef>
#include <string_view>

#include "accord/base/strings.h"

namespace accord::schema {

using base::IsDigit;
using base::IsHexDigit;
using base::IsLetter;
inline constexpr bool IsAscii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
bool IsAscii(std::string_view text);

/// Length of the digits at the start.
std::size_t CountDigits(std::string_view text);

/// `%` and two hexadecimal digits are at the start.
bool StartsWithEscape(std::string_view text);

}  // namespace accord::schema
