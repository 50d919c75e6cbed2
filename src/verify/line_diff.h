#pragma once

#include <string>
#include <string_view>

namespace accord::verify {

/// What differs between two texts, line by line: ' ' kept, '-' only before, '+' only after. Two
/// lines of context; at most `max_lines` lines, then a line that says how many are left out.
std::string LineDiff(std::string_view before, std::string_view after, std::size_t max_lines);

}  // namespace accord::verify
