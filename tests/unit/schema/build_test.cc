#include <gtest/gtest.h>

#include "accord/document/document.h"

#include "tests/unit/schema/build_support.h"

namespace accord::schema {
namespace {

using test::CompileText;
using test::Faults;
using test::In;
using test::SchemaOf;

using Texts = std::vector<std::string>;

TEST(Build, Booleans) {
  EXPECT_EQ(SchemaOf("true")->root().boolean, true);
  EXPECT_EQ(SchemaOf("false")->root().boolean, false);
  EXPECT_EQ(SchemaOf("{}")->root().boolean, std::nullopt);
}

TEST(Build, TypesAreSets) {
  EXPECT_EQ(SchemaOf("{}")->root().types, kAnyType);
  EXPECT_EQ(SchemaOf(R"({"type": "integer"})")->root().types, kIntegerType);
  EXPECT_EQ(SchemaOf(R"({"type": ["integer", "number", "null"]})")->root().types,
            kNumberType | kNullType);
}

TEST(Build, CountsMayBeWrittenAsFloats) {
  const SchemaPtr schema = SchemaOf(R"({"minLength": 2.0, "maxLength": 3e1, "maxItems": 1e400,
                                        "minProperties": 1, "maxProperties": 2, "minItems": 4})");
  EXPECT_EQ(schema->root().min_length, 2U);
  EXPECT_EQ(schema->root().max_length, 30U);
  EXPECT_EQ(schema->root().max_items, std::uint64_t{INT64_MAX});
  EXPECT_EQ(schema->root().min_properties, 1U);
  EXPECT_EQ(schema->root().max_properties, 2U);
  EXPECT_EQ(schema->root().min_items, 4U);
}

TEST(Build, BoundsOfBothKinds) {
  const SchemaPtr schema =
      SchemaOf(R"({"minimum": 1, "exclusiveMinimum": 2.5, "exclusiveMaximum": 9})");
  const SchemaNode& root = schema->root();
  EXPECT_EQ(root.minimum->value, Decimal(1));
  EXPECT_FALSE(root.minimum->exclusive);
  EXPECT_EQ(root.second_minimum->value, Decimal::Parse("2.5"));
  EXPECT_TRUE(root.second_minimum->exclusive);
  EXPECT_EQ(root.second_minimum->keyword, "exclusiveMinimum");
  EXPECT_EQ(root.maximum->value, Decimal(9));
  EXPECT_TRUE(root.maximum->exclusive);
  EXPECT_EQ(root.maximum->keyword, "exclusiveMaximum");
  EXPECT_FALSE(root.second_maximum.has_value());
}

TEST(Build, BoundsOfDraft4) {
  const SchemaPtr schema = SchemaOf(
      R"({"minimum": 1, "exclusiveMinimum": true, "exclusiveMaximum": false, "maximum": 4})",
      In(Dialect::kDraft4));
  EXPECT_TRUE(schema->root().minimum->exclusive);
  EXPECT_FALSE(schema->root().maximum->exclusive);
}

TEST(Build, EnumAndConst) {
  const SchemaPtr both = SchemaOf(R"({"const": 1, "enum": [1, 2]})");
  EXPECT_EQ(both->root().enum_keyword, "enum");
  ASSERT_EQ(both->root().values.size(), 2U);
  ASSERT_NE(both->root().const_value, nullptr);
  EXPECT_EQ(both->root().const_value->text(), "1");
  const SchemaPtr one = SchemaOf(R"({"const": null})");
  EXPECT_EQ(one->root().enum_keyword, "const");
  ASSERT_EQ(one->root().values.size(), 1U);
  EXPECT_EQ(one->root().const_value, nullptr);
  const SchemaPtr none = SchemaOf(R"({"enum": []})");
  EXPECT_TRUE(none->root().has_enum);
  EXPECT_TRUE(none->root().values.empty());
}

TEST(Build, TuplesOfEveryDialect) {
  const SchemaPtr modern = SchemaOf(R"({"prefixItems": [true, {}], "items": false})");
  EXPECT_EQ(modern->root().prefix_items.size(), 2U);
  EXPECT_EQ(modern->root().prefix_keyword, "prefixItems");
  EXPECT_EQ(modern->root().items_keyword, "items");
  ASSERT_NE(modern->root().items, nullptr);

  const SchemaPtr old =
      SchemaOf(R"({"additionalItems": false, "items": [{}, {}, {}]})", In(Dialect::kDraft7));
  EXPECT_EQ(old->root().prefix_items.size(), 3U);
  EXPECT_EQ(old->root().prefix_keyword, "items");
  EXPECT_EQ(old->root().items_keyword, "additionalItems");

  const SchemaPtr lone = SchemaOf(R"({"additionalItems": false})", In(Dialect::kDraft7));
  EXPECT_EQ(lone->root().items, nullptr);
}

TEST(Build, ContainsLooksForItsBounds) {
  const SchemaPtr schema = SchemaOf(R"({"maxContains": 3, "contains": {}, "minContains": 0})");
  EXPECT_EQ(schema->root().contains->min, 0U);
  EXPECT_EQ(schema->root().contains->max, 3U);
  EXPECT_TRUE(schema->root().contains_evaluates);
  const SchemaPtr lone = SchemaOf(R"({"minContains": 2})");
  EXPECT_FALSE(lone->root().contains.has_value());
  const SchemaPtr old = SchemaOf(R"({"contains": {}, "minContains": 2})", In(Dialect::kDraft7));
  EXPECT_EQ(old->root().contains->min, 1U);
  EXPECT_FALSE(old->root().contains_evaluates);
}

TEST(Build, ObjectKeywords) {
  const SchemaPtr schema = SchemaOf(R"({
    "properties": {"b": {}, "a": false}, "patternProperties": {"^x": true},
    "additionalProperties": false, "propertyNames": {"maxLength": 3}, "required": ["a", "b"],
    "dependentRequired": {"a": ["b"]}, "dependentSchemas": {"b": {"minProperties": 2}},
    "unevaluatedProperties": false})");
  const SchemaNode& root = schema->root();
  ASSERT_EQ(root.properties.size(), 2U);
  EXPECT_EQ(root.properties[0].name, "b");
  EXPECT_EQ(root.properties[1].schema->boolean, false);
  ASSERT_EQ(root.pattern_properties.size(), 1U);
  EXPECT_EQ(root.pattern_properties[0].pattern->source(), "^x");
  EXPECT_NE(root.additional_properties, nullptr);
  EXPECT_EQ(root.property_names->max_length, 3U);
  EXPECT_EQ(root.required, (Texts{"a", "b"}));
  ASSERT_EQ(root.dependencies.size(), 2U);
  EXPECT_EQ(root.dependencies[0].required, Texts{"b"});
  EXPECT_EQ(root.dependencies[0].schema, nullptr);
  EXPECT_EQ(root.dependencies[1].keyword, "dependentSchemas");
  EXPECT_EQ(root.dependencies[1].schema->min_properties, 2U);
  EXPECT_NE(root.unevaluated_properties, nullptr);
}

TEST(Build, OldDependenciesHaveBothForms) {
  const SchemaPtr schema =
      SchemaOf(R"({"dependencies": {"a": ["b"], "c": {"required": ["d"]}}})", In(Dialect::kDraft7));
  ASSERT_EQ(schema->root().dependencies.size(), 2U);
  EXPECT_EQ(schema->root().dependencies[0].required, Texts{"b"});
  EXPECT_EQ(schema->root().dependencies[1].schema->required, Texts{"d"});
}

TEST(Build, ThenAndElseNeedAnIf) {
  const SchemaPtr with = SchemaOf(R"({"then": {}, "if": {}, "else": {}})");
  EXPECT_NE(with->root().if_schema, nullptr);
  EXPECT_NE(with->root().then_schema, nullptr);
  EXPECT_NE(with->root().else_schema, nullptr);
  const SchemaPtr without = SchemaOf(R"({"then": {}, "else": {}})");
  EXPECT_EQ(without->root().then_schema, nullptr);
  EXPECT_EQ(without->root().else_schema, nullptr);
}

TEST(Build, AnnotationsKeepTheOrderOfTheText) {
  const SchemaPtr schema = SchemaOf(R"({"x-own": 1, "title": "t", "$comment": "c", "type": "null",
    "format": "date", "$defs": {}, "default": 2, "readOnly": true, "prefix": 3})");
  Texts names;
  for (const auto& [name, value] : schema->root().annotations) {
    names.push_back(name);
  }
  EXPECT_EQ(names, (Texts{"x-own", "title", "format", "default", "readOnly", "prefix"}));
  EXPECT_TRUE(schema->root().read_only);
  EXPECT_FALSE(schema->root().write_only);
  EXPECT_EQ(schema->root().format, "date");
  EXPECT_FALSE(schema->root().assert_format);
}

TEST(Build, OfARepeatedKeyTheLastCounts) {
  const SchemaPtr schema = SchemaOf(
      R"({"minLength": 1, "minLength": 2, "properties": {"a": {"$id": "x"}, "a": {"type": "null"}}})");
  EXPECT_EQ(schema->root().min_length, 2U);
  ASSERT_EQ(schema->root().properties.size(), 1U);
  EXPECT_EQ(schema->root().properties[0].schema->types, kNullType);
}

TEST(Build, PlacesAndLocations) {
  const SchemaPtr schema = SchemaOf(R"({"$id": "https://example.org/a",
    "properties": {"x y": {"minLength": 2, "enum": ["a",
      "b"]}}})");
  const SchemaNode& child = *schema->root().properties[0].schema;
  EXPECT_EQ(child.pointer, "/properties/x y");
  EXPECT_EQ(AbsoluteLocation(child, ""), "https://example.org/a#/properties/x%20y");
  EXPECT_EQ(AbsoluteLocation(child, "a/b"), "https://example.org/a#/properties/x%20y/a~1b");
  const finding::Span scalar = SpanOf(child, "minLength");
  EXPECT_EQ(scalar.start, (finding::Position{2, 28}));
  EXPECT_EQ(scalar.end, (finding::Position{2, 42}));
  const finding::Span key = SpanOf(child, "enum");
  EXPECT_EQ(key.end, (finding::Position{2, 50}));
  EXPECT_EQ(SpanOf(child, "pattern").start, (finding::Position{2, 27}));
}

TEST(Build, WrongFormsAreFaultsWithTheirPlace) {
  const std::vector<std::pair<std::string, Texts>> cases = {
      {"[]", {"schema-invalid 1:1"}},
      {"7", {"schema-invalid 1:1"}},
      {R"({"type": "int"})", {"schema-invalid 1:10"}},
      {R"({"type": ["null", 7]})", {"schema-invalid 1:19"}},
      {R"({"type": []})", {"schema-invalid 1:10"}},
      {R"({"enum": 1})", {"schema-invalid 1:10"}},
      {R"({"minLength": -1})", {"schema-invalid 1:15"}},
      {R"({"minLength": 1.5})", {"schema-invalid 1:15"}},
      {R"({"maxContains": "1"})", {"schema-invalid 1:17"}},
      {R"({"multipleOf": 0})", {"schema-invalid 1:16"}},
      {R"({"minimum": "1"})", {"schema-invalid 1:13"}},
      {R"({"exclusiveMaximum": true})", {"schema-invalid 1:22"}},
      {R"({"format": 1})", {"schema-invalid 1:12"}},
      {R"({"pattern": 1})", {"schema-invalid 1:13"}},
      {R"({"pattern": "("})", {"schema-pattern-invalid 1:2"}},
      {R"({"patternProperties": {"(": {}}})", {"schema-pattern-invalid 1:24"}},
      {R"({"required": "a"})", {"schema-invalid 1:14"}},
      {R"({"required": [1]})", {"schema-invalid 1:15"}},
      {R"({"properties": []})", {"schema-invalid 1:16"}},
      {R"({"properties": {"a": 1}})", {"schema-invalid 1:22"}},
      {R"({"items": [{}]})", {"schema-invalid 1:11"}},
      {R"({"prefixItems": {}})", {"schema-invalid 1:17"}},
      {R"({"uniqueItems": "yes"})", {"schema-invalid 1:17"}},
      {R"({"dependentRequired": {"a": {}}})", {"schema-invalid 1:29"}},
      {R"({"dependentSchemas": {"a": []}})", {"schema-invalid 1:28"}},
      {R"({"allOf": {}})", {"schema-invalid 1:11"}},
      {R"({"anyOf": []})", {"schema-invalid 1:11"}},
      {R"({"oneOf": [1]})", {"schema-invalid 1:12"}},
      {R"({"not": "x"})", {"schema-invalid 1:9"}},
      {R"({"$ref": 1})", {"schema-invalid 1:10"}},
      {R"({"$dynamicRef": 1})", {"schema-invalid 1:17"}},
      {R"({"$defs": {"a": 1}})", {"schema-invalid 1:17"}},
      {R"({"contentSchema": 1})", {"schema-invalid 1:19"}},
      {R"({"$id": 1})", {"schema-invalid 1:9"}},
      {R"({"readOnly": 1})", {"schema-invalid 1:14"}},
  };
  CompileOptions without_meta_schema;
  without_meta_schema.check_meta_schema = false;
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(Faults(text, without_meta_schema), expected) << text;
    EXPECT_EQ(Faults(text), expected) << text;
    EXPECT_EQ(CompileText(text).schema, nullptr) << text;
  }
}

TEST(Build, EveryFaultIsReportedInOrder) {
  EXPECT_EQ(
      Faults(R"({"minLength": -1,
 "properties": {"a": {"type": "x"}},
 "$ref": "#/nowhere"})"),
      (Texts{"schema-invalid 1:15", "schema-invalid 2:31", "schema-reference-unresolved 3:2"}));
}

TEST(Build, FaultsOfHostileSchemasAreLimited) {
  std::string text = R"({"properties": {)";
  for (int i = 0; i < 20000; ++i) {
    text += (i == 0 ? "\"p" : ",\"p") + std::to_string(i) + R"(": {"$ref": "#/x"})";
  }
  const CompileResult result = CompileText(text + "}}");
  EXPECT_EQ(result.schema, nullptr);
  EXPECT_EQ(result.findings.size(), 200U);
}

TEST(Build, LenientPatternsAreAWarning) {
  const CompileResult result = CompileText(R"({"pattern": "a\\-b"})");
  EXPECT_NE(result.schema, nullptr);
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.findings[0].rule, &kSchemaPatternLenient);
}

TEST(Build, DeepAndBroadSchemasEndInAFinding) {
  std::string deep;
  for (int i = 0; i < 900; ++i) {
    deep += R"({"not":)";
  }
  deep += "{}" + std::string(900, '}');
  EXPECT_NE(CompileText(deep).schema, nullptr);

  CompileOptions few;
  few.max_schemas = 10;
  EXPECT_EQ(Faults(deep, few).size(), 1U);
  EXPECT_EQ(CompileText(deep, few).schema, nullptr);
  // Each of many schemas would carry a pointer of half a megabyte.
  std::string broad = R"({"properties": {)";
  for (int i = 0; i < 400; ++i) {
    broad += (i == 0 ? "\"" : ",\"") + std::to_string(i) + R"(": {})";
  }
  broad += "}}";
  const std::string name(100000, 'n');
  for (int i = 0; i < 5; ++i) {
    broad = R"({"properties": {")" + name + R"(": )" + broad + "}}";
  }
  EXPECT_EQ(CompileText(broad).schema, nullptr);
}

TEST(Build, NoSchemaAtAll) {
  const CompileResult result = Compile(document::Value(), {});
  EXPECT_EQ(result.schema, nullptr);
  EXPECT_EQ(result.findings.size(), 1U);
}

TEST(Build, PlaceInsideADocument) {
  const document::DocumentPtr document = test::ParseDocument(
      R"({"$defs": {"a": {"items": {"$ref": "#/$defs/b"}}, "b": {"type": "null"}},
          "$ref": "#/broken"})");
  const document::Node* place = document->root().Find("$defs")->Find("a");
  const CompileResult result = Compile({document, place}, {});
  ASSERT_NE(result.schema, nullptr);
  EXPECT_EQ(result.schema->root().pointer, "/$defs/a");
  EXPECT_EQ(result.schema->root().items->ref->types, kNullType);
}

}  // namespace
}  // namespace accord::schema
