#pragma once

#include <vector>

#include "accord/document/document.h"

#include "document/tree_builder.h"

namespace accord::document {

/// Reads the builder's source as YAML 1.2 with the core schema. False when it is none; `findings`
/// then says why. Merge keys (`<<`) are ordinary keys, as in 1.2.
bool ReadYaml(TreeBuilder& builder,
              const LoadOptions& options,
              std::vector<finding::Finding>& findings);

}  // namespace accord::document
