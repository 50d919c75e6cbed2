#include <string>

#include "tests/unit/document/parsing.h"

namespace accord::document {
namespace {

TEST(Parse, TellsTheFormatByContent) {
  EXPECT_EQ(MustParse("  {\"a\": 1}")->format(), Format::kJson);
  EXPECT_EQ(MustParse("\n[1]")->format(), Format::kJson);
  EXPECT_EQ(MustParse("\"text\"")->format(), Format::kJson);
  EXPECT_EQ(MustParse("-12")->format(), Format::kJson);
  EXPECT_EQ(MustParse("true")->format(), Format::kJson);
  EXPECT_EQ(MustParse("a: 1")->format(), Format::kYaml);
  EXPECT_EQ(MustParse("\"a\": 1")->format(), Format::kYaml);
  EXPECT_EQ(MustParse("- a")->format(), Format::kYaml);
  EXPECT_EQ(MustParse("name: x")->format(), Format::kYaml);
  EXPECT_EQ(MustParse("404: x")->format(), Format::kYaml);
  EXPECT_EQ(MustParse("# comment\na: 1")->format(), Format::kYaml);
  EXPECT_EQ(MustParse("---\n{}")->format(), Format::kYaml);
}

TEST(Parse, FlowYamlNeedsAYamlName) {
  EXPECT_FALSE(Parse("a.json", "{a: 1}").ok());
  EXPECT_FALSE(Parse("<stdin>", "{a: 1}").ok());
  EXPECT_EQ(Compact(Parse("a.yaml", "{a: 1}").document->root()), R"({"a":1})");
  EXPECT_EQ(Compact(Parse("a.yml", "[a]").document->root()), R"(["a"])");
  EXPECT_TRUE(Parse("x", "{a: 1}", {.format = Format::kYaml}).ok());
}

TEST(Parse, AnAskedForFormatIsTheOnlyOneTried) {
  EXPECT_FALSE(Parse("a.yaml", "a: 1", {.format = Format::kJson}).ok());
  EXPECT_EQ(Parse("a.json", "{\"a\": 1}", {.format = Format::kYaml}).document->format(),
            Format::kYaml);
}

TEST(Parse, OnlyTheLastFormatsErrorIsReported) {
  const LoadResult result = Parse("a", "\"a\": [1,\n");
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.findings[0].message, "a value was expected here");
}

TEST(Parse, EmptyTextIsNoDocument) {
  for (const char* text : {"", " \n\t", "\xEF\xBB\xBF", "\xEF\xBB\xBF  \n"}) {
    const finding::Finding error = MustFail(text);
    EXPECT_EQ(error.rule, &kEmptyDocument);
    EXPECT_EQ(error.message, "the document is empty");
    EXPECT_EQ(error.span.file, "test");
  }
}

TEST(Parse, RefusesMoreBytesThanAllowed) {
  EXPECT_TRUE(Parse("test", "[1]", {.max_bytes = 3}).ok());
  const finding::Finding error = MustFail("[12]", {.max_bytes = 3});
  EXPECT_EQ(error.rule, &kTooLarge);
  EXPECT_EQ(error.message, "the document has 4 bytes; the limit is 3");
}

TEST(Parse, RefusesBytesThatAreNotUtf8) {
  const finding::Finding error = MustFail("[\"ok\",\n \"a\xFF\"]");
  EXPECT_EQ(error.rule, &kNotUtf8);
  EXPECT_EQ(error.message, "the byte 0xFF is not UTF-8 here");
  EXPECT_EQ(error.span.start, (finding::Position{2, 4}));
  EXPECT_EQ(error.span.source_line, " \"a\xEF\xBF\xBD\"]");
  EXPECT_EQ(MustFail("a: \xC3\n").rule, &kNotUtf8);
}

TEST(Parse, NamesTheEncodingItDoesNotRead) {
  using namespace std::string_literals;
  EXPECT_EQ(MustFail("\xFF\xFE[\0001\0]\0"s).message, "this is UTF-16 text; only UTF-8 is read");
  EXPECT_EQ(MustFail("\xFE\xFF\0a\0:"s).rule, &kNotUtf8);
  EXPECT_EQ(MustFail("{\0}\0"s).message, "this is UTF-16 text; only UTF-8 is read");
  EXPECT_EQ(MustFail("\0\0\xFE\xFF\0\0\0a"s).message, "this is UTF-32 text; only UTF-8 is read");
}

TEST(Parse, WarnsOfRepeatedKeys) {
  const LoadResult result = Parse("test", "{\"a\": 1, \"b\": {\"c\": 1, \"c\": 2},\n \"a\": 3}");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.document->root().Find("a")->text(), "3");
  EXPECT_EQ(result.document->root().members().size(), 3U);
  ASSERT_EQ(result.findings.size(), 2U);
  EXPECT_EQ(result.findings[0].message, "the key \"c\" is repeated; the last one counts");
  const finding::Finding& outer = result.findings[1];
  EXPECT_EQ(outer.rule, &kDuplicateKey);
  EXPECT_EQ(outer.severity, finding::Severity::kWarning);
  EXPECT_EQ(outer.span.start, (finding::Position{2, 2}));
  ASSERT_EQ(outer.related.size(), 1U);
  EXPECT_EQ(outer.related[0].span.start, (finding::Position{1, 2}));
}

TEST(Parse, WarnsOfRepeatedKeysInYamlAndInLargeObjects) {
  EXPECT_EQ(Parse("test", "a: 1\nb: 2\n\"a\": 3\n").findings.size(), 1U);
  std::string large = "{";
  for (int i = 0; i < 50; ++i) {
    large += "\"k" + std::to_string(i) + "\":" + std::to_string(i) + ",";
  }
  const LoadResult result = Parse("test", large + "\"k7\":\"last\"}");
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.document->root().Find("k7")->text(), "last");
  EXPECT_EQ(result.document->root().Find("k8")->text(), "8");
}

TEST(Parse, KeysAreComparedDecoded) {
  EXPECT_EQ(Parse("test", R"({"a":1,"\u0061":2})").findings.size(), 1U);
}

TEST(Parse, WarningsOfRepeatedKeysAreCapped) {
  std::string text = "{";
  for (int i = 0; i < 250; ++i) {
    text += "\"a\":1,";
  }
  const LoadResult result = Parse("test", text + "\"b\":1}");
  ASSERT_EQ(result.findings.size(), 101U);
  EXPECT_EQ(result.findings[100].message, "149 more repeated keys are not listed");
}

TEST(Parse, WarningsOfRepeatedKeysCanBeLeftOut) {
  EXPECT_TRUE(Parse("test", R"({"a":1,"a":2})", {.warn_duplicate_keys = false}).findings.empty());
}

TEST(Parse, ARefusedFirstAttemptLeavesNoTrace) {
  // JSON fails at the colon after the repeated keys were seen.
  const LoadResult result = Parse("a.yaml", "{\"a\": 1, \"a\": 2, b: 3}");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(Compact(result.document->root()), R"({"a":1,"a":2,"b":3})");
}

}  // namespace
}  // namespace accord::document
