#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "accord/base/result.h"

namespace accord::match {

/// Code points from `low` to `high`.
struct CodeRange {
  std::uint32_t low = 0;
  std::uint32_t high = 0;
};
using CodeSet = std::vector<CodeRange>;

/// Without overlaps, in order.
CodeSet Normalized(CodeSet set);
/// The printable ASCII characters that are not in the set.
CodeSet Complement(const CodeSet& set);

/// The shape of a regular expression, as far as it says what to write.
struct RegexNode {
  enum class Kind : std::uint8_t {
    kSet,       ///< One character of `set`.
    kSequence,  ///< Every child; none is the empty text.
    kChoice,    ///< One child.
    kRepeat,    ///< The only child, `min` to `max` times.
  };
  Kind kind = Kind::kSequence;
  CodeSet set;
  std::vector<RegexNode> children;
  std::uint32_t min = 0;
  std::uint32_t max = 0;
};

/// Reads the usual subset: literals, classes, groups, alternation, quantifiers, escapes. Anchors
/// are dropped. The error names the offset of what has no such shape.
base::Result<RegexNode> ParseRegexShape(std::string_view pattern);

}  // namespace accord::match
