#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace accord::schema {

/// An exact decimal number of any size: ± digits × 10^exponent. Values of JSON numbers; `1`, `1.0`
/// and `1e0` are equal, and so are `0` and `-0`. Small ones (15 digits) need no allocation.
class Decimal {
 public:
  Decimal() = default;          ///< Zero.
  Decimal(std::int64_t value);  // NOLINT(google-explicit-constructor)
  /// Valid JSON number text; exponents beyond ±10^9 are cut to that.
  static Decimal Parse(std::string_view json_number);

  bool is_zero() const;
  bool negative() const;
  /// No fractional part, however it is written.
  bool is_integer() const;
  std::optional<std::int64_t> ToInt64() const;
  /// Nearest double; ±infinity when it is out of range.
  double ToDouble() const;
  /// Shortest JSON number text: `12`, `-0.5`, `1e400`.
  std::string ToString() const;

  friend bool operator==(const Decimal& a, const Decimal& b);
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  Decimal operator-() const;
  /// nullopt when the sum would have more than a thousand digits (`1e400 + 1e-700`).
  static std::optional<Decimal> Sum(const Decimal& a, const Decimal& b);

  /// `*this` = k × `divisor` for an integer k. `divisor` is not zero. Exact; never overflows.
  /// Bounded work even for `1e1000000000` (modular arithmetic on the exponent).
  bool IsMultipleOf(const Decimal& divisor) const;
  /// Least positive number that both divide (as by IsMultipleOf); nullopt when it would have more
  /// than a thousand digits. Both are positive.
  static std::optional<Decimal> LeastCommonMultiple(const Decimal& a, const Decimal& b);
  /// Greatest multiple of `step` (> 0) that is ≤ *this, least that is ≥ *this; nullopt when more
  /// than a thousand digits would be needed.
  std::optional<Decimal> RoundDownTo(const Decimal& step) const;
  std::optional<Decimal> RoundUpTo(const Decimal& step) const;

 private:
  Decimal(bool negative, std::string digits, std::int64_t exponent);

  bool negative_ = false;
  std::string digits_;  // Without leading and trailing zeros; empty for zero.
  std::int64_t exponent_ = 0;
};

}  // namespace accord::schema
