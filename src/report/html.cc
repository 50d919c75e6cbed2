#include <algorithm>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/report/report.h"

#include "report/finding_rows.h"
#include "report/html_finding.h"
#include "report/html_style.h"
#include "report/places.h"
#include "report/summary.h"

namespace accord::report {
namespace {

using finding::Check;
using finding::Finding;
using finding::Report;

constexpr std::size_t kMaxInFull = 2000;
constexpr std::size_t kMaxRows = 2000;

/// What stands under one heading: the findings of a file, or those of a check.
struct Section {
  std::string title;
  const Check* check = nullptr;
  std::vector<const Finding*> findings;
};

std::vector<const Finding*> Counting(const std::vector<const Finding*>& findings) {
  std::vector<const Finding*> counting;
  std::copy_if(
      findings.begin(), findings.end(), std::back_inserter(counting), [](const Finding* finding) {
        return finding->suppressed.empty();
      });
  return counting;
}

std::string TitleOf(const Check& check) {
  return check.group.empty() ? check.name : check.group + ": " + check.name;
}

std::vector<Section> Sections(const Report& report) {
  std::vector<Section> sections;
  for (const FileGroup& group : GroupByFile(report.findings)) {
    std::vector<const Finding*> findings = Counting(group.findings);
    if (!findings.empty()) {
      sections.push_back({.title = group.file.empty() ? "Without a file" : std::string(group.file),
                          .check = nullptr,
                          .findings = std::move(findings)});
    }
  }
  for (const Check& check : report.checks) {
    if (NeedsDetail(check)) {
      sections.push_back(
          {.title = TitleOf(check), .check = &check, .findings = MostSevereFirst(check.findings)});
    }
  }
  return sections;
}

void WriteHead(const Report& report, Verdict verdict, std::ostream& out) {
  // Nothing is loaded and nothing runs, whatever the texts of a report are.
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
         "style-src 'unsafe-inline'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      << fmt::format("<title>accord {}: {}</title>\n", Html(report.command), ToString(verdict))
      << "<style>" << HtmlStyle() << "</style>\n</head>\n";
}

void WriteHeader(const Report& report, finding::Severity fail_on, std::ostream& out) {
  const std::string_view verdict = ToString(VerdictOf(report, fail_on));
  out << fmt::format("<header>\n<h1>accord {0}: <span class=\"{1}\">{1}</span></h1>\n",
                     Html(report.command),
                     verdict);
  const std::string note = VerdictNote(report, fail_on);
  for (const std::string& text : {report.subject, SummaryLine(report), note}) {
    if (!text.empty()) {
      out << "<p>" << Html(text) << "</p>\n";
    }
  }
  for (const std::string& notice : report.notices) {
    out << "<p>Note: " << Html(notice) << "</p>\n";
  }
  out << "</header>\n";
}

std::string_view ClassOf(finding::Outcome outcome) {
  switch (outcome) {
    case finding::Outcome::kPassed:
      return "passed";
    case finding::Outcome::kFailed:
    case finding::Outcome::kError:
      return "failed";
    case finding::Outcome::kPending:
    case finding::Outcome::kSkipped:
      break;
  }
  return "pending";
}

void WriteMore(std::size_t count, std::string_view what, std::ostream& out) {
  if (count > 0) {
    out << fmt::format("<p>… and {} more (all of them: --format json)</p>\n", Plural(count, what));
  }
}

void WriteChecks(const Report& report, std::ostream& out) {
  if (report.checks.empty()) {
    return;
  }
  out << "<section>\n<h2>Checks</h2>\n<table>\n<thead><tr><th scope=\"col\">outcome</th>"
         "<th scope=\"col\">check</th><th scope=\"col\">given</th><th scope=\"col\">time</th>"
         "</tr></thead>\n<tbody>\n";
  const std::size_t shown = std::min(report.checks.size(), kMaxRows);
  for (std::size_t i = 0; i < shown; ++i) {
    const Check& check = report.checks[i];
    out << fmt::format("<tr><td class=\"{}\">{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                       ClassOf(check.outcome),
                       finding::ToString(check.outcome),
                       Html(TitleOf(check)),
                       Html(base::Join(check.given, " and ")),
                       check.milliseconds ? Html(Duration(*check.milliseconds)) : "");
  }
  out << "</tbody>\n</table>\n";
  WriteMore(report.checks.size() - shown, "check", out);
  out << "</section>\n";
}

void WriteCheckFacts(const Check& check, std::ostream& out) {
  out << fmt::format(
      "<p class=\"{}\">{}</p>\n", ClassOf(check.outcome), finding::ToString(check.outcome));
  if (const std::string place = ToString(check.span); !place.empty()) {
    out << fmt::format("<p class=\"place\"><code>{}</code></p>\n", Html(place));
  }
  for (const std::string& note : check.notes) {
    out << "<p>" << Html(note) << "</p>\n";
  }
  if (!check.reproduce.empty()) {
    out << "<p>Repeat: <code>" << Html(check.reproduce) << "</code></p>\n";
  }
}

void WriteSections(const Report& report, std::ostream& out) {
  std::size_t room = kMaxInFull;
  std::size_t left_out = 0;
  for (const Section& section : Sections(report)) {
    const std::size_t shown = std::min(room, section.findings.size());
    room -= shown;
    left_out += section.findings.size() - shown;
    if (shown == 0 && room == 0) {
      continue;
    }
    out << fmt::format("<section>\n<h2>{}</h2>\n", Html(section.title));
    if (section.check != nullptr) {
      WriteCheckFacts(*section.check, out);
    }
    for (std::size_t i = 0; i < shown; ++i) {
      out << HtmlFinding(*section.findings[i]);
    }
    out << "</section>\n";
  }
  WriteMore(left_out, "finding", out);
}

void WriteSuppressed(const Report& report, std::ostream& out) {
  std::string rows;
  std::size_t shown = 0;
  const std::size_t count = report.Count().suppressed;
  for (const Located& located : AllFindings(report)) {
    const Finding& finding = *located.finding;
    if (finding.suppressed.empty() || located.pending() || shown == kMaxRows) {
      continue;
    }
    ++shown;
    rows += fmt::format("<tr><td>{}</td><td>{}</td><td><code>{}</code></td><td>{}</td></tr>\n",
                        finding::ToString(finding.severity),
                        Html(Headline(finding)),
                        Html(ToString(located.span())),
                        Html(finding.suppressed));
  }
  if (shown == 0) {
    return;
  }
  out << "<section>\n<h2>Suppressed</h2>\n<table>\n<thead><tr><th scope=\"col\">severity</th>"
         "<th scope=\"col\">finding</th><th scope=\"col\">place</th><th scope=\"col\">why</th>"
         "</tr></thead>\n<tbody>\n"
      << rows << "</tbody>\n</table>\n";
  WriteMore(count - shown, "finding", out);
  out << "</section>\n";
}

}  // namespace

void WriteHtml(const Report& report, const Style& style, std::ostream& out) {
  WriteHead(report, VerdictOf(report, style.fail_on), out);
  out << "<body>\n";
  WriteHeader(report, style.fail_on, out);
  out << "<main>\n";
  WriteChecks(report, out);
  WriteSections(report, out);
  WriteSuppressed(report, out);
  out << "</main>\n</body>\n</html>\n";
}

}  // namespace accord::report
