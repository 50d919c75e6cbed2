#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "report/characters.h"
#include "report/display_width.h"
#include "report/finding_rows.h"
#include "report/snippet.h"
#include "report/text_page.h"

namespace accord::report {
namespace {

using finding::Finding;
using finding::Severity;
using finding::Span;

constexpr std::size_t kGutter = 5;
constexpr std::size_t kLabel = 11;
constexpr std::size_t kMaxDiffLines = 20;

Ink InkOf(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return Ink::kCyan;
    case Severity::kWarning:
      return Ink::kYellow;
    case Severity::kError:
      break;
  }
  return Ink::kRed;
}

std::string SeverityWord(const Page& page, Severity severity) {
  return page.paint(InkOf(severity), fmt::format("{}:", finding::ToString(severity)));
}

void WriteSnippet(const Page& page, std::string_view indent, const Span& span, Ink ink) {
  const std::string number = fmt::format("{:>{}}", span.start.line, kGutter);
  const std::size_t gutter = indent.size() + number.size() + 3;
  const Snippet snippet = MakeSnippet(span, page.Room(gutter));
  if (snippet.line.empty()) {
    return;
  }
  page.out << indent << page.paint(Ink::kDim, number + " |") << ' ' << snippet.line << '\n';
  if (snippet.mark_width > 0) {
    const std::string mark = "^" + std::string(snippet.mark_width - 1, '~');
    page.out << indent << page.paint(Ink::kDim, fmt::format("{:>{}}", "|", number.size() + 2))
             << std::string(snippet.mark_from + 1, ' ') << page.paint(ink, mark) << '\n';
  }
}

void WriteRow(const Page& page, std::string_view indent, const Row& row) {
  const std::string lead = fmt::format("{}{:<{}}", indent, fmt::format("{}:", row.label), kLabel);
  WriteWrapped(page, lead, Ink::kDim, row.text);
}

void WriteDiff(const Page& page, std::string_view indent, const Finding& finding) {
  const std::size_t used = indent.size() + kLabel;
  std::string lead = fmt::format("{}{:<{}}", indent, "diff:", kLabel);
  for (const std::string& line : DiffLines(finding, page.Room(used), kMaxDiffLines)) {
    page.out << page.paint(Ink::kDim, lead);
    if (line.starts_with('-')) {
      page.out << page.paint(Ink::kRed, line);
    } else if (line.starts_with('+')) {
      page.out << page.paint(Ink::kGreen, line);
    } else {
      page.out << line;
    }
    page.out << '\n';
    lead.assign(used, ' ');
  }
}

/// The other side of a change: where it was, as a compiler would show it.
void WritePrevious(const Page& page, const Finding& finding) {
  const std::string place = Printable(ToString(finding.previous));
  if (!place.empty()) {
    page.out << page.paint(Ink::kBold, place + ": ") << page.paint(Ink::kCyan, "note:")
             << " in the old version\n";
    WriteSnippet(page, "", finding.previous, Ink::kCyan);
  }
}

/// One witness proves the finding; the others are for those who want to know all.
void WriteWitnesses(const Page& page, std::string_view indent, const Finding& finding) {
  const std::size_t shown = page.verbose ? finding.witnesses.size() : 1;
  for (std::size_t i = 0; i < std::min(shown, finding.witnesses.size()); ++i) {
    for (const Row& row : WitnessRows(finding.witnesses[i], page.Room(indent.size() + kLabel))) {
      WriteRow(page, indent, row);
    }
  }
}

void WriteRelated(const Page& page, std::string_view indent, const Finding& finding) {
  for (const finding::Related& related : finding.related) {
    const std::string place = Printable(ToString(related.span));
    page.out << indent << page.paint(Ink::kBold, place.empty() ? "" : place + ": ")
             << page.paint(Ink::kCyan, "note:") << ' ' << Printable(related.label) << '\n';
    if (page.verbose) {
      WriteSnippet(page, indent, related.span, Ink::kCyan);
    }
  }
}

void WriteHelp(const Page& page, std::string_view lead, const Finding& finding) {
  if (!finding.help.empty()) {
    WriteWrapped(page, lead, Ink::kCyan, Printable(finding.help));
  }
}

/// The place of such a finding is the line that demands, not the culprit: no need to show it.
bool IsComparison(const Finding& finding) {
  return !finding.expected.empty() || !finding.actual.empty();
}

}  // namespace

void WriteWrapped(const Page& page, std::string_view lead, Ink ink, std::string_view text) {
  const std::size_t used = WidthOf(lead);
  std::string indent = page.paint(ink, lead);
  for (const std::string& line : Wrap(text, page.Room(used))) {
    page.out << indent << line << '\n';
    indent.assign(used, ' ');
  }
}

void WriteLikeCompiler(const Page& page, const Finding& finding) {
  const std::string place = Printable(ToString(finding.span));
  page.out << page.paint(Ink::kBold, place.empty() ? "" : place + ": ")
           << SeverityWord(page, finding.severity) << ' ' << Headline(finding) << '\n';
  WriteSnippet(page, "", finding.span, InkOf(finding.severity));
  WritePrevious(page, finding);
  constexpr std::string_view kIndent = "  ";
  for (const Row& row : Rows(finding, page.Room(kIndent.size() + kLabel))) {
    WriteRow(page, kIndent, row);
  }
  WriteDiff(page, kIndent, finding);
  WriteWitnesses(page, kIndent, finding);
  WriteRelated(page, kIndent, finding);
  WriteHelp(page, "  help: ", finding);
  page.out << '\n';
}

void WriteSuppressed(const Page& page, const Finding& finding) {
  const std::string place = Printable(ToString(finding.span));
  page.out << page.paint(Ink::kDim,
                         fmt::format("{}{}{}: {}",
                                     place,
                                     place.empty() ? "" : ": ",
                                     finding::ToString(finding.severity),
                                     Headline(finding)))
           << '\n';
  WriteWrapped(page, "  suppressed: ", Ink::kDim, Printable(finding.suppressed));
  page.out << '\n';
}

void WriteShort(const Page& page, const Finding& finding) {
  const std::string lead = fmt::format("   {}: ", finding::ToString(finding.severity));
  const std::string path = finding.path.empty() ? "" : finding.path + ": ";
  page.out << page.paint(InkOf(finding.severity), lead)
           << Cut(Printable(path + finding.message), page.Room(lead.size())) << '\n';
}

void WriteComparison(const Page& page, const finding::Check& check, const Finding& finding) {
  WriteWrapped(page,
               fmt::format("   {}: ", finding::ToString(finding.severity)),
               InkOf(finding.severity),
               Headline(finding));
  constexpr std::string_view kIndent = "      ";
  for (const Row& row : Rows(finding, page.Room(kIndent.size() + kLabel))) {
    WriteRow(page, kIndent, row);
  }
  WriteDiff(page, kIndent, finding);
  if (finding.span.known() && finding.span != check.span) {
    WriteRow(page, kIndent, {"see", Printable(ToString(finding.span))});
    if (page.verbose || !IsComparison(finding)) {
      WriteSnippet(page, kIndent, finding.span, InkOf(finding.severity));
    }
  }
  WriteRelated(page, kIndent, finding);
  WriteHelp(page, fmt::format("{}{:<{}}", kIndent, "help:", kLabel), finding);
}

}  // namespace accord::report
