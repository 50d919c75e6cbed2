#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "breaking/openapi/schema_graph.h"

namespace accord::breaking::api {

/// Changes that show at several keywords of a schema, but are one.
struct SchemaTransition {
  enum class Null : std::uint8_t { kNone, kWrapped, kUnwrapped };
  /// `X` became `oneOf: [{type: null}, X]`, or back.
  Null null = Null::kNone;

  /// A type became a list of alternatives that are nothing but types, or back.
  std::vector<std::string_view> types_added;
  std::vector<std::string_view> types_removed;

  /// An object became alternatives that are objects; what moved into them.
  std::unordered_set<std::string_view> moved_properties;

  bool types_listed() const { return !types_added.empty() || !types_removed.empty(); }
  bool wrapped() const { return !moved_properties.empty(); }
};

SchemaTransition TransitionOf(SchemaGraph& graph,
                              const SchemaView& before,
                              const SchemaView& after);

}  // namespace accord::breaking::api
