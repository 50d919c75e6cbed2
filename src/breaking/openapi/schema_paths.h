#pragma once

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

#include "breaking/openapi/schema_graph.h"

namespace accord::breaking::api {

/// A way from the schema of a use to a pair of schemas in which something differs.
struct SchemaPath {
  std::size_t pair = 0;
  bool root = false;
  std::string parent;    ///< `data/items`: the path without its last part, if that is a property.
  std::string property;  ///< Its last part, when it is a property.
  std::string pointer;   ///< `/properties/data/items`.

  /// `data/items/name`; of what is no property with a slash at the end, as oasdiff writes it.
  std::string Full() const { return parent.empty() ? property : parent + "/" + property; }
  /// What paths of things inside start with.
  std::string Prefix() const;
};
using SchemaPaths = std::vector<SchemaPath>;

/// The ways to all pairs that have findings, shortest first. A pair that can be reached in many
/// ways is listed for some of them only: schemas that refer to each other allow more ways than
/// anybody can read.
/// `left_out`: pairs that need no way.
SchemaPaths PathsFrom(SchemaGraph& graph,
                      std::size_t root,
                      const std::unordered_set<std::size_t>& left_out = {});

}  // namespace accord::breaking::api
