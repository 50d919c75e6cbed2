#pragma once

#include <optional>

#include "accord/document/node.h"
#include "accord/schema/schema.h"

namespace accord::breaking::api {

/// Whether a value, once it is written out as text, can be read as one that fits: `12` as a number
/// or a string. `exploded`: one value and a list of one look alike, too. nullopt: there are too
/// many ways to read it.
std::optional<bool> FitsAsText(const schema::Schema& schema,
                               const schema::SchemaNode& node,
                               const document::Node& value,
                               bool exploded);

}  // namespace accord::breaking::api
