#pragma once

#include <cstddef>
#include <string_view>

namespace accord::schema {

inline constexpr bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
inline constexpr bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
inline constexpr bool IsHexDigit(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
inline constexpr bool IsAscii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
bool IsAscii(std::string_view text);

/// Length of the digits at the start.
std::size_t CountDigits(std::string_view text);

/// `%` and two hexadecimal digits are at the start.
bool StartsWithEscape(std::string_view text);

}  // namespace accord::schema
