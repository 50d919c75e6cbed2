#include "proto/source_text.h"

#include <algorithm>
#include <utility>

#include "accord/base/strings.h"

namespace accord::proto {
namespace {

constexpr std::size_t kTab = 8;
constexpr std::size_t kShown = 240;                          // Bytes of a long line that are kept,
constexpr std::size_t kBefore = 40;                          // of which this many before the range.
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // Has no column.
constexpr std::uint32_t kBomSize = 3;

bool IsContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

SourceText::SourceText(std::string text) : text_(std::move(text)) {
  starts_.push_back(text_.starts_with(kByteOrderMark) ? kBomSize : 0U);
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
    starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

std::size_t SourceText::OffsetOf(int line, int column) const {
  if (line < 0 || static_cast<std::size_t>(line) >= starts_.size()) {
    return text_.size();
  }
  const std::string_view content = Line(static_cast<std::size_t>(line));
  const auto wanted = static_cast<std::size_t>(std::max(column, 0));
  std::size_t at = 0;
  for (std::size_t seen = 0; seen < wanted && at < content.size(); ++at) {
    seen += content[at] == '\t' ? kTab - seen % kTab : 1;
  }
  return starts_[static_cast<std::size_t>(line)] + at;
}

std::size_t SourceText::LineOf(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(after - starts_.begin()) - 1;
}

std::string_view SourceText::Line(std::size_t line) const {
  const std::size_t begin = starts_[line];
  const std::size_t end = line + 1 < starts_.size() ? starts_[line + 1] - 1 : text_.size();
  return std::string_view(text_).substr(begin, end - begin);
}

finding::Position SourceText::PositionOf(std::size_t offset) const {
  offset = std::max<std::size_t>(offset, starts_.front());
  const std::size_t line = LineOf(offset);
  const std::string_view before = Line(line).substr(0, offset - starts_[line]);
  return {.line = static_cast<std::uint32_t>(line + 1),
          .column = static_cast<std::uint32_t>(base::CountCodePoints(before) + 1)};
}

finding::Span SourceText::SpanOf(std::size_t begin, std::size_t end) const {
  begin = std::clamp<std::size_t>(begin, starts_.front(), text_.size());
  end = std::clamp(end, begin, text_.size());
  finding::Span span;
  span.start = PositionOf(begin);
  span.end = PositionOf(end);
  const std::size_t line_begin = starts_[LineOf(begin)];
  std::string_view line = Line(LineOf(begin));
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  if (line.size() > kShown) {
    const std::size_t column = std::min(begin - line_begin, line.size());
    std::size_t from = column > kBefore ? column - kBefore : 0;
    while (from > 0 && from < line.size() && IsContinuation(line[from])) {
      --from;
    }
    span.source_column = PositionOf(line_begin + from).column;
    span.source_line = base::Ellipsize(line.substr(from), kShown);
  } else {
    span.source_line = line;
  }
  return span;
}

}  // namespace accord::proto
