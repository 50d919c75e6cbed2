#include "document/line_index.h"

#include <algorithm>

#include "document/encoding.h"

namespace accord::document {
namespace {

constexpr std::size_t kBlock = 1024;
constexpr std::size_t kShownCodePoints = 200;
constexpr std::size_t kShownBefore = 80;

bool IsContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::uint32_t CountStarts(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !IsContinuation(c); }));
}

}  // namespace

LineIndex::LineIndex(std::string_view source) : source_(source) {
  line_starts_.push_back(static_cast<std::uint32_t>(BomLength(source)));
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (at % kBlock == 0) {
      block_counts_.push_back(count);
    }
    const char c = source[at];
    if (!IsContinuation(c)) {
      ++count;
    }
    const bool line_break =
        c == '\n' || (c == '\r' && (at + 1 == source.size() || source[at + 1] != '\n'));
    if (line_break) {
      line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
    }
  }
  block_counts_.push_back(count);
}

std::uint32_t LineIndex::CodePointsBefore(std::size_t offset) const {
  const std::size_t block = offset / kBlock;
  return block_counts_[block] + CountStarts(source_.substr(block * kBlock, offset % kBlock));
}

std::size_t LineIndex::LineOf(std::size_t offset) const {
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return next == line_starts_.begin() ? 0
                                      : static_cast<std::size_t>(next - line_starts_.begin()) - 1;
}

std::size_t LineIndex::LineEnd(std::size_t line) const {
  std::size_t end = line + 1 < line_starts_.size() ? line_starts_[line + 1] : source_.size();
  while (end > line_starts_[line] && (source_[end - 1] == '\n' || source_[end - 1] == '\r')) {
    --end;
  }
  return end;
}

finding::Position LineIndex::PositionOf(std::size_t offset) const {
  const std::size_t line = LineOf(offset);
  const std::size_t at = std::max<std::size_t>(offset, line_starts_[line]);
  return {.line = static_cast<std::uint32_t>(line + 1),
          .column = CodePointsBefore(at) - CodePointsBefore(line_starts_[line]) + 1};
}

finding::Span LineIndex::SpanOf(std::size_t begin, std::size_t end) const {
  begin = std::min(begin, source_.size());
  end = std::clamp(end, begin, source_.size());
  finding::Span span;
  span.start = PositionOf(begin);
  span.end = PositionOf(end);
  CutLine(begin, span.start.line - 1, span);
  return span;
}

void LineIndex::CutLine(std::size_t begin, std::size_t line, finding::Span& span) const {
  const std::size_t line_begin = line_starts_[line];
  const std::size_t line_end = LineEnd(line);
  if (CodePointsBefore(line_end) - CodePointsBefore(line_begin) <= kShownCodePoints) {
    span.source_line = ReplaceInvalidUtf8(source_.substr(line_begin, line_end - line_begin));
    return;
  }
  std::size_t from = std::clamp(begin, line_begin, line_end);
  std::size_t before = 0;
  while (from > line_begin && (before < kShownBefore || IsContinuation(source_[from]))) {
    --from;
    before += IsContinuation(source_[from]) ? 0U : 1U;
  }
  std::size_t to = from;
  for (std::size_t shown = 0; to < line_end; ++to) {
    shown += IsContinuation(source_[to]) ? 0U : 1U;
    if (shown > kShownCodePoints) {
      break;
    }
  }
  span.source_line = ReplaceInvalidUtf8(source_.substr(from, to - from));
  span.source_column = PositionOf(from).column;
}

}  // namespace accord::document
