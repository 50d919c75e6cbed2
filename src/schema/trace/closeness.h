#pragma once

#include "accord/schema/ir.h"

namespace accord::schema {

/// Does the tag of an object (a property whose value is fixed by the alternative, or the
/// discriminator of the union) speak for an alternative?
enum class Tag : std::uint8_t { kDiffers, kNone, kMatches };
Tag TagOf(const SchemaNode& with_union,
          const SchemaNode& alternative,
          const document::Node& instance);

}  // namespace accord::schema
