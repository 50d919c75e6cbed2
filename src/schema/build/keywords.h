#pragma once

#include <cstdint>
#include <string_view>

#include "accord/document/node.h"

#include "schema/build/language.h"

namespace accord::schema {

class SchemaContext;

/// Where the value of a keyword holds schemas.
enum class KeywordShape : std::uint8_t {
  kValue,       ///< Nowhere.
  kSchema,      ///< It is one.
  kSchemas,     ///< An array of them.
  kSchemaMap,   ///< An object of them.
  kItems,       ///< One, or an array of them.
  kDependency,  ///< An object of schemas and arrays of names.
};

/// A keyword of some dialects. What it means for the IR is `read`, which is called with the schema
/// and the member that counts.
struct KeywordRow {
  std::string_view name;
  KeywordShape shape = KeywordShape::kValue;
  std::uint8_t dialects = 0;
  VocabularySet vocabulary = 0;
  void (*read)(SchemaContext& context, const document::Member& member) = nullptr;
};

/// nullptr when the language has no such keyword.
const KeywordRow* FindKeyword(const Language& language, const document::Member& member);

}  // namespace accord::schema
