#include "report/snippet.h"

#include <gtest/gtest.h>

#include "report/display_width.h"

namespace accord::report {
namespace {

finding::Span SpanIn(std::string line, std::uint32_t from, std::uint32_t to) {
  finding::Span span;
  span.start = {.line = 3, .column = from};
  span.end = {.line = 3, .column = to};
  span.source_line = std::move(line);
  return span;
}

TEST(Snippet, MarksTheSpan) {
  const Snippet snippet = MakeSnippet(SpanIn("\"id\": 12", 7, 9), 80);
  EXPECT_EQ(snippet.line, "\"id\": 12");
  EXPECT_EQ(snippet.mark_from, 6U);
  EXPECT_EQ(snippet.mark_width, 2U);
}

TEST(Snippet, ExpandsTabsBeforeAndInsideTheSpan) {
  const Snippet snippet = MakeSnippet(SpanIn("\tab\tcd", 2, 6), 80);
  EXPECT_EQ(snippet.line, "    ab  cd");
  EXPECT_EQ(snippet.mark_from, 4U);
  EXPECT_EQ(snippet.mark_width, 5U);
}

TEST(Snippet, CountsCodePointsAndShowsColumns) {
  const Snippet snippet = MakeSnippet(SpanIn("größe: 注文 x", 8, 10), 80);
  EXPECT_EQ(snippet.mark_from, 7U);
  EXPECT_EQ(snippet.mark_width, 4U);
}

TEST(Snippet, EmptySpanIsOneCaret) {
  EXPECT_EQ(MakeSnippet(SpanIn("abc", 2, 2), 80).mark_width, 1U);
}

TEST(Snippet, SpanBehindTheLineIsMarkedAtItsEnd) {
  const Snippet snippet = MakeSnippet(SpanIn("abc", 9, 12), 80);
  EXPECT_EQ(snippet.mark_from, 3U);
  EXPECT_EQ(snippet.mark_width, 1U);
}

TEST(Snippet, SpanOfSeveralLinesRunsToTheEnd) {
  finding::Span span = SpanIn("key: [a,", 6, 2);
  span.end.line = 5;
  EXPECT_EQ(MakeSnippet(span, 80).mark_width, 3U);
}

TEST(Snippet, WideLineIsCutAroundTheSpan) {
  const std::string line = std::string(300, 'x') + "HERE" + std::string(300, 'y');
  const Snippet snippet = MakeSnippet(SpanIn(line, 301, 305), 60);
  EXPECT_EQ(WidthOf(snippet.line), 60U);
  EXPECT_EQ(snippet.line.find("HERE"), snippet.mark_from + std::string("…").size() - 1);
  EXPECT_EQ(snippet.mark_width, 4U);
}

TEST(Snippet, MarkNeverLeavesTheWindow) {
  const Snippet snippet = MakeSnippet(SpanIn(std::string(300, 'x'), 2, 290), 60);
  EXPECT_LE(snippet.mark_from + snippet.mark_width, 60U);
}

TEST(Snippet, LineCutBeforeStartsWithAnEllipsis) {
  finding::Span span = SpanIn("tail here", 106, 110);
  span.source_column = 101;
  const Snippet snippet = MakeSnippet(span, 80);
  EXPECT_EQ(snippet.line, "…tail here");
  EXPECT_EQ(snippet.mark_from, 6U);
  EXPECT_EQ(snippet.mark_width, 4U);
}

TEST(Snippet, UnknownColumnMarksNothing) {
  EXPECT_EQ(MakeSnippet(SpanIn("abc", 0, 0), 80).mark_width, 0U);
}

TEST(Snippet, NothingToShowWithoutSource) {
  EXPECT_TRUE(MakeSnippet(SpanIn("", 1, 2), 80).line.empty());
  finding::Span unknown;
  unknown.source_line = "abc";
  EXPECT_TRUE(MakeSnippet(unknown, 80).line.empty());
}

TEST(Snippet, DefusesControlCharacters) {
  EXPECT_EQ(MakeSnippet(SpanIn("a\x1b[2J", 1, 2), 80).line, "a␛[2J");
}

}  // namespace
}  // namespace accord::report
