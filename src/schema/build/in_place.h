#pragma once

#include <vector>

#include "accord/schema/ir.h"

namespace accord::schema {

/// A schema that applies to the same value as the one that has it.
struct InPlaceStep {
  const SchemaNode* schema = nullptr;
  std::string_view keyword;
};

/// The schemas that `node` applies in place, references included.
std::vector<InPlaceStep> InPlaceSteps(const SchemaNode& node);
/// Those of them that hold in any case: `$ref` and the branches of `allOf`.
std::vector<const SchemaNode*> CertainSteps(const SchemaNode& node);

}  // namespace accord::schema
