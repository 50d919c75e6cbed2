#include "report/snippet.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "accord/base/strings.h"

#include "report/characters.h"
#include "report/display_width.h"

namespace accord::report {
namespace {

constexpr std::size_t kTabStop = 4;

/// A line with tabs expanded, and the display columns [begin, end) of the span in it.
struct Expanded {
  std::string text;
  std::size_t width = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::uint32_t EndColumn(const finding::Span& span) {
  if (span.end.line > span.start.line) {
    return UINT32_MAX;
  }
  return std::max(span.end.column, span.start.column + 1);
}

Expanded Expand(const finding::Span& span) {
  Expanded out;
  std::string_view rest = span.source_line;
  const std::uint32_t end_column = EndColumn(span);
  bool begun = false;
  std::uint32_t column = span.source_column;
  for (; !rest.empty(); ++column) {
    if (!begun && column >= span.start.column) {
      out.begin = out.width;
      begun = true;
    }
    const Character next = FirstCharacter(rest);
    if (next.code == '\t') {
      const std::size_t blanks = kTabStop - out.width % kTabStop;
      out.text.append(blanks, ' ');
      out.width += blanks;
    } else {
      const std::string shown = Printable(rest.substr(0, next.bytes));
      out.text += shown;
      out.width += WidthOf(shown);
    }
    if (column < end_column) {
      out.end = out.width;
    }
    rest.remove_prefix(next.bytes);
  }
  if (!begun) {
    out.begin = out.width;
  }
  out.end = std::max(out.end, out.begin + 1);
  return out;
}

}  // namespace

Snippet MakeSnippet(const finding::Span& span, std::size_t width) {
  if (!span.known() || span.source_line.empty()) {
    return {};
  }
  Expanded line = Expand(span);
  if (span.source_column > 1) {
    line.text.insert(0, "…");
    ++line.width;
    ++line.begin;
    ++line.end;
  }
  const Window window = ChooseWindow(line.width, line.begin, width);
  Snippet out;
  out.line = CutTo(window, line.text);
  if (span.start.column != 0) {
    const std::size_t end = std::min(line.end, std::max(window.last, line.begin + 1));
    out.mark_from = line.begin - window.first + (window.first > 0 ? 1 : 0);
    out.mark_width = end - line.begin;
  }
  return out;
}

}  // namespace accord::report
