#pragma once

#include <cstdint>
#include <string_view>

namespace accord::schema {

/// The code point at `at`, which moves behind it. Of bytes that are not UTF-8 it makes some code
/// point or other and never reads past the end. `at` < text.size().
inline std::uint32_t DecodeUtf8(std::string_view text, std::size_t& at) {
  const auto first = static_cast<std::uint8_t>(text[at++]);
  if (first < 0x80) {
    return first;
  }
  const std::size_t more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  std::uint32_t code_point = first & (0x3FU >> more);
  for (std::size_t i = 0; i < more && at < text.size(); ++i) {
    code_point = (code_point << 6U) | (static_cast<std::uint8_t>(text[at++]) & 0x3FU);
  }
  return code_point;
}

}  // namespace accord::schema
