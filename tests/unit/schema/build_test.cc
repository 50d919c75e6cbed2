#include <gtest/gtest.h>

#include "accord/schema/schema.h"

namespace accord::schema {
namespace {

CompileResult CompileText(const std::string& text, const CompileOptions& options = {}) {
  document::LoadResult loaded = document::Parse("schema.json", text);
  EXPECT_TRUE(loaded.ok());
  return Compile(document::Value(loaded.document), options);
}

TEST(Build, ReferencesAndDefinitions) {
  const CompileResult result = CompileText(R"({
    "$id": "https://example.org/order",
    "properties": {"a": {"$ref": "#/$defs/name"}, "b": {"$ref": "#"}},
    "$defs": {"name": {"type": "string", "maxLength": 3.0}}
  })");
  ASSERT_NE(result.schema, nullptr);
  const SchemaNode& root = result.schema->root();
  ASSERT_EQ(root.properties.size(), 2U);
  const SchemaNode* name = root.properties[0].schema->ref;
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name->types, kStringType);
  EXPECT_EQ(name->max_length, 3U);
  EXPECT_EQ(root.properties[1].schema->ref, &root);
  EXPECT_EQ(AbsoluteLocation(*name, "type"), "https://example.org/order#/$defs/name/type");
}

}  // namespace
}  // namespace accord::schema
