#include "document/encoding.h"

#include <cstdint>
#include <cstring>

namespace accord::document {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080U;

unsigned Byte(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

bool InRange(unsigned byte, unsigned low, unsigned high) {
  return byte >= low && byte <= high;
}

// Length of the well-formed sequence at `at` (RFC 3629 §4), 0 when there is none.
std::size_t SequenceLength(std::string_view bytes, std::size_t at) {
  const unsigned first = Byte(bytes, at);
  const unsigned second = Byte(bytes, at + 1);
  const auto tail = [&](std::size_t offset) {
    return InRange(Byte(bytes, at + offset), 0x80, 0xBF);
  };
  if (first < 0x80) {
    return 1;
  }
  if (InRange(first, 0xC2, 0xDF)) {
    return tail(1) ? 2 : 0;
  }
  if (InRange(first, 0xE0, 0xEF)) {
    const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : 0xBF;
    return InRange(second, low, high) && tail(2) ? 3 : 0;
  }
  if (InRange(first, 0xF0, 0xF4)) {
    const unsigned low = first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
    return InRange(second, low, high) && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::size_t BomLength(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

std::size_t FindInvalidUtf8(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    std::uint64_t word = 0;
    if (at + sizeof word <= bytes.size()) {
      std::memcpy(&word, bytes.data() + at, sizeof word);
      if ((word & kHighBits) == 0) {
        at += sizeof word;
        continue;
      }
    }
    const std::size_t length = SequenceLength(bytes, at);
    if (length == 0) {
      return at;
    }
    at += length;
  }
  return std::string_view::npos;
}

std::string ReplaceInvalidUtf8(std::string_view bytes) {
  std::string out;
  while (true) {
    const std::size_t bad = FindInvalidUtf8(bytes);
    out.append(bytes.substr(0, bad));
    if (bad == std::string_view::npos) {
      return out;
    }
    out.append("\xEF\xBF\xBD");
    bytes.remove_prefix(bad + 1);
  }
}

std::string_view ForeignEncoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\0\0\xFE\xFF"sv) || bytes.starts_with("\xFF\xFE\0\0"sv)) {
    return "UTF-32";
  }
  if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE")) {
    return "UTF-16";
  }
  // Without a mark: the first character of JSON and YAML is practically always ASCII.
  const bool first = Byte(bytes, 0) == 0;
  const bool second = Byte(bytes, 1) == 0;
  return bytes.size() >= 2 && first != second ? "UTF-16" : "";
}

}  // namespace accord::document
