#pragma once

#include <string>
#include <utility>
#include <vector>

#include "accord/document/document.h"
#include "accord/schema/ir.h"

#include "conform/schemas.h"

namespace accord::conform {

/// What parameters, headers and forms hold before the schema says what their texts are.
struct Wire {
  enum class Kind : std::uint8_t { kText, kList, kMap };

  Kind kind = Kind::kText;
  std::string text;
  std::vector<Wire> items;
  std::vector<std::pair<std::string, Wire>> members;

  Wire();
  static Wire Text(std::string text);
  static Wire List(std::vector<Wire> items);
  static Wire Map();
};

/// Types that a value may have as far as the schema and what it applies in place say; never too
/// few.
schema::TypeSet TypesOf(const schema::SchemaNode& node);

/// The value with its texts read as the schema wants them: `5` is a number where no text may stand.
/// A text that cannot be read so stays one.
document::DocumentPtr Typed(const Wire& wire, const CompiledSchema& schema);

/// The schemas of a property that apply whenever `node` does; through references and `allOf`, and
/// through unions when nothing else describes it.
std::vector<const schema::SchemaNode*> PropertySchemas(const schema::SchemaNode& node,
                                                       std::string_view name);

/// The names of all properties that a schema mentions for the value itself.
std::vector<std::string> PropertyNames(const schema::SchemaNode& node);

}  // namespace accord::conform
