#pragma once

#include <string_view>

namespace accord::schema {

/// RFC 6901.
bool IsJsonPointer(std::string_view text);
/// draft-bhutton-relative-json-pointer-00, without index manipulation (as the suite reads it).
bool IsRelativeJsonPointer(std::string_view text);

}  // namespace accord::schema
