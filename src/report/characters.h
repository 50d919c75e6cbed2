#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace accord::report {

inline constexpr std::uint32_t kReplacement = 0xFFFD;

/// One character of a UTF-8 text.
struct Character {
  std::uint32_t code = kReplacement;
  std::size_t bytes = 1;
};

/// The character that `text` (not empty) begins with; a malformed byte is one U+FFFD.
Character FirstCharacter(std::string_view text);

/// Malformed bytes become U+FFFD.
std::string ValidUtf8(std::string_view text);

/// Safe on a terminal and on one line: control characters become their pictures (␛), invisible
/// direction marks and malformed bytes U+FFFD. Characters of `keep` pass.
std::string Printable(std::string_view text, std::string_view keep = {});

}  // namespace accord::report
