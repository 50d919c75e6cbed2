#pragma once

#include <span>
#include <string_view>

namespace accord::schema {

struct EmbeddedMetaSchema {
  std::string_view name;  ///< Its URI without scheme and fragment.
  std::string_view text;
};

/// The files below `schemas/meta`; generated at build time by tools/cmake/EmbedMetaSchemas.cmake.
std::span<const EmbeddedMetaSchema> EmbeddedMetaSchemas();

}  // namespace accord::schema
