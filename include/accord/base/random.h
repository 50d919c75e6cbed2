#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace accord::base {

/// Pseudo-random numbers (xoshiro256**), seeded by the caller so that tests can repeat a run.
/// Not for secrets. Not thread-safe: one per thread.
class Random {
 public:
  explicit Random(std::uint64_t seed);
  /// Seeded from the operating system.
  static Random FromSystem();

  std::uint64_t Next();
  /// Uniform in [low, high]; low when high < low.
  std::int64_t Between(std::int64_t low, std::int64_t high);
  bool Coin() { return (Next() >> 63U) != 0; }

  /// UUID version 4 (RFC 9562) as 32 hexadecimal digits without hyphens.
  std::string UuidDigits();

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace accord::base
