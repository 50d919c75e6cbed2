#pragma once

#include <rapidjson/document.h>

#include "accord/document/node.h"

namespace accord::document {

/// A node for libraries that work on RapidJSON values. Strings refer to the node's bytes and are
/// cut after `max_string` of them; of a repeated key the last value is taken. An integer that fits
/// 64 bits is one however it is written (`1.0`), other numbers become doubles.
rapidjson::Value ToRapidJson(const Node& node,
                             std::size_t max_string,
                             rapidjson::Document::AllocatorType& allocator);

}  // namespace accord::document
