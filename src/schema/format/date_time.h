#pragma once

#include <string_view>

namespace accord::schema {

/// RFC 3339, section 5.6: `full-date`, `full-time` and `date-time`. Days exist in the calendar; a
/// leap second is only at 23:59:60 UTC.
bool IsDate(std::string_view text);
bool IsTime(std::string_view text);
bool IsDateTime(std::string_view text);
/// RFC 3339, appendix A: `duration`.
bool IsDuration(std::string_view text);

}  // namespace accord::schema
