#include "tests/unit/schema/build_support.h"

namespace accord::schema::test {
namespace {

constexpr std::string_view kApi = R"({"openapi":"3.0.3","components":{"schemas":{
  "Order":{"type":"object","required":["id"],"properties":{"id":{"$ref":"#/components/schemas/Id"},
           "lines":{"type":"array","items":{"$ref":"#/components/schemas/Line"}}}},
  "Line":{"type":"object","properties":{"order":{"$ref":"#/components/schemas/Order"}}},
  "Id":{"type":"string","minLength":3},
  "Broken":{"type":"string","pattern":"("},
  "UsesBroken":{"type":"array","items":{"$ref":"#/components/schemas/Broken"}},
  "Lost":{"$ref":"#/components/schemas/Nowhere"},
  "Circle":{"allOf":[{"$ref":"#/components/schemas/Circle"}]},
  "Unused":{"type":"nothing"}}}})";

class CompileAllTest : public testing::Test {
 protected:
  document::Value At(std::string_view name) const {
    const document::Node* schemas = api_->root().Find("components")->Find("schemas");
    return {api_, schemas->Find(name)};
  }

  SchemaSet CompileNamed(const std::vector<std::string_view>& names) const {
    std::vector<PlacedSchema> places;
    for (const std::string_view name : names) {
      places.push_back({At(name), "file:///api.json"});
    }
    CompileOptions options = In(Dialect::kOpenApi30);
    options.check_meta_schema = false;
    return CompileAll(places, options);
  }

  document::DocumentPtr api_ = ParseDocument(std::string(kApi), "api.json");
};

bool FitsNode(const SchemaSet& set, std::size_t index, const std::string& instance) {
  return IsValid(*set.schema, *set.roots[index], ParseDocument(instance)->root());
}

TEST_F(CompileAllTest, SharesWhatIsReferredTo) {
  const SchemaSet set = CompileNamed({"Order", "Line", "Id"});
  ASSERT_NE(set.schema, nullptr);
  ASSERT_EQ(set.roots.size(), 3U);
  EXPECT_EQ(&set.schema->root(), set.roots[0]);
  EXPECT_EQ(set.roots[0]->properties[0].schema->ref, set.roots[2]);
  EXPECT_EQ(set.roots[1]->properties[0].schema->ref, set.roots[0]);
  EXPECT_EQ(set.roots[0]->pointer, "/components/schemas/Order");
  EXPECT_TRUE(set.findings.empty());
}

TEST_F(CompileAllTest, ValidatesByAnyRoot) {
  const SchemaSet set = CompileNamed({"Id", "Order"});
  EXPECT_TRUE(FitsNode(set, 0, R"("abc")"));
  EXPECT_FALSE(FitsNode(set, 0, R"("ab")"));
  EXPECT_FALSE(FitsNode(set, 1, R"({"id":"ab"})"));
  EXPECT_FALSE(FitsNode(set, 1, R"({"id":"abc","lines":[{"order":{}}]})"));
  EXPECT_TRUE(FitsNode(set, 1, R"({"id":"abc","lines":[{"order":{"id":"abc"}}]})"));
  EXPECT_TRUE(IsValid(*set.schema, ParseDocument(R"("abc")")->root()));
}

TEST_F(CompileAllTest, OneThatCannotBeUsedSpoilsNoOther) {
  const SchemaSet set =
      CompileNamed({"Broken", "Order", "UsesBroken", "Lost", "Circle", "Id", "Order"});
  ASSERT_NE(set.schema, nullptr);
  EXPECT_EQ(set.roots[0], nullptr);
  EXPECT_NE(set.roots[1], nullptr);
  EXPECT_EQ(set.roots[2], nullptr);
  EXPECT_EQ(set.roots[3], nullptr);
  EXPECT_EQ(set.roots[4], nullptr);
  EXPECT_NE(set.roots[5], nullptr);
  EXPECT_EQ(set.roots[6], set.roots[1]);
  EXPECT_EQ(&set.schema->root(), set.roots[1]);
  EXPECT_EQ(set.schema->roots().size(), 3U);
  std::vector<std::string_view> rules;
  for (const finding::Finding& finding : set.findings) {
    rules.push_back(finding.rule->id);
  }
  EXPECT_EQ(
      rules,
      (std::vector<std::string_view>{
          "schema-pattern-invalid", "schema-reference-unresolved", "schema-reference-cycle"}));
}

TEST_F(CompileAllTest, NoneThatCanBeUsed) {
  const SchemaSet set = CompileNamed({"Lost"});
  EXPECT_EQ(set.schema, nullptr);
  EXPECT_EQ(set.roots, std::vector<const SchemaNode*>{nullptr});
}

TEST_F(CompileAllTest, WhatIsNoSchema) {
  const std::vector<PlacedSchema> places = {{document::Value(), ""}, {At("Id"), ""}};
  const SchemaSet set = CompileAll(places, In(Dialect::kOpenApi30));
  EXPECT_EQ(set.roots[0], nullptr);
  EXPECT_NE(set.roots[1], nullptr);
  EXPECT_EQ(set.findings.size(), 1U);
}

TEST(CompileAll, SchemasOfSeveralDocuments) {
  const document::DocumentPtr order = ParseDocument(
      R"({"Order":{"type":"object","properties":{"line":{"$ref":"line.json#/Line"}}}})");
  const document::DocumentPtr line =
      ParseDocument(R"({"Line":{"type":"array","items":{"$ref":"order.json#/Order"}}})");
  CompileOptions options;
  options.load = [&](const std::string& uri) -> base::Result<document::DocumentPtr> {
    return uri.ends_with("order.json") ? order : line;
  };
  const std::vector<PlacedSchema> places = {
      {{order, order->root().Find("Order")}, "file:///a/order.json"},
      {{line, line->root().Find("Line")}, "file:///a/line.json"}};
  const SchemaSet set = CompileAll(places, options);
  ASSERT_NE(set.schema, nullptr);
  EXPECT_EQ(set.roots[0]->properties[0].schema->ref, set.roots[1]);
  EXPECT_EQ(set.roots[1]->items->ref, set.roots[0]);
  EXPECT_EQ(set.roots[1]->resource->uri, "file:///a/line.json");
}

TEST(CompileAll, IdentifiersInAnApiDescription) {
  const document::DocumentPtr api = ParseDocument(R"({"openapi":"3.1.0","components":{"schemas":{
      "A":{"$ref":"https://example.org/b"},
      "B":{"$id":"https://example.org/b","type":"integer"}}}})");
  const document::Node* schemas = api->root().Find("components")->Find("schemas");
  const std::vector<PlacedSchema> places = {{{api, schemas->Find("A")}, "file:///api.json"}};
  const SchemaSet set = CompileAll(places, In(Dialect::kOpenApi31));
  ASSERT_NE(set.schema, nullptr);
  EXPECT_FALSE(FitsNode(set, 0, R"("x")"));
  EXPECT_TRUE(FitsNode(set, 0, "1"));
}

TEST(CompileAll, PlacesInDocumentsMadeByHand) {
  document::Builder builder;
  builder.StartObject();
  for (const char* name : {"a", "b"}) {
    builder.Key(name);
    builder.StartObject();
    builder.Key("type");
    builder.String("null");
    builder.EndObject();
  }
  builder.EndObject();
  const document::DocumentPtr made = builder.Finish();
  const std::vector<PlacedSchema> places = {{{made, made->root().Find("b")}, ""},
                                            {{made, made->root().Find("a")}, ""}};
  const SchemaSet set = CompileAll(places, {});
  ASSERT_NE(set.schema, nullptr);
  EXPECT_EQ(set.roots[0]->pointer, "/b");
  EXPECT_EQ(set.roots[1]->pointer, "/a");
}

TEST(CompileAll, MetaSchemaFaultsSpoilTheSchemaTheyAreIn) {
  const document::DocumentPtr document = ParseDocument(R"({"a":{"title":5},"b":{"title":"five"}})");
  const std::vector<PlacedSchema> places = {{{document, document->root().Find("a")}, ""},
                                            {{document, document->root().Find("b")}, ""}};
  const SchemaSet set = CompileAll(places, {});
  EXPECT_EQ(set.roots[0], nullptr);
  EXPECT_NE(set.roots[1], nullptr);
}

}  // namespace
}  // namespace accord::schema::test
