#include "document/form_schema.h"

#include "tests/unit/document/parsing.h"

namespace accord::document {
namespace {

constexpr const char* kSchema = R"({
  "type": "object",
  "required": ["status"],
  "additionalProperties": false,
  "properties": {
    "status": {"type": "integer", "minimum": 100, "maximum": 599},
    "method": {"enum": ["GET", "POST"]},
    "kind": {"const": "http"},
    "path": {"type": "string", "pattern": "^/"},
    "name": {"type": "string", "minLength": 1},
    "tags": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"type": "string"}},
    "body": {"anyOf": [{"type": "string"}, {"type": "object", "required": ["content"],
      "properties": {"content": {"type": "string"}, "encoded": {"type": ["boolean", "string"]}}}]},
    "list": {"type": "array", "items": {"$ref": "#/definitions/entry"}},
    "never": false
  },
  "definitions": {"entry": {"type": "object", "properties": {"n": {"type": "number", "exclusiveMinimum": 0}}}}
})";

std::vector<finding::Finding> Check(std::string text) {
  static const auto* const kCompiled =
      new base::Result<std::unique_ptr<FormSchema>>(FormSchema::Compile("test", kSchema));
  EXPECT_TRUE(kCompiled->ok());
  const DocumentPtr document = MustParse(std::move(text));
  return kCompiled->value()->Check(*document, document->root());
}

struct Case {
  const char* text;
  const char* message;
  const char* path;
};

class FormSchemaWording : public testing::TestWithParam<Case> {};

TEST_P(FormSchemaWording, IsPlain) {
  const std::vector<finding::Finding> findings = Check(GetParam().text);
  ASSERT_EQ(findings.size(), 1U) << GetParam().text;
  EXPECT_EQ(findings[0].rule, &kSchemaViolation);
  EXPECT_EQ(findings[0].message, GetParam().message);
  EXPECT_EQ(findings[0].path, GetParam().path);
}

INSTANTIATE_TEST_SUITE_P(
    Table,
    FormSchemaWording,
    testing::Values(
        Case{"[]", "the document must be an object, not an array", "$"},
        Case{"{}", "the document lacks the key 'status'", "$"},
        Case{R"({"status":"200"})", "'status' must be an integer, not a string", "$.status"},
        Case{R"({"status":200.5})", "'status' must be an integer, not a number", "$.status"},
        Case{R"({"status":99})", "'status' must be at least 100", "$.status"},
        Case{R"({"status":600})", "'status' must be at most 599", "$.status"},
        Case{R"({"status":200,"method":"PUT"})",
             R"('method' must be "GET" or "POST", not "PUT")",
             "$.method"},
        Case{R"({"status":200,"kind":1})", R"('kind' must be "http", not 1)", "$.kind"},
        Case{R"({"status":200,"path":"x"})", R"('path' must match ^/, but is "x")", "$.path"},
        Case{R"({"status":200,"name":""})", "'name' must not be empty", "$.name"},
        Case{R"({"status":200,"tags":[]})", "'tags' must not be empty", "$.tags"},
        Case{R"({"status":200,"tags":["a","a"]})", "'tags' holds the same item twice", "$.tags"},
        Case{R"({"status":200,"tags":["a",null]})",
             "item 1 of 'tags' must be a string, not null",
             "$.tags[1]"},
        Case{R"({"status":200,"body":true})",
             "'body' must be a string or an object, not a boolean",
             "$.body"},
        Case{R"({"status":200,"body":{"content":1}})",
             "'content' must be a string, not a number",
             "$.body.content"},
        Case{R"({"status":200,"body":{"content":"","encoded":1}})",
             "'encoded' must be true or false or a string, not a number",
             "$.body.encoded"},
        Case{R"({"status":200,"list":[{},{"n":0}]})", "'n' must be greater than 0", "$.list[1].n"},
        Case{R"({"status":200,"never":1})",
             "the document does not have the form that belongs here",
             "$"}));

TEST(FormSchema, AcceptsWhatFits) {
  EXPECT_TRUE(
      Check(R"({"status":200,"method":"GET","body":{"content":"x"},"tags":["a","b"]})").empty());
  EXPECT_TRUE(Check(R"({"status":2.0e2})").empty());
  EXPECT_TRUE(Check("status: 200\nkind: http\n").empty());
}

TEST(FormSchema, PointsAtTheUnknownKeyAndSuggests) {
  const std::vector<finding::Finding> findings =
      Check("{\"status\": 200,\n  \"methods\": \"GET\"}");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].message, "the document may not hold the key 'methods'");
  EXPECT_EQ(findings[0].span.start, (finding::Position{2, 3}));
  EXPECT_EQ(findings[0].help, "did you mean 'method'?");
}

TEST(FormSchema, ListsSeveralFindingsInOrder) {
  const std::vector<finding::Finding> findings =
      Check("{\"path\": 1,\n\"name\": 2,\n\"status\": 3}");
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_EQ(findings[0].span.start.line, 1U);
  EXPECT_EQ(findings[1].span.start.line, 2U);
  EXPECT_EQ(findings[2].message, "'status' must be at least 100");
}

TEST(FormSchema, StopsAtAHundredFindings) {
  std::string text = R"({"status":200,"list":[0)";
  for (int i = 0; i < 100000; ++i) {
    text += ",0";
  }
  EXPECT_EQ(Check(text + "]}").size(), 100U);
}

TEST(FormSchema, ARepeatedKeyIsItsLastValue) {
  EXPECT_TRUE(Check(R"({"status":"x","status":200})").empty());
  EXPECT_EQ(Check(R"({"status":200,"status":"x"})").size(), 1U);
}

TEST(FormSchema, SurvivesLongStringsDeepTreesAndHugeNumbers) {
  const std::string path = "/" + std::string(1000000, 'a');
  EXPECT_TRUE(Check(R"({"status":200,"path":")" + path + "\"}").empty());
  const std::string deep = std::string(900, '[') + std::string(900, ']');
  EXPECT_EQ(Check(R"({"status":200,"body":)" + deep + "}").size(), 1U);
  const std::vector<finding::Finding> huge = Check(R"({"status":1e400})");
  ASSERT_EQ(huge.size(), 2U);
  EXPECT_EQ(huge[0].message, "'status' must be at most 599");
  EXPECT_EQ(huge[1].message, "'status' must be an integer, not a number");
}

TEST(FormSchema, LeavesOutComplaintsOfAlternativesForAnotherType) {
  const auto schema = FormSchema::Compile("test", R"({"type": "object", "allOf": [
    {"properties": {"answer": {"type": "object", "required": ["status"]}}},
    {"if": {"properties": {"kind": {"const": "list"}}},
     "then": {"properties": {"answer": {"type": "array"}}}}]})");
  ASSERT_TRUE(schema.ok());
  const auto check = [&](const char* text) {
    const DocumentPtr document = MustParse(text);
    return schema.value()->Check(*document, document->root());
  };
  const std::vector<finding::Finding> missing = check(R"({"answer": {}})");
  ASSERT_EQ(missing.size(), 1U);
  EXPECT_EQ(missing[0].message, "'answer' lacks the key 'status'");
  const std::vector<finding::Finding> contested = check(R"({"answer": {"status": 1}})");
  ASSERT_EQ(contested.size(), 1U);
  EXPECT_EQ(contested[0].message, "'answer' must be an array, not an object");
}

TEST(FormSchema, RefusesSchemasThatAreNone) {
  EXPECT_FALSE(FormSchema::Compile("bad", "{").ok());
  EXPECT_FALSE(FormSchema::Compile("bad", R"({"type": 7})").ok());
}

TEST(FormSchema, ReportsAPatternThatCannotBeCompiled) {
  const auto schema = FormSchema::Compile("bad", R"({"pattern": "("})");
  ASSERT_TRUE(schema.ok());
  const DocumentPtr document = MustParse("\"x\"");
  const std::vector<finding::Finding> findings = schema.value()->Check(*document, document->root());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_TRUE(findings[0].message.starts_with("cannot be checked as bad: "));
}

}  // namespace
}  // namespace accord::document
