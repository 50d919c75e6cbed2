#include <algorithm>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/report/report.h"

#include "report/characters.h"
#include "report/display_width.h"
#include "report/finding_rows.h"
#include "report/markdown_consumers.h"
#include "report/markdown_finding.h"
#include "report/markdown_text.h"
#include "report/summary.h"

namespace accord::report {
namespace {

using finding::Check;
using finding::Finding;
using finding::Outcome;
using finding::Report;

// GitHub takes 65,536 characters in a comment; the rest is for what the caller puts around it.
constexpr std::size_t kMaxCharacters = 60000;
constexpr std::size_t kRoomForNote = 200;
constexpr std::size_t kMaxListed = 100;
constexpr std::size_t kMaxFindings = 10;
constexpr std::size_t kTextWidth = 400;

std::string Sign(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPassed:
      return "✅";
    case Outcome::kFailed:
      return "❌";
    case Outcome::kPending:
      return "🚧";
    case Outcome::kError:
      return "⚠️";
    case Outcome::kSkipped:
      break;
  }
  return "⏭️";
}

std::string Given(const Check& check) {
  return MarkdownLine(base::Join(check.given, " and "));
}

std::string Header(const Report& report, finding::Severity fail_on) {
  const Verdict verdict = VerdictOf(report, fail_on);
  const Outcome outcome = verdict == Verdict::kFailed    ? Outcome::kFailed
                          : verdict == Verdict::kPending ? Outcome::kPending
                                                         : Outcome::kPassed;
  std::string out = fmt::format(
      "**{} accord {}: {}**", Sign(outcome), MarkdownLine(report.command), ToString(verdict));
  if (!report.subject.empty()) {
    out += " — " + MarkdownLine(report.subject);
  }
  out += fmt::format("\n\n{}\n\n", EscapeMarkdown(SummaryLine(report)));
  const std::string note = VerdictNote(report, fail_on);
  if (!note.empty()) {
    out += fmt::format("*{}*\n\n", EscapeMarkdown(note));
  }
  return out;
}

std::string CountsTable(const Report& report) {
  if (report.checks.empty()) {
    return {};
  }
  const Report::Counts counts = report.Count();
  return fmt::format(
      "| passed | failed | pending | could not be checked | skipped |\n"
      "| ---: | ---: | ---: | ---: | ---: |\n"
      "| {} | {} | {} | {} | {} |\n\n",
      counts.passed,
      counts.failed,
      counts.pending,
      counts.errors,
      counts.skipped);
}

std::string CheckBlock(const Check& check) {
  const std::string heading = check.group.empty() ? check.name : check.group + ": " + check.name;
  std::string out = fmt::format("<details><summary>{} {}</summary>\n\n",
                                Sign(check.outcome),
                                EscapeHtml(Cut(Printable(heading), kTextWidth)));
  if (!check.given.empty()) {
    out += fmt::format("Given {}\n\n", Given(check));
  }
  if (!ToString(check.span).empty()) {
    out += fmt::format("Place: {}\n\n", MarkdownPlace(check.span));
  }
  const std::vector<const Finding*> findings = MostSevereFirst(check.findings);
  for (std::size_t i = 0; i < std::min(findings.size(), kMaxFindings); ++i) {
    out += FindingBlock(*findings[i]);
  }
  if (findings.size() > kMaxFindings) {
    out += fmt::format("… and {} more\n\n", findings.size() - kMaxFindings);
  }
  if (!check.reproduce.empty()) {
    out += CodeBlock("sh", Printable(check.reproduce, "\n\t") + "\n") + "\n";
  }
  return out + "</details>\n\n";
}

std::string TableRow(const Check& check) {
  std::string notes;
  for (const std::string& note : check.notes) {
    notes += fmt::format("<br>{}", MarkdownLine(note));
  }
  return fmt::format("| {} | {}{} | {} | {} |\n",
                     Sign(check.outcome),
                     MarkdownLine(check.name),
                     notes,
                     Given(check),
                     check.milliseconds ? EscapeMarkdown(Duration(*check.milliseconds)) : "");
}

struct LeftOut {
  std::size_t rows = 0;
  std::size_t blocks = 0;
};

/// Long reports list only what did not pass.
void AddTable(const Group& group, const Report& report, BoundedText& page, LeftOut& left_out) {
  std::string head = group.name.empty() ? "" : fmt::format("### {}\n\n", MarkdownLine(group.name));
  head += fmt::format("| | {} | given | time |\n| --- | --- | --- | ---: |\n", Noun(report));
  if (!page.Add(head)) {
    left_out.rows += group.checks.size();
    return;
  }
  const bool only_unpassed = report.checks.size() > kMaxListed;
  std::size_t hidden = 0;
  for (const Check* check : group.checks) {
    if (only_unpassed && check->outcome == Outcome::kPassed) {
      ++hidden;
    } else if (page.full() || !page.Add(TableRow(*check))) {
      ++left_out.rows;
    }
  }
  if (hidden > 0) {
    page.Add(fmt::format("| {} | {} passed | | |\n", Sign(Outcome::kPassed), hidden));
  }
  page.Add("\n");
}

/// For reports that are about findings only.
void AddFindingTable(const std::vector<const Finding*>& findings,
                     BoundedText& page,
                     LeftOut& left_out) {
  if (findings.empty()) {
    return;
  }
  page.Add("| severity | finding | rule | place |\n| --- | --- | --- | --- |\n");
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const bool added = i < kMaxListed && !page.full() && page.Add(FindingRow(*findings[i]));
    left_out.rows += added ? 0U : 1U;
  }
  page.Add("\n");
}

void AddFindings(const Report& report,
                 const std::vector<const Finding*>& findings,
                 BoundedText& page,
                 LeftOut& left_out) {
  for (const Finding* finding : findings) {
    const bool added = !page.full() && page.Add(report.checks.empty() ? FoldedFinding(*finding)
                                                                      : FindingBlock(*finding));
    left_out.blocks += added ? 0U : 1U;
  }
  for (const Check& check : report.checks) {
    if (NeedsDetail(check)) {
      left_out.blocks += page.full() || !page.Add(CheckBlock(check)) ? 1U : 0U;
    }
  }
}

std::string LeftOutNote(const LeftOut& left_out) {
  if (left_out.rows + left_out.blocks == 0) {
    return {};
  }
  return fmt::format("*Cut to fit: {} and {} left out; the formats text and json have all.*\n",
                     Plural(left_out.rows, "table row"),
                     Plural(left_out.blocks, "failure"));
}

}  // namespace

void WriteMarkdown(const Report& report, const Style& style, std::ostream& out) {
  LeftOut left_out;
  BoundedText tables(kMaxCharacters / 3);
  tables.Add(Header(report, style.fail_on));
  tables.Add(CountsTable(report));
  for (const std::string& notice : report.notices) {
    tables.Add(fmt::format("> {}\n\n", MarkdownLine(notice)));
  }
  for (const Group& group : GroupChecks(report.checks)) {
    AddTable(group, report, tables, left_out);
  }
  const std::vector<const Finding*> about_inputs = MostSevereFirst(report.findings);
  if (report.checks.empty()) {
    AddFindingTable(about_inputs, tables, left_out);
    tables.Add(ConsumerTables(about_inputs));
  }
  BoundedText findings(kMaxCharacters - kMaxCharacters / 3 - kRoomForNote);
  AddFindings(report, about_inputs, findings, left_out);
  out << tables.text() << (tables.full() ? "\n" : "") << findings.text() << LeftOutNote(left_out);
}

}  // namespace accord::report
