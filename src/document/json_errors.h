#pragma once

#include <rapidjson/error/error.h>

#include "document/tree_builder.h"

namespace accord::document {

/// Says in plain words what RapidJSON stumbled over at `offset`. `string_begin` is where the last
/// string started.
finding::Finding DescribeJsonError(const TreeBuilder& builder,
                                   rapidjson::ParseErrorCode code,
                                   std::size_t offset,
                                   std::size_t string_begin);

}  // namespace accord::document
