#include "document/yaml_reader.h"

#include "tests/unit/document/parsing.h"

namespace accord::document {
namespace {

std::string AsJson(std::string yaml) {
  return Compact(MustParse(std::move(yaml), Format::kYaml)->root());
}

TEST(YamlReader, ReadsCollectionsInBothStyles) {
  EXPECT_EQ(AsJson("a: 1\nb:\n  - x\n  - y: z\nc: {d: [1, 2], e: }\n"),
            R"({"a":1,"b":["x",{"y":"z"}],"c":{"d":[1,2],"e":null}})");
  EXPECT_EQ(AsJson("- - 1\n  - 2\n-\n"), "[[1,2],null]");
  EXPECT_EQ(AsJson("[]"), "[]");
  EXPECT_EQ(AsJson("{}"), "{}");
}

TEST(YamlReader, QuotedScalarsAreStrings) {
  EXPECT_EQ(AsJson("['1', \"true\", '', \"null\", 'it''s', \"a\\tb\\u00e9\"]"),
            R"(["1","true","","null","it's","a\tbé"])");
  EXPECT_EQ(AsJson("a: |\n  12\nb: >-\n  true\n"), R"({"a":"12\n","b":"true"})");
}

TEST(YamlReader, HonoursTags) {
  EXPECT_EQ(AsJson("[!!str 1, !!int '7', !!float 2, !!bool 'true', !!null '', !Ref 12]"),
            R"(["1",7,2.0,true,null,"12"])");
  const finding::Finding error = MustFail("a: !!int seven\n");
  EXPECT_EQ(error.rule, &kSyntaxError);
  EXPECT_EQ(error.message, "\"seven\" does not fit its tag tag:yaml.org,2002:int");
  EXPECT_EQ(error.span.start, (finding::Position{1, 10}));
}

TEST(YamlReader, KeysAreStringsOfTheirText) {
  EXPECT_EQ(AsJson("200: a\ntrue: b\n~: c\n0x1F: d\n1.0: e\n"),
            R"({"200":"a","true":"b","~":"c","0x1F":"d","1.0":"e"})");
}

TEST(YamlReader, RefusesKeysThatAreCollections) {
  EXPECT_EQ(MustFail("? [a]\n: b\n").message, "a key must be a scalar");
  EXPECT_EQ(MustFail("x: {{a: 1}: 2}").message, "a key must be a scalar");
  EXPECT_EQ(MustFail("a: &x [1]\n*x : 2\n").message, "a key must be a scalar");
}

TEST(YamlReader, AliasesRepeatTheAnchoredValue) {
  const DocumentPtr document = MustParse("base: &b {n: [1, 2]}\ncopy: *b\nkey: &k name\n*k : 1\n");
  EXPECT_EQ(Compact(document->root()),
            R"({"base":{"n":[1,2]},"copy":{"n":[1,2]},"key":"name","name":1})");
  const Node* copy = document->root().Find("copy");
  EXPECT_EQ(SourceOf(*document, *copy), "*b");
  EXPECT_EQ(copy->Find("n"), document->root().Find("base")->Find("n"));
}

TEST(YamlReader, AnAnchorMayStandOnAKeyOrBeReused) {
  EXPECT_EQ(AsJson("&k a: 1\nb: *k\nc: &k 2\nd: *k\n"), R"({"a":1,"b":"a","c":2,"d":2})");
  EXPECT_EQ(AsJson("a: &t true\n*t : 1\nb: &n\n*n : 2\n"),
            R"({"a":true,"true":1,"b":null,"null":2})");
}

TEST(YamlReader, UnknownAndRecursiveAliasesAreErrors) {
  EXPECT_EQ(MustFail("a: *nowhere\n").message, "there is no anchor '&nowhere' before this alias");
  const finding::Finding recursive = MustFail("a: &x [1, *x]\n");
  EXPECT_EQ(recursive.rule, &kAliasLimit);
  EXPECT_EQ(recursive.message, "the alias '*x' contains itself");
}

TEST(YamlReader, AliasBombsAreRefused) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int j = 1; j < 10; ++j) {
      bomb += ", " + before;
    }
    bomb += "]\n";
  }
  EXPECT_EQ(MustFail(bomb).rule, &kAliasLimit);
  EXPECT_EQ(MustFail("a: &a [1, 2]\nb: [*a, *a]\n", {.max_alias_nodes = 5}).rule, &kAliasLimit);
  EXPECT_TRUE(Parse("test", "a: &a [1, 2]\nb: [*a, *a]\n", {.max_alias_nodes = 6}).ok());
}

TEST(YamlReader, AliasesCountTowardsDepth) {
  const std::string text = "a: &a [[1]]\nb: [*a]\n";
  EXPECT_TRUE(Parse("test", text, {.max_depth = 4}).ok());
  EXPECT_EQ(MustFail(text, {.max_depth = 3}).rule, &kTooDeep);
}

TEST(YamlReader, MergeKeysAreOrdinaryKeys) {
  EXPECT_EQ(AsJson("a: &a {x: 1}\nb: {<<: *a}\n"), R"({"a":{"x":1},"b":{"<<":{"x":1}}})");
}

TEST(YamlReader, TakesTheOneDocumentOfAStream) {
  EXPECT_EQ(AsJson("---\na: 1\n...\n"), R"({"a":1})");
  EXPECT_EQ(AsJson("%YAML 1.2\n---\na: 1\n---\n---\n"), R"({"a":1})");
  EXPECT_EQ(AsJson("---\n---\na: 1\n"), R"({"a":1})");
  EXPECT_EQ(AsJson("--- null\n"), "null");
  const finding::Finding error = MustFail("a: 1\n---\nb: 2\n");
  EXPECT_EQ(error.rule, &kSeveralDocuments);
  EXPECT_EQ(error.span.start, (finding::Position{3, 1}));
  EXPECT_EQ(MustFail("[1]\n--- {b: 2}\n", {.format = Format::kYaml}).rule, &kSeveralDocuments);
}

TEST(YamlReader, CommentsAloneAreAnEmptyDocument) {
  EXPECT_EQ(MustFail("# nothing\n").rule, &kEmptyDocument);
  EXPECT_EQ(MustFail("---\n...\n").rule, &kEmptyDocument);
}

TEST(YamlReader, OffsetsAreBytes) {
  const DocumentPtr document =
      MustParse("é: «ü»\nliste:\n  - 'größe'\n  - \"日本\"   # 語\n  - {k: [ж, 1]}\nend: x\n");
  const Node& root = document->root();
  EXPECT_EQ(SourceOf(*document, *root.Find("é")), "«ü»");
  const auto items = root.Find("liste")->items();
  EXPECT_EQ(SourceOf(*document, items[0]), "'größe'");
  EXPECT_EQ(SourceOf(*document, items[1]), "\"日本\"");
  EXPECT_EQ(SourceOf(*document, items[2]), "{k: [ж, 1]}");
  EXPECT_EQ(SourceOf(*document, *items[2].Find("k")), "[ж, 1]");
  EXPECT_EQ(SourceOf(*document, *root.Find("end")), "x");
  const Member& last = root.members()[2];
  EXPECT_EQ(document->KeySpanOf(last).start, (finding::Position{6, 1}));
  EXPECT_EQ(document->SpanOf(items[1]).start, (finding::Position{4, 5}));
}

TEST(YamlReader, OffsetsCountTheByteOrderMark) {
  const DocumentPtr document = MustParse("\xEF\xBB\xBFk: é\nv: 2\n", Format::kYaml);
  EXPECT_EQ(SourceOf(*document, *document->root().Find("k")), "é");
  EXPECT_EQ(document->SpanOf(*document->root().Find("v")).start, (finding::Position{2, 4}));
}

TEST(YamlReader, BlockCollectionsEndWithTheirContent) {
  const DocumentPtr document = MustParse("a:\n  b: 1\n  c:\n    - 2\n\n# comment\n\nd: 3\n");
  EXPECT_EQ(SourceOf(*document, *document->root().Find("a")), "b: 1\n  c:\n    - 2");
  EXPECT_EQ(SourceOf(*document, *document->root().Find("a")->Find("c")), "- 2");
}

TEST(YamlReader, RangesLeaveOutTagsAndAnchors) {
  const DocumentPtr document = MustParse("a: !!str &x  12\nb: &y 'q'\nc: |\n  text\n\nd: 1\n");
  EXPECT_EQ(SourceOf(*document, *document->root().Find("a")), "12");
  EXPECT_EQ(SourceOf(*document, *document->root().Find("b")), "'q'");
  EXPECT_EQ(SourceOf(*document, *document->root().Find("c")), "|\n  text");
}

TEST(YamlReader, PlainAndSimplyQuotedTextStaysInTheSource) {
  const DocumentPtr document = MustParse("a: plain\nb: 'single'\nc: \"double\"\n");
  const std::string_view source = document->source();
  EXPECT_EQ(document->root().Find("a")->text().data(), source.data() + source.find("plain"));
  EXPECT_EQ(document->root().Find("b")->text().data(), source.data() + source.find("single"));
  EXPECT_EQ(document->root().Find("c")->text().data(), source.data() + source.find("double"));
}

TEST(YamlReader, FoldsScalarsOverSeveralLines) {
  EXPECT_EQ(AsJson("a: one\n  two\n\n  three\nb: 'x\n  y'\n"),
            R"({"a":"one two\nthree","b":"x y"})");
}

TEST(YamlReader, CarriageReturnsAreLineBreaks) {
  const DocumentPtr document = MustParse("a: 1\r\nb:\r\n  - é\r\n  - z\r\n");
  EXPECT_EQ(Compact(document->root()), R"({"a":1,"b":["é","z"]})");
  EXPECT_EQ(document->SpanOf(document->root().Find("b")->items()[1]).start,
            (finding::Position{4, 5}));
}

TEST(YamlReader, ReadsJson) {
  EXPECT_EQ(AsJson(R"({"a": [1, 2.50, "x\/y", null], "b":{"c":"\u00e9"}})"),
            R"({"a":[1,2.50,"x/y",null],"b":{"c":"é"}})");
}

TEST(YamlReader, NestsUpToTheLimit) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  const LoadOptions yaml{.format = Format::kYaml};
  EXPECT_TRUE(Parse("test", nested(1000), yaml).ok());
  EXPECT_EQ(MustFail(nested(1001), yaml).rule, &kTooDeep);
  EXPECT_EQ(MustFail(std::string(100000, '['), yaml).rule, &kTooDeep);
  std::string dashes;
  for (int i = 0; i < 3000; ++i) {
    dashes += "- ";
  }
  EXPECT_EQ(MustFail(dashes, yaml).rule, &kTooDeep);
}

TEST(YamlReader, InfinityAndNanAreNumbers) {
  const DocumentPtr document = MustParse("[.inf, -.Inf, .NAN]", Format::kYaml);
  EXPECT_TRUE(document->root().items()[0].is_number());
  EXPECT_EQ(document->root().items()[1].text(), "-.inf");
  EXPECT_EQ(document->root().items()[2].text(), ".nan");
}

}  // namespace
}  // namespace accord::document
