#include "document/json_reader.h"

#include <cstdlib>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "tests/unit/document/parsing.h"

namespace accord::document {
namespace {

TEST(JsonReader, KeepsEveryKindOfValue) {
  const DocumentPtr document =
      MustParse(R"({"n":null,"t":true,"f":false,"s":"text","i":-7,"a":[],"o":{}})");
  const Node& root = document->root();
  EXPECT_TRUE(root.Find("n")->is_null());
  EXPECT_TRUE(root.Find("t")->boolean());
  EXPECT_FALSE(root.Find("f")->boolean());
  EXPECT_EQ(root.Find("s")->text(), "text");
  EXPECT_EQ(root.Find("i")->text(), "-7");
  EXPECT_TRUE(root.Find("a")->is_array());
  EXPECT_TRUE(root.Find("o")->is_object());
  EXPECT_EQ(root.Find("missing"), nullptr);
  EXPECT_EQ(document->format(), Format::kJson);
}

TEST(JsonReader, KeepsNumberTextExactly) {
  for (const std::string number : {"0",
                                   "-0",
                                   "1.0",
                                   "1E2",
                                   "1e-7",
                                   "123456789012345678901234567890",
                                   "0.10",
                                   "1e400",
                                   "-1e400",
                                   "1e-400",
                                   "1E+99999999999999999999"}) {
    const DocumentPtr document = MustParse("[" + number + "]");
    EXPECT_EQ(document->root().items()[0].text(), number);
    EXPECT_EQ(SourceOf(*document, document->root().items()[0]), number);
  }
}

TEST(JsonReader, AcceptsNumbersThatNoDoubleHolds) {
  const std::string huge(400, '7');
  const DocumentPtr document =
      MustParse("{\"a\":" + huge + ",\"1e999\":\"-1e999 \\\" 12\",\"b\":[1,12,-3,1e400]}");
  EXPECT_EQ(document->root().Find("a")->text(), huge);
  EXPECT_EQ(document->root().Find("1e999")->text(), "-1e999 \" 12");
  EXPECT_EQ(Compact(*document->root().Find("b")), "[1,12,-3,1e400]");
}

TEST(JsonReader, ReportsErrorsBehindHugeNumbersWhereTheyAre) {
  const finding::Finding error = MustFail("[1e400,\n 01]");
  EXPECT_EQ(error.span.start, (finding::Position{2, 3}));
}

TEST(JsonReader, DecodesEscapes) {
  const DocumentPtr document = MustParse(
      R"(["\"\\\/\b\f\n\r\t","\u00e9\uD83D\uDE00","plain","\u0000x","\"a\"","caf\u00e9é"])");
  const auto items = document->root().items();
  EXPECT_EQ(items[0].text(), "\"\\/\b\f\n\r\t");
  EXPECT_EQ(items[1].text(), "é😀");
  EXPECT_EQ(items[2].text(), "plain");
  EXPECT_EQ(items[3].text(), std::string_view("\0x", 2));
  EXPECT_EQ(items[4].text(), "\"a\"");
  EXPECT_EQ(items[5].text(), "caféé");
}

TEST(JsonReader, LeavesStringsWithoutEscapesInTheSource) {
  const DocumentPtr document = MustParse(R"({"ключ":"значение"})");
  const std::string_view source = document->source();
  const Member& member = document->root().members()[0];
  EXPECT_EQ(member.key_data, source.data() + 2);
  EXPECT_EQ(member.value.text().data(), source.data() + source.find("знач"));
}

TEST(JsonReader, OffsetsCoverValuesWithQuotesAndBrackets) {
  const DocumentPtr document =
      MustParse("{ \"é\" : [ true, null , \"a\\nb\", -1.5e3, {\"x\": 1} ] }\n");
  const Member& member = document->root().members()[0];
  const auto items = member.value.items();
  EXPECT_EQ(document->source().substr(member.key_begin, member.key_end - member.key_begin),
            "\"é\"");
  EXPECT_EQ(SourceOf(*document, member.value), "[ true, null , \"a\\nb\", -1.5e3, {\"x\": 1} ]");
  EXPECT_EQ(SourceOf(*document, items[0]), "true");
  EXPECT_EQ(SourceOf(*document, items[1]), "null");
  EXPECT_EQ(SourceOf(*document, items[2]), "\"a\\nb\"");
  EXPECT_EQ(SourceOf(*document, items[3]), "-1.5e3");
  EXPECT_EQ(SourceOf(*document, items[4]), "{\"x\": 1}");
  EXPECT_EQ(document->root().begin(), 0U);
  EXPECT_EQ(document->root().end(), document->source().size() - 1);
}

TEST(JsonReader, OffsetsCountTheByteOrderMark) {
  const DocumentPtr document = MustParse("\xEF\xBB\xBF[1]");
  EXPECT_EQ(document->root().begin(), 3U);
  EXPECT_EQ(document->SpanOf(document->root()).start, (finding::Position{1, 1}));
}

TEST(JsonReader, ScalarsMayBeTheWholeDocument) {
  EXPECT_EQ(MustParse(" \"x\" ", Format::kJson)->root().text(), "x");
  EXPECT_EQ(MustParse("12", Format::kJson)->root().text(), "12");
  EXPECT_TRUE(MustParse("null\n", Format::kJson)->root().is_null());
}

TEST(JsonReader, RefusesWhatIsNoJson) {
  for (const char* text : {"[1,]",
                           "{\"a\":1,}",
                           "[01]",
                           "[1.]",
                           "[.5]",
                           "[+1]",
                           "[0x1]",
                           "[1e]",
                           "['a']",
                           "{a:1}",
                           "[NaN]",
                           "[Infinity]",
                           "[\"\t\"]",
                           "[\"\\x\"]",
                           "[\"\\u12g4\"]",
                           "[\"\\ud800\"]",
                           "[\"\\udc00\"]",
                           "[\"a]",
                           "[1] 2",
                           "{\"a\" 1}",
                           "{\"a\":1 \"b\":2}",
                           "[1 2]",
                           "[",
                           "{",
                           "[1}",
                           "{]",
                           "// c\n[1]",
                           "[1]//",
                           "nul",
                           "[tru]",
                           "--1",
                           "[-]",
                           "{\"a\":}",
                           "{:1}",
                           "[,1]"}) {
    EXPECT_FALSE(Parse("test", text, {.format = Format::kJson}).ok()) << text;
  }
}

TEST(JsonReader, RefusesTextBehindANulByte) {
  using namespace std::string_literals;
  EXPECT_FALSE(Parse("test", "[1]\0[2]"s).ok());
  EXPECT_FALSE(Parse("test", "[\"a\0b\"]"s).ok());
  EXPECT_FALSE(Parse("test", "[1]\0"s).ok());
}

TEST(JsonReader, NestsUpToTheLimit) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_TRUE(Parse("test", nested(1000)).ok());
  const finding::Finding error = MustFail(nested(1001));
  EXPECT_EQ(error.rule, &kTooDeep);
  EXPECT_EQ(error.span.start, (finding::Position{1, 1001}));
  EXPECT_EQ(MustFail(std::string(300000, '[')).rule, &kTooDeep);
  EXPECT_EQ(MustFail(nested(3), {.max_depth = 2}).rule, &kTooDeep);
  EXPECT_TRUE(Parse("test", nested(3), {.max_depth = 3}).ok());
  EXPECT_TRUE(Parse("test", "[[],[],{\"a\":[]}]", {.max_depth = 3}).ok());
}

TEST(JsonReader, NestingHasACeilingThatNoOptionRaises) {
  const LoadOptions options{.max_depth = 1000000};
  EXPECT_TRUE(Parse("test", std::string(10000, '[') + std::string(10000, ']'), options).ok());
  EXPECT_EQ(MustFail(std::string(10001, '['), options).rule, &kTooDeep);
}

// Shapes are for the process: texts that nothing else reads make tests independent of their order.
TEST(JsonReader, ObjectsWithTheSameKeysHaveOneShape) {
  const DocumentPtr document = MustParse(R"([
      {"sa": 1, "sb": 2}, {"sa": 3, "sb": 4}, {"sb": 5, "sa": 6}, {"sa": 7},
      {"sa": 8, "sb": {"sb": 9, "sa": 0}},
      {"sa": 1, "sa": 2}, {"sa": 1, "sa": 2}, {}, {}, {"sa": 1, "sc": 2}, {"sa": 1, "sc": 2}])");
  const auto items = document->root().items();
  const std::uint16_t rows = items[1].shape();
  EXPECT_NE(rows, 0);
  EXPECT_EQ(items[0].shape(), 0) << "the first of its shape";
  EXPECT_EQ(items[4].shape(), rows);
  const std::uint16_t turned = items[4].Find("sb")->shape();
  EXPECT_NE(turned, 0);
  EXPECT_NE(turned, rows);
  EXPECT_EQ(items[3].shape(), 0);
  EXPECT_EQ(items[6].shape(), 0) << "keys are repeated";
  EXPECT_TRUE(items[6].has_repeated_keys());
  EXPECT_EQ(items[8].shape(), 0);
  EXPECT_NE(items[10].shape(), 0);
  EXPECT_NE(items[10].shape(), rows);
}

TEST(JsonReader, DocumentsShareShapes) {
  const std::string text = R"({"da": 1, "db": {"dc": 2}})";
  const DocumentPtr first = MustParse(text);
  const DocumentPtr second = MustParse(text);
  EXPECT_EQ(first->root().shape(), 0);
  const std::uint16_t shape = second->root().shape();
  EXPECT_NE(shape, 0);
  std::uint16_t elsewhere = 0;
  std::thread([&] {
    MustParse(text);
    elsewhere = MustParse(text)->root().shape();
  }).join();
  EXPECT_EQ(elsewhere, shape);
  EXPECT_EQ(MustParse(text)->root().shape(), shape);
}

TEST(JsonReader, ObjectsWithTheKindsOfTheSecondOfTheirShapeAreTypical) {
  const DocumentPtr document = MustParse(R"([
      {"ta": 1, "tb": {"tc": ""}}, {"ta": 2, "tb": {"tc": ""}}, {"ta": -3.5, "tb": {"tc": "x"}},
      {"ta": "4", "tb": {"tc": ""}}, {"ta": 5, "tb": {"tc": 1}}, {"ta": 6, "tb": {"td": ""}},
      {"ta": 7, "tb": {}}, {"tb": {"tc": ""}, "ta": 8}, {"ta": 9, "tb": {"tc": "y"}},
      {"ta": 10, "tb": {"tc": "", "tc": ""}}])");
  const std::vector<bool> expected = {
      false, true, true, false, false, false, false, false, true, false};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(document->root().items()[i].is_typical(), expected[i]) << i;
  }
  EXPECT_TRUE(document->root().items()[3].Find("tb")->is_typical());
  EXPECT_FALSE(document->root().is_typical());
}

// Reads more shapes than there are numbers. Whether no two share one, and about all are used.
bool ManyShapesAreApart() {
  std::string text = "[";
  for (int i = 0; i < 70'000; ++i) {
    const std::string row = "{\"a" + std::to_string(i) + "\": 1, \"b\": 2}";
    text += (i == 0 ? "" : ",") + row + "," + row;
  }
  const DocumentPtr document = MustParse(text + "]");
  std::map<std::uint16_t, std::string_view> names;
  for (const Node& item : document->root().items()) {
    const std::string_view name = item.members()[0].key();
    if (item.shape() != 0 && names.emplace(item.shape(), name).first->second != name) {
      return false;
    }
  }
  return names.size() > 65'000 && names.size() < 65'536;
}

TEST(JsonReader, ManyShapesNeverShareANumber) {
  // In a process of its own: it leaves none for the other tests.
  EXPECT_EXIT(std::exit(ManyShapesAreApart() ? 0 : 1), testing::ExitedWithCode(0), "");
}

TEST(JsonReader, KnowsNumbersOfNothingButDigits) {
  const DocumentPtr document =
      MustParse("[0, 7, 123456789012345678, 1234567890123456789, -7, 1.0, 1e2, \"7\"]");
  const std::vector<bool> expected = {true, true, true, false, false, false, false, false};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(document->root().items()[i].is_short_natural(), expected[i]) << i;
  }
}

}  // namespace
}  // namespace accord::document
