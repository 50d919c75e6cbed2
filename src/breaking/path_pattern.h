#pragma once

#include <string_view>

namespace accord::breaking {

/// Whether `path` is `pattern` or lies below it. Parts of a pattern may hold `*` and `?`; `**`
/// stands for any number of parts.
bool IsUnder(std::string_view path, std::string_view pattern);

}  // namespace accord::breaking
