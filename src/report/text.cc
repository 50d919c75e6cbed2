#include <algorithm>
#include <string>

#include "accord/report/report.h"

#include "report/characters.h"
#include "report/places.h"
#include "report/summary.h"
#include "report/text_page.h"

namespace accord::report {
namespace {

constexpr int kNarrowest = 40;

bool IsDocument(const finding::Check& check) {
  return check.kind == "document";
}

void WriteByFile(const Page& page, const std::vector<finding::Finding>& findings) {
  for (const FileGroup& group : GroupByFile(findings)) {
    for (const finding::Finding* finding : group.findings) {
      if (finding->suppressed.empty()) {
        WriteLikeCompiler(page, *finding);
      } else if (page.verbose) {
        WriteSuppressed(page, *finding);
      }
    }
  }
}

void WriteInputFindings(const Page& page, const finding::Report& report) {
  WriteByFile(page, report.findings);
  for (const finding::Check& check : report.checks) {
    if (IsDocument(check)) {
      WriteByFile(page, check.findings);
    }
  }
}

/// What counts first; pending ones can wait.
void WriteDetails(const Page& page, const finding::Report& report) {
  std::size_t number = 0;
  for (const bool pending : {false, true}) {
    for (const finding::Check& check : report.checks) {
      if (!IsDocument(check) && NeedsDetail(check) &&
          (check.outcome == finding::Outcome::kPending) == pending) {
        WriteCheckInFull(page, ++number, check);
      }
    }
  }
}

Ink InkOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPassed:
      return Ink::kGreen;
    case Verdict::kPending:
      return Ink::kYellow;
    case Verdict::kFailed:
      break;
  }
  return Ink::kRed;
}

void WriteSummary(const Page& page, const finding::Report& report, finding::Severity fail_on) {
  for (const std::string& notice : report.notices) {
    WriteWrapped(page, "note: ", Ink::kCyan, Printable(notice));
  }
  const Ink ink = InkOf(VerdictOf(report, fail_on));
  page.out << page.paint(ink, SummaryLine(report)) << '\n';
  const std::string note = VerdictNote(report, fail_on);
  if (!note.empty()) {
    page.out << page.paint(ink, note) << '\n';
  }
}

}  // namespace

void WriteText(const finding::Report& report, const Style& style, std::ostream& out) {
  const Page page{.out = out,
                  .paint = Paint(style.color),
                  .width = static_cast<std::size_t>(std::max(style.width, kNarrowest)),
                  .verbose = style.verbose};
  WriteInputFindings(page, report);
  WriteCheckList(page, report);
  WriteDetails(page, report);
  WriteSummary(page, report, style.fail_on);
}

}  // namespace accord::report
