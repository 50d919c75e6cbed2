#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "accord/finding/finding.h"

namespace accord::document {

/// Turns byte offsets of a text into lines and columns; each question costs a small constant, also
/// on a line of many megabytes. LF, CRLF and a lone CR end a line. A byte order mark has no column.
class LineIndex {
 public:
  explicit LineIndex(std::string_view source);

  finding::Position PositionOf(std::size_t offset) const;
  /// The range with the text of its first line, cut around the column when the line is long.
  finding::Span SpanOf(std::size_t begin, std::size_t end) const;

 private:
  // What lies before a block of the source.
  struct Block {
    std::uint32_t lines = 0;
    std::uint32_t code_points = 0;
    std::uint32_t line_start = 0;  // Of the line in which the block begins.
  };

  bool EndsLine(std::size_t at) const;
  std::uint32_t LinesIn(std::size_t begin, std::size_t end) const;
  std::uint32_t CodePointsBefore(std::size_t offset) const;
  std::size_t LineStart(std::size_t offset) const;
  std::size_t CutEnd(std::size_t from, std::size_t max) const;
  void CutLine(std::size_t begin, finding::Span& span) const;

  std::string_view source_;
  std::size_t text_begin_;  // Behind the byte order mark.
  bool has_returns_;
  std::vector<Block> blocks_;
};

}  // namespace accord::document
