#pragma once

#include <string_view>

#include "accord/net/http.h"

namespace accord::net {

/// A `token` (RFC 9110 §5.6.2): what methods and header names are made of.
bool IsToken(std::string_view text);

/// A header value without control characters other than tab, so that it cannot end its line.
bool IsFieldValue(std::string_view text);

/// A name whose value follows from the body: Content-Length, Transfer-Encoding.
bool IsFraming(std::string_view name);

/// The first header whose name or value must not be put on the wire; nullptr when all may.
const Headers::value_type* FindBadField(const Headers& headers);

}  // namespace accord::net
