#include "document/line_index.h"

#include <gtest/gtest.h>

namespace accord::document {
namespace {

using finding::Position;

TEST(LineIndex, CountsLinesOfEveryKind) {
  const LineIndex index("ab\ncd\r\nef\rgh");
  EXPECT_EQ(index.PositionOf(0), (Position{1, 1}));
  EXPECT_EQ(index.PositionOf(1), (Position{1, 2}));
  EXPECT_EQ(index.PositionOf(3), (Position{2, 1}));
  EXPECT_EQ(index.PositionOf(7), (Position{3, 1}));
  EXPECT_EQ(index.PositionOf(10), (Position{4, 1}));
  EXPECT_EQ(index.SpanOf(3, 4).source_line, "cd");
  EXPECT_EQ(index.SpanOf(7, 8).source_line, "ef");
}

TEST(LineIndex, ColumnsAreCodePoints) {
  const LineIndex index("é😀x\nñy");
  EXPECT_EQ(index.PositionOf(2), (Position{1, 2}));
  EXPECT_EQ(index.PositionOf(6), (Position{1, 3}));
  EXPECT_EQ(index.PositionOf(10), (Position{2, 2}));
}

TEST(LineIndex, SpansMayCoverSeveralLinesAndTheEnd) {
  const LineIndex index("a\nbc\n");
  const finding::Span span = index.SpanOf(0, 5);
  EXPECT_EQ(span.start, (Position{1, 1}));
  EXPECT_EQ(span.end, (Position{3, 1}));
  EXPECT_EQ(span.source_line, "a");
  EXPECT_EQ(index.SpanOf(5, 5).source_line, "");
  EXPECT_EQ(index.SpanOf(99, 3).start, (Position{3, 1}));
}

TEST(LineIndex, TheByteOrderMarkHasNoColumn) {
  const LineIndex index("\xEF\xBB\xBF{}");
  EXPECT_EQ(index.PositionOf(3), (Position{1, 1}));
  EXPECT_EQ(index.PositionOf(0), (Position{1, 1}));
  EXPECT_EQ(index.SpanOf(3, 4).source_line, "{}");
}

TEST(LineIndex, LongLinesAreCutAroundTheColumn) {
  std::string line;
  for (int i = 0; i < 1000; ++i) {
    line += "é";
  }
  line[1000] = 'X';
  line[1001] = 'Y';  // Code points 501 and 502.
  line.insert(0, "first\n");
  const LineIndex index(line);
  const finding::Span span = index.SpanOf(6 + 1000, 6 + 1002);
  EXPECT_EQ(span.start, (Position{2, 501}));
  EXPECT_EQ(span.end, (Position{2, 503}));
  EXPECT_EQ(span.source_column, 421U);
  const std::size_t before = 2U * (501 - span.source_column);
  EXPECT_EQ(span.source_line.substr(before, 2), "XY");
  EXPECT_EQ(span.source_line.size(), 2 * 198U + 2);
}

TEST(LineIndex, LongLinesAreCutAtTheirEnds) {
  const std::string line(500, 'a');
  const LineIndex index(line);
  EXPECT_EQ(index.SpanOf(0, 1).source_line.size(), 200U);
  EXPECT_EQ(index.SpanOf(0, 1).source_column, 1U);
  EXPECT_EQ(index.SpanOf(499, 500).source_line.size(), 81U);
  EXPECT_EQ(index.SpanOf(499, 500).source_column, 420U);
  EXPECT_EQ(LineIndex(std::string_view(line).substr(300)).SpanOf(199, 200).source_line.size(),
            200U);
}

TEST(LineIndex, ColumnsAreRightFarIntoALongLine) {
  std::string line;
  for (int i = 0; i < 5000; ++i) {
    line += i % 2 == 0 ? "é" : "x";
  }
  const LineIndex index(line);
  EXPECT_EQ(index.PositionOf(7500).column, 5001U);
  EXPECT_EQ(index.PositionOf(3000).column, 2001U);
}

}  // namespace
}  // namespace accord::document
