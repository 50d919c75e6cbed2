#include <algorithm>
#include <cassert>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "accord/base/strings.h"
#include "accord/document/node.h"

namespace accord::document {
namespace {

using base::IsDigit;

constexpr std::int64_t kHugeExponent = std::numeric_limits<std::int64_t>::max() / 4;

// 0.d1d2d3… × 10^magnitude, with d1 and the last digit not 0; no digits at all for zero.
struct Decimal {
  bool negative = false;
  bool not_a_number = false;
  std::int64_t magnitude = 0;
  std::string digits;

  int sign() const {
    if (digits.empty()) {
      return 0;
    }
    return negative ? -1 : 1;
  }
};

// Exponents beyond ±kHugeExponent, which take 19 digits to write, count as that.
std::int64_t ParseExponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  std::int64_t value = 0;
  for (const char c : text) {
    if (IsDigit(c)) {
      value = std::min(value * 10 + (c - '0'), kHugeExponent / 10);
    }
  }
  return negative ? -value : value;
}

Decimal ParseDecimal(std::string_view text) {
  Decimal out;
  out.negative = text.starts_with('-');
  if (text.ends_with("inf")) {
    out.digits.assign(1, '1');
    out.magnitude = kHugeExponent;
    return out;
  }
  out.not_a_number = text == ".nan";
  const std::size_t exponent_at = text.find_first_of("eE");
  if (exponent_at != std::string_view::npos) {
    out.magnitude = ParseExponent(text.substr(exponent_at + 1));
    text = text.substr(0, exponent_at);
  }
  bool after_point = false;
  for (const char c : text) {
    after_point = after_point || c == '.';
    if (!IsDigit(c)) {
      continue;
    }
    const bool leading_zero = c == '0' && out.digits.empty();
    if (!leading_zero) {
      out.digits += c;
    }
    if (after_point) {
      out.magnitude -= leading_zero ? 1 : 0;
    } else {
      out.magnitude += leading_zero ? 0 : 1;
    }
  }
  out.digits.erase(out.digits.find_last_not_of('0') + 1);
  return out;
}

int Sign(int value) {
  return (value > 0 ? 1 : 0) - (value < 0 ? 1 : 0);
}

int Compare(const Decimal& a, const Decimal& b) {
  // YAML's .nan needs some place: above everything, equal to itself.
  if (a.not_a_number || b.not_a_number) {
    return (a.not_a_number ? 1 : 0) - (b.not_a_number ? 1 : 0);
  }
  if (a.sign() != b.sign() || a.sign() == 0) {
    return Sign(a.sign() - b.sign());
  }
  const int absolute = a.magnitude != b.magnitude ? (a.magnitude < b.magnitude ? -1 : 1)
                                                  : Sign(a.digits.compare(b.digits));
  return a.negative ? -absolute : absolute;
}

}  // namespace

int CompareNumbers(const Node& a, const Node& b) {
  assert(a.is_number() && b.is_number());
  return a.text() == b.text() ? 0 : Compare(ParseDecimal(a.text()), ParseDecimal(b.text()));
}

bool ToInt64(const Node& node, std::int64_t& out) {
  if (!node.is_number()) {
    return false;
  }
  const Decimal decimal = ParseDecimal(node.text());
  constexpr std::int64_t kMaxDigits = std::numeric_limits<std::int64_t>::digits10 + 1;
  const auto digits = static_cast<std::int64_t>(decimal.digits.size());
  const bool fits = digits == 0 || (decimal.magnitude >= digits && decimal.magnitude <= kMaxDigits);
  if (decimal.not_a_number || !fits) {
    return false;
  }
  std::uint64_t value = 0;
  for (std::int64_t i = 0; digits != 0 && i < decimal.magnitude; ++i) {
    const char digit = i < digits ? decimal.digits[static_cast<std::size_t>(i)] : '0';
    value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  const auto limit = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (value > limit + (decimal.negative ? 1U : 0U)) {
    return false;
  }
  out = static_cast<std::int64_t>(decimal.negative ? 0U - value : value);
  return true;
}

}  // namespace accord::document
