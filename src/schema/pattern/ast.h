#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "schema/pattern/code_points.h"

namespace accord::schema {

/// One piece of a regular expression. What a class, an escape or `.` stands for is already a set.
struct Regexp {
  enum class Kind : std::uint8_t {
    kSet,            ///< One code point of `set`.
    kSequence,       ///< All of `parts` in turn; without parts the empty text.
    kChoice,         ///< One of `parts`.
    kRepeat,         ///< The only part, `min` to `max` times.
    kGroup,          ///< The only part, remembered as number `group`.
    kBackReference,  ///< The text of number `group`.
    kStart,
    kEnd,
    kWordBoundary,  ///< `\b`, negative: `\B`.
    kLookAhead,     ///< The only part follows; negative: does not.
    kLookBehind,    ///< The only part ends here; negative: does not.
  };
  static constexpr std::uint32_t kUnbounded = std::numeric_limits<std::uint32_t>::max();

  Kind kind = Kind::kSequence;
  bool negative = false;
  bool lazy = false;
  std::uint32_t min = 0;
  std::uint32_t max = 0;
  std::uint32_t group = 0;
  CodePoints set;
  std::vector<Regexp> parts;
};

}  // namespace accord::schema
