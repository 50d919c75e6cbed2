#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "accord/document/document.h"
#include "accord/schema/schema.h"
#include "accord/schema/validate.h"

namespace accord::schema {
namespace {

SchemaPtr CompileText(const std::string& text, const CompileOptions& options = {}) {
  const document::LoadResult loaded = document::Parse("schema.json", text);
  EXPECT_TRUE(loaded.ok()) << text;
  const CompileResult result = Compile(document::Value(loaded.document), options);
  EXPECT_NE(result.schema, nullptr) << text;
  return result.schema;
}

bool Fits(const SchemaPtr& schema, const std::string& instance) {
  document::LoadOptions options;
  options.format = document::Format::kJson;
  const document::LoadResult loaded = document::Parse("instance.json", instance, options);
  EXPECT_TRUE(loaded.ok()) << instance;
  return schema != nullptr && loaded.ok() && IsValid(*schema, loaded.document->root());
}

bool Fits(const std::string& schema, const std::string& instance) {
  return Fits(CompileText(schema), instance);
}

TEST(ProgramTest, TypesOfEveryKind) {
  const std::string schema = R"({"type": ["integer", "null"]})";
  for (const char* valid : {"1", "1.0", "1e2", "-0", "null", "123456789012345678901234567890"}) {
    EXPECT_TRUE(Fits(schema, valid)) << valid;
  }
  for (const char* invalid : {"1.5", "1e-2", "true", "\"1\"", "[]", "{}"}) {
    EXPECT_FALSE(Fits(schema, invalid)) << invalid;
  }
}

TEST(ProgramTest, NumbersHaveFormatsToo) {
  struct Case {
    const char* format;
    const char* instance;
    bool fits;
  };
  for (const Case& test : {Case{"int32", "2147483647", true},
                           Case{"int32", "2147483648", false},
                           Case{"int32", "0.5", false},
                           Case{"int64", "9223372036854775808", false},
                           Case{"float", "1e39", false},
                           Case{"double", "1e39", true},
                           Case{"date", "7", true},
                           Case{"int32", "\"text\"", true}}) {
    const std::string schema = std::string(R"({"format": ")") + test.format + "\"}";
    CompileOptions options;
    options.formats = Formats::kAssert;
    const SchemaPtr asserted = CompileText(schema, options);
    EXPECT_EQ(Fits(asserted, test.instance), test.fits) << test.format << ' ' << test.instance;
    EXPECT_TRUE(Fits(schema, test.instance)) << test.format << ' ' << test.instance;
  }
}

TEST(ProgramTest, MembersWithNumbersBetweenBounds) {
  const SchemaPtr schema = CompileText(R"({"properties": {
      "month": {"type": "integer", "minimum": 1, "maximum": 12},
      "share": {"minimum": 0, "exclusiveMaximum": 1}, "any": {}}, "additionalProperties": false})");
  for (const char* valid : {R"({"month": 1})",
                            R"({"month": 12, "share": 0.5, "any": 13})",
                            R"({"month": 1.0, "share": 0})",
                            R"({"share": "text", "any": null})"}) {
    EXPECT_TRUE(Fits(schema, valid)) << valid;
  }
  for (const char* invalid : {R"({"month": 0})",
                              R"({"month": 13})",
                              R"({"month": 1.5})",
                              R"({"month": "1"})",
                              R"({"month": null})",
                              R"({"share": 1})",
                              R"({"share": -0.5})"}) {
    EXPECT_FALSE(Fits(schema, invalid)) << invalid;
  }
}

TEST(ProgramTest, NamesThatMustNotBeAreNoNumbers) {
  const SchemaPtr schema = CompileText(
      R"({"properties": {"month": {"maximum": 12}}, "propertyNames": {"maxLength": 3}})");
  EXPECT_FALSE(Fits(schema, R"({"month": 1})"));
  EXPECT_TRUE(Fits(schema, R"({"day": 1})"));
}

TEST(ProgramTest, RowsWithNumbersAndChoices) {
  const SchemaPtr schema = CompileText(R"({"items": {"properties": {
      "month": {"minimum": 1, "maximum": 12},
      "role": {"enum": ["", "a", "no", "yes", "user", "twelve bytes", "sixteen bytes it",
                        "seventeen bytes i", "more than seventeen bytes"]},
      "list": {"items": {"minimum": 3, "maximum": 14}}}}})");
  const auto rows = [](const std::string& last) {
    std::string text = "[";
    for (const char* role : {"",
                             "a",
                             "no",
                             "yes",
                             "user",
                             "twelve bytes",
                             "sixteen bytes it",
                             "seventeen bytes i",
                             "more than seventeen bytes"}) {
      text += R"({"month": 7, "role": ")" + std::string(role) + R"(", "list": [3, 10, 14, "x"]},)";
    }
    return text + last + "]";
  };
  EXPECT_TRUE(Fits(schema, rows(R"({"month": 12, "role": "yes", "list": []})")));
  EXPECT_TRUE(Fits(schema, rows(R"({"month": "12", "role": "no", "list": 0})")));
  for (const char* invalid : {R"({"month": 13, "role": "yes", "list": []})",
                              R"({"month": 0, "role": "yes", "list": []})",
                              R"({"month": 1, "role": "yet", "list": []})",
                              R"({"month": 1, "role": "b", "list": []})",
                              R"({"month": 1, "role": "sixteen bytes is", "list": []})",
                              R"({"month": 1, "role": "seventeen bytes j", "list": []})",
                              R"({"month": 1, "role": 1, "list": []})",
                              R"({"month": 1, "role": "yes", "list": [3, 15]})",
                              R"({"month": 1, "role": "yes", "list": [2]})"}) {
    EXPECT_FALSE(Fits(schema, rows(invalid))) << invalid;
  }
}

TEST(ProgramTest, SchemasWithoutProgramSayTheSame) {
  CompileOptions options;
  options.with_program = false;
  const SchemaPtr schema = CompileText(
      R"({"type": "object", "properties": {"a": {"minimum": 3}}, "required": ["a"]})", options);
  EXPECT_FALSE(schema->has_program());
  for (int i = 0; i < 40; ++i) {
    EXPECT_TRUE(Fits(schema, R"({"a": 3})"));
    EXPECT_FALSE(Fits(schema, R"({"a": 2})"));
    EXPECT_FALSE(Fits(schema, "{}"));
  }
}

TEST(ProgramTest, RowsOfOneShape) {
  const std::string schema = R"({"items": {
    "properties": {"a": {"type": "integer", "minimum": 3, "maximum": 250}, "b": {"type": "string"}},
    "required": ["a"], "additionalProperties": {"type": "null"}}})";
  const std::string good = R"({"a": 7, "b": "x", "c": null})";
  const auto rows = [&](const std::string& last) {
    return "[" + good + "," + good + "," + good + "," + last + "]";
  };
  EXPECT_TRUE(Fits(schema, rows(good)));
  EXPECT_TRUE(Fits(schema, rows(R"({"c": null, "b": "x", "a": 7})")));
  EXPECT_FALSE(Fits(schema, rows(R"({"a": 2, "b": "x", "c": null})")));
  EXPECT_FALSE(Fits(schema, rows(R"({"a": 7, "b": 1, "c": null})")));
  EXPECT_FALSE(Fits(schema, rows(R"({"a": 7, "b": "x", "c": 1})")));
  EXPECT_FALSE(Fits(schema, rows(R"({"x": null, "b": "x", "c": null})")));
  const std::string without = R"([{"b": "x"}, {"b": "x"}, {"b": "x"}])";
  EXPECT_FALSE(Fits(schema, without));
  const std::string closed =
      R"({"items": {"properties": {"a": {}}, "additionalProperties": false}})";
  EXPECT_TRUE(Fits(closed, R"([{"a": 1}, {"a": 2}, {"a": 3}])"));
  EXPECT_FALSE(Fits(closed, R"([{}, {"b": 1}, {"b": 1}])"));
}

// What the rows met first suffices for most of the others, never for those of another kind.
TEST(ProgramTest, RowsWhoseValuesDiffer) {
  const std::string schema = R"({"items": {"properties": {
    "any": {}, "text": {"type": ["string", "null"], "minLength": 2, "maxLength": 3},
    "whole": {"type": "integer"}, "age": {"type": "integer", "minimum": 5, "maximum": 150},
    "flag": {"type": "boolean"}, "even": {"multipleOf": 2}, "never": {"maxLength": 0},
    "list": {"items": {"minimum": 0, "maximum": 100}}}}})";
  const auto fits = [&](const std::string& member) {
    const std::string good =
        R"("any": 1, "text": "ab", "whole": 1, "age": 10, "flag": true, "even": 2, )"
        R"("never": "", "list": [1, 2])";
    const std::string name = member.substr(0, member.find(':'));
    const std::size_t at = good.find(name + ":");
    const std::size_t end = std::min(good.find(", \"", at), good.size());
    const std::string last = good.substr(0, at) + member + good.substr(end);
    return Fits(schema, "[{" + good + "}, {" + good + "}, {" + good + "}, {" + last + "}]");
  };
  for (const char* valid : {R"("any": {})",
                            R"("any": "text")",
                            R"("text": "abc")",
                            R"("text": "\u20ac\u20ac\u20ac")",
                            R"("text": null)",
                            R"("whole": -7)",
                            R"("whole": 1.0)",
                            R"("whole": 123456789012345678901)",
                            R"("age": 5)",
                            R"("age": 150)",
                            R"("age": 1e2)",
                            R"("flag": false)",
                            R"("even": 4)",
                            R"("even": "1")",
                            R"("never": 1)",
                            R"("list": [0, 100, 99.5, "x"])",
                            R"("list": [])",
                            R"("list": 7)"}) {
    EXPECT_TRUE(fits(valid)) << valid;
  }
  for (const char* invalid : {R"("text": "a")",
                              R"("text": "\u20ac")",
                              R"("text": "abcd")",
                              R"("text": 12)",
                              R"("whole": 1.5)",
                              R"("whole": "1")",
                              R"("age": 4)",
                              R"("age": 151)",
                              R"("age": 5.5)",
                              R"("age": -10)",
                              R"("flag": 1)",
                              R"("even": 3)",
                              R"("never": "a")",
                              R"("list": [1, 101])",
                              R"("list": [1, -1])",
                              R"("list": [1, 100.5])"}) {
    EXPECT_FALSE(fits(invalid)) << invalid;
  }
}

// Objects in typical rows are not looked at, those in others are.
TEST(ProgramTest, RowsOfObjects) {
  const std::string schema = R"({"items": {"properties": {
    "plain": {"properties": {"a": {"type": "string"}, "in": {"required": ["x"]}},
              "required": ["a"], "type": "object"},
    "closed": {"properties": {"a": true}, "additionalProperties": false},
    "sized": {"properties": {"a": {"maxLength": 3}}},
    "list": {"type": "array", "items": {"type": "integer"}}}}})";
  const std::string plain = R"({"a": "s", "in": {"x": 1}})";
  const auto row = [](const std::string& first,
                      const std::string& closed = R"({"a": 1})",
                      const std::string& sized = R"({"a": "abc"})",
                      const std::string& list = "[1, 2]") {
    return R"({"plain": )" + first + R"(, "closed": )" + closed + R"(, "sized": )" + sized +
           R"(, "list": )" + list + "}";
  };
  const auto fits = [&](const std::string& last) {
    const std::string good = row(plain);
    std::string rows = "[";
    for (int i = 0; i < 4; ++i) {
      rows += good + ", ";
    }
    return Fits(schema, rows + last + ", " + last + ", " + good + "]");
  };
  EXPECT_TRUE(fits(row(plain)));
  for (const char* valid : {R"({"a": "t", "in": {"x": "other"}})",
                            R"({"a": "t", "in": {"y": 1, "x": 1}})",
                            R"({"a": "t", "in": 7})",
                            R"({"b": 1, "a": "t"})"}) {
    EXPECT_TRUE(fits(row(valid))) << valid;
  }
  for (const char* invalid : {R"({"a": "t", "in": {"y": 1}})",
                              R"({"a": 1, "in": {"x": 1}})",
                              R"({"b": "s", "in": {"x": 1}})",
                              R"({"in": {"x": 1}})",
                              "[]",
                              "{}"}) {
    EXPECT_FALSE(fits(row(invalid))) << invalid;
  }
  EXPECT_TRUE(fits(row(plain, R"({"a": "other"})")));
  EXPECT_TRUE(fits(row(plain, "{}")));
  EXPECT_FALSE(fits(row(plain, R"({"b": 1})")));
  EXPECT_FALSE(fits(row(plain, R"({"a": 1, "a": 2, "b": 1})")));
  EXPECT_FALSE(fits(row(plain, R"({"a": 1})", R"({"a": "abcd"})")));
  EXPECT_FALSE(fits(row(plain, R"({"a": 1})", R"({"a": "abc"})", R"([1, ""])")));
  EXPECT_FALSE(fits(row(plain, R"({"a": 1})", R"({"a": "abc"})", R"({"a": 1})")));
}

// The rows met first are no model for what they have wrong, or differ in.
TEST(ProgramTest, RowsAfterOthersOfTheirShape) {
  const std::string schema =
      R"({"items": {"properties": {"a": {"properties": {"b": {"type": "integer"}}}}}})";
  const std::string text = R"({"a": {"b": "text"}})";
  const std::string number = R"({"a": {"b": 1}})";
  const std::string deeper = R"({"a": {"b": {"b": 1}}})";
  for (const std::string& bad : {text, deeper}) {
    const std::string goods = number + ", " + number + ", " + number;
    EXPECT_TRUE(Fits(schema, "[" + goods + "]"));
    EXPECT_FALSE(Fits(schema, "[" + bad + ", " + goods + "]"));
    EXPECT_FALSE(Fits(schema, "[" + bad + ", " + bad + ", " + goods + "]"));
    EXPECT_FALSE(Fits(schema, "[" + goods + ", " + bad + ", " + bad + "]"));
  }
  // What comes before the items decides which objects are typical.
  const std::string below = R"({"properties": {"rows": )" + schema + "}}";
  const auto after = [&](const std::string& before, const std::string& row) {
    std::string rows = row;
    for (int i = 0; i < 4; ++i) {
      rows += ", " + row;
    }
    return Fits(below, R"({"others": [)" + before + R"(], "rows": [)" + rows + "]}");
  };
  EXPECT_TRUE(after(text + ", " + text + ", " + deeper, number));
  EXPECT_FALSE(after(number + ", " + number, text));
  EXPECT_FALSE(after(text + ", " + text, text));
  EXPECT_FALSE(after(deeper + ", " + number + ", " + number, deeper));
}

TEST(ProgramTest, RowsAmongOtherItems) {
  const std::string schema = R"({"items": {"required": ["a"], "properties": {"a": {"const": 1}}}})";
  const std::string rows = R"([1, {"a": 1}, {"a": 1, "b": 2}, {"a": 1}, null, {"b": 2, "a": 1}, )"
                           R"({"a": 1}, {"a": 2, "a": 1}, [{}], {"a": 1, "b": 2})";
  EXPECT_TRUE(Fits(schema, rows + "]"));
  for (const char* bad : {"{}",
                          R"({"a": 2})",
                          R"({"b": 1})",
                          R"({"a": 2, "b": 2})",
                          R"({"b": 2, "a": 2})",
                          R"({"a": 1, "a": 2})"}) {
    EXPECT_FALSE(Fits(schema, rows + ", " + bad + "]")) << bad;
  }
  EXPECT_FALSE(
      Fits(R"({"items": {"type": "object", "minProperties": 2, "properties": {"a": true}}})",
           R"([{"a": 1, "b": 2}, {"a": 1, "b": 2}, {"a": 1}])"));
}

TEST(ProgramTest, OneShapeUnderTwoSchemas) {
  const std::string schema = R"({
    "properties": {
      "texts": {"items": {"properties": {"a": {"type": "string"}}}},
      "numbers": {"items": {"properties": {"a": {"type": "number"}}}}}})";
  EXPECT_TRUE(Fits(schema,
                   R"({"texts": [{"a": ""}, {"a": ""}, {"a": ""}],
                       "numbers": [{"a": 1}, {"a": 2}, {"a": 3}]})"));
  EXPECT_FALSE(Fits(schema,
                    R"({"texts": [{"a": ""}, {"a": ""}, {"a": ""}],
                        "numbers": [{"a": 1}, {"a": 2}, {"a": ""}]})"));
}

// What one document taught serves the next, in whatever thread.
TEST(ProgramTest, DocumentsOfOneShapeInManyThreads) {
  const SchemaPtr schema = CompileText(R"({
    "properties": {"id": {"type": "integer"}, "in": {"properties": {"x": {"type": "string"}}},
                   "n": {"maximum": 9}}, "required": ["id"]})");
  std::vector<int> wrong(4);
  std::vector<std::thread> threads;
  for (int& count : wrong) {
    threads.emplace_back([&] {
      for (int i = 0; i < 300; ++i) {
        const std::string own = ", \"own" + std::to_string(i / 3) + "\": ";
        const auto document = [&](const char* id, const char* inner, const char* number) {
          return R"({"id": )" + std::string(id) + R"(, "in": {"x": )" + inner + own + "0}" + own +
                 R"(1, "n": )" + number + "}";
        };
        count += Fits(schema, document("1", "\"\"", "9")) ? 0 : 1;
        count += Fits(schema, document("1.5", "\"\"", "9")) ? 1 : 0;
        count += Fits(schema, document("1", "null", "9")) ? 1 : 0;
        count += Fits(schema, document("1", "\"\"", "10")) ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(wrong, std::vector<int>(4));
}

// More shapes, and longer ones, than are remembered.
TEST(ProgramTest, ManyShapes) {
  const std::string schema =
      R"({"items": {"additionalProperties": {"type": "integer"}, "properties": {"z": {"const": 1}}}})";
  std::string rows;
  std::string last;
  for (int shape = 0; shape < 60; ++shape) {
    std::string row = "{\"s" + std::to_string(shape) + "\": 1";
    for (int i = 0; i < shape; ++i) {
      row += ", \"m" + std::to_string(i) + "\": 2";
    }
    for (int i = 0; i < 3; ++i) {
      rows += row + ", \"z\": 1}, ";
    }
    last = row + ", \"z\": 2}";
    EXPECT_TRUE(Fits(schema, "[" + rows + "{}]")) << shape;
    EXPECT_FALSE(Fits(schema, "[" + rows + last + "]")) << shape;
  }
}

// Bounds that the number of digits decides for most numbers.
TEST(ProgramTest, BoundsByDigits) {
  const std::string schema = R"({"minimum": 5, "maximum": 1200})";
  for (const char* valid : {"5", "9", "10", "99", "100", "999", "1000", "1200", "5.5", "1199.9"}) {
    EXPECT_TRUE(Fits(schema, valid)) << valid;
  }
  for (const char* invalid : {"4", "0", "1201", "9999", "10000", "-7", "1200.1", "4.9"}) {
    EXPECT_FALSE(Fits(schema, invalid)) << invalid;
  }
  EXPECT_TRUE(Fits(R"({"maximum": 99})", "99"));
  EXPECT_FALSE(Fits(R"({"maximum": 99})", "100"));
  EXPECT_FALSE(Fits(R"({"maximum": -1})", "0"));
  EXPECT_TRUE(Fits(R"({"maximum": 999999999999999999})", "999999999999999999"));
  EXPECT_FALSE(Fits(R"({"maximum": 999999999999999998})", "999999999999999999"));
}

TEST(ProgramTest, BoundsAreExact) {
  const std::string schema =
      R"({"minimum": 9007199254740993, "exclusiveMaximum": 9007199254740995.5})";
  EXPECT_FALSE(Fits(schema, "9007199254740992"));
  EXPECT_FALSE(Fits(schema, "9007199254740992.9999"));
  EXPECT_TRUE(Fits(schema, "9007199254740993.0"));
  EXPECT_TRUE(Fits(schema, "9007199254740995"));
  EXPECT_TRUE(Fits(schema, "9007199254740995.4999999"));
  EXPECT_FALSE(Fits(schema, "9007199254740995.5"));
  EXPECT_FALSE(Fits(schema, "1e400"));
  EXPECT_FALSE(Fits(schema, "-1e400"));
}

TEST(ProgramTest, BoundsOfNegativeFractions) {
  const std::string schema = R"({"minimum": -1.5, "maximum": -0.25})";
  EXPECT_TRUE(Fits(schema, "-1.5"));
  EXPECT_FALSE(Fits(schema, "-1.51"));
  EXPECT_TRUE(Fits(schema, "-1"));
  EXPECT_FALSE(Fits(schema, "-2"));
  EXPECT_TRUE(Fits(schema, "-0.25"));
  EXPECT_FALSE(Fits(schema, "-0.2"));
  EXPECT_FALSE(Fits(schema, "0"));
}

TEST(ProgramTest, BoundsBeyond64Bits) {
  EXPECT_FALSE(Fits(R"({"minimum": 1e30})", "5"));
  EXPECT_TRUE(Fits(R"({"minimum": 1e30})", "2e30"));
  EXPECT_TRUE(Fits(R"({"maximum": 1e30})", "5"));
  EXPECT_FALSE(Fits(R"({"maximum": -1e30})", "5"));
  EXPECT_FALSE(Fits(R"({"exclusiveMinimum": 9223372036854775807})", "9223372036854775807"));
  EXPECT_TRUE(Fits(R"({"exclusiveMinimum": 9223372036854775807})", "9223372036854775808"));
}

TEST(ProgramTest, MultiplesAreExact) {
  EXPECT_TRUE(Fits(R"({"multipleOf": 0.01})", "19.99"));
  EXPECT_FALSE(Fits(R"({"multipleOf": 0.01})", "19.999"));
  EXPECT_TRUE(Fits(R"({"multipleOf": 0.0001})", "0.0075"));
  EXPECT_TRUE(Fits(R"({"multipleOf": 0.5})", "1e308"));
  EXPECT_FALSE(Fits(R"({"multipleOf": 7})", "1e30"));
  EXPECT_TRUE(Fits(R"({"multipleOf": 3})", "-9"));
  EXPECT_FALSE(Fits(R"({"multipleOf": 3})", "-10"));
  EXPECT_TRUE(Fits(R"({"multipleOf": 1e-20})", "3"));
}

TEST(ProgramTest, LengthsCountCodePoints) {
  const std::string schema = R"({"minLength": 2, "maxLength": 3})";
  EXPECT_FALSE(Fits(schema, R"("é")"));
  EXPECT_TRUE(Fits(schema, R"("éé")"));
  EXPECT_TRUE(Fits(schema, R"("😀😀😀")"));
  EXPECT_FALSE(Fits(schema, R"("😀😀😀😀")"));
  EXPECT_TRUE(Fits(schema, R"("abc")"));
  EXPECT_FALSE(Fits(schema, R"("abcd")"));
  EXPECT_FALSE(Fits(R"({"minLength": 20})", R"("ééééééééééééééé")"));
}

TEST(ProgramTest, EnumsOfEveryKind) {
  const std::string schema =
      R"({"enum": ["red", "green", "a text that is longer than sixteen bytes", "", 1, true,
                   null, [1, {"a": 2}]]})";
  for (const char* valid : {"\"red\"",
                            "\"\"",
                            "\"a text that is longer than sixteen bytes\"",
                            "1.0",
                            "true",
                            "null",
                            R"([1.0, {"a": 2e0}])"}) {
    EXPECT_TRUE(Fits(schema, valid)) << valid;
  }
  for (const char* invalid : {"\"rad\"",
                              "\"a text that is longer than sixteen bytez\"",
                              "0",
                              "false",
                              "[1]",
                              "{}",
                              "[true, {\"a\": 2}]"}) {
    EXPECT_FALSE(Fits(schema, invalid)) << invalid;
  }
}

TEST(ProgramTest, EnumsThatMeetInAllOf) {
  const std::string schema = R"({"allOf": [{"enum": ["a", "b", 1]}, {"enum": ["b", "c", 2]}]})";
  EXPECT_TRUE(Fits(schema, "\"b\""));
  EXPECT_FALSE(Fits(schema, "\"a\""));
  EXPECT_FALSE(Fits(schema, "1"));
}

TEST(ProgramTest, MembersByNamePatternAndRest) {
  const std::string schema = R"({
    "properties": {"a": {"type": "integer"}, "xb": true},
    "patternProperties": {"^x": {"type": "string"}},
    "additionalProperties": {"type": "boolean"},
    "required": ["a", "z"]})";
  EXPECT_TRUE(Fits(schema, R"({"a": 1, "z": true})"));
  EXPECT_TRUE(Fits(schema, R"({"z": false, "xb": "s", "xc": "t", "a": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"a": 1, "z": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"a": 1, "z": true, "xb": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"a": 1, "z": true, "xc": true})"));
  EXPECT_FALSE(Fits(schema, R"({"a": 1, "b": true})"));
}

TEST(ProgramTest, ManyMembersOfWhichFewAreNamed) {
  std::string members;
  for (int i = 0; i < 40; ++i) {
    members += "\"key" + std::to_string(i) + "\": " + std::to_string(i) + ", ";
  }
  const std::string schema =
      R"({"properties": {"key7": {"maximum": 7}, "end": {"type": "null"}}, "required": ["end"]})";
  EXPECT_TRUE(Fits(schema, "{" + members + "\"end\": null}"));
  EXPECT_FALSE(Fits(schema, "{" + members + "\"end\": 1}"));
  EXPECT_FALSE(Fits(schema, "{" + members + "\"fin\": null}"));
}

TEST(ProgramTest, OfRepeatedKeysTheLastCounts) {
  const std::string schema =
      R"({"properties": {"a": {"type": "integer"}}, "required": ["a", "b"], "maxProperties": 2})";
  EXPECT_TRUE(Fits(schema, R"({"a": "x", "b": 1, "a": 2})"));
  EXPECT_FALSE(Fits(schema, R"({"a": 2, "b": 1, "a": "x"})"));
  EXPECT_FALSE(Fits(schema, R"({"a": 2, "a": 1})"));
}

TEST(ProgramTest, SchemasForTheSameMemberMeet) {
  const std::string schema = R"({
    "allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/b"}],
    "$defs": {
      "a": {"properties": {"n": {"minimum": 1}}, "required": ["n"]},
      "b": {"properties": {"n": {"maximum": 3}, "m": true}, "additionalProperties": false}}})";
  EXPECT_TRUE(Fits(schema, R"({"n": 2, "m": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"n": 0})"));
  EXPECT_FALSE(Fits(schema, R"({"n": 4})"));
  EXPECT_FALSE(Fits(schema, R"({"n": 2, "o": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"m": 2})"));
}

TEST(ProgramTest, NamesAreChecked) {
  const std::string schema =
      R"({"propertyNames": {"maxLength": 3}, "properties": {"long name": true, "ok": {"type": "null"}}})";
  EXPECT_TRUE(Fits(schema, R"({"abc": 1, "ok": null})"));
  EXPECT_FALSE(Fits(schema, R"({"abcd": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"long name": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"ok": 1})"));
}

TEST(ProgramTest, AlternativesToldApartByTag) {
  const std::string schema = R"({"oneOf": [
    {"properties": {"kind": {"const": "a"}, "x": {"type": "integer"}}, "required": ["kind"]},
    {"properties": {"kind": {"enum": ["b", "c"]}, "x": {"type": "string"}}, "required": ["kind"]},
    {"properties": {"kind": {"enum": ["c", 7]}, "x": {"type": "null"}}},
    {"properties": {"kind": {"type": "boolean"}}, "required": ["kind", "y"]}]})";
  EXPECT_TRUE(Fits(schema, R"({"kind": "a", "x": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"kind": "a", "x": "1"})"));
  EXPECT_TRUE(Fits(schema, R"({"kind": "c", "x": "1"})"));
  EXPECT_TRUE(Fits(schema, R"({"kind": "c", "x": null})"));
  EXPECT_FALSE(Fits(schema, R"({"kind": "c"})"));
  EXPECT_TRUE(Fits(schema, R"({"kind": 7})"));
  EXPECT_TRUE(Fits(schema, R"({"x": null})"));
  EXPECT_FALSE(Fits(schema, R"({"x": 1})"));
  EXPECT_TRUE(Fits(schema, R"({"kind": true, "y": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"kind": "d"})"));
}

TEST(ProgramTest, ConditionsAndDependencies) {
  const std::string schema = R"({
    "if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"maxProperties": 1},
    "dependentRequired": {"c": ["d"]}, "dependentSchemas": {"e": {"minProperties": 3}},
    "not": {"required": ["z"]}})";
  EXPECT_TRUE(Fits(schema, R"({"a": 1, "b": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"a": 1})"));
  EXPECT_TRUE(Fits(schema, R"({"q": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"q": 1, "r": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"a": 1, "b": 1, "c": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"e": 1})"));
  EXPECT_FALSE(Fits(schema, R"({"z": 1})"));
}

TEST(ProgramTest, ArraysTuplesAndContains) {
  const std::string schema = R"({
    "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": {"type": "boolean"},
    "contains": {"const": true}, "minContains": 1, "maxContains": 2, "uniqueItems": false})";
  EXPECT_TRUE(Fits(schema, R"(["a", 1, true])"));
  EXPECT_FALSE(Fits(schema, R"(["a", 1, false])"));
  EXPECT_FALSE(Fits(schema, R"(["a", 1, true, true, true])"));
  EXPECT_FALSE(Fits(schema, R"(["a", "b", true])"));
  EXPECT_FALSE(Fits(schema, R"([true])"));
}

TEST(ProgramTest, UniqueItemsOfAnySize) {
  EXPECT_TRUE(Fits(R"({"uniqueItems": true})", R"([1, true, "1", [1], {"a": 1}, 0, false])"));
  EXPECT_FALSE(Fits(R"({"uniqueItems": true})", R"([{"a": 1, "b": 2}, {"b": 2.0, "a": 1}])"));
  std::string many = "[";
  for (int i = 0; i < 1000; ++i) {
    many += std::to_string(i) + ", ";
  }
  EXPECT_TRUE(Fits(R"({"uniqueItems": true})", many + "1000]"));
  EXPECT_FALSE(Fits(R"({"uniqueItems": true})", many + "5e2]"));
}

TEST(ProgramTest, UnevaluatedMembersWhereNothingDependsOnTheValue) {
  const std::string schema = R"({
    "properties": {"a": true}, "allOf": [{"patternProperties": {"^x": true}}],
    "unevaluatedProperties": {"type": "null"}})";
  EXPECT_TRUE(Fits(schema, R"({"a": 1, "xy": 1, "b": null})"));
  EXPECT_FALSE(Fits(schema, R"({"a": 1, "b": 1})"));
}

TEST(ProgramTest, UnevaluatedMembersUnderConditions) {
  const std::string schema = R"({
    "anyOf": [
      {"properties": {"a": {"type": "integer"}}, "required": ["a"]},
      {"properties": {"b": {"type": "integer"}}, "required": ["b"]},
      {"properties": {"c": true}, "unevaluatedProperties": false, "required": ["c"]}],
    "if": {"properties": {"k": {"const": 1}}, "required": ["k"]},
    "dependentSchemas": {"a": {"properties": {"d": true}}},
    "unevaluatedProperties": false})";
  EXPECT_TRUE(Fits(schema, R"({"a": 1})"));
  EXPECT_TRUE(Fits(schema, R"({"a": 1, "b": 2, "k": 1, "d": 0})"));
  EXPECT_FALSE(Fits(schema, R"({"a": 1, "b": "no"})"));
  EXPECT_FALSE(Fits(schema, R"({"b": 1, "d": 0})"));
  EXPECT_FALSE(Fits(schema, R"({"a": 1, "k": 2})"));
  EXPECT_TRUE(Fits(schema, R"({"c": 1})"));
}

TEST(ProgramTest, UnevaluatedItemsCountWhatContainsMatched) {
  const std::string schema = R"({
    "prefixItems": [true], "contains": {"type": "string"}, "unevaluatedItems": false})";
  EXPECT_TRUE(Fits(schema, R"([1, "a", "b"])"));
  EXPECT_FALSE(Fits(schema, R"([1, "a", 2])"));
}

TEST(ProgramTest, UnevaluatedInARecursiveSchemaStaysLinear) {
  const SchemaPtr schema = CompileText(R"({
    "anyOf": [{"properties": {"next": {"$ref": "#"}}, "required": ["next"]},
              {"properties": {"end": true}, "required": ["end"]}],
    "unevaluatedProperties": false})");
  std::string deep;
  for (int i = 0; i < 300; ++i) {
    deep += "{\"next\": ";
  }
  const std::string close(300, '}');
  EXPECT_TRUE(Fits(schema, deep + R"({"end": 1})" + close));
  EXPECT_FALSE(Fits(schema, deep + R"({"end": 1, "other": 2})" + close));
}

TEST(ProgramTest, AnySchemaMayBeTheRoot) {
  const SchemaPtr schema =
      CompileText(R"({"properties": {"a": {"anyOf": [{"type": "string"}, {"minimum": 3}]}}})");
  ASSERT_NE(schema, nullptr);
  const SchemaNode& branch = *schema->root().properties[0].schema->any_of[1];
  const document::LoadResult two = document::Parse("i", "2");
  const document::LoadResult three = document::Parse("i", "3");
  EXPECT_FALSE(IsValid(*schema, branch, two.document->root()));
  EXPECT_TRUE(IsValid(*schema, branch, three.document->root()));
  EXPECT_TRUE(IsValid(*schema, schema->root(), two.document->root()));
}

TEST(ProgramTest, DeepInstancesAreFollowedToTheEnd) {
  const SchemaPtr schema =
      CompileText(R"({"anyOf": [{"items": {"$ref": "#"}, "type": "array"}, {"const": 1}]})");
  constexpr std::size_t kDepth = 9990;
  document::LoadOptions options;
  options.max_depth = 10000;
  const auto fits = [&](const std::string& leaf) {
    const document::LoadResult loaded =
        document::Parse("i", std::string(kDepth, '[') + leaf + std::string(kDepth, ']'), options);
    return IsValid(*schema, loaded.document->root());
  };
  EXPECT_TRUE(fits("1"));
  EXPECT_FALSE(fits("2"));
}

TEST(ProgramTest, SchemasThatReferToEachOtherInALongChain) {
  std::string text = R"({"$ref": "#/$defs/d0", "$defs": {)";
  constexpr int kLength = 3000;
  for (int i = 0; i < kLength; ++i) {
    text += "\"d" + std::to_string(i) + R"(": {"anyOf": [{"$ref": "#/$defs/d)" +
            std::to_string(i + 1) + R"("}, {"const": )" + std::to_string(i) + "}]}, ";
  }
  text += "\"d" + std::to_string(kLength) + R"(": {"type": "string"}}})";
  const SchemaPtr schema = CompileText(text);
  EXPECT_TRUE(Fits(schema, "\"a\""));
  EXPECT_TRUE(Fits(schema, "17"));
  EXPECT_FALSE(Fits(schema, "-1"));
}

}  // namespace
}  // namespace accord::schema
