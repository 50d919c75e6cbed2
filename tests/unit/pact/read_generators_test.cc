#include "tests/unit/pact/reading.h"

namespace accord::pact {
namespace {

Generators ReadText(const std::string& text, std::vector<finding::Finding>& findings) {
  return ReadGenerators(Json(text), findings);
}

/// Reads one generator of the body.
Generator ReadOne(const std::string& text) {
  std::vector<finding::Finding> findings;
  const Generators generators = ReadText(R"({"body": {"$": )" + text + "}}", findings);
  EXPECT_TRUE(findings.empty()) << text << ": " << findings[0].message;
  return generators.body.size() == 1 ? generators.body[0].generator : Generator();
}

std::string Show(const Generator& generator) {
  return std::string(ToString(generator.kind)) + "|" + generator.name + "|" + generator.format +
         "|" + generator.expression + "|" + generator.regex + "|" + generator.example + "|" +
         generator.data_type + "|" + std::to_string(generator.min) + ".." +
         std::to_string(generator.max) + "|" + std::to_string(generator.size);
}

TEST(ReadGenerators, KnowsEveryKind) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"({"type": "RandomInt"})", "RandomInt|||||||0..10|10"},
      {R"({"type": "RandomInt", "min": -5, "max": 5})", "RandomInt|||||||-5..5|10"},
      {R"({"type": "RandomInt", "min": 100})", "RandomInt|||||||100..100|10"},
      {R"({"type": "RandomDecimal", "digits": 6})", "RandomDecimal|||||||0..10|6"},
      {R"({"type": "RandomHexadecimal"})", "RandomHexadecimal|||||||0..10|10"},
      {R"({"type": "RandomString", "size": 20})", "RandomString|||||||0..10|20"},
      {R"({"type": "RandomBoolean"})", "RandomBoolean|||||||0..10|10"},
      {R"({"type": "Regex", "regex": "a+"})", "Regex||||a+|||0..10|10"},
      {R"({"type": "Uuid"})", "Uuid|||||||0..10|10"},
      {R"({"type": "Uuid", "format": "simple"})", "Uuid||simple|||||0..10|10"},
      {R"({"type": "Date", "format": "yy", "expression": "+ 1 day"})",
       "Date||yy|+ 1 day||||0..10|10"},
      {R"({"type": "Time", "format": null})", "Time|||||||0..10|10"},
      {R"({"type": "DateTime"})", "DateTime|||||||0..10|10"},
      {R"({"type": "ProviderState", "expression": "${id}", "dataType": "INTEGER"})",
       "ProviderState|||${id}|||INTEGER|0..10|10"},
      {R"j({"type": "MockServerURL", "regex": ".*(/a)", "example": "http://x/a"})j",
       "MockServerURL||||.*(/a)|http://x/a||0..10|10"},
      {R"({"type": "ArrayContains"})", "ArrayContains|||||||0..10|10"},
      {R"({"type": "Luhn", "digits": "x"})", "plugin|Luhn||||||0..10|10"},
  };
  for (const auto& [text, shown] : cases) {
    EXPECT_EQ(Show(ReadOne(text)), shown) << text;
    EXPECT_EQ(Compact(ReadOne(text).source), Compact(Json(text)));
  }
}

TEST(ReadGenerators, ReadsCategories) {
  std::vector<finding::Finding> findings;
  const std::string uuid = R"({"type": "Uuid"})";
  const Generators generators =
      ReadText(R"({"path": )" + uuid + R"(, "method": )" + uuid + R"(, "status": )" + uuid +
                   R"(, "header": {"X.A": )" + uuid + R"(}, "query": {"q[0]": )" + uuid +
                   R"(}, "metadata": {"k": )" + uuid + R"(}, "body": {"a[*]": )" + uuid + "}}",
               findings);
  EXPECT_TRUE(findings.empty());
  EXPECT_TRUE(generators.path && generators.method && generators.status);
  ASSERT_EQ(generators.header.size(), 1U);
  EXPECT_EQ(generators.header[0].key, "X.A");
  ASSERT_EQ(generators.query.size(), 1U);
  EXPECT_TRUE(generators.query[0].path.empty());
  ASSERT_EQ(generators.metadata.size(), 1U);
  ASSERT_EQ(generators.body.size(), 1U);
  EXPECT_EQ(generators.body[0].key, "a[*]");
  EXPECT_EQ(generators.body[0].path.ToString(), "$.a[*]");
}

TEST(ReadGenerators, TakesEmptyCategoriesAsNone) {
  std::vector<finding::Finding> findings;
  EXPECT_TRUE(ReadText(R"({"path": {}, "status": null, "body": {}})", findings).empty());
  EXPECT_TRUE(findings.empty());
}

TEST(ReadGenerators, ReadsOtherNamesAsTheBody) {
  std::vector<finding::Finding> findings;
  const std::string text =
      R"({"contents": {"$.a": {"type": "Uuid"}}, "stuff": {"$.b": {"type": "Uuid"}}})";
  EXPECT_EQ(ReadText(text, findings).body.size(), 2U);
  EXPECT_EQ(Places(findings), std::vector<std::string>{"unknown-rule-category 1:41"});
}

TEST(ReadGenerators, ReportsWhatCannotWork) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"({"body": {"$": {}}})", "a generator needs its `type` as text"},
      {R"({"body": {"$": {"type": 1}}})", "a generator needs its `type` as text"},
      {R"({"body": {"$": 1}})", "a generator must be of type object, but it is of type number"},
      {R"({"body": []})", "`body` must be of type object, but it is of type array"},
      {R"({"body": {"$..": {"type": "Uuid"}}})",
       "the generator path `$..` cannot be read: expected a name or `*` at offset 2"},
      {R"({"path": {"type": "Regex"}})", "a `Regex` generator needs `regex` as text"},
      {R"({"path": {"type": "ProviderState"}})",
       "a `ProviderState` generator needs `expression` as text"},
      {R"({"path": {"type": "MockServerURL", "regex": "a"}})",
       "a `MockServerURL` generator needs `example` as text"},
      {R"({"path": {"type": "Date", "format": 1}})", "a `Date` generator needs `format` as text"},
      {R"({"path": {"type": "RandomInt", "min": "1"}})", "`min` must be a whole number of 64 bits"},
      {R"({"path": {"type": "RandomInt", "max": 1e30}})",
       "`max` must be a whole number of 64 bits"},
      {R"({"path": {"type": "RandomInt", "min": 5, "max": 1}})", "`min` 5 is above `max` 1"},
      {R"({"path": {"type": "RandomString", "size": -1}})", "`size` must be between 0 and 1000000"},
      {R"({"path": {"type": "RandomDecimal", "digits": 4000000000}})",
       "`digits` must be between 0 and 1000000"},
  };
  for (const auto& [text, message] : cases) {
    std::vector<finding::Finding> findings;
    ReadText(text, findings);
    ASSERT_EQ(findings.size(), 1U) << text;
    EXPECT_EQ(findings[0].message, message) << text;
    EXPECT_EQ(findings[0].severity, finding::Severity::kError);
  }
}

}  // namespace
}  // namespace accord::pact
