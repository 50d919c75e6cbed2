#include "accord/schema/decimal.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <utility>

#include <boost/multiprecision/cpp_int.hpp>

namespace accord::schema {
namespace {

// Without expression templates: their temporaries are more than clang-tidy can follow.
using cpp_int = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                              boost::multiprecision::et_off>;

constexpr std::int64_t kLargestExponent = 1000000000;
constexpr std::int64_t kMostDigits = 1000;
constexpr std::size_t kChunk = 18;  // Digits that fit 64 bits together with a remainder's product.

/// Exponent of the digit left of the first one: 3 for 123, 0 for 0.5.
std::int64_t Magnitude(const std::string& digits, std::int64_t exponent) {
  return exponent + static_cast<std::int64_t>(digits.size());
}

std::int64_t ParseExponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) {
    text.remove_prefix(1);
  }
  std::int64_t value = 0;
  for (const char digit : text) {
    value = std::min(value * 10 + (digit - '0'), kLargestExponent);
  }
  return negative ? -value : value;
}

cpp_int Power(std::int64_t exponent) {
  return boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(exponent));
}

/// digits mod divisor, in one pass over the digits.
cpp_int Remainder(std::string_view digits, const cpp_int& divisor) {
  cpp_int rest = 0;
  for (std::size_t at = 0; at < digits.size(); at += kChunk) {
    const std::string_view chunk = digits.substr(at, kChunk);
    std::uint64_t value = 0;
    std::from_chars(chunk.data(), chunk.data() + chunk.size(), value);
    rest = (rest * Power(static_cast<std::int64_t>(chunk.size())) + value) % divisor;
  }
  return rest;
}

}  // namespace

Decimal::Decimal(bool negative, std::string digits, std::int64_t exponent)
    : negative_(negative), digits_(std::move(digits)), exponent_(exponent) {
  const std::size_t last = digits_.find_last_not_of('0');
  if (last == std::string::npos) {
    *this = Decimal();
    return;
  }
  exponent_ += static_cast<std::int64_t>(digits_.size() - last - 1);
  digits_.resize(last + 1);
  digits_.erase(0, digits_.find_first_not_of('0'));
}

Decimal::Decimal(std::int64_t value) {
  const auto size = static_cast<std::uint64_t>(value);
  *this = Decimal(value < 0, std::to_string(value < 0 ? 0 - size : size), 0);
}

Decimal Decimal::Parse(std::string_view json_number) {
  const bool negative = json_number.starts_with('-');
  if (negative) {
    json_number.remove_prefix(1);
  }
  std::int64_t exponent = 0;
  if (const std::size_t e = json_number.find_first_of("eE"); e != std::string_view::npos) {
    exponent = ParseExponent(json_number.substr(e + 1));
    json_number = json_number.substr(0, e);
  }
  std::string digits(json_number);
  if (const std::size_t point = digits.find('.'); point != std::string::npos) {
    exponent -= static_cast<std::int64_t>(digits.size() - point - 1);
    digits.erase(point, 1);
  }
  return {negative, std::move(digits), exponent};
}

bool Decimal::is_zero() const {
  return digits_.empty();
}

bool Decimal::negative() const {
  return negative_;
}

bool Decimal::is_integer() const {
  return exponent_ >= 0;
}

std::optional<std::int64_t> Decimal::ToInt64() const {
  if (!is_integer() || Magnitude(digits_, exponent_) > 19) {
    return std::nullopt;
  }
  std::uint64_t value = 0;
  std::from_chars(digits_.data(), digits_.data() + digits_.size(), value);
  for (std::int64_t i = 0; i < exponent_; ++i) {
    value *= 10;  // At most 19 digits: fits 64 bits without a sign.
  }
  constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (value > kMax + (negative_ ? 1 : 0)) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(negative_ ? 0 - value : value);
}

double Decimal::ToDouble() const {
  return std::strtod(ToString().c_str(), nullptr);
}

std::string Decimal::ToString() const {
  if (digits_.empty()) {
    return "0";
  }
  constexpr std::int64_t kPlain = 21;  // Longer ones are written with an exponent.
  const std::int64_t magnitude = Magnitude(digits_, exponent_);
  std::string out = negative_ ? "-" : "";
  if (exponent_ >= 0 && magnitude <= kPlain) {
    return out + digits_ + std::string(static_cast<std::size_t>(exponent_), '0');
  }
  if (exponent_ < 0 && magnitude > 0) {
    return out + digits_.substr(0, static_cast<std::size_t>(magnitude)) + "." +
           digits_.substr(static_cast<std::size_t>(magnitude));
  }
  if (exponent_ < 0 && magnitude > -6) {
    return out + "0." + std::string(static_cast<std::size_t>(-magnitude), '0') + digits_;
  }
  out += digits_.substr(0, 1);
  if (digits_.size() > 1) {
    out += "." + digits_.substr(1);
  }
  return out + "e" + std::to_string(magnitude - 1);
}

bool operator==(const Decimal& a, const Decimal& b) {
  return a.negative_ == b.negative_ && a.exponent_ == b.exponent_ && a.digits_ == b.digits_;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const int sign_a = a.digits_.empty() ? 0 : (a.negative_ ? -1 : 1);
  const int sign_b = b.digits_.empty() ? 0 : (b.negative_ ? -1 : 1);
  if (sign_a != sign_b || sign_a == 0) {
    return sign_a <=> sign_b;
  }
  const std::int64_t magnitude_a = Magnitude(a.digits_, a.exponent_);
  const std::int64_t magnitude_b = Magnitude(b.digits_, b.exponent_);
  // Digits have no trailing zeros, so the order of texts is that of the fractions they stand for.
  const std::strong_ordering size =
      magnitude_a != magnitude_b ? magnitude_a <=> magnitude_b : a.digits_.compare(b.digits_) <=> 0;
  if (sign_a > 0 || size == std::strong_ordering::equal) {
    return size;
  }
  return size == std::strong_ordering::less ? std::strong_ordering::greater
                                            : std::strong_ordering::less;
}

Decimal Decimal::operator-() const {
  Decimal out = *this;
  out.negative_ = !negative_ && !digits_.empty();
  return out;
}

namespace {

/// A decimal as an integer times a power of ten.
struct Scaled {
  cpp_int value;
  bool fits = false;
};

Scaled ScaleTo(bool negative, const std::string& digits, std::int64_t shift) {
  if (static_cast<std::int64_t>(digits.size()) + shift > kMostDigits) {
    return {};
  }
  Scaled out{digits.empty() ? cpp_int(0) : cpp_int(digits), true};
  out.value *= Power(shift);
  if (negative) {
    out.value = -out.value;
  }
  return out;
}

}  // namespace

std::optional<Decimal> Decimal::Sum(const Decimal& a, const Decimal& b) {
  if (a.is_zero() || b.is_zero()) {
    return a.is_zero() ? b : a;
  }
  const std::int64_t exponent = std::min(a.exponent_, b.exponent_);
  const Scaled left = ScaleTo(a.negative_, a.digits_, a.exponent_ - exponent);
  const Scaled right = ScaleTo(b.negative_, b.digits_, b.exponent_ - exponent);
  if (!left.fits || !right.fits) {
    return std::nullopt;
  }
  const cpp_int sum = left.value + right.value;
  return Decimal(sum < 0, cpp_int(abs(sum)).str(), exponent);
}

bool Decimal::IsMultipleOf(const Decimal& divisor) const {
  if (is_zero()) {
    return true;
  }
  const std::int64_t shift = exponent_ - divisor.exponent_;
  if (shift < 0) {
    return false;  // The digits have no trailing zeros, so no factor ten to give.
  }
  const cpp_int by(divisor.digits_);
  const cpp_int scale = boost::multiprecision::powm(cpp_int(10), cpp_int(shift), by);
  return (Remainder(digits_, by) * scale) % by == 0;
}

std::optional<Decimal> Decimal::LeastCommonMultiple(const Decimal& a, const Decimal& b) {
  const std::int64_t exponent = std::min(a.exponent_, b.exponent_);
  const Scaled left = ScaleTo(false, a.digits_, a.exponent_ - exponent);
  const Scaled right = ScaleTo(false, b.digits_, b.exponent_ - exponent);
  if (!left.fits || !right.fits) {
    return std::nullopt;
  }
  const cpp_int multiple = boost::multiprecision::lcm(left.value, right.value);
  return Decimal(false, multiple.str(), exponent);
}

std::optional<Decimal> Decimal::RoundDownTo(const Decimal& step) const {
  const std::int64_t exponent = std::min(exponent_, step.exponent_);
  const Scaled value = ScaleTo(negative_, digits_, exponent_ - exponent);
  const Scaled by = ScaleTo(false, step.digits_, step.exponent_ - exponent);
  if (!value.fits || !by.fits) {
    return std::nullopt;
  }
  cpp_int rest = value.value % by.value;  // Has the sign of the value.
  if (rest < 0) {
    rest += by.value;
  }
  const cpp_int out = value.value - rest;
  return Decimal(out < 0, cpp_int(abs(out)).str(), exponent);
}

std::optional<Decimal> Decimal::RoundUpTo(const Decimal& step) const {
  auto down = (-*this).RoundDownTo(step);
  if (down) {
    down = -*down;
  }
  return down;
}

}  // namespace accord::schema
