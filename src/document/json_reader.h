#pragma once

#include <vector>

#include "accord/document/document.h"

#include "document/tree_builder.h"

namespace accord::document {

/// Reads the builder's source as JSON (RFC 8259). False when it is none; `findings` then says why.
bool ReadJson(TreeBuilder& builder,
              const LoadOptions& options,
              std::vector<finding::Finding>& findings);

}  // namespace accord::document
