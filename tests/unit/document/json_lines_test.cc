#include "accord/document/json_lines.h"

#include <array>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "accord/document/rules.h"

namespace accord::document {
namespace {

std::string OneLine(const DocumentPtr& document) {
  return WriteJson(document->root(), {.indent = 0});
}

TEST(JsonParser, ParsesOneTextAfterAnother) {
  JsonParser parser("stream");
  for (const std::string text : {R"({"a":[1,"x\n"]})", "[]", "1e400", R"({"a":{}})"}) {
    const LoadResult result = parser.Parse(text);
    ASSERT_TRUE(result.ok()) << text;
    EXPECT_EQ(OneLine(result.document), text);
    EXPECT_EQ(result.document->source(), text);
    EXPECT_EQ(result.document->name(), "stream");
  }
}

TEST(JsonParser, UsesTheMemoryOfADocumentAgain) {
  JsonParser parser("stream");
  const Document* const first = parser.Parse("[1]").document.get();
  EXPECT_EQ(parser.Parse("[2]").document.get(), first);
}

TEST(JsonParser, ADocumentThatSomebodyHoldsStaysAsItIs) {
  JsonParser parser("stream");
  std::vector<DocumentPtr> documents;
  for (int i = 0; i < 100; ++i) {
    const std::string key(static_cast<std::size_t>(i) * 50, 'k');
    documents.push_back(parser.Parse("{\"" + key + "\": [" + std::to_string(i) + "]}").document);
  }
  for (int i = 0; i < 100; ++i) {
    const std::string key(static_cast<std::size_t>(i) * 50, 'k');
    const Node* value = documents[static_cast<std::size_t>(i)]->root().Find(key);
    ASSERT_NE(value, nullptr);
    EXPECT_EQ(value->items()[0].text(), std::to_string(i));
  }
}

TEST(JsonParser, DocumentsOutliveTheParser) {
  DocumentPtr document;
  {
    JsonParser parser("stream");
    document = parser.Parse("[true]").document;
  }
  EXPECT_EQ(OneLine(document), "[true]");
}

TEST(JsonParser, DocumentsComeBackFromOtherThreads) {
  JsonParser parser("stream");
  for (int i = 0; i < 200; ++i) {
    const std::string text = "[" + std::to_string(i) + "]";
    DocumentPtr document = parser.Parse(text).document;
    std::thread([text, held = std::move(document)] { EXPECT_EQ(OneLine(held), text); }).join();
  }
}

TEST(JsonParser, PlacesCountFromTheFirstLine) {
  JsonParser parser("stream");
  const LoadResult bad = parser.Parse("[1,\n}", 7);
  EXPECT_FALSE(bad.ok());
  ASSERT_EQ(bad.findings.size(), 1U);
  EXPECT_EQ(bad.findings[0].span.start.line, 8U);
  const LoadResult good = parser.Parse("[1]", 9);
  EXPECT_EQ(good.document->SpanOf(good.document->root()).start.line, 9U);
  const LoadResult next = parser.Parse("[[\n1]]");
  EXPECT_EQ(next.document->SpanOf(next.document->root().items()[0].items()[0]).start.line, 2U);
}

TEST(JsonParser, EveryTextStartsAnew) {
  JsonParser parser("stream");
  EXPECT_FALSE(parser.Parse(R"({"a": [[1, {"b": 2, )").ok());
  const LoadResult repeated = parser.Parse(R"({"a": 1, "a": 2})");
  EXPECT_EQ(repeated.findings.size(), 1U);
  const LoadResult good = parser.Parse(R"({"a": 1})");
  EXPECT_TRUE(good.findings.empty());
  EXPECT_EQ(OneLine(good.document), R"({"a":1})");
}

TEST(JsonParser, KeepsTheLimits) {
  JsonParser parser("stream", {.max_bytes = 4, .max_depth = 1});
  EXPECT_EQ(parser.Parse("[1,2]").findings.at(0).rule, &kTooLarge);
  EXPECT_EQ(parser.Parse("[[]]").findings.at(0).rule, &kTooDeep);
  EXPECT_TRUE(parser.Parse("[12]").ok());
}

TEST(JsonLines, EachLineIsADocument) {
  std::istringstream source("{\"a\": 1}\r\n\n[2]\n\"x\"");
  JsonLines lines(source, "stream");
  std::vector<std::string> texts;
  std::vector<std::uint64_t> numbers;
  std::vector<std::uint64_t> offsets;
  while (const auto line = lines.Next()) {
    texts.push_back(OneLine(line->result.document));
    numbers.push_back(line->number);
    offsets.push_back(line->offset);
  }
  EXPECT_EQ(texts, (std::vector<std::string>{R"({"a":1})", "[2]", R"("x")"}));
  EXPECT_EQ(numbers, (std::vector<std::uint64_t>{1, 3, 4}));
  EXPECT_EQ(offsets, (std::vector<std::uint64_t>{0, 11, 15}));
  EXPECT_EQ(lines.position(), 18U);
  EXPECT_FALSE(lines.error());
}

TEST(JsonLines, BadLinesAreReportedAndTheRestIsRead) {
  std::istringstream source("1\n{\"a\":}\n\xFF\nkey: yaml\n[2]\n");
  JsonLines lines(source, "stream");
  std::vector<bool> good;
  while (const auto line = lines.Next()) {
    good.push_back(line->result.ok());
    for (const finding::Finding& finding : line->result.findings) {
      EXPECT_EQ(finding.span.file, "stream");
      EXPECT_EQ(finding.span.start.line, line->number);
    }
    EXPECT_EQ(line->result.findings.empty(), line->result.ok());
  }
  EXPECT_EQ(good, (std::vector<bool>{true, false, false, false, true}));
}

TEST(JsonLines, TooLongLinesAreReportedWithTheirPlace) {
  std::istringstream source("1\n\"" + std::string(1000, 'x') + "\"\n2\n");
  JsonLines lines(source, "stream", {.max_bytes = 100});
  EXPECT_TRUE(lines.Next()->result.ok());
  const auto line = lines.Next();
  ASSERT_EQ(line->result.findings.size(), 1U);
  EXPECT_EQ(line->result.findings[0].rule, &kTooLarge);
  EXPECT_EQ(line->result.findings[0].span.start, (finding::Position{2, 1}));
  EXPECT_TRUE(lines.Next()->result.ok());
  EXPECT_FALSE(lines.Next());
}

TEST(JsonLines, ReadsAPipeAsItComes) {
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  JsonLines lines(ends[0], "pipe");
  ASSERT_EQ(write(ends[1], "[1]\n[2", 6), 6);
  // The second line is not complete, and the writer still there.
  EXPECT_EQ(OneLine(lines.Next()->result.document), "[1]");
  ASSERT_EQ(write(ends[1], "2]", 2), 2);
  close(ends[1]);
  EXPECT_EQ(OneLine(lines.Next()->result.document), "[22]");
  EXPECT_FALSE(lines.Next());
  close(ends[0]);
}

TEST(JsonLines, ABrokenSourceIsAnError) {
  JsonLines lines(-1, "nowhere");
  EXPECT_FALSE(lines.Next());
  ASSERT_TRUE(lines.error());
  EXPECT_NE(lines.error()->message.find("nowhere"), std::string::npos);
}

}  // namespace
}  // namespace accord::document
