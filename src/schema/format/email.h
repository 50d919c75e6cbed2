#pragma once

#include <string_view>

namespace accord::schema {

/// `Mailbox` of RFC 5321, section 4.1.2.
bool IsEmail(std::string_view text);
/// The same with RFC 6531: non-ASCII letters and U-labels, which may be not yet normalised.
bool IsIdnEmail(std::string_view text);

}  // namespace accord::schema
