#pragma once

#include <cstdint>
#include <string_view>

namespace accord::schema {

/// RFC 3986, and RFC 3987 for the international ones.
bool IsUri(std::string_view text);
bool IsUriReference(std::string_view text);
bool IsIri(std::string_view text);
bool IsIriReference(std::string_view text);

/// RFC 6570, of any level.
bool IsUriTemplate(std::string_view text);

/// `ucschar` and `iprivate` of RFC 3987.
bool IsUcsChar(std::uint32_t code_point);
bool IsPrivateUse(std::uint32_t code_point);

}  // namespace accord::schema
