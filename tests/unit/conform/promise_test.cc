#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/conform/support.h"

namespace accord::conform::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> Promise(const std::string& schema,
                                 const std::string& body,
                                 const std::string& rules = "") {
  return Findings(Answers(schema), Expects(body, rules));
}

std::string Typed(const std::string& properties, const std::string& required) {
  return fmt::format(
      R"({{"type": "object", "properties": {{{}}}, "required": [{}]}})", properties, required);
}

TEST(Promise, NothingHasToBeThereButWhatIsMustFit) {
  const std::string schema =
      Typed(R"("a": {"type": "integer"}, "b": {"type": "string"})", R"("a", "b")");
  EXPECT_THAT(Promise(schema, R"({"a": 1})"), IsEmpty());
  EXPECT_THAT(Promise(schema, R"({"a": "x", "b": 1})"),
              ElementsAre("response.body.incompatible response.body.a",
                          "response.body.incompatible response.body.b"));
  EXPECT_THAT(Promise(schema, "[]"), ElementsAre("response.body.incompatible response.body"));
  EXPECT_THAT(Promise(schema, "0"), ElementsAre("response.body.incompatible response.body"));
}

TEST(Promise, PropertiesMustBeDescribed) {
  EXPECT_THAT(Promise(Typed(R"("a": {})", R"("a")"), R"({"z": 1})"),
              ElementsAre("response.body.incompatible response.body"));
  EXPECT_THAT(Promise(R"({"properties": {"a": {}}})", R"({"z": 1})"),
              ElementsAre("provider.property.undocumented response.body"));
  EXPECT_THAT(Promise(R"({"type": "object", "properties": {"a": {}},
                          "additionalProperties": true})",
                      R"({"z": 1})"),
              ElementsAre("provider.property.undocumented response.body"));
  EXPECT_THAT(Promise(R"({"type": "object"})", R"({"z": 1})"),
              ElementsAre("provider.property.undocumented response.body"));
  EXPECT_THAT(Promise("{}", R"({"z": 1})"), IsEmpty());
  EXPECT_THAT(Promise(R"({"type": "object", "additionalProperties": {"type": "integer"}})",
                      R"({"z": "x"})"),
              ElementsAre("response.body.incompatible response.body.z"));
  EXPECT_THAT(Promise(R"({"properties": {"a": {}}, "additionalProperties": false})", R"({"z": 1})"),
              ElementsAre("response.body.incompatible response.body"));
}

TEST(Promise, AllOfDescribesTogether) {
  const std::string schema = R"({"allOf": [
      {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]},
      {"type": "object", "properties": {"b": {"type": "integer"}}, "required": ["b"]}]})";
  EXPECT_THAT(Promise(schema, R"({"a": 1, "b": 2})"), IsEmpty());
  EXPECT_THAT(Promise(schema, R"({"a": 1, "c": 2})"),
              ElementsAre("response.body.incompatible response.body"));
}

constexpr const char* kPets = R"({"oneOf": [
    {"type": "object", "properties": {"kind": {"enum": ["cat"]}, "meows": {"type": "boolean"}},
     "required": ["kind", "meows"]},
    {"type": "object", "properties": {"kind": {"enum": ["dog"]}, "barks": {"type": "boolean"}},
     "required": ["kind", "barks"]}]})";

TEST(Promise, OneAlternativeHoldsAllThatIsExpected) {
  EXPECT_THAT(Promise(kPets, R"({"kind": "cat", "meows": true})"), IsEmpty());
  EXPECT_THAT(Promise(kPets, R"({"meows": true})"), IsEmpty());
  EXPECT_THAT(Promise(kPets, R"({"meows": true, "barks": true})"),
              ElementsAre("response.body.incompatible response.body"));
  EXPECT_THAT(Promise(kPets, R"({"kind": "dog", "barks": 1})"),
              ElementsAre("response.body.incompatible response.body.barks"));
}

TEST(Promise, SaysWhyOtherAlternativesWereNotTaken) {
  const auto checks = CheckAll({Answers(kPets)}, Expects(R"({"kind": "dog", "barks": 1})"));
  ASSERT_EQ(checks.at(0).findings.size(), 1U);
  const auto& related = checks[0].findings[0].related;
  ASSERT_EQ(related.size(), 2U);
  EXPECT_THAT(related[1].label, HasSubstr("another alternative of 'oneOf': 'kind'"));
}

TEST(Promise, DiscriminatorDecides) {
  const std::string schema =
      R"({"discriminator": {"propertyName": "kind"}, )" + std::string(kPets).substr(1);
  EXPECT_THAT(Promise(schema, R"({"kind": "cat", "barks": true})"),
              ElementsAre("response.body.incompatible response.body"));
  EXPECT_THAT(Promise(schema, R"({"kind": "cow"})"),
              ElementsAre("response.body.incompatible response.body"));
  EXPECT_THAT(Promise(schema, R"({"meows": true})"),
              ElementsAre("response.body.incompatible response.body"));
}

TEST(Promise, AnyOfMayHoldTogether) {
  const std::string schema = R"({"anyOf": [
      {"type": "object", "properties": {"a": {"type": "integer"}}},
      {"type": "object", "properties": {"b": {"type": "integer"}}}]})";
  EXPECT_THAT(Promise(schema, R"({"a": 1, "b": 2})"),
              ElementsAre("provider.property.optional response.body.a",
                          "provider.property.optional response.body.b"));
  EXPECT_THAT(Promise(schema, R"({"z": 2})"),
              ElementsAre("response.body.incompatible response.body"));
}

TEST(Promise, RemarksOnOptionalPropertiesOncePerSchema) {
  const std::string schema =
      R"({"type": "array", "items": )" + Typed(R"("a": {}, "b": {})", R"("a")") + "}";
  EXPECT_THAT(Promise(schema, R"([{"a": 1, "b": 1}, {"b": 2}])"),
              ElementsAre("provider.property.optional response.body[0].b"));
}

TEST(Promise, EnumsAndNullsThatWereNotTested) {
  const std::string schema = Typed(R"("s": {"enum": ["A", "B"]},
                                      "n": {"type": "string", "nullable": true})",
                                   R"("s", "n")");
  EXPECT_THAT(Promise(schema, R"({"s": "A", "n": "x"})"),
              ElementsAre("provider.enum.unexercised response.body.s",
                          "provider.null.unexercised response.body.n"));
  EXPECT_THAT(Promise(schema, R"({"s": "A", "n": null})", R"("$.s": {"matchers":
                      [{"match": "type"}]})"),
              IsEmpty());
  const std::string list = R"({"type": "array", "items": )" + schema + "}";
  EXPECT_THAT(Promise(list, R"([{"s": "A", "n": "x"}, {"s": "B", "n": null}])"), IsEmpty());
}

std::vector<std::string> Rule(const std::string& schema,
                              const std::string& example,
                              const std::string& matcher) {
  return Promise(Typed("\"v\": " + schema, "\"v\""),
                 fmt::format(R"({{"v": {}}})", example),
                 fmt::format(R"("$.v": {{"matchers": [{}]}})", matcher));
}

TEST(Promise, RulesAreSets) {
  const char* integer = R"({"match": "integer"})";
  const char* type = R"({"match": "type"})";
  EXPECT_THAT(Rule(R"({"type": "integer"})", "1", integer), IsEmpty());
  EXPECT_THAT(Rule(R"({"type": "number"})", "1", integer),
              ElementsAre("provider.value.wider response.body.v"));
  EXPECT_THAT(Rule(R"({"type": "string"})", "\"1\"", integer),
              ElementsAre("provider.value.impossible response.body.v"));
  EXPECT_THAT(Rule(R"({"type": "string", "pattern": "^[A-Z]+$"})", "\"abc\"", type),
              ElementsAre("provider.example.impossible response.body.v"));
  EXPECT_THAT(Rule(R"({"type": "integer"})", "\"abc\"", type),
              ElementsAre("response.body.incompatible response.body.v"));
  EXPECT_THAT(Rule(R"({"type": "string", "enum": ["A", "B"]})",
                   "\"A\"",
                   R"({"match": "regex", "regex": "A|C"})"),
              ElementsAre("provider.value.wider response.body.v"));
}

TEST(Promise, PatternsAgainstRegexes) {
  const auto with = [](const char* pattern, const char* regex) {
    return Rule(fmt::format(R"({{"type": "string", "pattern": "{}"}})", pattern),
                "\"ORD-1\"",
                fmt::format(R"({{"match": "regex", "regex": "{}"}})", regex));
  };
  EXPECT_THAT(with("^ORD-[0-9]+$", "ORD-[0-9]+"), IsEmpty());
  EXPECT_THAT(with("^ORD-[0-9]+$", "[A-Z]+-[0-9]+"), IsEmpty());
  EXPECT_THAT(with("^ORD-[0-9]+$", "ORD-[1-9]"),
              ElementsAre("provider.value.wider response.body.v"));
}

TEST(Promise, DatesAgainstFormats) {
  const auto with = [](const char* format, const char* layout, const char* example) {
    return Rule(fmt::format(R"({{"type": "string", "format": "{}"}})", format),
                fmt::format("\"{}\"", example),
                fmt::format(R"({{"match": "date", "date": "{}"}})", layout));
  };
  EXPECT_THAT(with("date", "yyyy-MM-dd", "2026-03-01"), IsEmpty());
  EXPECT_THAT(with("date", "dd.MM.yyyy", "2026-03-01"),
              ElementsAre("provider.value.impossible response.body.v"));
}

TEST(Promise, EmptyExamplesSayNothing) {
  EXPECT_THAT(Promise(R"({"type": "array", "items": {"type": "integer"}})", "[]"),
              ElementsAre("provider.example.empty response.body"));
  EXPECT_THAT(Promise(Typed(R"("a": {})", ""), "{}"),
              ElementsAre("provider.example.empty response.body"));
}

TEST(Promise, WriteOnlyPropertiesNeverCome) {
  EXPECT_THAT(
      Promise(Typed(R"("pw": {"type": "string", "writeOnly": true})", R"("pw")"), R"({"pw": "x"})"),
      ElementsAre("provider.property.write-only response.body.pw"));
}

TEST(Promise, ConditionsKeepWhatTheyRequire) {
  const std::string schema = R"({"type": "object",
      "properties": {"by": {"type": "string"}, "card": {"type": "string"}}, "required": ["by"],
      "if": {"properties": {"by": {"const": "card"}}}, "then": {"required": ["card"]}})";
  const auto judge = [&](const char* body) {
    return Findings(Answers(schema, "3.1.0"), Expects(body));
  };
  EXPECT_THAT(judge(R"({"by": "card", "card": "4"})"), IsEmpty());
  EXPECT_THAT(judge(R"({"by": "card"})"), ElementsAre("response.body.incompatible response.body"));
  EXPECT_THAT(judge(R"({"by": "cash"})"), IsEmpty());
}

TEST(Promise, TuplesAndLimits) {
  const auto judge = [](const char* schema, const char* body) {
    return Findings(Answers(schema, "3.1.0"), Expects(body));
  };
  const char* tuple = R"({"type": "array", "prefixItems": [{"type": "string"}], "items": false})";
  EXPECT_THAT(judge(tuple, R"(["a"])"), IsEmpty());
  EXPECT_THAT(judge(tuple, "[5]"), ElementsAre("response.body.incompatible response.body[0]"));
  EXPECT_THAT(judge(tuple, R"(["a", 1])"),
              ElementsAre("response.body.incompatible response.body[1]"));
  EXPECT_THAT(judge(R"({"type": "array", "maxItems": 1, "items": {}})", "[1, 2]"),
              ElementsAre("response.body.incompatible response.body"));
  EXPECT_THAT(judge(R"({"type": "array", "uniqueItems": true, "items": {}})", "[1, 1.0]"),
              ElementsAre("response.body.incompatible response.body"));
  EXPECT_THAT(judge(R"({"type": "object", "propertyNames": {"pattern": "^a"},
                        "additionalProperties": {}})",
                    R"({"b": 1})"),
              ElementsAre("response.body.incompatible response.body"));
}

std::vector<std::string> Array(const std::string& keywords,
                               const std::string& body,
                               const std::string& rules = "") {
  return Findings(Answers(R"({"type": "array", )" + keywords + "}", "3.1.0"), Expects(body, rules));
}

TEST(Promise, WhatAnArrayContainsIsCounted) {
  const char* one = R"("items": {}, "contains": {"type": "integer"})";
  EXPECT_THAT(Array(one, R"(["a", 1])"), IsEmpty());
  EXPECT_THAT(Array(one, R"(["a"])"), ElementsAre("response.body.incompatible response.body"));
  const std::string some = std::string(one) + R"(, "minContains": 2, "maxContains": 3)";
  EXPECT_THAT(Array(some, "[1, 2]"), IsEmpty());
  EXPECT_THAT(Array(some, R"([1, "a"])"), ElementsAre("response.body.incompatible response.body"));
  EXPECT_THAT(Array(some, "[1, 2, 3, 4]"), ElementsAre("response.body.incompatible response.body"));
  EXPECT_THAT(Array(std::string(one) + R"(, "minContains": 0)", R"(["a"])"), IsEmpty());
  EXPECT_THAT(Array(one, R"(["a"])", R"("$": {"matchers": [{"match": "type", "min": 1}]})"),
              testing::Contains("provider.example.impossible response.body"));
  const char* others = R"("contains": {"type": "integer"}, "unevaluatedItems": {"const": "a"})";
  EXPECT_THAT(Array(others, R"(["a", 1])"), IsEmpty());
  EXPECT_THAT(Array(others, R"(["b", 1])"),
              ElementsAre("response.body.incompatible response.body[0]"));
}

TEST(Promise, ObjectsMayHoldMoreThanTheConsumerSpeaksOf) {
  const std::string kind = R"("items": {"type": "object", "properties": {"k": {}, "n": {}},
      "required": ["k", "n"]}, "contains": {"properties": {"k": {"const": "a"}}, "required": ["k"]})";
  EXPECT_THAT(Array(kind, R"([{"k": "a"}])"), IsEmpty());
  EXPECT_THAT(Array(kind, R"([{"n": 1}])"), IsEmpty());
  EXPECT_THAT(Array(kind, R"([{"k": "b"}])"),
              ElementsAre("response.body.incompatible response.body"));
  EXPECT_THAT(Array(kind + R"(, "maxContains": 1)", R"([{"k": "a"}, {"k": "a"}])"),
              ElementsAre("not checked: `maxContains` of response.body"));
}

TEST(Promise, ARuleForAllItemsIsOneForThoseThatAreAlwaysThere) {
  const char* admin = R"("items": {"type": "string"}, "contains": {"const": "admin"})";
  const auto rules = [](const char* regex) {
    return fmt::format(R"("$": {{"matchers": [{{"match": "type"}}]}},
                           "$[*]": {{"matchers": [{{"match": "regex", "regex": "{}"}}]}})",
                       regex);
  };
  EXPECT_THAT(Array(admin, R"(["admin", "user1"])", rules("user.|admin")),
              ElementsAre("provider.value.wider response.body[0]",
                          "provider.value.wider response.body[1]"));
  EXPECT_THAT(Array(admin, R"(["user1"])", rules("user.")),
              testing::Contains("provider.value.impossible response.body[0]"));
}

TEST(Promise, RecursiveSchemasAndUnionsEndInTime) {
  const std::string spec = R"({"openapi": "3.1.0", "info": {"title": "t", "version": "1"},
      "paths": {"/o": {"get": {"responses": {"200": {"description": "", "content":
      {"application/json": {"schema": {"$ref": "#/components/schemas/T"}}}}}}}},
      "components": {"schemas": {"T": {"anyOf": [
        {"type": "object", "properties": {"c": {"$ref": "#/components/schemas/T"}}},
        {"type": "object", "properties": {"c": {"$ref": "#/components/schemas/T"}}},
        {"type": "object", "properties": {"d": {"$ref": "#/components/schemas/T"}}}]}}}})";
  std::string body = "1";
  for (int i = 0; i < 200; ++i) {
    body = R"({"c": )" + body + "}";
  }
  EXPECT_THAT(Findings(spec, Expects(body)), testing::Not(IsEmpty()));
}

TEST(Promise, ArraysThatContainArraysEndInTime) {
  const std::string spec = R"({"openapi": "3.1.0", "info": {"title": "t", "version": "1"},
      "paths": {"/o": {"get": {"responses": {"200": {"description": "", "content":
      {"application/json": {"schema": {"$ref": "#/components/schemas/T"}}}}}}}},
      "components": {"schemas": {"T": {"type": "array", "items": {"$ref": "#/components/schemas/T"},
        "contains": {"$ref": "#/components/schemas/T"}}}}})";
  const std::string body = std::string(300, '[') + "1" + std::string(300, ']');
  EXPECT_THAT(Findings(spec, Expects(body)),
              testing::Contains(testing::StartsWith("response.body.incompatible")));
}

TEST(Promise, HostilePatternsAreGivenUp) {
  EXPECT_THAT(Promise(Typed(R"("v": {"type": "string", "pattern": "^(a+)+$"})", R"("v")"),
                      "{\"v\": \"" + std::string(5000, 'a') + "!\"}"),
              ElementsAre("response.body.incompatible response.body.v"));
}

}  // namespace
}  // namespace accord::conform::test
