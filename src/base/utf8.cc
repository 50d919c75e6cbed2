#include <cstdint>
#include <cstring>

#include "accord/base/strings.h"

namespace accord::base {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080U;
constexpr std::string_view kEllipsis = "…";

std::uint8_t Byte(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

bool StartsWithEightAscii(std::string_view text) {
  std::uint64_t word = 0;
  if (text.size() < sizeof word) {
    return false;
  }
  std::memcpy(&word, text.data(), sizeof word);
  return (word & kHighBits) == 0;
}

/// Bytes of the well-formed sequence that `text` (not empty) begins with; 0 when it is malformed.
/// The narrower ranges of the second byte are those of RFC 3629 §4.
std::size_t SequenceLength(std::string_view text) {
  const std::uint8_t lead = Byte(text, 0);
  if (lead < 0x80) {
    return 1;
  }
  if (lead < 0xC2 || lead > 0xF4) {
    return 0;
  }
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() < length) {
    return 0;
  }
  const std::uint8_t second = Byte(text, 1);
  const std::uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const std::uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < low || second > high) {
    return 0;
  }
  for (std::size_t i = 2; i < length; ++i) {
    if (!IsContinuation(text[i])) {
      return 0;
    }
  }
  return length;
}

void AppendByte(std::string& out, std::uint32_t byte) {
  out.push_back(static_cast<char>(byte));
}

}  // namespace

bool IsUtf8(std::string_view bytes) {
  while (!bytes.empty()) {
    if (StartsWithEightAscii(bytes)) {
      bytes.remove_prefix(sizeof(std::uint64_t));
      continue;
    }
    const std::size_t length = SequenceLength(bytes);
    if (length == 0) {
      return false;
    }
    bytes.remove_prefix(length);
  }
  return true;
}

void AppendUtf8(std::string& out, std::uint32_t code_point) {
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (surrogate || code_point > 0x10FFFF) {
    code_point = 0xFFFD;
  }
  if (code_point < 0x80) {
    AppendByte(out, code_point);
    return;
  }
  if (code_point < 0x800) {
    AppendByte(out, 0xC0U | (code_point >> 6U));
  } else if (code_point < 0x10000) {
    AppendByte(out, 0xE0U | (code_point >> 12U));
    AppendByte(out, 0x80U | ((code_point >> 6U) & 0x3FU));
  } else {
    AppendByte(out, 0xF0U | (code_point >> 18U));
    AppendByte(out, 0x80U | ((code_point >> 12U) & 0x3FU));
    AppendByte(out, 0x80U | ((code_point >> 6U) & 0x3FU));
  }
  AppendByte(out, 0x80U | (code_point & 0x3FU));
}

std::size_t CountCodePoints(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    if (StartsWithEightAscii(text)) {
      text.remove_prefix(sizeof(std::uint64_t));
      count += sizeof(std::uint64_t);
      continue;
    }
    const std::size_t length = SequenceLength(text);
    text.remove_prefix(length == 0 ? 1 : length);
    ++count;
  }
  return count;
}

std::string Ellipsize(std::string_view text, std::size_t max) {
  if (text.size() <= max) {
    return std::string(text);
  }
  const bool room = max >= kEllipsis.size();
  std::size_t cut = room ? max - kEllipsis.size() : max;
  for (int i = 0; i < 3 && cut > 0 && IsContinuation(text[cut]); ++i) {
    --cut;
  }
  std::string out(text.substr(0, cut));
  if (room) {
    out += kEllipsis;
  }
  return out;
}

}  // namespace accord::base
