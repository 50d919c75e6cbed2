#include "breaking/proto/quoted.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

namespace accord::breaking {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Blanks other than the usual one, format characters, surrogates and private use.
constexpr std::array<Range, 15> kInvisible = {{{0x7f, 0xa0},
                                               {0xad, 0xad},
                                               {0x600, 0x605},
                                               {0x61c, 0x61c},
                                               {0x1680, 0x1680},
                                               {0x180e, 0x180e},
                                               {0x2000, 0x200f},
                                               {0x2028, 0x202f},
                                               {0x205f, 0x206f},
                                               {0x3000, 0x3000},
                                               {0xd800, 0xf8ff},
                                               {0xfeff, 0xfeff},
                                               {0xfff0, 0xfffb},
                                               {0xfffe, 0xffff},
                                               {0xe0000, 0x10ffff}}};

bool Visible(char32_t point) {
  return point >= 0x20 &&
         std::none_of(kInvisible.begin(), kInvisible.end(), [&](const Range& range) {
           return point >= range.first && point <= range.last;
         });
}

struct Decoded {
  char32_t point = 0;
  std::size_t length = 0;  // 0: no UTF-8.
};

Decoded Decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) {
    return {lead, 1};
  }
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < length) {
    return {};
  }
  auto point = static_cast<char32_t>(lead & (0x7fU >> length));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0U) != 0x80) {
      return {};
    }
    point = (point << 6U) | (byte(i) & 0x3fU);
  }
  const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
  const bool surrogate = point >= 0xd800 && point <= 0xdfff;
  return overlong || surrogate || point > 0x10ffff ? Decoded{} : Decoded{point, length};
}

std::string Escaped(char32_t point) {
  constexpr std::string_view kNamed = "\a\b\f\n\r\t\v";
  constexpr std::string_view kLetters = "abfnrtv";
  const auto value = static_cast<std::uint32_t>(point);
  if (value < 0x80) {
    const std::size_t named = kNamed.find(static_cast<char>(value));
    return named == std::string_view::npos ? fmt::format("\\x{:02x}", value)
                                           : fmt::format("\\{}", kLetters[named]);
  }
  return value < 0x10000 ? fmt::format("\\u{:04x}", value) : fmt::format("\\U{:08x}", value);
}

}  // namespace

std::string Quoted(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const Decoded next = Decode(text);
    if (next.length == 0) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front()));
      text.remove_prefix(1);
      continue;
    }
    if (next.point == U'"' || next.point == U'\\') {
      out += '\\';
    }
    if (Visible(next.point)) {
      out += text.substr(0, next.length);
    } else {
      out += Escaped(next.point);
    }
    text.remove_prefix(next.length);
  }
  out += '"';
  return out;
}

}  // namespace accord::breaking
