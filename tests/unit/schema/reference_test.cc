#include <gtest/gtest.h>

#include "tests/unit/schema/build_support.h"

namespace accord::schema {
namespace {

using test::CompileText;
using test::Faults;
using test::FirstMessage;
using test::In;
using test::SchemaOf;
using test::Serve;

using Texts = std::vector<std::string>;

TEST(Reference, PointersAreDecoded) {
  const SchemaPtr schema = SchemaOf(R"({
    "$defs": {"a/b": {"minLength": 1}, "c%d": {"minLength": 2}, "e~f": {"minLength": 3},
              "": {"minLength": 4}, "list": {"allOf": [{}, {"minLength": 5}]}},
    "prefixItems": [{"$ref": "#/$defs/a~1b"}, {"$ref": "#/$defs/c%25d"}, {"$ref": "#/$defs/e~0f"},
                    {"$ref": "#/$defs/"}, {"$ref": "#/$defs/list/allOf/1"}]})");
  ASSERT_EQ(schema->root().prefix_items.size(), 5U);
  for (std::uint64_t i = 0; i < 5; ++i) {
    ASSERT_NE(schema->root().prefix_items[i]->ref, nullptr);
    EXPECT_EQ(schema->root().prefix_items[i]->ref->min_length, i + 1);
  }
}

TEST(Reference, WhatLeadsNowhereIsFoundAtTheReference) {
  const Texts faults = {"schema-reference-unresolved 1:2"};
  for (const char* reference : {"#/$defs/a", "#nowhere", "other.json", "#/x/01", "#/~2", "#/x/9"}) {
    const std::string text = R"({"$ref": ")" + std::string(reference) + R"(", "x": [{}, 5]})";
    EXPECT_EQ(Faults(text), faults) << text;
    EXPECT_EQ(CompileText(text).schema, nullptr) << text;
  }
  EXPECT_EQ(Faults(R"({"$ref": "#/x/1", "x": [{}, 5]})"), faults);
}

TEST(Reference, MessagesSayWhatIsMissing) {
  EXPECT_EQ(FirstMessage(R"({"$ref": "#/$defs/a"})"),
            "'$ref' to '#/$defs/a' leads to no schema: there is nothing at '/$defs/a'");
  CompileOptions options;
  options.load = Serve({});
  EXPECT_EQ(FirstMessage(R"({"$ref": "http://example.org/x#/y"})", options),
            "'$ref' to 'http://example.org/x#/y' leads to no schema: 'http://example.org/x' cannot "
            "be loaded: there is no such file");
}

TEST(Reference, IdentifiersOpenResources) {
  const SchemaPtr schema = SchemaOf(R"({
    "$id": "http://example.org/folder/root.json",
    "properties": {"a": {"$ref": "item.json"}, "b": {"$ref": "item.json#/$defs/x"},
                   "c": {"$ref": "item.json#here"}, "d": {"$ref": "#/$defs/i/$defs/x"}},
    "$defs": {"i": {"$id": "item.json", "$defs": {"x": {"$anchor": "here", "$ref": "#"}}}}})");
  const SchemaNode& root = schema->root();
  const SchemaNode* item = root.properties[0].schema->ref;
  EXPECT_EQ(item->resource->uri, "http://example.org/folder/item.json");
  EXPECT_EQ(item->pointer, "");
  EXPECT_EQ(item->resource->root, item);
  const SchemaNode* inner = root.properties[1].schema->ref;
  EXPECT_EQ(inner->pointer, "/$defs/x");
  EXPECT_EQ(inner->ref, item);
  EXPECT_EQ(root.properties[2].schema->ref, inner);
  EXPECT_EQ(root.properties[3].schema->ref, inner);
  ASSERT_EQ(schema->resources().size(), 2U);
  EXPECT_EQ(schema->resources()[0], root.resource);
}

TEST(Reference, PlainNameIdentifiersOfOldDrafts) {
  const SchemaPtr draft7 =
      SchemaOf(R"({"definitions": {"a": {"$id": "#x", "type": "null"}}, "items": {"$ref": "#x"}})",
               In(Dialect::kDraft7));
  EXPECT_EQ(draft7->root().items->ref->types, kNullType);
  const SchemaPtr draft4 =
      SchemaOf(R"({"definitions": {"a": {"id": "#x", "type": "null"}}, "items": {"$ref": "#x"}})",
               In(Dialect::kDraft4));
  EXPECT_EQ(draft4->root().items->ref->types, kNullType);
  // Later drafts have anchors instead, and earlier ones no anchors.
  EXPECT_EQ(Faults(R"({"$defs": {"a": {"$id": "#x"}}, "items": {"$ref": "#x"}})",
                   [] {
                     CompileOptions options;
                     options.check_meta_schema = false;
                     return options;
                   }()),
            Texts{"schema-reference-unresolved 1:43"});
  EXPECT_EQ(Faults(R"({"definitions": {"a": {"$anchor": "x"}}, "items": {"$ref": "#x"}})",
                   In(Dialect::kDraft7)),
            Texts{"schema-reference-unresolved 1:52"});
}

TEST(Reference, HidesItsSiblingsInOldDrafts) {
  const std::string text = R"({"definitions": {"a": {"type": "null"}}, "$id": "http://x/y",
                               "properties": {"p": {"$ref": "#/definitions/a", "maxLength": 1,
                                                    "$id": "http://other/", "title": "t"}}})";
  const SchemaPtr old = SchemaOf(text, In(Dialect::kDraft7));
  const SchemaNode& hidden = *old->root().properties[0].schema;
  EXPECT_EQ(hidden.ref->types, kNullType);
  EXPECT_EQ(hidden.max_length, std::nullopt);
  EXPECT_TRUE(hidden.annotations.empty());
  EXPECT_EQ(hidden.resource->uri, "http://x/y");
  const SchemaPtr modern = SchemaOf(R"({"$defs": {"a": {}}, "$ref": "#/$defs/a", "maxLength": 1})");
  EXPECT_EQ(modern->root().max_length, 1U);
  EXPECT_NE(modern->root().ref, nullptr);
}

TEST(Reference, NoIdentifiersInValuesOrUnknownKeywords) {
  const Texts faults = {"schema-reference-unresolved 1:2"};
  for (const char* keyword : {"const", "x-unknown", "default"}) {
    const std::string text =
        R"({"$ref": "http://x/a", ")" + std::string(keyword) + R"(": {"$id": "http://x/a"}})";
    EXPECT_EQ(Faults(text), faults) << text;
  }
  EXPECT_EQ(Faults(R"({"$ref": "http://x/a", "enum": [{"$id": "http://x/a"}]})"), faults);
}

TEST(Reference, IntoUnknownKeywordsOnlyWhenUsed) {
  const SchemaPtr schema = SchemaOf(
      R"({"x": {"y": {"type": "null", "items": {"$ref": "#/x/z"}}, "z": {"minLength": 3},
                "unused": {"type": "nonsense"}},
          "items": {"$ref": "#/x/y"}})");
  const SchemaNode* used = schema->root().items->ref;
  EXPECT_EQ(used->pointer, "/x/y");
  EXPECT_EQ(used->types, kNullType);
  EXPECT_EQ(used->items->ref->min_length, 3U);
}

TEST(Reference, OtherDocumentsComeFromTheLoader) {
  CompileOptions options;
  options.uri = "file:///schemas/main.json";
  options.load = Serve({{"file:///schemas/part.json",
                         R"({"$defs": {"n": {"type": "null"}, "unused": {"$ref": "gone.json"}},
                             "items": {"$ref": "main.json"}})"}});
  const SchemaPtr schema = SchemaOf(
      R"({"properties": {"a": {"$ref": "part.json#/$defs/n"}, "b": {"$ref": "part.json"}}})",
      options);
  const SchemaNode& root = schema->root();
  EXPECT_EQ(root.properties[0].schema->ref->types, kNullType);
  EXPECT_EQ(root.properties[1].schema->ref->items->ref, &root);
  EXPECT_EQ(root.properties[1].schema->ref->source.document()->name(), "file:///schemas/part.json");
}

TEST(Reference, OneDocumentUnderTwoNames) {
  const document::DocumentPtr part =
      test::ParseDocument(R"({"$defs": {"n": {"$anchor": "n", "type": "null"}}})");
  CompileOptions options;
  options.load = [&](const std::string&) -> base::Result<document::DocumentPtr> { return part; };
  const SchemaPtr schema =
      SchemaOf(R"({"prefixItems": [{"$ref": "a:1#n"}, {"$ref": "b:2#n"}]})", options);
  EXPECT_EQ(schema->root().prefix_items[0]->ref, schema->root().prefix_items[1]->ref);
}

TEST(Reference, MetaSchemasAreAlwaysThere) {
  const SchemaPtr schema =
      SchemaOf(R"({"$ref": "http://json-schema.org/draft-07/schema#/definitions/simpleTypes"})");
  EXPECT_EQ(schema->root().ref->values.size(), 7U);
  EXPECT_EQ(schema->root().ref->resource->dialect, Dialect::kDraft7);
}

TEST(Reference, CirclesWithoutProgressAreFaults) {
  EXPECT_EQ(Faults(R"({"$ref": "#"})"), Texts{"schema-reference-cycle 1:2"});
  EXPECT_EQ(Faults(R"({"allOf": [{"not": {"if": {"$ref": "#"}}}]})"),
            Texts{"schema-reference-cycle 1:28"});
  EXPECT_EQ(Faults(R"({"$dynamicAnchor": "a", "anyOf": [true, {"$dynamicRef": "#a"}]})"),
            Texts{"schema-reference-cycle 1:42"});
  EXPECT_EQ(Faults(R"({"dependentSchemas": {"a": {"$ref": "#"}}})"),
            Texts{"schema-reference-cycle 1:29"});
  CompileOptions options = In(Dialect::k2019_09);
  EXPECT_EQ(Faults(R"({"allOf": [{"$recursiveRef": "#"}]})", options),
            Texts{"schema-reference-cycle 1:13"});
}

TEST(Reference, ACircleIsShownWhole) {
  const CompileResult result = CompileText(R"({"$ref": "#/$defs/a", "$defs": {
      "a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/c"}, "c": {"$ref": "#/$defs/a"}}})");
  ASSERT_EQ(result.findings.size(), 1U);
  const finding::Finding& cycle = result.findings[0];
  EXPECT_EQ(cycle.message,
            "references go in a circle without looking into the instance: '#/$defs/a/$ref' → "
            "'#/$defs/b/$ref' → '#/$defs/c/$ref' → and again");
  EXPECT_EQ(cycle.related.size(), 2U);
}

TEST(Reference, CirclesWithProgressAreFine) {
  for (const char* text : {R"({"properties": {"a": {"$ref": "#"}}})",
                           R"({"items": {"anyOf": [{"$ref": "#"}]}})",
                           R"({"contains": {"$ref": "#"}})",
                           R"({"propertyNames": {"$ref": "#"}})",
                           R"({"allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}],
                               "$defs": {"a": {"type": "null"}}})"}) {
    EXPECT_NE(SchemaOf(text), nullptr) << text;
  }
}

TEST(Reference, LongChainsNeedNoStack) {
  std::string text = R"({"$ref": "#/$defs/d0", "$defs": {)";
  for (int i = 0; i < 20000; ++i) {
    text +=
        "\"d" + std::to_string(i) + R"(": {"$ref": "#/$defs/d)" + std::to_string(i + 1) + "\"},";
  }
  text += R"("d20000": {"$ref": "#/$defs/d0"}}})";
  EXPECT_EQ(Faults(text).size(), 1U);
}

TEST(Reference, IdentifierClashes) {
  EXPECT_EQ(Faults(R"({"$id": "http://x/a", "items": {"$id": "http://x/a", "type": "null"}})"),
            Texts{"schema-id-clash 1:33"});
  EXPECT_EQ(Faults(R"({"$defs": {"a": {"$anchor": "n"}, "b": {"$anchor": "n"}}})").size(), 1U);
  // Copies mean the same, and anchors count within their resource.
  EXPECT_NE(SchemaOf(R"({"prefixItems": [{"$id": "http://x/a"}, {"$id": "http://x/a"}]})"),
            nullptr);
  EXPECT_NE(SchemaOf(R"({"$anchor": "n", "items": {"$id": "http://x/a", "$anchor": "n"}})"),
            nullptr);
}

TEST(Reference, DynamicWithoutABookendIsStatic) {
  const SchemaPtr schema = SchemaOf(R"({
    "prefixItems": [{"$dynamicRef": "#a"}, {"$dynamicRef": "#/$defs/b"}],
    "$defs": {"a": {"$anchor": "a"}, "b": {"$dynamicAnchor": "b"},
              "c": {"$id": "http://x/c", "$dynamicAnchor": "b"}}})");
  EXPECT_EQ(schema->root().prefix_items[0]->dynamic_ref->anchor, std::nullopt);
  EXPECT_EQ(schema->root().prefix_items[1]->dynamic_ref->anchor, std::nullopt);
}

TEST(Reference, DynamicIsStaticWhenTheRootDecides) {
  const SchemaPtr schema = SchemaOf(R"({
    "$id": "http://x/strict", "$dynamicAnchor": "node", "$ref": "tree",
    "unevaluatedProperties": false,
    "$defs": {"tree": {"$id": "tree", "$dynamicAnchor": "node",
                       "properties": {"children": {"items": {"$dynamicRef": "#node"}}}}}})");
  const SchemaNode* tree = schema->root().ref;
  const SchemaNode* item = tree->properties[0].schema->items;
  EXPECT_EQ(item->dynamic_ref->initial, &schema->root());
  EXPECT_EQ(item->dynamic_ref->anchor, std::nullopt);
}

TEST(Reference, DynamicStaysWhenTheScopeDecides) {
  const SchemaPtr schema = SchemaOf(R"({
    "$id": "http://x/root", "anyOf": [{"$ref": "one"}, {"$ref": "two"}],
    "$defs": {"list": {"$id": "list", "items": {"$dynamicRef": "#item"},
                       "$defs": {"any": {"$dynamicAnchor": "item"}}},
              "one": {"$id": "one", "$ref": "list",
                      "$defs": {"item": {"$dynamicAnchor": "item", "type": "null"}}},
              "two": {"$id": "two", "$ref": "list"}}})");
  const SchemaNode* list = schema->root().any_of[0]->ref->ref;
  ASSERT_TRUE(list->items->dynamic_ref.has_value());
  EXPECT_EQ(list->items->dynamic_ref->anchor, "item");
  EXPECT_EQ(list->resource->dynamic_anchors.at("item"), list->items->dynamic_ref->initial);
}

}  // namespace
}  // namespace accord::schema
