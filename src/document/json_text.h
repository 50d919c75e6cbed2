#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "document/json_errors.h"

namespace accord::document {

// Pieces of JSON text. `end` is where the text ends, and holds a NUL.

namespace json_text {

inline std::uint64_t ReadWord(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

}  // namespace json_text

/// The first character that is no blank.
inline const char* SkipBlanks(const char* at, const char* end) {
  constexpr std::uint64_t kSpaces = 0x2020202020202020U;
  while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t') {
    ++at;
    while (end - at >= 8 && json_text::ReadWord(at) == kSpaces) {
      at += 8;
    }
  }
  return at;
}

/// The first quote, backslash or control character; the NUL behind the text is one.
inline const char* FindSpecial(const char* at, const char* end) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  while (end - at >= 8) {
    // Subtracting sets the high bit of each byte that is below the subtracted one.
    const std::uint64_t word = json_text::ReadWord(at);
    const std::uint64_t quote = word ^ (kOnes * '"');
    const std::uint64_t backslash = word ^ (kOnes * '\\');
    const std::uint64_t found = (((quote - kOnes) & ~quote) | ((backslash - kOnes) & ~backslash) |
                                 ((word - kOnes * 0x20) & ~word)) &
                                kHighBits;
    if (found != 0) {
      if constexpr (std::endian::native == std::endian::little) {
        return at + std::countr_zero(found) / 8;
      }
      break;
    }
    at += 8;
  }
  while (*at != '"' && *at != '\\' && static_cast<unsigned char>(*at) >= 0x20) {
    ++at;
  }
  return at;
}

struct DecodedText {
  JsonFault fault = JsonFault::kNone;
  const char* end = nullptr;  ///< Behind the closing quote, or where the fault is.
};
/// Decodes a string from behind its opening quote on.
DecodedText DecodeString(const char* at, const char* end, std::string& out);

}  // namespace accord::document
