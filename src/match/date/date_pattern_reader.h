#pragma once

#include <string>
#include <string_view>

#include "match/date/date_pattern_layout.h"

namespace accord::match {

/// Whether the whole text follows the layout and is a possible date; otherwise `why` is set.
bool ReadDate(const DateLayout& layout, std::string_view text, std::string& why);

}  // namespace accord::match
