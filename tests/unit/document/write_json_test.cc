#include "tests/unit/document/parsing.h"

namespace accord::document {
namespace {

TEST(WriteJson, IndentsByTwo) {
  const DocumentPtr document = MustParse(R"({"a":[1,{"b":null}],"e":{},"f":[]})");
  EXPECT_EQ(WriteJson(document->root()), R"({
  "a": [
    1,
    {
      "b": null
    }
  ],
  "e": {},
  "f": []
})");
}

TEST(WriteJson, IndentsAsAsked) {
  EXPECT_EQ(WriteJson(MustParse("[1,[2]]")->root(), {.indent = 1}), "[\n 1,\n [\n  2\n ]\n]");
}

TEST(WriteJson, OneLineIsWhatWasRead) {
  const std::string text =
      R"({"n":null,"b":[true,false],"s":"a\"\\\n\u0001é😀/","x":[1.0,1e400,-0,123456789012345678901234567890]})";
  EXPECT_EQ(Compact(MustParse(text)->root()), text);
}

TEST(WriteJson, SortsKeysByBytes) {
  const DocumentPtr document = MustParse(R"({"b":1,"a":{"z":1,"y":2},"B":3,"é":4,"b":5})");
  EXPECT_EQ(WriteJson(document->root(), {.indent = 0, .sort_keys = true}),
            R"({"B":3,"a":{"y":2,"z":1},"b":1,"b":5,"é":4})");
}

TEST(WriteJson, AppendsToAString) {
  std::string out = "x = ";
  WriteJson(MustParse("[1]")->root(), {.indent = 0}, out);
  EXPECT_EQ(out, "x = [1]");
}

TEST(WriteJson, YamlNumbersWithoutJsonSpellingBecomeStrings) {
  EXPECT_EQ(Compact(MustParse("[.inf, -.inf, .nan]", Format::kYaml)->root()),
            R"([".inf","-.inf",".nan"])");
}

TEST(WriteJson, WritesDeepTreesWithoutRecursion) {
  const std::string text = std::string(10000, '[') + std::string(10000, ']');
  const LoadResult result = Parse("test", text, {.max_depth = 10000});
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(Compact(result.document->root()), text);
}

TEST(QuoteJson, EscapesWhatMustBe) {
  using namespace std::string_view_literals;
  EXPECT_EQ(QuoteJson("a\"b\\c/\x7F"), "\"a\\\"b\\\\c/\x7F\"");
  EXPECT_EQ(QuoteJson("\b\f\n\r\t\0\x1F"sv), R"("\b\f\n\r\t\u0000\u001f")");
  EXPECT_EQ(QuoteJson(""), "\"\"");
}

}  // namespace
}  // namespace accord::document
