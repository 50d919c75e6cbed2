#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "report/characters.h"
#include "report/finding_rows.h"
#include "report/summary.h"
#include "report/text_page.h"

namespace accord::report {
namespace {

using finding::Check;
using finding::Outcome;

constexpr std::size_t kMaxFindings = 10;
constexpr std::size_t kFindingsInFull = 3;

struct Mark {
  std::string_view sign;
  Ink ink;
  std::string_view suffix;  ///< Behind the heading of a check in full.
};

const Mark& MarkOf(Outcome outcome) {
  static constexpr std::array<Mark, 5> kMarks{{
      {"✓", Ink::kGreen, ""},
      {"✗", Ink::kRed, ""},
      {"~", Ink::kYellow, " (pending)"},
      {"!", Ink::kRed, " (could not be checked)"},
      {"-", Ink::kDim, " (skipped)"},
  }};
  return kMarks.at(static_cast<std::size_t>(outcome));
}

void WriteStates(const Page& page, std::string_view indent, const Check& check) {
  std::string_view word = "Given ";
  for (const std::string& state : check.given) {
    WriteWrapped(page, fmt::format("{}{}", indent, word), Ink::kDim, Printable(state));
    word = "  and ";
  }
}

void WriteComments(const Page& page, std::string_view indent, const Check& check) {
  for (const std::string& comment : check.comments) {
    WriteWrapped(page, fmt::format("{}comment: ", indent), Ink::kDim, Printable(comment));
  }
}

/// Not wrapped and not indented after the first line: it is there to be copied.
void WriteRepeat(const Page& page, std::string_view indent, const Check& check) {
  if (!check.reproduce.empty()) {
    page.out << indent << page.paint(Ink::kCyan, "repeat:") << ' '
             << Printable(check.reproduce, "\n\t") << '\n';
  }
}

void WritePlace(const Page& page, std::string_view indent, const Check& check) {
  const std::string place = Printable(ToString(check.span));
  if (!place.empty()) {
    page.out << indent << page.paint(Ink::kDim, "contract:") << ' ' << place << '\n';
  }
}

void WriteListed(const Page& page, const Check& check) {
  const Mark& mark = MarkOf(check.outcome);
  std::string line = Printable(check.name);
  if (check.milliseconds) {
    line += fmt::format(" ({})", Duration(*check.milliseconds));
  }
  WriteWrapped(page, fmt::format("  {} ", mark.sign), mark.ink, line);
  constexpr std::string_view kIndent = "      ";
  const bool went_wrong = check.outcome != Outcome::kPassed && check.outcome != Outcome::kSkipped;
  if (went_wrong || page.verbose) {
    WriteStates(page, kIndent, check);
  }
  for (const std::string& note : check.notes) {
    WriteWrapped(page, fmt::format("{}note: ", kIndent), Ink::kCyan, Printable(note));
  }
  if (page.verbose && !NeedsDetail(check)) {
    WriteComments(page, kIndent, check);
    WritePlace(page, kIndent, check);
    WriteRepeat(page, kIndent, check);
  }
}

/// A failure fits on one screen: the first findings in full, some more in one line each.
void WriteFindings(const Page& page, const Check& check) {
  const std::vector<const finding::Finding*> findings = MostSevereFirst(check.findings);
  const std::size_t in_full = page.verbose ? kMaxFindings : kFindingsInFull;
  const std::size_t shown = std::min(findings.size(), kMaxFindings);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i <= in_full) {
      page.out << '\n';
    }
    if (i < in_full) {
      WriteComparison(page, check, *findings[i]);
    } else {
      WriteShort(page, *findings[i]);
    }
  }
  if (findings.size() > shown) {
    page.out << fmt::format("   … and {} more (all of them: --format json)\n",
                            findings.size() - shown);
  }
}

/// A list of documents that are all well says less than the summary line.
bool IsWorthListing(const Page& page, const finding::Report& report) {
  return !report.checks.empty() && (page.verbose || Noun(report) != "document");
}

}  // namespace

void WriteCheckList(const Page& page, const finding::Report& report) {
  if (!IsWorthListing(page, report)) {
    return;
  }
  if (!report.subject.empty()) {
    page.out << Printable(report.subject) << "\n\n";
  }
  for (const Group& group : GroupChecks(report.checks)) {
    if (!group.name.empty()) {
      page.out << page.paint(Ink::kBold, Printable(group.name)) << '\n';
    }
    for (const Check* check : group.checks) {
      WriteListed(page, *check);
    }
    page.out << '\n';
  }
}

void WriteCheckInFull(const Page& page, std::size_t number, const Check& check) {
  const Mark& mark = MarkOf(check.outcome);
  std::string heading = check.group.empty() ? check.name : check.group + ": " + check.name;
  heading = fmt::format("{}{}", Printable(heading), mark.suffix);
  page.out << page.paint(mark.ink, fmt::format("{})", number)) << ' '
           << page.paint(Ink::kBold, heading) << '\n';
  constexpr std::string_view kIndent = "   ";
  WriteStates(page, kIndent, check);
  WritePlace(page, kIndent, check);
  WriteComments(page, kIndent, check);
  WriteFindings(page, check);
  if (!check.reproduce.empty()) {
    page.out << '\n';
    WriteRepeat(page, kIndent, check);
  }
  page.out << '\n';
}

}  // namespace accord::report
