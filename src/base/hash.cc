#include "accord/base/hash.h"

#include <bit>
#include <cstddef>
#include <cstring>

namespace accord::base {
namespace {

__extension__ using Wide = unsigned __int128;

// Arbitrary odd constants with about as many ones as zeros: fractional digits of pi and e.
constexpr std::uint64_t kStart = 0x243F6A8885A308D3U;
constexpr std::uint64_t kBlock = 0x13198A2E03707345U;
constexpr std::uint64_t kTail = 0xA4093822299F31D1U;
constexpr std::uint64_t kFinal = 0xB7E151628AED2A6BU;

/// Folds the 128-bit product. The inputs are kept in, so that a zero factor loses nothing.
std::uint64_t Mix(std::uint64_t a, std::uint64_t b) {
  const Wide product = static_cast<Wide>(a) * b;
  return a ^ std::rotl(b, 32) ^ static_cast<std::uint64_t>(product) ^
         static_cast<std::uint64_t>(product >> 64U);
}

template <typename Word>
std::uint64_t Read(const char* bytes) {
  Word word = 0;
  std::memcpy(&word, bytes, sizeof word);
  if constexpr (std::endian::native == std::endian::big) {
    word = sizeof word == 8
               ? static_cast<Word>(__builtin_bswap64(word))
               : static_cast<Word>(__builtin_bswap32(static_cast<std::uint32_t>(word)));
  }
  return word;
}

std::uint64_t ReadByte(char c) {
  return static_cast<std::uint8_t>(c);
}

}  // namespace

std::uint64_t Hash64(std::string_view bytes, std::uint64_t seed) {
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  std::uint64_t state = seed ^ kStart;
  for (; left > 16; at += 16, left -= 16) {
    state = Mix(Read<std::uint64_t>(at) ^ kBlock, Read<std::uint64_t>(at + 8) ^ state);
  }
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  if (left >= 8) {
    low = Read<std::uint64_t>(at);
    high = Read<std::uint64_t>(at + left - 8);
  } else if (left >= 4) {
    low = Read<std::uint32_t>(at);
    high = Read<std::uint32_t>(at + left - 4);
  } else if (left > 0) {
    low = (ReadByte(at[0]) << 16U) | (ReadByte(at[left / 2]) << 8U) | ReadByte(at[left - 1]);
  }
  state = Mix(low ^ kTail, high ^ state);
  return Mix(state ^ kFinal, bytes.size() ^ kBlock);
}

std::string HashHex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::uint64_t hash = Hash64(bytes);
  std::string out(16, '0');
  for (std::size_t i = out.size(); i-- > 0; hash >>= 4U) {
    out[i] = kDigits[hash & 0xFU];
  }
  return out;
}

}  // namespace accord::base
