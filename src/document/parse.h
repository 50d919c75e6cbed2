#pragma once

#include <cstddef>
#include <string>

#include "accord/document/document.h"

#include "document/tree_builder.h"

namespace accord::document {

/// Parse() with a builder whose source is set, and is not too large.
LoadResult ParseInto(TreeBuilder& builder, const LoadOptions& options);

/// The greatest number of bytes that a source may have.
std::size_t LargestSource(const LoadOptions& options);
/// What comes of a larger one.
LoadResult TooLarge(std::string name, std::size_t size, std::size_t limit);

}  // namespace accord::document
