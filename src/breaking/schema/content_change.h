#pragma once

#include <string_view>

#include "breaking/schema/change.h"

namespace accord::breaking {

/// How a keyword that says what else may stand in a container changed: `additionalProperties`,
/// `items`, `unevaluated…`. `words` is what it is about: "further properties".
struct ContentKeyword {
  Axis axis;
  std::string_view before;  ///< How it is spelled there.
  std::string_view after;
  std::string_view words;
};
void CompareContent(NodeChanges& pair,
                    const ContentKeyword& keyword,
                    const schema::SchemaNode* before,
                    const schema::SchemaNode* after);

/// The text of a schema as it is written; for telling whether anything about it changed.
std::string_view TextOf(const schema::SchemaNode& node);

}  // namespace accord::breaking
