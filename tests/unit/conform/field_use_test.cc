#include "conform/field_use.h"

#include <gtest/gtest.h>

#include "accord/document/document.h"

namespace accord::conform {
namespace {

pact::Body BodyOf(std::string json) {
  pact::Body body = pact::Body::Of(json, "application/json");
  body.json = document::Value(document::Parse("body.json", std::move(json)).document);
  return body;
}

pact::RuleCategory RulesAt(std::string_view path) {
  pact::RuleCategory rules(1);
  rules.front().key = path;
  rules.front().path = *pact::PathExpression::Parse(path);
  return rules;
}

TEST(FieldUse, WhatABodyHasIsUsed) {
  const pact::Body body = BodyOf(R"({"items": [{"id": 1}, {"id": 2, "tag": null}], "a b": {}})");
  EXPECT_TRUE(UsesField(body, {}, "$"));
  EXPECT_TRUE(UsesField(body, {}, "$.items"));
  EXPECT_TRUE(UsesField(body, {}, "$.items[*].id"));
  EXPECT_TRUE(UsesField(body, {}, "$.items[*].tag"));
  EXPECT_TRUE(UsesField(body, {}, "$.items[1].tag"));
  EXPECT_FALSE(UsesField(body, {}, "$.items[0].tag"));
  EXPECT_FALSE(UsesField(body, {}, "$.items[*].name"));
  EXPECT_TRUE(UsesField(body, {}, "$['a b']"));
  EXPECT_TRUE(UsesField(body, {}, "$.*"));
  EXPECT_FALSE(UsesField(body, {}, "$['a b'].*"));
}

TEST(FieldUse, WhatARuleSpeaksOfIsUsed) {
  const pact::Body body = BodyOf(R"({"items": []})");
  EXPECT_FALSE(UsesField(body, {}, "$.items[*].id"));
  EXPECT_TRUE(UsesField(body, RulesAt("$.items[*].id"), "$.items[*].id"));
  EXPECT_TRUE(UsesField(body, RulesAt("$.items[0].price.amount"), "$.items[*].price"));
  EXPECT_TRUE(UsesField(body, RulesAt("$.*[*].id"), "$.items[*].id"));
  EXPECT_FALSE(UsesField(body, RulesAt("$.items"), "$.items[*].id"));
  EXPECT_FALSE(UsesField(body, RulesAt("$.items[*].name"), "$.items[*].id"));
}

TEST(FieldUse, WithoutABodyNothingIs) {
  EXPECT_FALSE(UsesField(pact::Body::Missing(), RulesAt("$.id"), "$.id"));
  EXPECT_FALSE(UsesField(pact::Body::Missing(), {}, "$"));
}

TEST(FieldUse, OfAnUnreadableBodyAnythingMayBe) {
  EXPECT_TRUE(UsesField(pact::Body::Of("<a/>", "application/xml"), {}, "$.id"));
}

TEST(FieldUse, LacksWhatItsSurroundingsDoNotHave) {
  const pact::Body body = BodyOf(R"({"items": [{"id": 1}, {"id": 2, "tag": "x"}]})");
  EXPECT_TRUE(LacksField(body, "$.total"));
  EXPECT_TRUE(LacksField(body, "$.items[*].tag"));
  EXPECT_FALSE(LacksField(body, "$.items[*].id"));
  EXPECT_FALSE(LacksField(body, "$.customer.name"));
  EXPECT_FALSE(LacksField(pact::Body::Missing(), "$.total"));
}

}  // namespace
}  // namespace accord::conform
