#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/report/report.h"

#include "report/characters.h"
#include "report/finding_rows.h"
#include "report/places.h"
#include "report/summary.h"

namespace accord::report {
namespace {

using finding::Check;
using finding::Finding;
using finding::Outcome;
using finding::Report;
using finding::Severity;
using finding::Span;

struct Annotation {
  Severity level = Severity::kError;
  Span span;
  std::string title;
  std::string message;
};

std::string Escape(std::string_view text, std::string_view specials) {
  std::string out;
  for (const char c : ValidUtf8(text)) {
    if (specials.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned>(c));
    }
  }
  return out;
}

/// The runner undoes exactly these escapes.
std::string EscapeMessage(std::string_view text) {
  return Escape(text, "%\r\n");
}

std::string EscapeProperty(std::string_view text) {
  return Escape(text, "%\r\n:,");
}

std::string_view Command(Severity level) {
  switch (level) {
    case Severity::kInfo:
      return "notice";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      break;
  }
  return "error";
}

void AddPlace(const Span& span, std::vector<std::string>& properties) {
  if (span.file.empty()) {
    return;
  }
  properties.push_back("file=" + EscapeProperty(Printable(TreePath(span.file))));
  if (!span.known()) {
    return;
  }
  const auto end_line = std::max(span.start.line, span.end.line);
  properties.push_back(fmt::format("line={}", span.start.line));
  properties.push_back(fmt::format("endLine={}", end_line));
  // The runner refuses a column on annotations of several lines.
  if (end_line == span.start.line && span.start.column != 0) {
    properties.push_back(fmt::format("col={}", span.start.column));
  }
}

void Write(const Annotation& annotation, std::ostream& out) {
  std::vector<std::string> properties;
  AddPlace(annotation.span, properties);
  properties.push_back("title=" + EscapeProperty(annotation.title));
  out << fmt::format("::{} {}::{}\n",
                     Command(annotation.level),
                     base::Join(properties, ","),
                     EscapeMessage(annotation.message));
}

std::string HeadingOf(const Check& check) {
  std::string heading = check.group.empty() ? check.name : check.group + ": " + check.name;
  heading += check.outcome == Outcome::kPending ? " (pending)" : "";
  return Printable(heading);
}

void AddCheck(const Check& check, std::vector<Annotation>& annotations) {
  const bool pending = check.outcome == Outcome::kPending;
  for (const Finding& finding : check.findings) {
    if (!finding.suppressed.empty()) {
      continue;
    }
    annotations.push_back({.level = pending ? Severity::kInfo : finding.severity,
                           .span = finding.span.known() ? finding.span : check.span,
                           .title = HeadingOf(check),
                           .message = base::Join(PlainLines(finding), "\n")});
  }
  const bool unexplained = check.findings.empty() &&
                           (check.outcome == Outcome::kFailed || check.outcome == Outcome::kError);
  if (unexplained) {
    const std::string reason = check.notes.empty() ? "failed" : base::Join(check.notes, "\n");
    annotations.push_back({.level = Severity::kError,
                           .span = check.span,
                           .title = HeadingOf(check),
                           .message = Printable(reason, "\n")});
  }
}

}  // namespace

void WriteGithub(const Report& report, const Style& style, std::ostream& out) {
  std::vector<Annotation> annotations;
  for (const Finding& finding : report.findings) {
    if (finding.suppressed.empty()) {
      annotations.push_back({.level = finding.severity,
                             .span = finding.span,
                             .title = "accord " + report.command,
                             .message = base::Join(PlainLines(finding), "\n")});
    }
  }
  for (const Check& check : report.checks) {
    AddCheck(check, annotations);
  }
  // A step shows only its first ten annotations of a level, and a job its first fifty.
  std::stable_sort(annotations.begin(),
                   annotations.end(),
                   [](const Annotation& a, const Annotation& b) { return a.level > b.level; });
  for (const Annotation& annotation : annotations) {
    Write(annotation, out);
  }
  std::vector<std::string> summary{SummaryLine(report)};
  const std::string note = VerdictNote(report, style.fail_on);
  if (!note.empty()) {
    summary.push_back(note);
  }
  for (const std::string& notice : report.notices) {
    summary.push_back(Printable(notice));
  }
  Write({.level = Severity::kInfo,
         .span = {},
         .title = "accord " + report.command,
         .message = base::Join(summary, "\n")},
        out);
}

}  // namespace accord::report
