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
  std::size_t LineOf(std::size_t offset) const;
  std::size_t LineEnd(std::size_t line) const;
  std::uint32_t CodePointsBefore(std::size_t offset) const;
  void CutLine(std::size_t begin, std::size_t line, finding::Span& span) const;

  std::string_view source_;
  std::vector<std::uint32_t> line_starts_;
  std::vector<std::uint32_t> block_counts_;  // Code points before each block of the source.
};

}  // namespace accord::document
