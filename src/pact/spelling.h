#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/pact/pact.h"

namespace accord::pact {

/// The inverse of ParseQuery: the query string of v1 and v2.
std::string FormatQuery(const std::vector<QueryParameter>& query);

/// True for `application/json`, `application/vnd.x+json; charset=utf-8` …
bool IsJsonType(std::string_view content_type);

}  // namespace accord::pact
