#include "document/line_splitter.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace accord::document {
namespace {

/// Hands out a text in pieces.
LineSplitter::Read Pieces(std::string text, std::size_t piece) {
  return [text = std::move(text), piece, at = std::size_t{0}](
             char* buffer, std::size_t size) mutable -> base::Result<std::size_t> {
    const std::size_t count = std::min({piece, size, text.size() - at});
    std::memcpy(buffer, text.data() + at, count);
    at += count;
    return count;
  };
}

struct Seen {
  std::string text;
  std::uint64_t number;
  std::uint64_t offset;
  bool too_long;
  friend bool operator==(const Seen&, const Seen&) = default;
};

std::vector<Seen> LinesOf(LineSplitter& splitter) {
  std::vector<Seen> lines;
  while (const auto line = splitter.Next()) {
    lines.push_back({std::string(line->text), line->number, line->offset, line->too_long});
  }
  return lines;
}

TEST(LineSplitter, BlankLinesCountButDoNotAppear) {
  LineSplitter splitter(Pieces("\n1\r\n \t\r\n\n22\n", 100), 100);
  const std::vector<Seen> expected{{"1\r", 2, 1, false}, {"22", 5, 9, false}};
  EXPECT_EQ(LinesOf(splitter), expected);
  EXPECT_EQ(splitter.position(), 12U);
}

TEST(LineSplitter, TheLastLineNeedsNoEnd) {
  LineSplitter splitter(Pieces("1\n2", 100), 100);
  EXPECT_EQ(LinesOf(splitter).size(), 2U);
  LineSplitter empty(Pieces("", 100), 100);
  EXPECT_TRUE(LinesOf(empty).empty());
}

TEST(LineSplitter, PiecesDoNotMatter) {
  std::string text;
  std::vector<Seen> expected;
  for (std::uint64_t i = 1; i <= 300; ++i) {
    const std::string line(i * 37 % 5000 + 1, static_cast<char>('a' + i % 26));
    expected.push_back({line, i, text.size(), false});
    text += line + "\n";
  }
  for (const std::size_t piece : {1U, 7U, 4096U, 10000000U}) {
    LineSplitter splitter(Pieces(text, piece), 5000);
    EXPECT_EQ(LinesOf(splitter), expected) << piece;
  }
}

TEST(LineSplitter, LinesLongerThanABuffer) {
  const std::string line(3000000, 'x');
  LineSplitter splitter(Pieces("1\n" + line + "\n2\n" + line, 65536), line.size());
  const std::vector<Seen> expected{
      {"1", 1, 0, false}, {line, 2, 2, false}, {"2", 3, 3000003, false}, {line, 4, 3000005, false}};
  EXPECT_EQ(LinesOf(splitter), expected);
}

TEST(LineSplitter, TooLongLinesAreSkipped) {
  for (const std::size_t length : {11U, 1000000U}) {
    const std::string line(length, 'x');
    for (const std::size_t piece : {1U, 4096U, 10000000U}) {
      LineSplitter splitter(Pieces(line + "\n0123456789\n" + line, piece), 10);
      const std::vector<Seen> expected{
          {"", 1, 0, true}, {"0123456789", 2, length + 1, false}, {"", 3, length + 12, true}};
      EXPECT_EQ(LinesOf(splitter), expected) << length << " " << piece;
    }
  }
}

TEST(LineSplitter, AnErrorEndsTheStream) {
  bool first = true;
  LineSplitter splitter(
      [&](char* buffer, std::size_t) -> base::Result<std::size_t> {
        if (!first) {
          return base::InputError("broken");
        }
        first = false;
        std::memcpy(buffer, "1\n2", 3);
        return std::size_t{3};
      },
      10);
  EXPECT_EQ(LinesOf(splitter).size(), 1U);
  ASSERT_TRUE(splitter.error());
  EXPECT_EQ(splitter.error()->message, "broken");
}

}  // namespace
}  // namespace accord::document
