#include "document/schema_walk.h"

#include "tests/unit/document/parsing.h"

namespace accord::document {
namespace {

std::string TypesAt(const Document& schema, const std::vector<std::string>& path) {
  std::string out;
  for (const Node* found : SubschemasAt(schema.root(), path)) {
    if (const Node* type = found->Find("type")) {
      out += std::string(type->text()) + " ";
    }
  }
  return out;
}

TEST(SubschemasAt, FollowsPropertiesItemsAndReferences) {
  const DocumentPtr schema = MustParse(R"({
    "type": "object",
    "properties": {
      "list": {"type": "array", "items": {"$ref": "#/definitions/entry"}},
      "pair": {"items": [{"type": "string"}, {"type": "number"}], "additionalItems": {"type": "null"}}
    },
    "additionalProperties": {"type": "boolean"},
    "definitions": {"entry": {"type": "object", "anyOf": [
      {"properties": {"x": {"type": "integer"}}},
      {"properties": {"x": {"type": "string"}}, "patternProperties": {"^y": {"type": "null"}}}]}}
  })");
  EXPECT_EQ(TypesAt(*schema, {}), "object ");
  EXPECT_EQ(TypesAt(*schema, {"list"}), "array ");
  EXPECT_EQ(TypesAt(*schema, {"list", "3"}), "object ");
  EXPECT_EQ(TypesAt(*schema, {"list", "3", "x"}), "integer string ");
  EXPECT_EQ(TypesAt(*schema, {"list", "3", "y"}), "null ");
  EXPECT_EQ(TypesAt(*schema, {"pair", "1"}), "number ");
  EXPECT_EQ(TypesAt(*schema, {"pair", "2"}), "null ");
  EXPECT_EQ(TypesAt(*schema, {"else"}), "boolean ");
  EXPECT_EQ(TypesAt(*schema, {"list", "0", "x", "deeper"}), "");
}

TEST(SubschemasAt, EndsOnReferencesInACircle) {
  const DocumentPtr schema = MustParse(
      R"({"$ref":"#/definitions/a","definitions":{"a":{"allOf":[{"$ref":"#"}],"type":"null"}}})");
  EXPECT_EQ(TypesAt(*schema, {}), "null ");
}

}  // namespace
}  // namespace accord::document
