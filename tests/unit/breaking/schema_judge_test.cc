#include <gmock/gmock.h>

#include "tests/unit/breaking/schema_versions.h"

namespace accord::breaking {
namespace {

using finding::Direction;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

using SchemaJudgeTest = SchemaVersions;

TEST_F(SchemaJudgeTest, AFindingShowsBothSidesTheDirectionAndAPayload) {
  const SchemaComparison comparison =
      Compare(R"({"properties": {"n": {"type": "integer", "maximum": 9}}})",
              R"({"properties": {"n": {"type": "integer", "maximum": 5}}})");
  ASSERT_THAT(Told(comparison), ElementsAre("max-decreased $.n"));
  const finding::Finding& finding = comparison.findings.front();
  EXPECT_EQ(finding.message, "At $.n, the greatest number was lowered from 9 to 5.");
  EXPECT_EQ(finding.severity, finding::Severity::kError);
  EXPECT_THAT(finding.directions, ElementsAre(Direction::kStoredData));
  ASSERT_EQ(finding.witnesses.size(), 1U);
  EXPECT_THAT(finding.witnesses.front().written, HasSubstr("\"n\":"));
  EXPECT_THAT(finding.witnesses.front().read, HasSubstr("refused by the new version: "));
}

TEST_F(SchemaJudgeTest, EveryChangeOfADocumentIsTold) {
  EXPECT_THAT(
      Told(Compare(
          R"({"type": "object", "properties": {"a": {"type": "number"}, "b": {"maxLength": 9}}})",
          R"({"type": "object", "required": ["a"], "properties":
              {"a": {"type": "integer"}, "b": {"maxLength": 5}}})")),
      UnorderedElementsAre(
          "property-became-required $.a", "type-narrowed $.a", "max-length-decreased $.b"));
}

TEST_F(SchemaJudgeTest, ChangesThatHarmNobodyAreNotToldBesideOthers) {
  EXPECT_THAT(Told(Compare(R"({"properties": {"a": {"type": "number"}, "b": {"maxLength": 5}}})",
                           R"({"properties": {"a": {"type": "integer"}, "b": {"maxLength": 9}}})")),
              ElementsAre("type-narrowed $.a"));
}

TEST_F(SchemaJudgeTest, BothDirectionsAreOneFinding) {
  options_.mode = SchemaMode::kFull;
  const SchemaComparison comparison = Compare(R"({"const": 1})", R"({"const": 2})");
  ASSERT_THAT(Told(comparison), ElementsAre("const-changed $"));
  EXPECT_THAT(comparison.findings.front().directions,
              ElementsAre(Direction::kStoredData, Direction::kNewClientOldServer));
  ASSERT_EQ(comparison.findings.front().witnesses.size(), 2U);
  EXPECT_EQ(comparison.findings.front().witnesses[0].written, "1");
  EXPECT_EQ(comparison.findings.front().witnesses[1].written, "2");
}

TEST_F(SchemaJudgeTest, RefactoringsThatMeanTheSameAreNothing) {
  options_.mode = SchemaMode::kFull;
  EXPECT_THAT(Told(Compare(R"({"type": "object", "required": ["a", "b"], "properties":
                               {"a": {"type": "integer", "minimum": 1}}})",
                           R"({"$ref": "#/$defs/o", "$defs": {
                               "o": {"required": ["b", "a"], "type": ["object"], "properties":
                                     {"a": {"$ref": "#/$defs/positive"}}},
                               "positive": {"type": "integer", "exclusiveMinimum": 0}}})")),
              IsEmpty());
}

TEST_F(SchemaJudgeTest, WhatHasNoNameIsToldAllTheSame) {
  const SchemaComparison comparison =
      Compare(R"({"type": "integer"})",
              R"({"anyOf": [{"type": "integer", "minimum": 5}, {"type": "string"}]})");
  ASSERT_EQ(comparison.findings.size(), 1U);
  EXPECT_FALSE(comparison.findings.front().witnesses.empty());
}

TEST_F(SchemaJudgeTest, WitnessesCanBeLeftOut) {
  options_.witnesses = false;
  const SchemaComparison comparison = Compare(R"({"const": 1})", R"({"const": 2})");
  ASSERT_EQ(comparison.findings.size(), 1U);
  EXPECT_THAT(comparison.findings.front().witnesses, IsEmpty());
}

TEST_F(SchemaJudgeTest, WhatCannotBeDecidedIsAWarningWithItsReason) {
  const SchemaComparison comparison =
      Compare(R"j({"type": "string", "pattern": "^(?!b+c)(a|b)\\1"})j",
              R"j({"type": "string", "pattern": "^(?!b+d)(a|b)\\1(?!x)"})j");
  ASSERT_THAT(Told(comparison), ElementsAre("schema-compatibility-unknown $"));
  const finding::Finding& finding = comparison.findings.front();
  EXPECT_EQ(finding.severity, finding::Severity::kWarning);
  EXPECT_EQ(finding.actual, "pattern");
  EXPECT_THAT(finding.help, HasSubstr("--explain-unknown"));
}

TEST_F(SchemaJudgeTest, FormatsThatOnlyAnnotateAreARemark) {
  const SchemaComparison remark = Compare(R"({"format": "date"})", R"({"format": "time"})");
  ASSERT_THAT(Told(remark), ElementsAre("format-changed $"));
  EXPECT_EQ(remark.findings.front().severity, finding::Severity::kWarning);
  EXPECT_THAT(remark.findings.front().witnesses, IsEmpty());
}

TEST_F(SchemaJudgeTest, RecursionEnds) {
  EXPECT_THAT(Told(Compare(R"({"properties": {"next": {"$ref": "#"}, "n": {"type": "number"}}})",
                           R"({"properties": {"next": {"$ref": "#"}, "n": {"type": "integer"}}})")),
              ElementsAre("type-narrowed $.n"));
}

// Policies.

TEST_F(SchemaJudgeTest, OpenContentAdditionsLetsDeclaredPropertiesPass) {
  const char* before = R"({"properties": {"a": {"type": "string"}}})";
  const char* after = R"({"properties": {"a": {"type": "string"}, "b": {"type": "string"}}})";
  const SchemaComparison plain = Compare(before, after);
  EXPECT_THAT(Told(plain), ElementsAre("property-added $.b"));
  EXPECT_EQ(plain.findings.front().help, "the policy 'open-content-additions' lets this pass");
  options_.policies = {SchemaPolicy::kOpenContentAdditions};
  EXPECT_THAT(Told(Compare(before, after)),
              ElementsAre("property-added $.b (policy open-content-additions)"));
}

TEST_F(SchemaJudgeTest, APolicyHidesNothingElse) {
  const char* before = R"({"properties": {"a": {"type": "string", "default": ""}}})";
  const char* after = R"({"properties": {"a": {"type": "string", "default": ""},
                                         "b": {"type": "string"}}, "required": ["a"]})";
  options_.policies = {SchemaPolicy::kOpenContentAdditions};
  EXPECT_THAT(Told(Compare(before, after)), testing::Contains("property-became-required $.a"));
  options_.policies = {SchemaPolicy::kRequiredWithDefault};
  EXPECT_THAT(Told(Compare(before, after)), testing::Contains("property-added $.b"));
}

TEST_F(SchemaJudgeTest, RequiredWithDefaultNeedsADefault) {
  options_.policies = {SchemaPolicy::kRequiredWithDefault};
  EXPECT_THAT(Told(Compare(R"({"type": "object", "properties": {"a": {"default": 1}, "b": {}}})",
                           R"({"type": "object", "properties": {"a": {"default": 1}, "b": {}},
                               "required": ["a", "b"]})")),
              UnorderedElementsAre("property-became-required $.a (policy required-with-default)",
                                   "property-became-required $.b"));
}

TEST_F(SchemaJudgeTest, ClosedModelsLetsClosingPass) {
  options_.policies = {SchemaPolicy::kClosedModels};
  EXPECT_THAT(Told(Compare(
                  R"({"type": "object", "properties": {"a": {}}})",
                  R"({"type": "object", "properties": {"a": {}}, "additionalProperties": false})")),
              ElementsAre("additional-properties-forbidden $ (policy closed-models)"));
}

TEST_F(SchemaJudgeTest, EnumAdditionsLetsOldReadersPassOnly) {
  options_.policies = {SchemaPolicy::kEnumAdditions};
  options_.mode = SchemaMode::kFull;
  EXPECT_THAT(Told(Compare(R"({"enum": [1, 2]})", R"({"enum": [1, 2, 3]})")),
              ElementsAre("enum-value-added $ (policy enum-additions)"));
  EXPECT_THAT(Told(Compare(R"({"enum": [1, 2]})", R"({"enum": [1]})")),
              ElementsAre("enum-value-removed $"));
}

TEST(SchemaPolicyTest, NamesGoBothWays) {
  for (const SchemaPolicy policy : SchemaPolicies()) {
    EXPECT_EQ(ParseSchemaPolicy(ToString(policy)), policy);
  }
  EXPECT_EQ(ParseSchemaPolicy("lenient"), std::nullopt);
}

}  // namespace
}  // namespace accord::breaking
