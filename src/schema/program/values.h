#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "accord/document/node.h"

#include "schema/program/program.h"

namespace accord::schema {

/// Whether number text stands for a number without fractional part.
bool IsIntegral(std::string_view text);
bool Fits(const NumberCheck& check, std::string_view text);
/// Whether a text has so many code points.
bool HasLength(std::string_view text, std::uint64_t least, std::uint64_t greatest);
/// Whether a value equals one of the list.
bool IsOneOf(const std::vector<const document::Node*>& values, const document::Node& node);
/// Whether a string or number fits a named format.
bool FitsFormatOf(std::string_view format, const document::Node& node);

}  // namespace accord::schema
