#include <algorithm>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/report/report.h"

#include "report/characters.h"
#include "report/display_width.h"
#include "report/finding_rows.h"
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
constexpr std::size_t kMaxDiffLines = 40;
constexpr std::size_t kValueWidth = 200;
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

std::string Text(std::string_view text) {
  return EscapeMarkdown(Cut(Printable(text), kTextWidth));
}

std::string Given(const Check& check) {
  return Text(base::Join(check.given, " and "));
}

std::string Header(const Report& report, finding::Severity fail_on) {
  const Verdict verdict = VerdictOf(report, fail_on);
  const Outcome outcome = verdict == Verdict::kFailed    ? Outcome::kFailed
                          : verdict == Verdict::kPending ? Outcome::kPending
                                                         : Outcome::kPassed;
  std::string out =
      fmt::format("**{} accord {}: {}**", Sign(outcome), Text(report.command), ToString(verdict));
  if (!report.subject.empty()) {
    out += " — " + Text(report.subject);
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

std::string FindingBlock(const Finding& finding) {
  std::string out =
      fmt::format("**{}**: {} {}\n",
                  finding::ToString(finding.severity),
                  Text(finding.message),
                  RuleId(finding).empty() ? "" : CodeSpan(fmt::format("[{}]", RuleId(finding))));
  if (!ToString(finding.span).empty()) {
    out +=
        fmt::format("- place: {}\n", CodeSpan(Cut(Printable(ToString(finding.span)), kTextWidth)));
  }
  for (const Row& row : Rows(finding, kValueWidth)) {
    out += fmt::format(
        "- {}: {}\n", row.label, row.label == "rule" ? Text(row.text) : CodeSpan(row.text));
  }
  for (const finding::Related& related : finding.related) {
    out += fmt::format("- see {}: {}\n",
                       CodeSpan(Cut(Printable(ToString(related.span)), kTextWidth)),
                       Text(related.label));
  }
  if (!finding.help.empty()) {
    out += fmt::format("- help: {}\n", Text(finding.help));
  }
  out += '\n';
  const std::vector<std::string> diff = DiffLines(finding, kValueWidth, kMaxDiffLines);
  if (!diff.empty()) {
    out += CodeBlock("diff", base::Join(diff, "\n") + "\n") + "\n";
  }
  return out;
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
    out += fmt::format("Place: {}\n\n", CodeSpan(Cut(Printable(ToString(check.span)), kTextWidth)));
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
    notes += fmt::format("<br>{}", Text(note));
  }
  return fmt::format("| {} | {}{} | {} | {} |\n",
                     Sign(check.outcome),
                     Text(check.name),
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
  std::string head = group.name.empty() ? "" : fmt::format("### {}\n\n", Text(group.name));
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

void AddFindings(const Report& report, BoundedText& page, LeftOut& left_out) {
  for (const Finding* finding : MostSevereFirst(report.findings)) {
    left_out.blocks += page.full() || !page.Add(FindingBlock(*finding)) ? 1U : 0U;
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
    tables.Add(fmt::format("> {}\n\n", Text(notice)));
  }
  for (const Group& group : GroupChecks(report)) {
    AddTable(group, report, tables, left_out);
  }
  BoundedText findings(kMaxCharacters - kMaxCharacters / 3 - kRoomForNote);
  AddFindings(report, findings, left_out);
  out << tables.text() << (tables.full() ? "\n" : "") << findings.text() << LeftOutNote(left_out);
}

}  // namespace accord::report
