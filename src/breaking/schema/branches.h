#pragma once

#include <utility>
#include <vector>

#include "accord/schema/ir.h"

namespace accord::breaking {

/// Schemas of an `allOf`, `anyOf` or `oneOf` in both versions, matched: those that are written
/// alike first, what is left in its order.
struct BranchMatch {
  std::vector<std::pair<const schema::SchemaNode*, const schema::SchemaNode*>> pairs;
  std::vector<const schema::SchemaNode*> removed;
  std::vector<const schema::SchemaNode*> added;
};
BranchMatch MatchBranches(const std::vector<const schema::SchemaNode*>& before,
                          const std::vector<const schema::SchemaNode*>& after);

}  // namespace accord::breaking
