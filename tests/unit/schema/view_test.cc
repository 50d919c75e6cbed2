#include "tests/unit/schema/build_support.h"

namespace accord::schema::test {
namespace {

SchemaPtr In(View view, const std::string& text) {
  CompileOptions options;
  options.dialect = Dialect::kOpenApi31;
  options.view = view;
  return SchemaOf(text, options);
}

constexpr std::string_view kUser = R"({"type":"object","required":["id","name","password"],
  "properties":{"id":{"type":"integer","readOnly":true},"name":{"type":"string"},
                "password":{"type":"string","writeOnly":true}},"additionalProperties":false})";

TEST(View, WholeDemandsEverything) {
  const SchemaPtr user = In(View::kWhole, std::string(kUser));
  EXPECT_FALSE(Fits(*user, R"({"name":"a","password":"b"})"));
  EXPECT_TRUE(Fits(*user, R"({"id":1,"name":"a","password":"b"})"));
}

TEST(View, ReaderOfARequestDemandsAndChecksNothingReadOnly) {
  const SchemaPtr user = In(View::kRequest, std::string(kUser));
  EXPECT_TRUE(Fits(*user, R"({"name":"a","password":"b"})"));
  EXPECT_TRUE(Fits(*user, R"({"id":"any","name":"a","password":"b"})"));
  EXPECT_FALSE(Fits(*user, R"({"name":"a"})"));
}

TEST(View, ReaderOfAResponse) {
  const SchemaPtr user = In(View::kResponse, std::string(kUser));
  EXPECT_TRUE(Fits(*user, R"({"id":1,"name":"a"})"));
  EXPECT_TRUE(Fits(*user, R"({"id":1,"name":"a","password":7})"));
  EXPECT_FALSE(Fits(*user, R"({"name":"a"})"));
}

TEST(View, WriterLeavesOutWhatIsNoPart) {
  const SchemaPtr request = In(View::kSentRequest, std::string(kUser));
  EXPECT_TRUE(Fits(*request, R"({"name":"a","password":"b"})"));
  EXPECT_FALSE(Fits(*request, R"({"id":1,"name":"a","password":"b"})"));
  const SchemaPtr response = In(View::kSentResponse, std::string(kUser));
  EXPECT_TRUE(Fits(*response, R"({"id":1,"name":"a"})"));
  EXPECT_FALSE(Fits(*response, R"({"id":1,"name":"a","password":"b"})"));
}

TEST(View, SeenThroughReferencesAndAllOf) {
  const SchemaPtr schema = In(View::kRequest,
                              R"({"type":"object","required":["a","b","c"],"properties":{
      "a":{"$ref":"#/$defs/Id"},"b":{"allOf":[{"$ref":"#/$defs/Plain"},{"readOnly":true}]},
      "c":{"anyOf":[{"$ref":"#/$defs/Id"},{"type":"null"}]}},
      "$defs":{"Id":{"$ref":"#/$defs/Deep"},"Deep":{"type":"integer","readOnly":true},
               "Plain":{"type":"integer"}}})");
  EXPECT_FALSE(Fits(*schema, "{}"));
  EXPECT_TRUE(Fits(*schema, R"({"c":null})"));
  EXPECT_TRUE(Fits(*schema, R"({"a":"x","b":"y","c":1})"));
}

TEST(View, RequiredBesideWhatHasTheProperty) {
  const std::string base = R"("$defs":{"Base":{"properties":{"id":{"readOnly":true}}},
                                       "Demand":{"required":["id"]}})";
  const SchemaPtr beside = In(
      View::kRequest, R"({"allOf":[{"$ref":"#/$defs/Base"}],"required":["id","x"],)" + base + "}");
  EXPECT_TRUE(Fits(*beside, R"({"x":1})"));
  EXPECT_FALSE(Fits(*beside, "{}"));
  const SchemaPtr branch =
      In(View::kRequest, R"({"allOf":[{"$ref":"#/$defs/Base"},{"required":["id"]}],)" + base + "}");
  EXPECT_TRUE(Fits(*branch, "{}"));
  // What others refer to as well stays as it is.
  const SchemaPtr shared =
      In(View::kRequest,
         R"({"allOf":[{"$ref":"#/$defs/Base"},{"$ref":"#/$defs/Demand"}],)" + base + "}");
  EXPECT_FALSE(Fits(*shared, "{}"));
}

TEST(View, PlacesOfPropertiesStay) {
  const SchemaPtr user = In(View::kSentRequest, std::string(kUser));
  const SchemaNode& id = *user->root().properties[0].schema;
  EXPECT_EQ(id.pointer, "/properties/id");
  EXPECT_EQ(SpanOf(id, {}).start.line, 2U);
}

SchemaPtr AsText(const std::string& text) {
  CompileOptions options;
  options.as_text = true;
  return SchemaOf(text, options);
}

TEST(AsText, StringsTakeNumbersAndBooleans) {
  const SchemaPtr schema = AsText(R"({"type":"string"})");
  EXPECT_TRUE(Fits(*schema, "12"));
  EXPECT_TRUE(Fits(*schema, "0.5"));
  EXPECT_TRUE(Fits(*schema, "true"));
  EXPECT_FALSE(Fits(*schema, "[]"));
  EXPECT_FALSE(Fits(*schema, "null"));
}

TEST(AsText, NumbersAndBooleansTakeTheirSpelling) {
  const SchemaPtr integer = AsText(R"({"type":"integer"})");
  EXPECT_TRUE(Fits(*integer, R"("-12")"));
  EXPECT_FALSE(Fits(*integer, R"("1.5")"));
  EXPECT_FALSE(Fits(*integer, R"("x")"));
  const SchemaPtr number = AsText(R"({"type":"number"})");
  EXPECT_TRUE(Fits(*number, R"("1.5e3")"));
  EXPECT_FALSE(Fits(*number, R"("1.")"));
  const SchemaPtr boolean = AsText(R"({"type":"array","items":{"type":"boolean"}})");
  EXPECT_TRUE(Fits(*boolean, R"(["true",false])"));
  EXPECT_FALSE(Fits(*boolean, R"(["yes"])"));
  EXPECT_FALSE(Fits(*boolean, R"("true")"));
}

TEST(AsText, WhatSaysMoreIsLeftAlone) {
  EXPECT_FALSE(Fits(*AsText(R"({"type":"string","maxLength":1})"), "12"));
  EXPECT_FALSE(Fits(*AsText(R"({"type":"integer","maximum":9})"), R"("12")"));
  EXPECT_FALSE(Fits(*AsText(R"({"allOf":[{"type":"string"},{"minLength":3}]})"), "12"));
  EXPECT_FALSE(Fits(*AsText(R"({"oneOf":[{"type":"string"},{"type":"array"}]})"), "12"));
  EXPECT_TRUE(Fits(*AsText(R"({"anyOf":[{"type":"string"},{"type":"array"}]})"), "12"));
  EXPECT_TRUE(
      Fits(*AsText(R"({"$ref":"#/$defs/a","$defs":{"a":{"allOf":[{"type":"string"}]}}})"), "12"));
}

}  // namespace
}  // namespace accord::schema::test
