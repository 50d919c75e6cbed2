#pragma once

#include <string_view>

#include "accord/document/node.h"

namespace accord::schema {

using FormatCheck = bool (*)(std::string_view text);
/// The check of a format on strings; nullptr for those that anything fits.
FormatCheck FindFormat(std::string_view name);

/// Whether a string or number fits a named format, as far as it says something about its kind.
bool FitsNodeFormat(std::string_view format, const document::Node& node);

}  // namespace accord::schema
