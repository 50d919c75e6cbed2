#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace accord::base {

/// Fast, stable across runs and platforms; not for secrets.
std::uint64_t Hash64(std::string_view bytes, std::uint64_t seed = 0);

/// 32 bits of Hash64.
inline std::uint32_t Hash32(std::string_view bytes) {
  return static_cast<std::uint32_t>(Hash64(bytes));
}

/// 16 lower-case hexadecimal digits of Hash64.
std::string HashHex(std::string_view bytes);

}  // namespace accord::base
