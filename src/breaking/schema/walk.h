#pragma once

#include <string>
#include <vector>

#include "accord/schema/ir.h"

namespace accord::breaking {

/// One schema in both versions, and where what it describes stands in the data.
struct NodePair {
  const schema::SchemaNode* before = nullptr;
  const schema::SchemaNode* after = nullptr;
  std::string path;  ///< `$.items[*].id`
};

/// Every pair of schemas that stand for each other, each pair once. References are followed: only
/// what they lead to counts.
std::vector<NodePair> WalkPairs(const schema::SchemaNode& before, const schema::SchemaNode& after);

/// What a chain of references that stand alone leads to.
const schema::SchemaNode& Behind(const schema::SchemaNode& node);

/// `$.a` for `a`; names that are no words in brackets: `$['a b']`.
std::string ChildPath(const std::string& path, const std::string& name);

}  // namespace accord::breaking
