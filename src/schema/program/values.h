#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "accord/document/node.h"

#include "schema/program/program.h"

namespace accord::schema {

/// Whether number text stands for a number without fractional part.
bool IsIntegral(std::string_view text);
bool FitsExactly(const NumberCheck& check, std::string_view text);
inline bool Fits(const NumberCheck& check, std::string_view text) {
  std::int64_t value = 0;
  const bool negative = text.front() == '-';
  std::size_t at = negative ? 1 : 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && at < 18; ++at) {
    value = value * 10 + (text[at] - '0');
  }
  if (at != text.size() || !check.plain) {
    return FitsExactly(check, text);
  }
  value = negative ? -value : value;
  return value >= check.low && value <= check.high;
}
/// Whether a text has so many code points.
bool HasLength(std::string_view text, std::uint64_t least, std::uint64_t greatest);
/// Whether a value equals one of the list.
bool IsOneOf(const std::vector<const document::Node*>& values, const document::Node& node);
/// Whether a string or number fits a named format.
bool FitsFormatOf(std::string_view format, const document::Node& node);

}  // namespace accord::schema
