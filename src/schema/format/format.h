#pragma once

#include <string_view>

namespace accord::schema {

using FormatCheck = bool (*)(std::string_view text);
/// The check of a format on strings; nullptr for those that anything fits.
FormatCheck FindFormat(std::string_view name);

}  // namespace accord::schema
