#pragma once

#include <functional>
#include <string>
#include <vector>

#include "accord/breaking/schema.h"
#include "accord/schema/includes.h"

namespace accord::breaking {

/// Compiles a subschema of one version by itself; nullptr when that does not work.
using CompilePart = std::function<schema::SchemaPtr(const schema::SchemaNode& node)>;

/// One document in both versions.
struct SchemaPair {
  std::string name;  ///< For messages: `order.schema.json`.
  schema::SchemaPtr before;
  schema::SchemaPtr after;
  CompilePart part_before;
  CompilePart part_after;
};

/// What changed for whom. Empty when both versions accept what they have to accept.
std::vector<finding::Finding> JudgePair(const SchemaPair& pair, const SchemaOptions& options);

}  // namespace accord::breaking
