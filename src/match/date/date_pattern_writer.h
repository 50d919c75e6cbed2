#pragma once

#include <chrono>
#include <string>

#include "match/date/date_pattern_layout.h"

namespace accord::match {

/// The moment in UTC, optional sections included.
std::string WriteDate(const DateLayout& layout, std::chrono::system_clock::time_point moment);

}  // namespace accord::match
