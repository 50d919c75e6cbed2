#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace accord::schema {

/// `xn--`, in any case.
bool HasALabelPrefix(std::string_view label);
/// RFC 5890, section 2.3.2.1: a label of letters, digits and hyphens with the prefix whose decoded
/// form is a U-label that encodes to it again.
bool IsALabel(std::string_view label);
/// Length of the A-label of a U-label (RFC 5891, section 4.2, with the contextual rules of RFC 5892
/// and the Bidi rule); 0 when the label is none.
std::size_t ULabelAsciiLength(std::string_view label);

/// What RFC 5893, section 2 makes of a label.
enum class Direction : std::uint8_t {
  kLeftToRight,
  kRightToLeft,
  kNeutral,  ///< Has no place in a name with right-to-left labels: starts with a digit, say.
  kBroken,   ///< Holds right-to-left characters against the rule.
};
/// Of a U-label, an A-label or another ASCII label.
Direction DirectionOf(std::string_view label);

/// The name with an A-label for each label that is not ASCII, normalised before; nullopt when that
/// cannot be. What it returns still has to be checked.
std::optional<std::string> AsciiName(std::string_view name);

}  // namespace accord::schema
