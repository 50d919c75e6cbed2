#pragma once

#include <string_view>

namespace accord::schema {

/// Dotted quad without leading zeros (RFC 2673, section 3.2).
bool IsIpv4(std::string_view text);
/// RFC 4291, section 2.2, without a zone.
bool IsIpv6(std::string_view text);

}  // namespace accord::schema
