#pragma once

#include <string>
#include <vector>

#include "accord/schema/ir.h"

namespace accord::schema::inclusion {

/// A subschema by the place it has in its parent.
struct ChildSlot {
  const SchemaNode* node = nullptr;
  bool in_place_only = false;  ///< Means its parent when the parent says nothing else.
};
/// Subschemas that stand under one keyword.
struct ChildGroup {
  bool ordered = true;  ///< Their order matters.
  std::vector<ChildSlot> children;
};

/// Everything that decides validity and is no subschema, as a text that is the same for nodes that
/// say the same. Numbers are written by value; names stand sorted.
std::string KeywordText(const SchemaNode& node);
/// The subschemas, in an order that goes with the text.
std::vector<ChildGroup> ChildGroups(const SchemaNode& node);
/// JSON with sorted names and numbers by value: equal for equal values.
std::string CanonicalText(const document::Node& value);

}  // namespace accord::schema::inclusion
