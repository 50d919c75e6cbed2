#pragma once

#include <cstddef>
#include <cstdint>
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

/// The ways from a pair to all pairs that have findings, shortest first. A pair that can be reached
/// in many ways is listed for some of them only: schemas that refer to each other allow more ways
/// than anybody can read.
class SchemaWays {
 public:
  /// `left_out`: pairs that need no way.
  SchemaWays(SchemaGraph& graph,
             std::size_t root,
             const std::unordered_set<std::size_t>& left_out = {});

  /// What leads to a pair with findings; the numbers are for the functions below.
  const std::vector<std::uint32_t>& ends() const { return ends_; }
  std::size_t PairAt(std::uint32_t end) const { return stops_[end].pair; }
  /// Whether it is the schema of the use itself.
  static bool IsRoot(std::uint32_t end) { return end == 0; }
  SchemaPath PathTo(std::uint32_t end) const;

 private:
  /// A pair on a way, and the place before it.
  struct Stop {
    std::uint32_t pair = 0;
    std::uint32_t from = 0;
    const SchemaStep* step = nullptr;  ///< Null at the root.
  };

  bool IsOnTheWayTo(std::uint32_t stop, std::uint32_t pair) const;

  std::vector<Stop> stops_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace accord::breaking::api
