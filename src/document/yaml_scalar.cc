#include "document/yaml_scalar.h"

#include <algorithm>
#include <array>
#include <vector>

#include "accord/base/strings.h"

namespace accord::document {
namespace {

using base::IsDigit;

// Hexadecimal and octal numbers with more digits stay strings: their conversion is quadratic.
constexpr std::size_t kMaxRadixDigits = 256;

bool OneOf(std::string_view text, std::string_view a, std::string_view b, std::string_view c) {
  return text == a || text == b || text == c;
}

bool IsNull(std::string_view text) {
  return text.empty() || text == "~" || OneOf(text, "null", "Null", "NULL");
}
bool IsTrue(std::string_view text) {
  return OneOf(text, "true", "True", "TRUE");
}
bool IsFalse(std::string_view text) {
  return OneOf(text, "false", "False", "FALSE");
}

int DigitValue(char c) {
  if (IsDigit(c)) {
    return c - '0';
  }
  const int lower = c | 0x20;
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 16;
}

// The digits in decimal; false when one of them does not belong to the radix.
bool ConvertRadix(std::string_view digits, std::uint64_t radix, std::string& out) {
  constexpr std::uint64_t kLimb = 1000000000;
  if (digits.empty() || digits.size() > kMaxRadixDigits) {
    return false;
  }
  std::vector<std::uint64_t> limbs{0};
  for (const char c : digits) {
    auto carry = static_cast<std::uint64_t>(DigitValue(c));
    if (carry >= radix) {
      return false;
    }
    for (std::uint64_t& limb : limbs) {
      const std::uint64_t value = limb * radix + carry;
      limb = value % kLimb;
      carry = value / kLimb;
    }
    if (carry != 0) {
      limbs.push_back(carry);
    }
  }
  out = std::to_string(limbs.back());
  for (std::size_t i = limbs.size() - 1; i-- > 0;) {
    const std::string limb = std::to_string(limbs[i]);
    out.append(9 - limb.size(), '0').append(limb);
  }
  return true;
}

std::string_view TakeDigits(std::string_view& text) {
  const std::string_view digits = text.substr(
      0,
      static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), IsDigit) - text.begin()));
  text.remove_prefix(digits.size());
  return digits;
}

struct DecimalParts {
  bool negative = false;
  bool plus = false;
  bool has_point = false;
  std::string_view integer;
  std::string_view fraction;
  std::string_view exponent;  // With its e and sign.
};

std::optional<DecimalParts> SplitDecimal(std::string_view text) {
  DecimalParts parts;
  parts.negative = text.starts_with('-');
  parts.plus = text.starts_with('+');
  text.remove_prefix(parts.negative || parts.plus ? 1 : 0);
  parts.integer = TakeDigits(text);
  parts.has_point = text.starts_with('.');
  if (parts.has_point) {
    text.remove_prefix(1);
    parts.fraction = TakeDigits(text);
  }
  if (parts.integer.empty() && parts.fraction.empty()) {
    return std::nullopt;
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    parts.exponent = text;
    text.remove_prefix(1);
    text.remove_prefix(text.starts_with('+') || text.starts_with('-') ? 1 : 0);
    if (TakeDigits(text).empty()) {
      return std::nullopt;
    }
  }
  return text.empty() ? std::optional(parts) : std::nullopt;
}

bool IsJson(const DecimalParts& parts) {
  const bool integer =
      !parts.integer.empty() && (parts.integer.size() == 1 || parts.integer.front() != '0');
  return !parts.plus && integer && parts.has_point != parts.fraction.empty();
}

std::string_view Normalise(const DecimalParts& parts, std::string& out) {
  const std::size_t zeros = parts.integer.find_first_not_of('0');
  const std::string_view integer =
      zeros == std::string_view::npos ? "0" : parts.integer.substr(zeros);
  out.assign(parts.negative ? 1 : 0, '-');
  out += integer;
  if (parts.has_point) {
    out += '.';
    out += parts.fraction.empty() ? "0" : parts.fraction;
  }
  out += parts.exponent;
  return out;
}

enum class NumberKind : std::uint8_t { kNone, kInt, kFloat };

struct ParsedNumber {
  NumberKind kind = NumberKind::kNone;
  std::string_view text;
};

ParsedNumber ParseNumber(std::string_view text, std::string& scratch) {
  const char first = text.empty() ? '\0' : text.front();
  if (!IsDigit(first) && first != '-' && first != '+' && first != '.') {
    return {};
  }
  if (text.starts_with("0x") || text.starts_with("0o")) {
    const std::uint64_t radix = text[1] == 'x' ? 16 : 8;
    return ConvertRadix(text.substr(2), radix, scratch)
               ? ParsedNumber{.kind = NumberKind::kInt, .text = scratch}
               : ParsedNumber{};
  }
  if (OneOf(text, ".nan", ".NaN", ".NAN")) {
    return {.kind = NumberKind::kFloat, .text = ".nan"};
  }
  const std::string_view unsigned_text = text.substr(first == '-' || first == '+' ? 1 : 0);
  if (OneOf(unsigned_text, ".inf", ".Inf", ".INF")) {
    return {.kind = NumberKind::kFloat, .text = first == '-' ? "-.inf" : ".inf"};
  }
  const std::optional<DecimalParts> parts = SplitDecimal(text);
  if (!parts) {
    return {};
  }
  const bool integer = !parts->has_point && parts->exponent.empty();
  return {.kind = integer ? NumberKind::kInt : NumberKind::kFloat,
          .text = IsJson(*parts) ? text : Normalise(*parts, scratch)};
}

ResolvedScalar ResolvePlain(std::string_view text, std::string& scratch) {
  if (IsNull(text)) {
    return {.kind = Kind::kNull};
  }
  const bool is_true = IsTrue(text);
  if (is_true || IsFalse(text)) {
    return {.kind = Kind::kBool, .boolean = is_true};
  }
  const ParsedNumber number = ParseNumber(text, scratch);
  return number.kind == NumberKind::kNone
             ? ResolvedScalar{.kind = Kind::kString, .text = text}
             : ResolvedScalar{.kind = Kind::kNumber, .text = number.text};
}

std::optional<ResolvedScalar> ResolveNumberTag(std::string_view text,
                                               ScalarTag tag,
                                               std::string& scratch) {
  const ParsedNumber number = ParseNumber(text, scratch);
  const bool integer = number.kind == NumberKind::kInt;
  if (number.kind == NumberKind::kNone || (tag == ScalarTag::kInt && !integer)) {
    return std::nullopt;
  }
  ResolvedScalar out{.kind = Kind::kNumber, .text = number.text};
  if (tag == ScalarTag::kFloat && integer) {
    scratch = std::string(number.text) + ".0";
    out.text = scratch;
  }
  return out;
}

}  // namespace

ScalarTag ToScalarTag(std::string_view tag) {
  constexpr std::string_view kCore = "tag:yaml.org,2002:";
  if (tag.empty()) {
    return ScalarTag::kNone;
  }
  if (!tag.starts_with(kCore)) {
    return ScalarTag::kString;
  }
  const std::string_view name = tag.substr(kCore.size());
  constexpr std::array<std::pair<std::string_view, ScalarTag>, 4> kTags{
      {{"int", ScalarTag::kInt},
       {"float", ScalarTag::kFloat},
       {"bool", ScalarTag::kBool},
       {"null", ScalarTag::kNull}}};
  for (const auto& [known, value] : kTags) {
    if (name == known) {
      return value;
    }
  }
  return ScalarTag::kString;
}

std::optional<ResolvedScalar> ResolveScalar(std::string_view text,
                                            ScalarTag tag,
                                            std::string& scratch) {
  switch (tag) {
    case ScalarTag::kNone:
      return ResolvePlain(text, scratch);
    case ScalarTag::kString:
      return ResolvedScalar{.kind = Kind::kString, .text = text};
    case ScalarTag::kInt:
    case ScalarTag::kFloat:
      return ResolveNumberTag(text, tag, scratch);
    case ScalarTag::kBool:
      return IsTrue(text) || IsFalse(text)
                 ? std::optional(ResolvedScalar{.kind = Kind::kBool, .boolean = IsTrue(text)})
                 : std::nullopt;
    case ScalarTag::kNull:
      return IsNull(text) ? std::optional(ResolvedScalar{.kind = Kind::kNull}) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace accord::document
