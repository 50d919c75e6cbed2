#include "accord/base/random.h"

#include <bit>
#include <chrono>

#include <unistd.h>

namespace accord::base {
namespace {

/// SplitMix64: spreads one seed over the whole state, as the authors of xoshiro advise.
std::uint64_t Spread(std::uint64_t& seed) {
  seed += 0x9E3779B97F4A7C15U;
  std::uint64_t z = seed;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

}  // namespace

Random::Random(std::uint64_t seed) {
  for (std::uint64_t& word : state_) {
    word = Spread(seed);
  }
}

Random Random::FromSystem() {
  std::uint64_t seed = 0;
  if (getentropy(&seed, sizeof seed) != 0) {
    seed = static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count()) ^
           static_cast<std::uint64_t>(getpid());
  }
  return Random(seed);
}

std::uint64_t Random::Next() {
  const std::uint64_t out = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17U;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return out;
}

std::int64_t Random::Between(std::int64_t low, std::int64_t high) {
  if (high <= low) {
    return low;
  }
  const std::uint64_t span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
  std::uint64_t drawn = Next();
  if (const std::uint64_t count = span + 1; count != 0) {
    // The first 2^64 mod count numbers would make small results likelier.
    const std::uint64_t rejected = (0 - count) % count;
    while (drawn < rejected) {
      drawn = Next();
    }
    drawn %= count;
  }
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + drawn);
}

std::string Random::UuidDigits() {
  constexpr const char* kDigits = "0123456789abcdef";
  const std::uint64_t high = (Next() & ~std::uint64_t{0xF000}) | 0x4000U;
  const std::uint64_t low = (Next() & ~(std::uint64_t{3} << 62U)) | (std::uint64_t{2} << 62U);
  std::string out;
  out.reserve(32);
  for (const std::uint64_t half : {high, low}) {
    for (unsigned shift = 64; shift > 0; shift -= 4) {
      out.push_back(kDigits[(half >> (shift - 4)) & 0xFU]);
    }
  }
  return out;
}

}  // namespace accord::base
