#pragma once

#include <functional>
#include <vector>

#include "accord/schema/ir.h"

#include "schema/program/program.h"

namespace accord::schema {

/// Calls `visit` once for every schema that can be reached.
void WalkGraph(const std::vector<const SchemaNode*>& entries,
               const std::function<void(const SchemaNode&)>& visit);

/// Calls `visit` for every schema that `node` refers to or holds.
void ForEachSubschema(const SchemaNode& node, const std::function<void(const SchemaNode&)>& visit);

/// Schemas that apply to the same value as `node` whenever it does: itself, `$ref`, `allOf`.
std::vector<const SchemaNode*> Unconditional(const SchemaNode& node);

/// Every place in the tables of a program (not in its instructions) that holds a Code.
void ForEachCode(Program& program, const std::function<void(Code&)>& visit);

}  // namespace accord::schema
