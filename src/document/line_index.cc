#include "document/line_index.h"

#include <algorithm>
#include <cstring>

#include "accord/base/strings.h"

#include "document/encoding.h"

namespace accord::document {
namespace {

using base::IsContinuation;

constexpr std::size_t kBlock = 1024;
constexpr std::size_t kShownCodePoints = 200;
constexpr std::size_t kShownBefore = 80;

// The number of bytes of a kind, eight at a time where there are eight: `in_word` gives a word with
// the high bit of each such byte set.
template <typename InWord, typename IsOne>
std::uint32_t CountBytes(std::string_view text, InWord in_word, IsOne is_one) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  std::size_t count = 0;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    count += ((in_word(word) >> 7U) * kOnes) >> 56U;  // The sum of all bytes.
  }
  for (; at < text.size(); ++at) {
    count += is_one(text[at]) ? 1U : 0U;
  }
  return static_cast<std::uint32_t>(count);
}

std::uint32_t CountCodePoints(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  return static_cast<std::uint32_t>(text.size()) -
         CountBytes(
             text,
             [](std::uint64_t word) { return word & ~(word << 1U) & kHighBits; },
             IsContinuation);
}

std::uint32_t CountLineFeeds(std::string_view text) {
  constexpr std::uint64_t kLowBits = 0x7F7F7F7F7F7F7F7FU;
  constexpr std::uint64_t kLineFeeds = 0x0A0A0A0A0A0A0A0AU;
  return CountBytes(
      text,
      [](std::uint64_t word) {
        const std::uint64_t others = word ^ kLineFeeds;  // A line feed becomes 0.
        return ~(((others & kLowBits) + kLowBits) | others | kLowBits);
      },
      [](char c) { return c == '\n'; });
}

}  // namespace

LineIndex::LineIndex(std::string_view source)
    : source_(source),
      text_begin_(BomLength(source)),
      has_returns_(source.find('\r') != std::string_view::npos) {
  Block block{.line_start = static_cast<std::uint32_t>(text_begin_)};
  blocks_.reserve(source.size() / kBlock + 1);
  for (std::size_t at = 0; at <= source.size(); at += kBlock) {
    blocks_.push_back(block);
    const std::string_view text = source.substr(at, kBlock);
    block.code_points += CountCodePoints(text);
    if (const std::uint32_t lines = LinesIn(at, at + text.size()); lines != 0) {
      block.lines += lines;
      block.line_start = static_cast<std::uint32_t>(LineStart(at + text.size()));
    }
  }
}

// A CR in front of a LF is not counted: the LF ends that line.
bool LineIndex::EndsLine(std::size_t at) const {
  const char c = source_[at];
  return c == '\n' || (c == '\r' && (at + 1 == source_.size() || source_[at + 1] != '\n'));
}

std::uint32_t LineIndex::LinesIn(std::size_t begin, std::size_t end) const {
  if (!has_returns_) {
    return CountLineFeeds(source_.substr(begin, end - begin));
  }
  std::uint32_t lines = 0;
  for (std::size_t at = begin; at < end; ++at) {
    lines += EndsLine(at) ? 1U : 0U;
  }
  return lines;
}

std::size_t LineIndex::LineStart(std::size_t offset) const {
  const std::size_t block = (offset == 0 ? 0 : offset - 1) / kBlock;
  if (LinesIn(block * kBlock, offset) == 0) {
    return blocks_[block].line_start;
  }
  for (std::size_t at = offset; at > block * kBlock; --at) {
    if (EndsLine(at - 1)) {
      return at;
    }
  }
  return blocks_[block].line_start;
}

std::uint32_t LineIndex::CodePointsBefore(std::size_t offset) const {
  const std::size_t block = offset / kBlock;
  return blocks_[block].code_points +
         CountCodePoints(source_.substr(block * kBlock, offset % kBlock));
}

finding::Position LineIndex::PositionOf(std::size_t offset) const {
  const std::size_t at = std::max(offset, text_begin_);
  const std::size_t block = at / kBlock;
  return {.line = blocks_[block].lines + LinesIn(block * kBlock, at) + 1,
          .column = CodePointsBefore(at) - CodePointsBefore(LineStart(at)) + 1};
}

finding::Span LineIndex::SpanOf(std::size_t begin, std::size_t end) const {
  begin = std::min(begin, source_.size());
  end = std::clamp(end, begin, source_.size());
  finding::Span span;
  span.start = PositionOf(begin);
  span.end = PositionOf(end);
  CutLine(begin, span);
  return span;
}

// Where the line ends, or `max` code points behind `from` when that comes first.
std::size_t LineIndex::CutEnd(std::size_t from, std::size_t max) const {
  std::size_t shown = 0;
  std::size_t at = from;
  for (; at < source_.size() && source_[at] != '\n' && source_[at] != '\r'; ++at) {
    shown += IsContinuation(source_[at]) ? 0U : 1U;
    if (shown > max) {
      break;
    }
  }
  return at;
}

void LineIndex::CutLine(std::size_t begin, finding::Span& span) const {
  std::size_t from = LineStart(std::max(begin, text_begin_));
  std::size_t to = CutEnd(from, kShownCodePoints);
  const bool whole = to == source_.size() || source_[to] == '\n' || source_[to] == '\r';
  if (!whole) {
    const std::size_t line_start = from;
    from = std::max(begin, line_start);
    std::uint32_t before = 0;
    while (from > line_start && before < kShownBefore) {
      --from;
      before += IsContinuation(source_[from]) ? 0U : 1U;
    }
    to = CutEnd(from, kShownCodePoints);
    span.source_column = span.start.column - before;
  }
  span.source_line = ReplaceInvalidUtf8(source_.substr(from, to - from));
}

}  // namespace accord::document
