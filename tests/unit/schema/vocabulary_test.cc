#include <gtest/gtest.h>

#include "tests/unit/schema/build_support.h"

namespace accord::schema {
namespace {

using test::CompileText;
using test::Faults;
using test::Fits;
using test::SchemaOf;
using test::Serve;

using Texts = std::vector<std::string>;

constexpr const char* kOwn = R"({"$schema": "http://x/meta", )";

CompileOptions WithVocabularies(const std::string& vocabularies,
                                const std::string& draft = "2020-12") {
  const std::string base = "https://json-schema.org/draft/" + draft;
  CompileOptions options;
  options.load = Serve({{"http://x/meta",
                         R"({"$schema": ")" + base + R"(/schema", "$id": "http://x/meta",
                             "$vocabulary": {")" +
                             base + R"(/vocab/core": true)" + vocabularies + "}}"}});
  return options;
}

TEST(Vocabulary, SwitchesItsKeywordsOff) {
  const CompileOptions options =
      WithVocabularies(R"(, "https://json-schema.org/draft/2020-12/vocab/applicator": true)");
  const SchemaPtr schema =
      SchemaOf(std::string(kOwn) + R"("properties": {"a": {"minimum": 10}, "b": false}})", options);
  EXPECT_TRUE(Fits(*schema, R"({"a": 1})"));
  EXPECT_FALSE(Fits(*schema, R"({"b": 1})"));
  const SchemaNode& a = *schema->root().properties[0].schema;
  ASSERT_EQ(a.annotations.size(), 1U);
  EXPECT_EQ(a.annotations[0].first, "minimum");
}

TEST(Vocabulary, UnknownOnesMayBeRequired) {
  const CompileOptions required = WithVocabularies(R"(, "http://x/vocab/own": true)");
  EXPECT_EQ(Faults(std::string(kOwn) + R"("type": "null"})", required),
            Texts{"schema-vocabulary-unknown 1:13"});
  EXPECT_EQ(CompileText(std::string(kOwn) + R"("type": "null"})", required).schema, nullptr);
  const CompileOptions optional = WithVocabularies(R"(, "http://x/vocab/own": false)");
  EXPECT_NE(SchemaOf(std::string(kOwn) + R"("type": "null"})", optional), nullptr);
}

TEST(Vocabulary, WithoutChoiceEverythingIsThere) {
  CompileOptions options;
  options.load = Serve({{"http://x/meta", R"({"$schema": "http://json-schema.org/draft-07/schema#",
                             "$vocabulary": {"http://x/vocab/own": true}})"}});
  const SchemaPtr schema =
      SchemaOf(std::string(kOwn) + R"("minLength": 2, "items": [{}]})", options);
  EXPECT_EQ(schema->root().min_length, 2U);
  EXPECT_EQ(schema->root().prefix_items.size(), 1U);
}

TEST(Vocabulary, DecidesWhetherFormatsAreAsserted) {
  const std::string schema = std::string(kOwn) + R"("format": "ipv4"})";
  const auto asserts = [&](const std::string& vocabulary, const std::string& draft = "2020-12") {
    return SchemaOf(
               schema,
               WithVocabularies(
                   ", \"https://json-schema.org/draft/" + draft + "/vocab/" + vocabulary, draft))
        ->root()
        .assert_format;
  };
  EXPECT_TRUE(asserts("format-assertion\": true"));
  EXPECT_TRUE(asserts("format-assertion\": false"));
  EXPECT_FALSE(asserts("format-annotation\": true"));
  EXPECT_TRUE(asserts("format\": true", "2019-09"));
  EXPECT_FALSE(asserts("format\": false", "2019-09"));
}

TEST(Vocabulary, TheCallerHasTheLastWordOnFormats) {
  CompileOptions options;
  options.formats = Formats::kAssert;
  const SchemaPtr asserted = SchemaOf(R"({"format": "ipv4"})", options);
  EXPECT_TRUE(asserted->root().assert_format);
  EXPECT_TRUE(asserted->root().annotations.empty());
  CompileOptions own =
      WithVocabularies(R"(, "https://json-schema.org/draft/2020-12/vocab/format-assertion": true)");
  own.formats = Formats::kAnnotate;
  const SchemaPtr annotated = SchemaOf(std::string(kOwn) + R"("format": "ipv4"})", own);
  EXPECT_FALSE(annotated->root().assert_format);
}

TEST(Vocabulary, OwnMetaSchemasCheckTheirSchemas) {
  CompileOptions options;
  options.load =
      Serve({{"http://x/meta", R"({"$schema": "https://json-schema.org/draft/2020-12/schema",
                             "$id": "http://x/meta", "required": ["title"],
                             "$ref": "https://json-schema.org/draft/2020-12/schema"})"}});
  EXPECT_NE(SchemaOf(std::string(kOwn) + R"("title": "t"})", options), nullptr);
  EXPECT_EQ(Faults(std::string(kOwn) + R"("type": "null"})", options), Texts{"schema-invalid 1:1"});
}

}  // namespace
}  // namespace accord::schema
