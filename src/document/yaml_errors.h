#pragma once

#include <yaml.h>

#include "document/offset_map.h"
#include "document/tree_builder.h"

namespace accord::document {

/// Says in plain words why libyaml gave up.
finding::Finding DescribeYamlError(const TreeBuilder& builder,
                                   const yaml_parser_t& parser,
                                   OffsetMap& offsets);

}  // namespace accord::document
