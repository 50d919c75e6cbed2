#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "accord/schema/ir.h"

namespace accord::schema::inclusion {

/// The subschemas of a node, in an order that goes with its keyword text.
struct Children {
  std::vector<const SchemaNode*> nodes;
  /// Where the parts end: those under keywords of their own, then the members of `allOf` with the
  /// references, of `anyOf`, of `oneOf`. The order inside of the last three does not matter.
  std::array<std::uint32_t, 4> ends{};
};

/// Takes a node apart. The text has everything that decides validity and is no subschema, and is
/// the same for nodes that say the same: numbers are written by value, names stand sorted.
void TakeApart(const SchemaNode& node, std::string& text, Children& children);
/// JSON with sorted names and numbers by value: equal for equal values.
std::string CanonicalText(const document::Node& value);

}  // namespace accord::schema::inclusion
