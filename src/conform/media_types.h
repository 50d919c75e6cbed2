#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accord/openapi/description.h"

namespace accord::conform {

/// Which of the described media types is meant by a Content-Type, or by an Accept header with
/// several types and qualities. First hit of: the same text, the same without parameters, the same
/// but for what stands in front of a structured suffix (`application/vnd.a+json` and
/// `application/json`), a range that is described, a range that is asked for.
const openapi::MediaType* FindMediaType(std::string_view asked,
                                        const std::vector<openapi::MediaType>& described);

/// Bodies of these types can be held against a schema.
bool IsReadable(std::string_view media_type);

/// Header names that nobody has to describe; lower case.
bool IsStandardRequestHeader(std::string_view name);
bool IsStandardResponseHeader(std::string_view name);

}  // namespace accord::conform
