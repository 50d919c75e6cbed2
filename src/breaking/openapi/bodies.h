#pragma once

#include <string>

namespace accord::breaking::api {

/// Whether bodies of a media type carry everything as text (forms, XML, plain text): then numbers
/// are no different from strings that look like them.
bool IsTextCarrier(const std::string& media_type);

}  // namespace accord::breaking::api
