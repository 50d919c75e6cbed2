#pragma once

#include <string_view>

namespace accord::schema {

/// RFC 1123, section 2.1; labels that start with `xn--` are A-labels (RFC 5890).
bool IsHostname(std::string_view text);
/// RFC 5890: the same with U-labels, and with the separators of RFC 3490, section 3.1.
bool IsIdnHostname(std::string_view text);

/// Letters, digits and inner hyphens, at most 63 of them.
bool IsLdhLabel(std::string_view label);

}  // namespace accord::schema
