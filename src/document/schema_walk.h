#pragma once

#include <string>
#include <vector>

#include "accord/document/node.h"

namespace accord::document {

/// All subschemas of `schema` that may speak about the value at `path` (keys and array positions),
/// whichever alternative applies. Follows local `$ref`s.
std::vector<const Node*> SubschemasAt(const Node& schema, const std::vector<std::string>& path);

}  // namespace accord::document
