#include "proto/source_text.h"

#include <gtest/gtest.h>

namespace accord::proto {
namespace {

TEST(SourceText, ColumnsOfTheTokenizerCountBytesAndTabStops) {
  const SourceText text("\tab\tc\nä€x\n");
  EXPECT_EQ(text.OffsetOf(0, 8), 1U);
  EXPECT_EQ(text.OffsetOf(0, 10), 3U);
  EXPECT_EQ(text.OffsetOf(0, 16), 4U);
  EXPECT_EQ(text.OffsetOf(1, 5), 11U);
  EXPECT_EQ(text.OffsetOf(1, 99), 12U);
  EXPECT_EQ(text.OffsetOf(99, 0), text.text().size());
  EXPECT_EQ(text.OffsetOf(-1, 0), text.text().size());
}

TEST(SourceText, PositionsCountCodePoints) {
  const SourceText text("\tab\tc\nä€x\n");
  EXPECT_EQ(text.PositionOf(4), (finding::Position{1, 5}));
  EXPECT_EQ(text.PositionOf(11), (finding::Position{2, 3}));
  EXPECT_EQ(text.PositionOf(13), (finding::Position{3, 1}));
  EXPECT_EQ(text.PositionOf(9999), (finding::Position{3, 1}));
  EXPECT_EQ(SourceText("").PositionOf(0), (finding::Position{1, 1}));
}

TEST(SourceText, LongLinesAgreeWithCountingByHand) {
  std::string line;
  for (int i = 0; i < 3000; ++i) {
    line += i % 7 == 0 ? "\t" : i % 5 == 0 ? "ä" : "x";
  }
  const SourceText text("short\n" + line + "\nshort\n");
  int column = 0;
  std::uint32_t code_points = 1;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::size_t offset = 6 + i;
    EXPECT_EQ(text.OffsetOf(1, column), offset);
    const bool first_byte = (static_cast<unsigned char>(line[i]) & 0xC0U) != 0x80U;
    if (first_byte) {
      EXPECT_EQ(text.PositionOf(offset), (finding::Position{2, code_points}));
      ++code_points;
    }
    column += line[i] == '\t' ? 8 - column % 8 : 1;
  }
  EXPECT_EQ(text.OffsetOf(2, 3), 6 + line.size() + 1 + 3);
}

TEST(SourceText, AHugeLineIsAskedQuickly) {
  const SourceText text(std::string(5'000'000, 'x'));
  std::uint64_t sum = 0;
  for (int i = 0; i < 20'000; ++i) {
    sum += text.PositionOf(text.OffsetOf(0, 4'000'000 + i)).column;
  }
  EXPECT_EQ(sum, 20'000ULL * 4'000'001 + 20'000ULL * 19'999 / 2);
}

TEST(SourceText, ACutLineBeginsBetweenCodePoints) {
  std::string line;
  for (int i = 0; i < 1000; ++i) {
    line += "ä";
  }
  const SourceText text(line);
  const finding::Span span = text.SpanOf(1000, 1002);
  EXPECT_EQ(span.start, (finding::Position{1, 501}));
  EXPECT_EQ(span.source_column, 481U);
  EXPECT_EQ(span.source_line.substr(0, 2), "ä");
}

}  // namespace
}  // namespace accord::proto
