#include "proto/source_text.h"

#include <algorithm>
#include <utility>

#include "accord/base/strings.h"

namespace accord::proto {
namespace {

using base::IsContinuation;

constexpr std::uint32_t kTab = 8;
constexpr std::size_t kStep = 1024;
constexpr std::size_t kShown = 240;  // Bytes of a long line that are kept,
constexpr std::size_t kBefore = 40;  // of which this many before the range.
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::uint32_t kByteOrderMarkSize = 3;

std::uint32_t Widen(std::uint32_t column, char byte) {
  return column + (byte == '\t' ? kTab - column % kTab : 1);
}

std::uint32_t CodePoints(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !IsContinuation(byte); }));
}

}  // namespace

SourceText::SourceText(std::string text) : text_(std::move(text)) {
  starts_.push_back(text_.starts_with(kByteOrderMark) ? kByteOrderMarkSize : 0U);
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
    starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
  SetMarks();
}

void SourceText::SetMarks() {
  marks_.reserve(text_.size() / kStep + 1);
  marks_.emplace_back();
  Mark now;
  for (std::size_t at = starts_.front(); at < text_.size(); ++at) {
    now.column = Widen(now.column, text_[at]);
    now.code_points += IsContinuation(text_[at]) ? 0U : 1U;
    if (text_[at] == '\n') {
      now = {};
    }
    if ((at + 1) % kStep == 0) {
      marks_.push_back(now);
    }
  }
}

std::size_t SourceText::OffsetOf(int line, int column) const {
  if (line < 0 || static_cast<std::size_t>(line) >= starts_.size()) {
    return text_.size();
  }
  const auto wanted = static_cast<std::uint32_t>(std::max(column, 0));
  const std::size_t end = LineEnd(static_cast<std::size_t>(line));
  std::size_t at = starts_[static_cast<std::size_t>(line)];
  std::uint32_t seen = 0;
  // The last mark of the line that is not behind the column.
  const auto first = marks_.begin() + static_cast<std::ptrdiff_t>(at / kStep + 1);
  const auto last = marks_.begin() + static_cast<std::ptrdiff_t>(end / kStep + 1);
  if (first < last) {
    const auto behind =
        std::upper_bound(first, last, wanted, [](std::uint32_t value, const Mark& mark) {
          return value < mark.column;
        });
    if (behind != first) {
      at = static_cast<std::size_t>(behind - marks_.begin() - 1) * kStep;
      seen = (behind - 1)->column;
    }
  }
  for (; seen < wanted && at < end; ++at) {
    seen = Widen(seen, text_[at]);
  }
  return at;
}

std::size_t SourceText::LineOf(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(after - starts_.begin()) - 1;
}

std::size_t SourceText::LineEnd(std::size_t line) const {
  return line + 1 < starts_.size() ? starts_[line + 1] - 1 : text_.size();
}

finding::Position SourceText::PositionOf(std::size_t offset) const {
  offset = std::clamp<std::size_t>(offset, starts_.front(), text_.size());
  const std::size_t line = LineOf(offset);
  std::size_t from = starts_[line];
  std::uint32_t before = 0;
  if (const std::size_t mark = offset / kStep; mark * kStep > from) {
    from = mark * kStep;
    before = marks_[mark].code_points;
  }
  const std::string_view rest = std::string_view(text_).substr(from, offset - from);
  return {.line = static_cast<std::uint32_t>(line + 1), .column = before + CodePoints(rest) + 1};
}

finding::Span SourceText::SpanOf(std::size_t begin, std::size_t end) const {
  begin = std::clamp<std::size_t>(begin, starts_.front(), text_.size());
  end = std::clamp(end, begin, text_.size());
  finding::Span span;
  span.start = PositionOf(begin);
  span.end = PositionOf(end);
  const std::size_t start = starts_[LineOf(begin)];
  std::string_view line = std::string_view(text_).substr(start, LineEnd(LineOf(begin)) - start);
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  if (line.size() > kShown) {
    const std::size_t column = std::min(begin - start, line.size());
    std::size_t from = column > kBefore ? column - kBefore : 0;
    while (from > 0 && from < line.size() && IsContinuation(line[from])) {
      --from;
    }
    span.source_column = PositionOf(start + from).column;
    span.source_line = base::Ellipsize(line.substr(from), kShown);
  } else {
    span.source_line = line;
  }
  return span;
}

}  // namespace accord::proto
