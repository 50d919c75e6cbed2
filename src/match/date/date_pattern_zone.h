#pragma once

#include <cstddef>
#include <string_view>

#include "match/date/date_pattern_layout.h"

namespace accord::match {

/// How many bytes at the front of `text` are the zone that the field asks for; 0 = none.
std::size_t ZoneLength(const DateField& field, std::string_view text);

/// What the field asks for, in words: "an offset such as +01:00 or Z".
std::string_view ZoneDemand(const DateField& field);

/// How the field writes UTC.
std::string_view UtcText(const DateField& field);

}  // namespace accord::match
