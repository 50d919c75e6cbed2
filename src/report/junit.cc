#include <algorithm>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/report/report.h"

#include "report/finding_rows.h"
#include "report/places.h"
#include "report/summary.h"
#include "report/xml_text.h"

namespace accord::report {
namespace {

using finding::Check;
using finding::Finding;
using finding::Outcome;
using finding::Report;
using finding::Severity;

std::string Seconds(double milliseconds) {
  return fmt::format("{:.3f}", milliseconds / 1000);
}

std::string PlaceAttributes(const finding::Span& span) {
  std::string out;
  if (!span.file.empty()) {
    out += XmlAttribute("file", span.file);
  }
  if (span.known()) {
    out += XmlAttribute("line", std::to_string(span.start.line));
  }
  return out;
}

bool AnyAtOrAbove(const std::vector<Finding>& findings, Severity threshold) {
  return std::any_of(findings.begin(), findings.end(), [threshold](const Finding& finding) {
    return finding.suppressed.empty() && finding.severity >= threshold;
  });
}

struct Tally {
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
  double milliseconds = 0;
};

enum class Element { kNone, kFailure, kError, kSkipped };

Element ElementOf(const Check& check, Severity fail_on) {
  switch (check.outcome) {
    case Outcome::kFailed:
      return Element::kFailure;
    case Outcome::kError:
      return Element::kError;
    case Outcome::kPending:
    case Outcome::kSkipped:
      return Element::kSkipped;
    case Outcome::kPassed:
      break;
  }
  return AnyAtOrAbove(check.findings, fail_on) ? Element::kFailure : Element::kNone;
}

Tally Count(const std::vector<const Check*>& checks, Severity fail_on) {
  Tally tally;
  tally.tests = checks.size();
  for (const Check* check : checks) {
    const Element element = ElementOf(*check, fail_on);
    tally.failures += element == Element::kFailure ? 1U : 0U;
    tally.errors += element == Element::kError ? 1U : 0U;
    tally.skipped += element == Element::kSkipped ? 1U : 0U;
    tally.milliseconds += check->milliseconds.value_or(0);
  }
  return tally;
}

std::string TallyAttributes(const Tally& tally) {
  return fmt::format(R"( tests="{}" failures="{}" errors="{}" skipped="{}")",
                     tally.tests,
                     tally.failures,
                     tally.errors,
                     tally.skipped);
}

/// Interactions may share a description and differ in their provider states only.
std::string CaseName(const Check& check) {
  return check.given.empty()
             ? check.name
             : fmt::format("{} (given {})", check.name, base::Join(check.given, " and "));
}

std::string Details(const Check& check) {
  std::string out;
  const std::string place = ToString(check.span);
  if (!place.empty()) {
    out += fmt::format("place: {}\n", place);
  }
  for (const Finding* finding : MostSevereFirst(check.findings)) {
    out += fmt::format("\n{}: ", finding::ToString(finding->severity));
    out += base::Join(PlainLines(*finding), "\n  ") + "\n";
  }
  for (const std::string& note : check.notes) {
    out += fmt::format("\nnote: {}\n", note);
  }
  if (!check.reproduce.empty()) {
    out += fmt::format("\nrepeat: {}\n", check.reproduce);
  }
  return out;
}

std::string MessageOf(const Check& check) {
  const std::vector<const Finding*> findings = MostSevereFirst(check.findings);
  std::string message;
  if (!findings.empty()) {
    message = findings.front()->message;
    if (findings.size() > 1) {
      message += fmt::format(" (and {} more)", findings.size() - 1);
    }
  } else if (!check.notes.empty()) {
    message = check.notes.front();
  }
  if (check.outcome == Outcome::kPending) {
    message.insert(0, message.empty() ? "pending" : "pending: ");
  }
  return message;
}

std::string_view TypeOf(const Check& check) {
  const std::vector<const Finding*> findings = MostSevereFirst(check.findings);
  return findings.empty() ? std::string_view() : RuleId(*findings.front());
}

void WriteOutcome(const Check& check, Element element, std::ostream& out) {
  const std::string details = EscapeXml(Details(check));
  if (element == Element::kSkipped) {
    out << "      <skipped" << XmlAttribute("message", MessageOf(check)) << "/>\n";
  } else if (element != Element::kNone) {
    const std::string_view tag = element == Element::kError ? "error" : "failure";
    out << "      <" << tag << XmlAttribute("message", MessageOf(check))
        << XmlAttribute("type", TypeOf(check)) << ">" << details << "</" << tag << ">\n";
    return;
  }
  if (NeedsDetail(check)) {
    out << "      <system-out>" << details << "</system-out>\n";
  }
}

void WriteCase(const Check& check, Severity fail_on, std::ostream& out) {
  out << "    <testcase" << XmlAttribute("classname", check.group)
      << XmlAttribute("name", CaseName(check)) << PlaceAttributes(check.span)
      << XmlAttribute("time", Seconds(check.milliseconds.value_or(0))) << ">\n";
  WriteOutcome(check, ElementOf(check, fail_on), out);
  out << "    </testcase>\n";
}

void WriteSuite(const Group& group, Severity fail_on, std::ostream& out) {
  const Tally tally = Count(group.checks, fail_on);
  out << "  <testsuite" << XmlAttribute("name", group.name) << TallyAttributes(tally)
      << XmlAttribute("time", Seconds(tally.milliseconds)) << ">\n";
  for (const Check* check : group.checks) {
    WriteCase(*check, fail_on, out);
  }
  out << "  </testsuite>\n";
}

/// A finding about an input as a check of its own, for tools that know nothing but test cases.
Check AsCheck(const Finding& finding, Severity fail_on) {
  Check check;
  check.group = FileOf(finding).empty() ? "inputs" : FileOf(finding);
  check.name = ToString(finding.span);
  check.name += (check.name.empty() ? "" : ": ") + finding.message;
  check.span = finding.span;
  if (!finding.suppressed.empty()) {
    check.outcome = Outcome::kSkipped;
    check.notes = {"suppressed: " + finding.suppressed};
    return check;
  }
  check.outcome = finding.severity >= fail_on ? Outcome::kFailed : Outcome::kPassed;
  check.findings = {finding};
  return check;
}

std::vector<Check> InputChecks(const Report& report, Severity fail_on) {
  std::vector<Check> checks;
  checks.reserve(report.findings.size());
  for (const Finding& finding : report.findings) {
    checks.push_back(AsCheck(finding, fail_on));
  }
  if (checks.empty() && report.checks.empty()) {
    // CI systems take a file without any test case for a broken run.
    Check check;
    check.group = "accord " + report.command;
    check.name = SummaryLine(report);
    check.outcome = Outcome::kPassed;
    checks.push_back(std::move(check));
  }
  return checks;
}

std::vector<const Check*> Pointers(const std::vector<Check>& checks) {
  std::vector<const Check*> out;
  out.reserve(checks.size());
  for (const Check& check : checks) {
    out.push_back(&check);
  }
  return out;
}

}  // namespace

void WriteJunit(const Report& report, const Style& style, std::ostream& out) {
  const std::vector<Check> inputs = InputChecks(report, style.fail_on);
  std::vector<const Check*> all = Pointers(inputs);
  const std::vector<const Check*> checks = Pointers(report.checks);
  all.insert(all.end(), checks.begin(), checks.end());

  out << R"(<?xml version="1.0" encoding="UTF-8"?>)"
      << "\n<testsuites" << XmlAttribute("name", "accord " + report.command)
      << TallyAttributes(Count(all, style.fail_on))
      << XmlAttribute("time", fmt::format("{:.3f}", report.seconds)) << ">\n";
  for (const std::vector<Check>* part : {&inputs, &report.checks}) {
    for (const Group& group : GroupChecks(*part)) {
      WriteSuite(group, style.fail_on, out);
    }
  }
  out << "</testsuites>\n";
}

}  // namespace accord::report
