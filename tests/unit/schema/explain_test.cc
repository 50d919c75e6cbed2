#include <algorithm>

#include <gmock/gmock.h>

#include "accord/schema/validate.h"

#include "tests/unit/schema/trace_support.h"

namespace accord::schema::test {
namespace {

using finding::Finding;
using testing::ElementsAre;

std::vector<Finding> Explained(const std::string& schema,
                               const std::string& instance,
                               Dialect dialect = Dialect::k2020_12) {
  CompileOptions options;
  options.dialect = dialect;
  const SchemaPtr compiled = MustCompile(schema, options);
  return Explain(*compiled, document::Value(MustParse(instance)));
}

std::vector<std::string> Messages(const std::string& schema,
                                  const std::string& instance,
                                  Dialect dialect = Dialect::k2020_12) {
  std::vector<std::string> messages;
  for (const Finding& finding : Explained(schema, instance, dialect)) {
    messages.push_back(finding.message);
  }
  return messages;
}

std::vector<std::string> Labels(const Finding& finding) {
  std::vector<std::string> labels;
  for (const finding::Related& related : finding.related) {
    labels.push_back(related.label);
  }
  return labels;
}

TEST(Explain, TellsWhereAndWhatAndBecauseOfWhat) {
  const std::vector<Finding> findings = Explained(
      "{\"properties\": {\"lines\": {\"items\": {\"properties\": {\n \"id\": {\"type\": "
      "[\"string\", \"null\"]}}}}}}",
      "{\"lines\": [\n {\"id\": 12}]}");
  ASSERT_EQ(findings.size(), 1U);
  const Finding& finding = findings[0];
  EXPECT_EQ(finding.rule, &kInstanceInvalid);
  EXPECT_EQ(finding.message, "'id' must be a string or null, not 12");
  EXPECT_EQ(finding.span.start, (finding::Position{2, 9}));
  EXPECT_EQ(finding.path, "$.lines[0].id");
  EXPECT_EQ(finding.expected, "a string or null");
  EXPECT_EQ(finding.actual, "12");
  ASSERT_EQ(finding.related.size(), 1U);
  EXPECT_EQ(finding.related[0].label, "required by the schema here");
  EXPECT_EQ(finding.related[0].span.file, "schema.json");
  EXPECT_EQ(finding.related[0].span.start.line, 2U);
}

TEST(Explain, HasWordsForEachKeyword) {
  const std::vector<std::tuple<std::string, std::string, std::string>> cases{
      {R"({"type": "integer"})", "1.5", "must be an integer, not 1.5"},
      {R"({"type": ["number", "boolean"]})",
       "[]",
       "must be a number or true or false, not an array"},
      {R"({"enum": ["a", 1, null]})", "2", "must be \"a\", 1 or null, not 2"},
      {R"({"const": {"a": 1}})", "{}", "must be {\"a\":1}, not {}"},
      {R"({"enum": []})", "2", "has no allowed value at all"},
      {R"({"minimum": 5})", "4", "must be at least 5, not 4"},
      {R"({"exclusiveMinimum": 5})", "5", "must be greater than 5, not 5"},
      {R"({"maximum": 5})", "6", "must be at most 5, not 6"},
      {R"({"exclusiveMaximum": 5})", "5", "must be less than 5, not 5"},
      {R"({"multipleOf": 0.1})", "0.25", "must be a multiple of 0.1, not 0.25"},
      {R"({"minLength": 1})", R"("")", "must not be empty"},
      {R"({"minLength": 2})", R"("a")", "must have at least 2 characters, not 1"},
      {R"({"maxLength": 1})", R"("äö")", "must have at most 1 character, not 2"},
      {R"({"pattern": "^a"})", R"("b")", "must match ^a, but is \"b\""},
      {R"({"minItems": 2})", "[1]", "must have at least 2 items, not 1"},
      {R"({"maxItems": 1})", "[1, 2]", "must have at most 1 item, not 2"},
      {R"({"uniqueItems": true})", "[1, 2, 1.0]", "holds the same item twice, at 0 and 2"},
      {R"({"contains": {"const": 1}})",
       "[2]",
       "must hold an item that fits the schema of 'contains', but none does"},
      {R"({"contains": {"const": 1}, "minContains": 2})",
       "[1]",
       "must have at least 2 items that fit the schema of 'contains', not 1"},
      {R"({"contains": {"const": 1}, "maxContains": 1})",
       "[1, 1]",
       "must have at most 1 item that fits the schema of 'contains', not 2"},
      {R"({"required": ["a", "b", "c"]})", R"({"b": 1})", "lacks the properties 'a' and 'c'"},
      {R"({"dependentRequired": {"a": ["b"]}})",
       R"({"a": 1})",
       "needs the property 'b' because it has 'a'"},
      {R"({"minProperties": 1})", "{}", "must not be empty"},
      {R"({"maxProperties": 1})", R"({"a": 1, "b": 1})", "must have at most 1 property, not 2"},
      {R"({"oneOf": [{"minimum": 1}, false, {"type": "integer"}]})",
       "2",
       "fits alternatives 1 and 3 of 'oneOf', but may fit only one"},
      {R"({"not": {"type": "integer"}})", "2", "must not fit the schema of 'not', but does"},
      {"false", "2", "is not allowed here"},
      {R"({"if": {"type": "integer"}, "then": {"minimum": 3}})", "2", "must be at least 3, not 2"},
      {R"({"$ref": "#/$defs/a", "$defs": {"a": {"maximum": 1}}})",
       "2",
       "must be at most 1, not 2"}};
  for (const auto& [schema, instance, text] : cases) {
    EXPECT_THAT(Messages(schema, instance), ElementsAre("the document " + text)) << schema;
  }
}

TEST(Explain, NamesPropertiesThatMayNotBeThere) {
  const std::vector<Finding> findings = Explained(
      R"({"properties": {"a": {"properties": {"street": true}, "additionalProperties": false}}})",
      R"({"a": {"steet": 1}})");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].message, "'a' may not hold the property 'steet'");
  EXPECT_EQ(findings[0].help, "did you mean 'street'?");
  EXPECT_EQ(findings[0].path, "$.a.steet");
  EXPECT_EQ(findings[0].span.start, (finding::Position{1, 8}));  // The key.
}

TEST(Explain, PointsAtNamesThatDoNotFit) {
  const std::vector<Finding> findings =
      Explained(R"({"propertyNames": {"pattern": "^[a-z]+$"}})", R"({"ok": 1, "Not ok": 2})");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].message,
            "the property name 'Not ok' must match ^[a-z]+$, but is \"Not ok\"");
  EXPECT_EQ(findings[0].path, "$[\"Not ok\"]");
  EXPECT_EQ(findings[0].span.start, (finding::Position{1, 11}));
}

TEST(Explain, FollowsTheOrderOfTheInstance) {
  EXPECT_THAT(Messages(R"({"properties": {"a": {"type": "null"}, "b": {"type": "null"}}})",
                       R"({"b": 1, "a": 2})"),
              ElementsAre("'b' must be null, not 1", "'a' must be null, not 2"));
}

TEST(Explain, OneFaultOnManyPathsIsToldOnce) {
  EXPECT_THAT(Messages(R"({"allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}],
                           "$defs": {"a": {"minimum": 3}}})",
                       "1"),
              ElementsAre("the document must be at least 3, not 1"));
}

TEST(Explain, TheAlternativeWithTheRightTagIsClosest) {
  const std::string schema = R"({"oneOf": [
    {"properties": {"kind": {"const": "circle"}, "r": {"type": "number"}}, "required": ["r"]},
    {"properties": {"kind": {"const": "square"}, "a": {"type": "number"}, "b": {"type": "null"}},
     "required": ["a"]}]})";
  const std::vector<Finding> findings =
      Explained(schema, R"({"kind": "square", "a": "1", "b": 1})");
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].message, "'a' must be a number, not a string");
  EXPECT_THAT(Labels(findings[0]),
              ElementsAre("required by the schema here",
                          "another alternative of 'oneOf': the document lacks the property 'r'"));
  EXPECT_EQ(findings[1].message, "'b' must be null, not 1");
  EXPECT_THAT(Labels(findings[1]), ElementsAre("required by the schema here"));
}

TEST(Explain, TheDiscriminatorPicksTheAlternative) {
  const std::string schema = R"({"components": {"schemas": {
      "Cat": {"type": "object", "required": ["lives"]},
      "Dog": {"type": "object", "required": ["bark", "tail"]}}},
    "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
    "discriminator": {"propertyName": "pet",
                      "mapping": {"hound": "#/components/schemas/Dog"}}})";
  EXPECT_THAT(Messages(schema, R"({"pet": "Cat"})", Dialect::kOpenApi31),
              ElementsAre("the document lacks the property 'lives'"));
  EXPECT_THAT(Messages(schema, R"({"pet": "hound"})", Dialect::kOpenApi31),
              ElementsAre("the document lacks the properties 'bark' and 'tail'"));
}

TEST(Explain, AUnionOfTypesMayBeTheClosestAlternativeOfAnother) {
  const std::vector<Finding> findings =
      Explained(R"({"anyOf": [{"anyOf": [{"type": "string"}, {"enum": [1]}]},
                              {"type": "object", "required": ["a"]},
                              {"required": ["b", "c"], "minProperties": 2}]})",
                R"({})");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].message, "the document lacks the property 'a'");
  EXPECT_THAT(Messages(R"({"properties": {"p": {"anyOf": [
                             {"properties": {"q": {"anyOf": [{"type": "string"}, {"enum": [1]}]}}},
                             {"required": ["b"]}]}}})",
                       R"({"p": {"q": 2}})"),
              ElementsAre("'q' must be a string or 1, not 2"));
}

TEST(Explain, TheAlternativeThatGotFurthestIsClosest) {
  EXPECT_THAT(Messages(R"({"anyOf": [{"required": ["x"]},
                                     {"properties": {"a": {"items": {"type": "string"}}}}]})",
                       R"({"a": [1]})"),
              ElementsAre("item 0 of 'a' must be a string, not 1"));
  EXPECT_THAT(Messages(R"({"anyOf": [{"type": "null"}, {"required": ["x"]}]})", "{}"),
              ElementsAre("the document lacks the property 'x'"));
}

TEST(Explain, AlternativesThatRejectTheValueAsAWholeAreOne) {
  const std::vector<Finding> findings =
      Explained(R"({"anyOf": [{"type": "string"}, {"enum": [1, 2]},
                              {"oneOf": [{"type": "null"}, {"const": true}]}]})",
                "3");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].message, "the document must be a string, 1 or 2, null or true, not 3");
}

TEST(Explain, AtMostAHundredFindingsAndACount) {
  std::string items = "[1";
  for (int i = 0; i < 149; ++i) {
    items += ",1";
  }
  const std::vector<std::string> messages =
      Messages(R"({"items": {"type": "string"}})", items + "]");
  ASSERT_EQ(messages.size(), 101U);
  EXPECT_EQ(messages[0], "item 0 must be a string, not 1");
  EXPECT_EQ(messages[100], "50 more places do not fit");
}

TEST(Explain, AnArrayOfManyFaultsIsNoTrouble) {
  std::string items = "[1";
  for (int i = 0; i < 59999; ++i) {
    items += ",1";
  }
  const std::vector<std::string> messages =
      Messages(R"({"items": {"type": "string"}})", items + "]");
  ASSERT_EQ(messages.size(), 101U);
  EXPECT_THAT(messages[100], testing::MatchesRegex("at least [0-9]+ more places do not fit"));
}

TEST(Explain, LongValuesAreCut) {
  const std::vector<Finding> findings =
      Explained(R"({"type": "null", "maxLength": 1})", "\"" + std::string(5000, 'x') + "\"");
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_LT(findings[0].actual.size(), 100U);
}

TEST(Explain, APatternThatGivesUpIsARuleOfItsOwn) {
  const std::vector<Finding> findings =
      Explained(R"({"pattern": "^(a+)+(?=b)\\1$"})", "\"" + std::string(5000, 'a') + "c\"");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, &kPatternTooExpensive);
  EXPECT_EQ(findings[0].message,
            "the document takes too much work to match against ^(a+)+(?=b)\\1$");
}

}  // namespace
}  // namespace accord::schema::test
