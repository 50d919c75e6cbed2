#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "accord/finding/finding.h"

namespace accord::proto {

/// Text of a .proto file with the lines that libprotobuf's tokenizer sees: LF alone ends a line, a
/// byte order mark has no column. Each question costs little, also on a line of many megabytes.
class SourceText {
 public:
  explicit SourceText(std::string text);

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  /// Byte offset of a place as libprotobuf counts it: 0-based, in bytes, tabs up to the next
  /// multiple of eight.
  std::size_t OffsetOf(int line, int column) const;
  finding::Position PositionOf(std::size_t offset) const;
  /// The range with the text of its first line, cut around the range when the line is long.
  finding::Span SpanOf(std::size_t begin, std::size_t end) const;

 private:
  // What lies between the start of a line and a mark inside it; there is a mark every kStep bytes.
  struct Mark {
    std::uint32_t column = 0;
    std::uint32_t code_points = 0;
  };

  void SetMarks();
  std::size_t LineOf(std::size_t offset) const;
  std::size_t LineEnd(std::size_t line) const;

  std::string text_;
  std::vector<std::uint32_t> starts_;
  std::vector<Mark> marks_;
};

}  // namespace accord::proto
