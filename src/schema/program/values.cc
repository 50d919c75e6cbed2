#include "schema/program/values.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "accord/base/strings.h"

namespace accord::schema {
namespace {

using base::IsDigit;

__extension__ using Wide = __int128;
using document::Node;
using Form = NumberCheck::Form;

constexpr std::array<std::int64_t, 19> kPowers = [] {
  std::array<std::int64_t, 19> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) {
    powers[i] = powers[i - 1] * 10;
  }
  return powers;
}();

/// digits × 10^-scale.
struct Small {
  bool fits = false;  ///< At most 18 digits, no exponent.
  std::int64_t digits = 0;
  std::uint32_t scale = 0;
};

Small ParseSmall(std::string_view text) {
  Small out;
  const bool negative = text.starts_with('-');
  if (text.size() > 18) {
    return out;
  }
  std::size_t at = negative ? 1 : 0;
  for (; at < text.size() && IsDigit(text[at]); ++at) {
    out.digits = out.digits * 10 + (text[at] - '0');
  }
  if (at < text.size() && text[at] == '.') {
    for (++at; at < text.size() && IsDigit(text[at]); ++at) {
      out.digits = out.digits * 10 + (text[at] - '0');
      ++out.scale;
    }
  }
  if (at < text.size()) {
    return out;
  }
  out.digits = negative ? -out.digits : out.digits;
  out.fits = true;
  return out;
}

// `.inf`, `-.inf` and `.nan` of YAML.
bool IsFinite(std::string_view text) {
  return !text.empty() && text.front() != '.' && !text.starts_with("-.");
}

bool FitsSteps(const NumberCheck& check, const Decimal& value) {
  return std::all_of(check.steps.begin(), check.steps.end(), [&](const Decimal& step) {
    return value.IsMultipleOf(step);
  });
}

bool FitsStep(const NumberCheck& check, std::int64_t digits, std::uint32_t scale) {
  Wide value = digits;
  Wide step = check.step;
  if (scale > check.step_scale) {
    step *= kPowers[scale - check.step_scale];
  } else {
    value *= kPowers[check.step_scale - scale];
  }
  return value % step == 0;
}

bool FitsDecimal(const NumberCheck& check, std::string_view text) {
  if (!IsFinite(text)) {
    const bool any = check.form == Form::kAny || check.form == Form::kFraction;
    return any && check.steps.empty() &&
           (text.starts_with('-') ? check.minimums.empty() : check.maximums.empty());
  }
  const Decimal value = Decimal::Parse(text);
  if (check.form != Form::kAny && value.is_integer() != (check.form != Form::kFraction)) {
    return false;
  }
  const auto above = [&](const NumberCheck::Limit& limit) {
    return limit.exclusive ? value > limit.value : value >= limit.value;
  };
  const auto below = [&](const NumberCheck::Limit& limit) {
    return limit.exclusive ? value < limit.value : value <= limit.value;
  };
  return std::all_of(check.minimums.begin(), check.minimums.end(), above) &&
         std::all_of(check.maximums.begin(), check.maximums.end(), below) &&
         FitsSteps(check, value);
}

enum class Verdict { kNo, kYes, kUnclear };

// A fraction whose integer part is `floor` against the bounds.
Verdict CompareFraction(const NumberCheck& check, std::int64_t floor) {
  bool unclear = false;
  for (const NumberCheck::Limit& limit : check.minimums) {
    unclear = unclear || !limit.floor || floor == *limit.floor;
    if (limit.floor && floor < *limit.floor) {
      return Verdict::kNo;
    }
  }
  for (const NumberCheck::Limit& limit : check.maximums) {
    unclear = unclear || !limit.floor || floor == *limit.floor;
    if (limit.floor && floor > *limit.floor) {
      return Verdict::kNo;
    }
  }
  return unclear ? Verdict::kUnclear : Verdict::kYes;
}

bool FitsInteger(const NumberCheck& check, std::int64_t value) {
  return check.form != Form::kFraction && value >= check.low && value <= check.high &&
         (check.step != 0 ? FitsStep(check, value, 0)
                          : check.steps.empty() || FitsSteps(check, Decimal(value)));
}

bool FitsFraction(const NumberCheck& check, const Small& small, std::string_view text) {
  if (check.form == Form::kIntegral) {
    return false;
  }
  const std::int64_t whole = small.digits / kPowers[small.scale];
  const Verdict verdict = CompareFraction(check, small.digits < 0 ? whole - 1 : whole);
  if (verdict == Verdict::kUnclear || (check.step == 0 && !check.steps.empty())) {
    return FitsDecimal(check, text);
  }
  return verdict == Verdict::kYes &&
         (check.step == 0 || FitsStep(check, small.digits, small.scale));
}

std::size_t CountCodePoints(std::string_view text) {
  std::size_t continuations = 0;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    // A byte 10xxxxxx has the high bit set and the next one clear.
    const std::uint64_t marks = word & ~(word << 1U) & 0x8080808080808080U;
    continuations += static_cast<std::size_t>(std::popcount(marks));
  }
  for (; at < text.size(); ++at) {
    continuations += (static_cast<std::uint8_t>(text[at]) & 0xC0U) == 0x80U ? 1U : 0U;
  }
  return text.size() - continuations;
}

}  // namespace

bool IsIntegralExactly(std::string_view text) {
  const auto written = [](char c) { return IsDigit(c) || c == '-'; };
  if (std::all_of(text.begin(), text.end(), written)) {
    return true;
  }
  return IsFinite(text) && Decimal::Parse(text).is_integer();
}

bool FitsExactly(const NumberCheck& check, std::string_view text) {
  if (check.form == Form::kIntegerText &&
      text.find_first_not_of("-0123456789") != std::string_view::npos) {
    return false;
  }
  const Small small = ParseSmall(text);
  if (!small.fits) {
    return FitsDecimal(check, text);
  }
  if (small.scale == 0) {
    return FitsInteger(check, small.digits);
  }
  if (small.digits % kPowers[small.scale] == 0) {
    return FitsInteger(check, small.digits / kPowers[small.scale]);
  }
  return FitsFraction(check, small, text);
}

bool HasLengthExactly(std::string_view text, std::uint64_t least, std::uint64_t greatest) {
  const std::size_t size = text.size();
  if (size < least || (size + 3) / 4 > greatest) {
    return false;
  }
  const std::size_t length = CountCodePoints(text);
  return length >= least && length <= greatest;
}

bool IsOneOf(const std::vector<const Node*>& values, const Node& node) {
  return std::any_of(values.begin(), values.end(), [&](const Node* value) {
    return document::Equal(*value, node, true);
  });
}

}  // namespace accord::schema
