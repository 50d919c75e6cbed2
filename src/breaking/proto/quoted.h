#pragma once

#include <string>
#include <string_view>

namespace accord::breaking {

/// `text` between double quotes on one line: quotes, backslashes, control characters, invisible
/// characters and bytes that are not UTF-8 are escaped.
std::string Quoted(std::string_view text);

}  // namespace accord::breaking
