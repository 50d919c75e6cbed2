#pragma once

#include <string_view>

#include "accord/schema/pattern.h"

#include "schema/pattern/ast.h"

namespace accord::schema {

/// Searches for a pattern without back-references by following all ways at once, as sets of
/// positions: slower than backtracking in the usual case, but never exponential, and look-behind
/// may be of any length. kTooExpensive after a fixed amount of work.
Pattern::Match SearchByPositions(const Regexp& root, std::string_view text);

}  // namespace accord::schema
