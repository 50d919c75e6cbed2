#pragma once

#include <map>
#include <string>
#include <string_view>

namespace accord::compatibility {

/// Scenario → reason, from lines `<feature>:<scenario> # reason`. Empty lines and lines that start
/// with `#` say nothing. A line without a reason fails.
std::map<std::string, std::string> ParseKnownFailures(std::string_view text);

}  // namespace accord::compatibility
