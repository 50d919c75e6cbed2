#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace accord::document {

/// 3 when the text starts with a UTF-8 byte order mark, else 0.
std::size_t BomLength(std::string_view bytes);

/// Offset of the first byte that is not part of well-formed UTF-8 (RFC 3629); npos when all are.
std::size_t FindInvalidUtf8(std::string_view bytes);

/// The text with each malformed byte as U+FFFD.
std::string ReplaceInvalidUtf8(std::string_view bytes);

/// "UTF-16" or "UTF-32" when the text starts like one of them, else empty.
std::string_view ForeignEncoding(std::string_view bytes);

}  // namespace accord::document
