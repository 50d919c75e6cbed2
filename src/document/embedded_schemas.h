#pragma once

#include <span>
#include <string_view>

namespace accord::document {

struct EmbeddedSchema {
  std::string_view name;  ///< File name without `.schema.json`.
  std::string_view text;
};

/// The files of `schemas/`; generated at build time by tools/cmake/EmbedSchemas.cmake.
std::span<const EmbeddedSchema> EmbeddedSchemas();

}  // namespace accord::document
