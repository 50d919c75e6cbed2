#pragma once

#include <cstddef>
#include <cstdint>

#include "document/tree_builder.h"

namespace accord::document {

/// What is wrong with a JSON text.
enum class JsonFault : std::uint8_t {
  kNone,
  kNoValue,
  kNoKey,
  kNoColon,
  kNoCommaInObject,
  kNoCommaInArray,
  kNoFraction,  ///< No digit behind the decimal point.
  kNoExponent,
  kTrailing,        ///< Something behind the end of the document.
  kUnclosedString,  ///< At its opening quote.
  kControl,         ///< A control character in a string.
  kBadEscape,
  kBadHex,
  kHalfSurrogate,
};

/// Says it in plain words.
finding::Finding DescribeJsonError(const TreeBuilder& builder, JsonFault fault, std::size_t offset);

}  // namespace accord::document
