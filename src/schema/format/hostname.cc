#include "schema/format/hostname.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/format/idna.h"
#include "schema/format/scan.h"

namespace accord::schema {
namespace {

constexpr std::size_t kLongestName = 253;
constexpr std::size_t kLongestLabel = 63;

bool IsLdh(char c) {
  return IsLetter(c) || IsDigit(c) || c == '-';
}

/// An ASCII label that is not reserved (`ab--…`), or an A-label.
bool IsPlainOrALabel(std::string_view label) {
  return IsLdhLabel(label) &&
         (HasALabelPrefix(label) ? IsALabel(label)
                                 : (label.size() < 4 || label.substr(2, 2) != "--"));
}

/// Takes the next label off the text and the separator behind it; `more` says whether there was
/// one. Separators beside the full stop: U+3002, U+FF0E, U+FF61.
std::string_view TakeLabel(std::string_view& text, bool& more) {
  constexpr std::array<std::string_view, 3> kWide{"\u3002", "\uFF0E", "\uFF61"};
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view here = text.substr(at);
    const bool wide = std::any_of(
        kWide.begin(), kWide.end(), [&](std::string_view stop) { return here.starts_with(stop); });
    if (wide || here.front() == '.') {
      const std::string_view label = text.substr(0, at);
      text.remove_prefix(at + (wide ? 3 : 1));
      more = true;
      return label;
    }
  }
  more = false;
  return std::exchange(text, {});
}

/// Room that a label takes in the name's ASCII form; 0 when it is no valid label.
std::size_t AsciiLength(std::string_view label) {
  return IsAscii(label) ? (IsPlainOrALabel(label) ? label.size() : 0) : ULabelAsciiLength(label);
}

/// RFC 5893: in a name with a right-to-left label every label has to keep the Bidi rule.
bool KeepsBidiRule(std::string_view text) {
  bool bidi = false;
  bool all_fit = true;
  for (bool more = true; more;) {
    const Direction direction = DirectionOf(TakeLabel(text, more));
    bidi = bidi || direction == Direction::kRightToLeft;
    all_fit = all_fit && direction != Direction::kNeutral;
  }
  return !bidi || all_fit;
}

}  // namespace

bool IsLdhLabel(std::string_view label) {
  return !label.empty() && label.size() <= kLongestLabel && label.front() != '-' &&
         label.back() != '-' && std::all_of(label.begin(), label.end(), IsLdh);
}

bool IsHostname(std::string_view text) {
  if (text.size() > kLongestName) {
    return false;
  }
  while (true) {
    const std::size_t dot = text.find('.');
    const std::string_view label = text.substr(0, dot);
    if (!IsLdhLabel(label) || (HasALabelPrefix(label) && !IsALabel(label))) {
      return false;
    }
    if (dot == std::string_view::npos) {
      return true;
    }
    text.remove_prefix(dot + 1);
  }
}

bool IsIdnHostname(std::string_view text) {
  // No code point takes more than four bytes, and each takes a byte of the ASCII form at least.
  if (text.size() > 4 * kLongestName) {
    return false;
  }
  std::string_view rest = text;
  std::size_t length = 0;
  for (bool more = true; more;) {
    const std::size_t label = AsciiLength(TakeLabel(rest, more));
    length += label + (more ? 1 : 0);
    if (label == 0 || length > kLongestName) {
      return false;
    }
  }
  const bool only_plain = IsAscii(text) && text.find("--") == std::string_view::npos;
  return only_plain || KeepsBidiRule(text);
}

}  // namespace accord::schema
