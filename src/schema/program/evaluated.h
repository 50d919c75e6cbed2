#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "accord/schema/ir.h"

namespace accord::schema {

/// What a schema without its own `unevaluated…` evaluates of a value that fits it.
struct Evaluated {
  bool conditional = false;  ///< It depends on the value; then the rest means nothing.
  bool all = false;
  std::unordered_set<std::string_view> names;
  std::vector<const Pattern*> patterns;
  std::size_t prefix = 0;  ///< The first items.
};
Evaluated EvaluatedMembers(const SchemaNode& node);
Evaluated EvaluatedItems(const SchemaNode& node);

}  // namespace accord::schema
