#include <gtest/gtest.h>

#include "accord/schema/includes.h"
#include "accord/schema/validate.h"

namespace accord::schema {
namespace {

SchemaPtr CompileText(std::string text, const CompileOptions& options = {}) {
  const document::LoadResult loaded = document::Parse("schema.json", std::move(text));
  CompileResult result = Compile(document::Value(loaded.document), options);
  EXPECT_NE(result.schema, nullptr);
  return result.schema;
}

InclusionResult Ask(const std::string& a,
                    const std::string& b,
                    const InclusionOptions& options = {}) {
  const SchemaPtr before = CompileText(a);
  const SchemaPtr after = CompileText(b);
  InclusionResult result = Includes(*before, *after, options);
  // Nodes of the differences belong to the schemas, which end here.
  for (Difference& difference : result.differences) {
    difference.before = nullptr;
    difference.after = nullptr;
  }
  return result;
}

std::string Verdict(const std::string& a, const std::string& b) {
  const InclusionResult result = Ask(a, b);
  switch (result.inclusion) {
    case Inclusion::kYes:
      return "yes";
    case Inclusion::kNo:
      return document::WriteJson(result.witness->root(), {.indent = 0});
    case Inclusion::kUnknown:
      break;
  }
  return "unknown: " + std::string(ToString(result.reason));
}

TEST(Inclusion, SameTextInAnotherOrder) {
  EXPECT_EQ(
      Verdict(R"({"required":["a","b"],"title":"x","anyOf":[{"type":"object"},{"minimum":1.0}]})",
              R"({"anyOf":[{"minimum":1},{"type":"object"}],"required":["b","a"]})"),
      "yes");
}

TEST(Inclusion, Types) {
  EXPECT_EQ(Verdict(R"({"type":"integer"})", R"({"type":"number"})"), "yes");
  EXPECT_EQ(Verdict(R"({"type":"number"})", R"({"type":"integer"})"), "0.5");
  EXPECT_EQ(Verdict(R"({"type":["string","null"]})", R"({"type":"string"})"), "null");
  EXPECT_EQ(Verdict("true", "false"), "null");
  EXPECT_EQ(Verdict("false", "false"), "yes");
}

TEST(Inclusion, NumbersAtTheirBounds) {
  EXPECT_EQ(Verdict(R"({"type":"integer","minimum":3})", R"({"minimum":4})"), "3");
  EXPECT_EQ(Verdict(R"({"type":"integer","exclusiveMinimum":3})", R"({"minimum":4})"), "yes");
  EXPECT_EQ(Verdict(R"({"type":"integer","multipleOf":6})", R"({"multipleOf":3})"), "yes");
  EXPECT_EQ(Verdict(R"({"multipleOf":0.3,"type":"number"})", R"({"multipleOf":0.1})"), "yes");
  EXPECT_EQ(Verdict(R"({"type":"integer","multipleOf":3,"minimum":1})", R"({"multipleOf":6})"),
            "3");
  EXPECT_EQ(Verdict(R"({"type":"number","exclusiveMinimum":3,"exclusiveMaximum":4})", "false"),
            "3.5");
  EXPECT_EQ(Verdict(R"({"const":9007199254740993})", R"({"const":9007199254740992})"),
            "9007199254740993");
}

TEST(Inclusion, StringsByLengthAndPattern) {
  EXPECT_EQ(Verdict(R"({"type":"string","maxLength":3})", R"({"maxLength":2})"), R"("aaa")");
  EXPECT_EQ(Verdict(R"({"pattern":"^[0-9]{3}$"})", R"({"pattern":"^[0-9]+$"})"), "yes");
  EXPECT_EQ(
      Verdict(R"({"type":"string","pattern":"^a+$","maxLength":2})", R"({"enum":["a","aa"]})"),
      "yes");
  EXPECT_EQ(Verdict(R"({"type":"string","pattern":"^a+$"})", R"({"enum":["a","aa"]})"), R"("aaa")");
}

TEST(Inclusion, AlwaysANicerExampleThanALineBreak) {
  EXPECT_EQ(Verdict(R"({"type":"string"})", R"({"pattern":"^[^ -~]*$"})").find("\\n"),
            std::string::npos);
  const InclusionResult result = Ask(R"({"type":"string","minLength":1})", R"({"pattern":".+"})");
  EXPECT_EQ(result.inclusion, Inclusion::kUnknown);
  EXPECT_EQ(result.reason, UnknownReason::kPattern);
  EXPECT_NE(result.detail.find("line breaks"), std::string::npos);
}

TEST(Inclusion, UnionsAreCoveredByCases) {
  EXPECT_EQ(
      Verdict(
          R"({"type":"object","required":["a"],"properties":{"a":{"type":["string","integer"]}}})",
          R"({"anyOf":[{"properties":{"a":{"type":"string"}}},{"properties":{"a":{"type":"integer"}}}]})"),
      "yes");
  EXPECT_EQ(Verdict(R"({"type":"array","items":{"type":["string","null"]}})",
                    R"({"anyOf":[{"items":{"type":"string"}},{"items":{"type":"null"}}]})"),
            R"([null,""])");
  EXPECT_EQ(Verdict(R"({"oneOf":[{"type":"integer"},{"type":"number"}]})",
                    R"({"not":{"type":"integer"}})"),
            "yes");
}

TEST(Inclusion, ChangedBranchOfManyTaggedOnes) {
  const auto schema = [](int changed) {
    std::string branches;
    for (int i = 0; i < 40; ++i) {
      branches += (i == 0 ? "" : ",") + std::string(R"({"properties":{"t":{"const":"t)") +
                  std::to_string(i) + R"("},"v":{"type":"integer","minimum":)" +
                  std::to_string(i == changed ? 7 : 5) + R"(}},"required":["t","v"]})";
    }
    return R"({"type":"object","oneOf":[)" + branches + "]}";
  };
  EXPECT_EQ(Verdict(schema(17), schema(-1)), "yes");
  EXPECT_EQ(Verdict(schema(-1), schema(17)), R"({"t":"t17","v":5})");
}

// Each alternative is `allOf` of a tagged schema and a common one, as generators write them;
// without a look at the tags there would be two to the power of thirty cases.
TEST(Inclusion, TagsTellComposedAlternativesApart) {
  const auto schema = [](int count, int changed) {
    std::string branches;
    for (int i = 0; i < count; ++i) {
      const std::string number = std::to_string(i);
      branches += (i == 0 ? "" : ",") +
                  std::string(R"({"allOf":[{"required":["t"],"properties":{)") +
                  R"("t":{"enum":["t)" + number + R"("]},"v":{"maximum":)" +
                  std::to_string(i == changed ? 7 : 5) + R"(}}},{"$ref":"#/$defs/common"}]})";
    }
    return R"({"$defs":{"common":{"type":"object","properties":{"note":{"type":"string"}}}},)"
           R"("type":"array","items":{"oneOf":[)" +
           branches + "]}}";
  };
  EXPECT_EQ(Verdict(schema(30, -1), schema(33, 20)), "yes");
  EXPECT_EQ(Verdict(schema(31, -1), schema(30, 20)), R"([{"t":"t30"}])");
  EXPECT_EQ(Verdict(schema(30, 20), schema(33, -1)), R"([{"t":"t20","v":6}])");
}

TEST(Inclusion, TagsOfTwoSchemasThatOverlapAreNoHelp) {
  EXPECT_EQ(Verdict(R"({"type":"object","required":["t"],"properties":{"t":{"enum":["a","b"]}}})",
                    R"({"oneOf":[{"required":["t"],"properties":{"t":{"enum":["a"]}}},
                           {"required":["t"],"properties":{"t":{"enum":["b","c"]}}}]})"),
            "yes");
  EXPECT_EQ(Verdict(R"({"type":"object","required":["t"],"properties":{"t":{"enum":["a","b"]}}})",
                    R"({"oneOf":[{"required":["t"],"properties":{"t":{"enum":["a","b"]}}},
                           {"required":["t"],"properties":{"t":{"enum":["b","c"]}}}]})"),
            R"({"t":"b"})");
  EXPECT_EQ(Verdict(R"({"type":"object","properties":{"t":{"enum":["a"]}}})",
                    R"({"not":{"required":["t"],"properties":{"t":{"enum":["b"]}}}})"),
            "yes");
  EXPECT_EQ(Verdict(R"({"type":"object","properties":{"t":{"enum":["a"]}}})",
                    R"({"not":{"properties":{"t":{"enum":["b"]}}}})"),
            "{}");
}

TEST(Inclusion, RecursionIsCoinductive) {
  const auto tree = [](std::string_view leaf) {
    return R"({"$defs":{"t":{"type":"object","required":["v"],"properties":{"v":{"type":")" +
           std::string(leaf) +
           R"("},"kids":{"type":"array","items":{"$ref":"#/$defs/t"}}}}},"$ref":"#/$defs/t"})";
  };
  EXPECT_EQ(Verdict(tree("integer"), tree("number")), "yes");
  EXPECT_EQ(Verdict(tree("number"), tree("integer")), R"({"v":0.5})");
}

TEST(Inclusion, WhatOnlyEndlessValuesFitIsEmpty) {
  EXPECT_EQ(Verdict(R"({"type":"object","required":["next"],"properties":{"next":{"$ref":"#"}}})",
                    "false"),
            "yes");
}

TEST(Inclusion, AssumptionsThatFailAreForgotten) {
  // While `a` is looked at, `b` looks empty because `a` is assumed to be; it is not.
  EXPECT_EQ(Verdict(R"({"$defs":{
      "a":{"anyOf":[{"type":"object","required":["b"],"properties":{"b":{"$ref":"#/$defs/b"}}},
                    {"type":"null"}]},
      "b":{"type":"object","required":["a"],"properties":{"a":{"$ref":"#/$defs/a"}}}},
      "type":"array","minItems":1,"prefixItems":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/b"}]})",
                    R"({"maxItems":1})"),
            R"([null,{"a":null}])");
}

TEST(Inclusion, ObjectsByCountsAndNames) {
  EXPECT_EQ(
      Verdict(
          R"({"type":"object","properties":{"a":true,"b":true},"additionalProperties":false,"minProperties":2})",
          R"({"required":["a","b"]})"),
      "yes");
  EXPECT_EQ(
      Verdict(R"({"type":"object","propertyNames":{"enum":["a","b"]},"minProperties":3})", "false"),
      "yes");
  EXPECT_EQ(Verdict(R"({"type":"object","patternProperties":{"^x":{"type":"string"}}})",
                    R"({"patternProperties":{"^x_":{"type":"string"}}})"),
            "yes");
  EXPECT_EQ(
      Verdict(R"({"type":"object","dependentRequired":{"a":["b"]}})", R"({"required":["a"]})"),
      "{}");
}

TEST(Inclusion, ArraysByCountingAndUniqueness) {
  EXPECT_EQ(Verdict(R"({"type":"array","contains":{"type":"integer"},"minContains":2})",
                    R"({"minItems":2})"),
            "yes");
  EXPECT_EQ(Verdict(R"({"type":"array","items":{"type":"boolean"},"uniqueItems":true})",
                    R"({"maxItems":2})"),
            "yes");
  EXPECT_EQ(Verdict(R"({"type":"array","items":{"enum":[1,2,3]},"minItems":4})",
                    R"({"uniqueItems":false,"not":{"uniqueItems":true}})"),
            "yes");
  EXPECT_EQ(Verdict(R"({"type":"array","maxItems":2})", R"({"uniqueItems":true})"), "[null,null]");
}

TEST(Inclusion, UnevaluatedByCases) {
  EXPECT_EQ(Verdict(R"({"type":"object","properties":{"k":{"type":"string"}},
      "anyOf":[{"required":["a"],"properties":{"a":true}},{"maxProperties":1}],
      "unevaluatedProperties":false})",
                    R"({"propertyNames":{"enum":["k","a"]}})"),
            "yes");
  EXPECT_EQ(Verdict(R"({"type":"array","contains":{"type":"string"}})",
                    R"({"contains":{"type":"string"},"unevaluatedItems":false})"),
            R"(["",null])");
}

TEST(Inclusion, EnumsAskTheValidator) {
  EXPECT_EQ(Verdict(R"({"enum":[{"a":1},{"a":2}]})", R"({"properties":{"a":{"maximum":1}}})"),
            R"({"a":2})");
  EXPECT_EQ(Verdict(R"({"enum":[1,"x",{"a":[]}]})",
                    R"({"anyOf":[{"type":["integer","string"]},{"required":["a"]}]})"),
            "yes");
}

TEST(Inclusion, SaysWhyItDoesNotKnow) {
  EXPECT_EQ(Verdict(R"({"type":"string","pattern":"^(.+)\\1$"})",
                    R"({"pattern":"^(..+)\\1$|^aa$|^([^a])\\2$"})"),
            "unknown: pattern");
  EXPECT_EQ(Verdict(R"({"type":"array","minItems":1000000})", R"({"minItems":1000001})"),
            "unknown: budget");
  const InclusionResult few = Ask(R"({"type":"object","properties":{"a":{"type":"integer"}}})",
                                  R"({"type":"object","properties":{"a":{"type":"number"}}})",
                                  {.max_steps = 1});
  EXPECT_EQ(few.inclusion, Inclusion::kUnknown);
  EXPECT_EQ(few.reason, UnknownReason::kBudget);
}

TEST(Inclusion, NamesTheKeywordOnBothSides) {
  const SchemaPtr a = CompileText(
      R"({"type":"object","properties":{"list":{"items":{"type":"integer","minimum":1}}}})");
  const SchemaPtr b = CompileText(
      R"({"type":"object","properties":{"list":{"items":{"type":"integer","minimum":5}}}})");
  const InclusionResult result = Includes(*a, *b);
  ASSERT_EQ(result.inclusion, Inclusion::kNo);
  ASSERT_FALSE(result.differences.empty());
  const Difference& difference = result.differences.front();
  EXPECT_EQ(difference.keyword, "minimum");
  EXPECT_EQ(difference.path, "$.list[*]");
  EXPECT_EQ(difference.before->pointer, "/properties/list/items");
  EXPECT_EQ(difference.after->pointer, "/properties/list/items");
}

TEST(Inclusion, NamesAllKeywordsThatDiffer) {
  const InclusionResult result = Ask(
      R"({"type":"object","properties":{"a":{"type":["string","null"]},"b":{"type":"integer"},
          "c":{"enum":["x","y"]}}})",
      R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer","minimum":2},
          "c":{"enum":["x"]}},"required":["b"]})");
  std::vector<std::string> names;
  for (const Difference& difference : result.differences) {
    names.push_back(difference.path + " " + difference.keyword);
  }
  const std::vector<std::string> expected = {"$ required", "$.a type", "$.b minimum", "$.c enum"};
  EXPECT_EQ(names, expected);
}

TEST(Inclusion, ManyRecursiveDefinitionsAreComparedOnce) {
  const auto ring = [](int changed) {
    std::string definitions;
    for (int i = 0; i < 300; ++i) {
      definitions += (i == 0 ? "" : ",") + std::string(R"("t)") + std::to_string(i) +
                     R"(":{"type":"object","properties":{"kind":{"const":)" + std::to_string(i) +
                     R"(},"n":{"minimum":)" + (i == changed ? "2" : "1") +
                     R"(},"next":{"$ref":"#/$defs/t)" + std::to_string((i + 1) % 300) + R"("}}})";
    }
    return R"({"$defs":{)" + definitions + R"(},"$ref":"#/$defs/t0"})";
  };
  EXPECT_EQ(Verdict(ring(-1), ring(-1)), "yes");
  EXPECT_EQ(Verdict(ring(-1), ring(2)), R"({"next":{"next":{"n":1}}})");
}

TEST(Inclusion, FormatsDecideOnlyWhenAsserted) {
  EXPECT_EQ(Verdict(R"({"type":"string"})", R"({"type":"string","format":"date"})"), "yes");
  CompileOptions assert;
  assert.formats = Formats::kAssert;
  const SchemaPtr any = CompileText(R"({"type":"string"})", assert);
  const SchemaPtr date = CompileText(R"({"type":"string","format":"date"})", assert);
  EXPECT_EQ(Includes(*any, *date).inclusion, Inclusion::kNo);
  EXPECT_EQ(Includes(*date, *any).inclusion, Inclusion::kYes);
}

TEST(Inclusion, DeepAndRepeatedUnionsStayInTheBudget) {
  std::string deep = R"({"type":"string"})";
  for (int i = 0; i < 200; ++i) {
    deep = R"({"anyOf":[{"items":)" + deep + R"(},{"minItems":2}]})";
  }
  const InclusionResult result = Ask(deep, R"({"type":"string"})");
  EXPECT_EQ(result.inclusion, Inclusion::kNo);
  EXPECT_EQ(Verdict(deep, deep), "yes");
}

TEST(InclusionNames, AreMachineReadable) {
  EXPECT_EQ(ToString(Inclusion::kYes), "yes");
  EXPECT_EQ(ToString(UnknownReason::kUniqueItems), "unique-items");
  EXPECT_EQ(ToString(UnknownReason::kDynamicReference), "dynamic-reference");
}

}  // namespace
}  // namespace accord::schema
