#pragma once

#include <cstdint>
#include <string_view>

namespace accord::breaking::api {

/// What a keyword of a schema holds.
enum class KeywordKind : std::uint8_t {
  kDocumentation,  ///< For people, or for what refers to it; no contract.
  kDefault,        ///< A default: documentation for what is valid.
  kSchema,         ///< One schema.
  kSchemaList,
  kSchemaMap,
  kValue,
};

KeywordKind KindOf(std::string_view keyword);

}  // namespace accord::breaking::api
