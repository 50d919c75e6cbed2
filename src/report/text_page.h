#pragma once

#include <cstddef>
#include <ostream>
#include <string_view>

#include "accord/report/report.h"

#include "report/paint.h"

namespace accord::report {

/// What the parts of the text report are written on.
struct Page {
  std::ostream& out;
  Paint paint;
  std::size_t width;
  bool verbose;

  /// Room right of `used` columns; never so little that nothing can be read.
  std::size_t Room(std::size_t used) const { return width > used + 20 ? width - used : 20; }
};

/// Writes `text` wrapped; the first line follows `lead`, the others are indented as wide as it.
/// `lead` is written with `ink`.
void WriteWrapped(const Page& page, std::string_view lead, Ink ink, std::string_view text);

/// A finding the way compilers print one: place, message, source line with the span underlined.
void WriteLikeCompiler(const Page& page, const finding::Finding& finding);

/// A finding that does not count, dimmed: place, message and why.
void WriteSuppressed(const Page& page, const finding::Finding& finding);

/// A finding of a comparison: message, then rows for path, expected, actual, rule, diff and help.
/// A place that is the check's own is not repeated.
void WriteComparison(const Page& page,
                     const finding::Check& check,
                     const finding::Finding& finding);

/// A finding of a comparison in one line: path and message.
void WriteShort(const Page& page, const finding::Finding& finding);

/// One line per check under the headings of their groups.
void WriteCheckList(const Page& page, const finding::Report& report);

/// Everything about one check that has findings.
void WriteCheckInFull(const Page& page, std::size_t number, const finding::Check& check);

}  // namespace accord::report
