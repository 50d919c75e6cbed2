#pragma once

#include <cstddef>
#include <string>

#include "accord/finding/finding.h"

namespace accord::report {

/// A source line as a terminal shows it, and the columns of the span in it.
struct Snippet {
  std::string line;            ///< Tabs expanded, cut around the span when too wide.
  std::size_t mark_from = 0;   ///< Columns before the span.
  std::size_t mark_width = 0;  ///< 0 when the column is unknown.
};

/// `width` is the room for the line. Empty when the span brings no source text.
Snippet MakeSnippet(const finding::Span& span, std::size_t width);

}  // namespace accord::report
