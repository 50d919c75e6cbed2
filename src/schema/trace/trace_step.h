#pragma once

#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "accord/schema/ir.h"

namespace accord::schema {

/// How the value of a step lies in the value of the step above.
enum class Way : std::uint8_t { kSame, kItem, kMember, kName };

/// What stands between a keyword and one of its subschemas: nothing, a position, a name.
using Token = std::variant<std::monostate, std::uint32_t, std::string_view>;

/// One step of a traced evaluation: a schema or one of its keywords, met with one value. Schemas
/// hold keywords, keywords hold the subschemas that they applied.
struct TraceStep {
  const SchemaNode* schema = nullptr;  ///< Of a keyword: the schema it is written in.
  std::string_view keyword = {};       ///< Empty for a schema as a whole.
  Token token = {};                    ///< Of a schema, below the keyword above.
  const document::Node* instance = nullptr;
  Way way = Way::kSame;
  std::uint32_t position = 0;  ///< Of the item, or of the member whose value or name it is.
  bool valid = true;
  /// An annotating keyword that counts for this type of value.
  bool annotates = false;
  /// `contains`: items that fit; `oneOf`: alternatives that fit; a dependency: its position.
  std::vector<std::uint32_t> matches = {};
  std::vector<TraceStep> children = {};

  bool is_keyword() const { return !keyword.empty(); }
};

}  // namespace accord::schema
