#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "accord/report/report.h"

#include "report/finding_rows.h"
#include "report/json_writer.h"
#include "report/places.h"

namespace accord::report {
namespace {

using finding::Position;
using finding::Span;

/// Readers of this format count on all four numbers.
Position AtLeastOne(const Position& position, const Position& least) {
  return {.line = std::max(position.line, least.line),
          .column = std::max(position.column, position.line > least.line ? 1U : least.column)};
}

void WriteLine(const Located& located, std::ostream& out) {
  const Span& span = located.span();
  const bool known = span.known() && !span.file.empty();
  const Position start = AtLeastOne(known ? span.start : Position{}, {.line = 1, .column = 1});
  const Position end = AtLeastOne(known ? span.end : Position{}, start);
  out << '{';
  if (!span.file.empty()) {
    out << fmt::format("\"path\":{},", JsonWriter::Quote(TreePath(span.file)));
  }
  out << fmt::format(R"("start_line":{},"start_column":{},"end_line":{},"end_column":{},)",
                     start.line,
                     start.column,
                     end.line,
                     end.column)
      << fmt::format("\"type\":{},\"message\":{}}}\n",
                     JsonWriter::Quote(RuleId(*located.finding)),
                     JsonWriter::Quote(located.finding->message));
}

}  // namespace

void WriteBufJson(const finding::Report& report, const Style& /*style*/, std::ostream& out) {
  for (const Located& located : AllFindings(report)) {
    if (located.finding->suppressed.empty() && !located.pending()) {
      WriteLine(located, out);
    }
  }
}

}  // namespace accord::report
