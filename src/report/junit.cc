#include <algorithm>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/report/report.h"

#include "report/characters.h"
#include "report/finding_rows.h"
#include "report/summary.h"

namespace accord::report {
namespace {

using finding::Check;
using finding::Finding;
using finding::Outcome;
using finding::Report;
using finding::Severity;

/// XML 1.0 §2.2; surrogates never come out of the decoder.
bool IsXmlCharacter(std::uint32_t code) {
  if (code < 0x20) {
    return code == '\t' || code == '\n' || code == '\r';
  }
  return code != 0xFFFE && code != 0xFFFF;
}

/// Text for element content and attributes; other line breaks than LF would not survive parsing.
std::string Escape(std::string_view text, bool attribute) {
  std::string out;
  while (!text.empty()) {
    const Character next = FirstCharacter(text);
    text.remove_prefix(next.bytes);
    const bool reference =
        next.code == '\r' || (attribute && (next.code == '\n' || next.code == '\t'));
    if (reference) {
      out += fmt::format("&#{};", next.code);
    } else if (next.code == '&') {
      out += "&amp;";
    } else if (next.code == '<') {
      out += "&lt;";
    } else if (next.code == '>') {
      out += "&gt;";
    } else if (next.code == '"') {
      out += "&quot;";
    } else if (IsXmlCharacter(next.code)) {
      base::AppendUtf8(out, next.code);
    }
  }
  return out;
}

std::string Attribute(std::string_view name, std::string_view value) {
  return fmt::format(" {}=\"{}\"", name, Escape(value, true));
}

std::string Seconds(double milliseconds) {
  return fmt::format("{:.3f}", milliseconds / 1000);
}

std::string PlaceAttributes(const finding::Span& span) {
  std::string out;
  if (!span.file.empty()) {
    out += Attribute("file", span.file);
  }
  if (span.known()) {
    out += Attribute("line", std::to_string(span.start.line));
  }
  return out;
}

bool AnyAtOrAbove(const std::vector<Finding>& findings, Severity threshold) {
  return std::any_of(findings.begin(), findings.end(), [threshold](const Finding& finding) {
    return finding.severity >= threshold;
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
  std::string message;
  if (!check.findings.empty()) {
    message = MostSevereFirst(check.findings).front()->message;
    if (check.findings.size() > 1) {
      message += fmt::format(" (and {} more)", check.findings.size() - 1);
    }
  } else if (!check.notes.empty()) {
    message = check.notes.front();
  }
  if (check.outcome == Outcome::kPending) {
    message.insert(0, message.empty() ? "pending" : "pending: ");
  }
  return message;
}

void WriteOutcome(const Check& check, Element element, std::ostream& out) {
  const std::string details = Escape(Details(check), false);
  if (element == Element::kSkipped) {
    out << "      <skipped" << Attribute("message", MessageOf(check)) << "/>\n";
  } else if (element != Element::kNone) {
    const std::string_view tag = element == Element::kError ? "error" : "failure";
    const std::string_view rule =
        check.findings.empty() ? "" : RuleId(*MostSevereFirst(check.findings).front());
    out << "      <" << tag << Attribute("message", MessageOf(check)) << Attribute("type", rule)
        << ">" << details << "</" << tag << ">\n";
    return;
  }
  if (NeedsDetail(check)) {
    out << "      <system-out>" << details << "</system-out>\n";
  }
}

void WriteCase(const Check& check, Severity fail_on, std::ostream& out) {
  out << "    <testcase" << Attribute("classname", check.group)
      << Attribute("name", CaseName(check)) << PlaceAttributes(check.span)
      << Attribute("time", Seconds(check.milliseconds.value_or(0))) << ">\n";
  WriteOutcome(check, ElementOf(check, fail_on), out);
  out << "    </testcase>\n";
}

void WriteSuite(const Group& group, Severity fail_on, std::ostream& out) {
  const Tally tally = Count(group.checks, fail_on);
  out << "  <testsuite" << Attribute("name", group.name) << TallyAttributes(tally)
      << Attribute("time", Seconds(tally.milliseconds)) << ">\n";
  for (const Check* check : group.checks) {
    WriteCase(*check, fail_on, out);
  }
  out << "  </testsuite>\n";
}

/// Findings about inputs as checks of their own, for tools that know nothing but test cases.
std::vector<Check> InputChecks(const Report& report, Severity fail_on) {
  std::vector<Check> checks;
  for (const Finding& finding : report.findings) {
    Check check;
    check.group = "inputs";
    check.name = ToString(finding.span);
    check.name += (check.name.empty() ? "" : ": ") + finding.message;
    check.span = finding.span;
    check.outcome = finding.severity >= fail_on ? Outcome::kFailed : Outcome::kPassed;
    check.findings.push_back(finding);
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
      << "\n<testsuites" << Attribute("name", "accord " + report.command)
      << TallyAttributes(Count(all, style.fail_on))
      << Attribute("time", fmt::format("{:.3f}", report.seconds)) << ">\n";
  if (!inputs.empty()) {
    WriteSuite({.name = "inputs", .checks = Pointers(inputs)}, style.fail_on, out);
  }
  for (const Group& group : GroupChecks(report)) {
    WriteSuite(group, style.fail_on, out);
  }
  out << "</testsuites>\n";
}

}  // namespace accord::report
