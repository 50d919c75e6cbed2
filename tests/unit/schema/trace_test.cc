#include "schema/trace/trace.h"

#include "accord/schema/validate.h"

#include "tests/unit/schema/trace_support.h"

namespace accord::schema::test {
namespace {

/// The verdict of all ways to trace, which must be the same.
bool Fits(const std::string& schema, const std::string& instance, Dialect dialect) {
  CompileOptions options;
  options.dialect = dialect;
  const SchemaPtr compiled = MustCompile(schema, options);
  const document::DocumentPtr document = MustParse(instance);
  const bool valid = TraceIsValid(compiled->root(), document->root());
  EXPECT_EQ(Trace(*compiled, document->root()).valid, valid) << schema << " " << instance;
  EXPECT_EQ(Explain(*compiled, document::Value(document)).empty(), valid)
      << schema << " " << instance;
  return valid;
}

bool Fits(const std::string& schema, const std::string& instance) {
  return Fits(schema, instance, Dialect::k2020_12);
}

std::string Nested(std::size_t depth, const std::string& open, const std::string& close) {
  std::string text;
  for (std::size_t i = 0; i < depth; ++i) {
    text += open;
  }
  text += "1";
  for (std::size_t i = 0; i < depth; ++i) {
    text += close;
  }
  return text;
}

TEST(Trace, NumbersAreExact) {
  EXPECT_FALSE(Fits(R"({"const": 9007199254740993})", "9007199254740992.0"));
  EXPECT_TRUE(Fits(R"({"const": 1})", "1.0"));
  EXPECT_TRUE(Fits(R"({"multipleOf": 0.01})", "0.07"));
  EXPECT_FALSE(Fits(R"({"multipleOf": 0.01})", "0.075"));
  EXPECT_TRUE(Fits(R"({"type": "integer"})", "1e2"));
  EXPECT_FALSE(Fits(R"({"maximum": 18446744073709551615})", "18446744073709551616"));
}

TEST(Trace, AssertedFormatsHoldForStringsAndForNumbers) {
  CompileOptions options;
  options.formats = Formats::kAssert;
  const auto fits = [&](const std::string& schema, const std::string& instance) {
    return TraceIsValid(MustCompile(schema, options)->root(), MustParse(instance)->root());
  };
  EXPECT_TRUE(fits(R"({"format": "ipv4"})", R"("127.0.0.1")"));
  EXPECT_FALSE(fits(R"({"format": "ipv4"})", R"("127.0.0.256")"));
  EXPECT_TRUE(fits(R"({"format": "int32"})", "2147483647"));
  EXPECT_FALSE(fits(R"({"format": "int32"})", "2147483648"));
  EXPECT_TRUE(Fits(R"({"format": "ipv4"})", R"("127.0.0.256")"));
}

TEST(Trace, BoundsOfBothKindsHold) {
  const std::string schema = R"({"minimum": 1, "exclusiveMinimum": 2, "maximum": 9})";
  EXPECT_FALSE(Fits(schema, "2"));
  EXPECT_TRUE(Fits(schema, "2.5"));
  EXPECT_TRUE(Fits(schema, "9"));
  EXPECT_FALSE(Fits(schema, "9.5"));
  EXPECT_FALSE(Fits(R"({"maximum": 3, "exclusiveMaximum": true})", "3", Dialect::kDraft4));
}

TEST(Trace, EqualItemsAreFoundAtAnyDepthAndInAnyOrderOfKeys) {
  const std::string schema = R"({"uniqueItems": true})";
  EXPECT_FALSE(Fits(schema, R"([{"a": 1, "b": [2]}, 3, {"b": [2.0], "a": 1.0}])"));
  EXPECT_TRUE(Fits(schema, R"([0, false, "", null, [], {}, [0], "0"])"));
}

TEST(Trace, ManyItemsAreComparedInLessThanQuadraticTime) {
  std::string many = "[";
  for (int i = 0; i < 20000; ++i) {
    many += std::to_string(i) + ",";
  }
  EXPECT_TRUE(Fits(R"({"uniqueItems": true})", many + "-1]"));
  EXPECT_FALSE(Fits(R"({"uniqueItems": true})", many + "19999]"));
}

TEST(Trace, OfARepeatedKeyTheLastValueCounts) {
  EXPECT_TRUE(Fits(R"({"properties": {"a": {"type": "string"}}})", R"({"a": 1, "a": "x"})"));
  EXPECT_TRUE(Fits(R"({"additionalProperties": {"type": "string"}})", R"({"a": 1, "a": "x"})"));
  EXPECT_FALSE(Fits(R"({"minProperties": 2})", R"({"a": 1, "a": 2})"));
}

TEST(Trace, WhatContainsMatchesIsEvaluatedSince2020) {
  const std::string schema =
      R"({"contains": {"type": "string"}, "unevaluatedItems": {"type": "null"}})";
  EXPECT_TRUE(Fits(schema, R"(["a", null])"));
  EXPECT_FALSE(Fits(schema, R"(["a", null])", Dialect::k2019_09));
}

TEST(Trace, MinContainsOfZeroLeavesTheMaximum) {
  const std::string schema = R"({"contains": {"const": 1}, "minContains": 0, "maxContains": 1})";
  EXPECT_TRUE(Fits(schema, "[]"));
  EXPECT_TRUE(Fits(schema, "[1, 2]"));
  EXPECT_FALSE(Fits(schema, "[1, 1]"));
}

TEST(Trace, FailedBranchesEvaluateNothing) {
  const std::string schema = R"({
    "anyOf": [{"properties": {"a": true}, "required": ["b"]}, {"properties": {"c": true}}],
    "unevaluatedProperties": false})";
  EXPECT_FALSE(Fits(schema, R"({"a": 1})"));
  EXPECT_TRUE(Fits(schema, R"({"c": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"a": 1, "c": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"a": 1, "b": 1})"));
}

TEST(Trace, NotEvaluatesNothing) {
  const std::string schema =
      R"({"not": {"not": {"properties": {"a": true}}}, "unevaluatedProperties": false})";
  EXPECT_FALSE(Fits(schema, R"({"a": 1})"));
  EXPECT_TRUE(Fits(schema, "{}"));
}

TEST(Trace, DynamicReferencesGoToTheOutermostResource) {
  const std::string schema = R"({
    "$id": "https://example.org/strict",
    "$dynamicAnchor": "node",
    "$ref": "tree",
    "unevaluatedProperties": false,
    "$defs": {"tree": {
      "$id": "tree",
      "$dynamicAnchor": "node",
      "properties": {"child": {"$dynamicRef": "#node"}, "value": true}}}})";
  EXPECT_TRUE(Fits(schema, R"({"child": {"value": 1}})"));
  EXPECT_FALSE(Fits(schema, R"({"child": {"vlaue": 1}})"));
}

TEST(Trace, RecursiveReferencesGoToTheOutermostResource) {
  const std::string schema = R"({
    "$id": "https://example.org/strict",
    "$recursiveAnchor": true,
    "$ref": "tree",
    "unevaluatedProperties": false,
    "$defs": {"tree": {
      "$id": "tree",
      "$recursiveAnchor": true,
      "properties": {"child": {"$recursiveRef": "#"}, "value": true}}}})";
  EXPECT_TRUE(Fits(schema, R"({"child": {"value": 1}})", Dialect::k2019_09));
  EXPECT_FALSE(Fits(schema, R"({"child": {"vlaue": 1}})", Dialect::k2019_09));
}

TEST(Trace, DeepInstancesAreValidated) {
  const std::string schema = R"({"anyOf": [{"items": {"$ref": "#"}, "type": "array"},
                                           {"const": 1}]})";
#ifdef __SANITIZE_ADDRESS__
  constexpr int kDepth = 150;  // Frames are several times as large.
#else
  constexpr int kDepth = 900;
#endif
  EXPECT_TRUE(Fits(schema, Nested(kDepth, "[", "]")));
}

TEST(Trace, GivesUpWhenSchemasAreNestedTooDeeply) {
  const SchemaPtr schema = MustCompile(
      R"({"allOf": [{"anyOf": [{"oneOf": [{"allOf": [{"items": {"$ref": "#"}}]}]}]}]})");
  const document::DocumentPtr instance =
      document::Parse("deep.json", Nested(9000, "[", "]"), {.max_depth = 10000}).document;
  EXPECT_FALSE(TraceIsValid(schema->root(), instance->root()));
  const OutputUnit trace = Trace(*schema, instance->root());
  EXPECT_EQ(trace.error, "needs schemas that are nested too deeply");
  EXPECT_NE(MakeOutput(trace, OutputFormat::kVerbose), nullptr);
  EXPECT_NE(MakeOutput(trace, OutputFormat::kBasic), nullptr);
  const auto findings = Explain(*schema, document::Value(instance));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].message, "the document needs schemas that are nested too deeply");
}

TEST(Trace, ManyPathsToOneSchemaAreNotAllFollowed) {
  std::string definitions;
  for (int i = 0; i < 60; ++i) {
    const std::string next = R"({"$ref": "#/$defs/d)" + std::to_string(i + 1) + "\"}";
    definitions += "\"d" + std::to_string(i) + R"(": {"anyOf": [)" + next + "," + next + "]},";
  }
  const std::string begin = R"({"$ref": "#/$defs/d0", "$defs": {)" + definitions;
  const document::DocumentPtr instance = MustParse("1");
  const SchemaPtr rejecting = MustCompile(begin + R"("d60": {"type": "string"}}})");
  EXPECT_FALSE(TraceIsValid(rejecting->root(), instance->root()));
  EXPECT_FALSE(Explain(*rejecting, document::Value(instance)).empty());
  const SchemaPtr accepting = MustCompile(begin + R"("d60": {"type": "integer"}}})");
  EXPECT_TRUE(TraceIsValid(accepting->root(), instance->root()));
  EXPECT_TRUE(Explain(*accepting, document::Value(instance)).empty());
}

const OutputUnit* UnitAt(const OutputUnit& unit, std::string_view keyword_location) {
  if (unit.keyword_location == keyword_location) {
    return &unit;
  }
  for (const OutputUnit& child : unit.children) {
    if (const OutputUnit* found = UnitAt(child, keyword_location)) {
      return found;
    }
  }
  return nullptr;
}

TEST(Trace, LocationsGoThroughReferences) {
  const SchemaPtr schema = MustCompile(R"({
    "$id": "https://example.org/order",
    "properties": {"a/b": {"$ref": "#/$defs/n"}},
    "$defs": {"n": {"minimum": 3}}})");
  const document::DocumentPtr instance = MustParse(R"({"a/b": 2})");
  const OutputUnit trace = Trace(*schema, instance->root());
  const OutputUnit* unit = UnitAt(trace, "/properties/a~1b/$ref/minimum");
  ASSERT_NE(unit, nullptr);
  EXPECT_FALSE(unit->valid);
  EXPECT_EQ(unit->absolute_keyword_location, "https://example.org/order#/$defs/n/minimum");
  EXPECT_EQ(unit->instance_location, "/a~1b");
  EXPECT_EQ(unit->keyword, "minimum");
  EXPECT_EQ(unit->error, "must be at least 3, not 2");
  ASSERT_NE(unit->instance, nullptr);
  EXPECT_EQ(unit->instance->text(), "2");
}

TEST(Trace, ApplicatorsTellWhatTheyAppliedTo) {
  const SchemaPtr schema = MustCompile(R"({
    "properties": {"a": true, "z": true},
    "patternProperties": {"^b": true},
    "unevaluatedProperties": {"prefixItems": [true], "contains": {"const": 2}}})");
  const document::DocumentPtr instance = MustParse(R"({"a": 1, "b": 2, "c": [1, 2]})");
  const OutputUnit trace = Trace(*schema, instance->root());
  const auto annotation = [&](std::string_view location) {
    const OutputUnit* unit = UnitAt(trace, location);
    return unit != nullptr && unit->annotation != nullptr
               ? document::WriteJson(*unit->annotation, {.indent = 0})
               : "nothing";
  };
  EXPECT_EQ(annotation("/properties"), R"(["a"])");
  EXPECT_EQ(annotation("/patternProperties"), R"(["b"])");
  EXPECT_EQ(annotation("/unevaluatedProperties"), R"(["c"])");
  EXPECT_EQ(annotation("/unevaluatedProperties/prefixItems"), "0");
  EXPECT_EQ(annotation("/unevaluatedProperties/contains"), "[1]");
}

TEST(Trace, NamesAreLookedAtWhereTheirObjectStands) {
  const SchemaPtr schema = MustCompile(R"({"propertyNames": {"maxLength": 1}})");
  const document::DocumentPtr instance = MustParse(R"({"ab": 1})");
  const OutputUnit trace = Trace(*schema, instance->root());
  const OutputUnit* unit = UnitAt(trace, "/propertyNames/maxLength");
  ASSERT_NE(unit, nullptr);
  EXPECT_FALSE(unit->valid);
  EXPECT_EQ(unit->instance, &instance->root());
  EXPECT_EQ(unit->instance_location, "");
}

TEST(Trace, AFailedSchemaTakesItsAnnotationsBack) {
  const SchemaPtr schema =
      MustCompile(R"({"anyOf": [{"title": "A", "type": "string"}, {"title": "B"}]})");
  const document::DocumentPtr instance = MustParse("1");
  const OutputUnit trace = Trace(*schema, instance->root());
  EXPECT_EQ(UnitAt(trace, "/anyOf/0/title")->annotation, nullptr);
  ASSERT_NE(UnitAt(trace, "/anyOf/1/title")->annotation, nullptr);
  EXPECT_EQ(UnitAt(trace, "/anyOf/1/title")->annotation->text(), "B");
}

}  // namespace
}  // namespace accord::schema::test
