#pragma once

#include <sstream>
#include <string>
#include <utility>

#include "accord/report/report.h"

namespace accord::report {

using std::string_literals::operator""s;

inline constexpr finding::RuleInfo kRule{.id = "some-rule",
                                         .severity = finding::Severity::kError,
                                         .summary = "A situation.",
                                         .explanation = "A reason."};

/// Bytes that every format has to defuse.
inline const std::string kHostile = "a\x1b[31m\0\x08<b>&\"'|`*%25\r\n,:\xff\xed\xa0\x80 é"s;

inline std::string Render(Writer writer, const finding::Report& report, const Style& style = {}) {
  std::ostringstream out;
  writer(report, style, out);
  return out.str();
}

inline finding::Span At(std::string file, std::uint32_t line, std::uint32_t column) {
  finding::Span span;
  span.file = std::move(file);
  span.start = {.line = line, .column = column};
  span.end = {.line = line, .column = column + 1};
  return span;
}

inline finding::Check MakeCheck(std::string name, finding::Outcome outcome) {
  finding::Check check;
  check.group = "web → orders";
  check.name = std::move(name);
  check.kind = "http";
  check.outcome = outcome;
  return check;
}

/// A check with one finding, whose message is `message`.
inline finding::Check Failing(std::string name,
                              std::string message,
                              finding::Outcome outcome = finding::Outcome::kFailed) {
  finding::Check check = MakeCheck(std::move(name), outcome);
  check.findings.push_back(finding::Make(kRule, std::move(message)));
  return check;
}

inline finding::Report Verify(std::vector<finding::Check> checks) {
  finding::Report report;
  report.command = "verify";
  report.checks = std::move(checks);
  report.seconds = 0.12;
  return report;
}

/// What a comparison of two versions finds, with everything that it adds.
inline finding::Finding Change(std::string message) {
  finding::Finding finding = finding::Make(kRule, std::move(message), At("a.proto", 5, 3));
  finding.previous = At("git:main:a.proto", 9, 3);
  finding.element = "acme.Order.total";
  finding.breaks = {finding::Audience::kBinary, finding::Audience::kJson};
  finding.directions = {finding::Direction::kStoredData};
  finding.witnesses.push_back({.direction = finding::Direction::kStoredData,
                               .type = "acme.Order",
                               .written = "total: 7",
                               .bytes = "18 07",
                               .read = "3: 7"});
  return finding;
}

/// Two consumers, one of them with two interactions.
inline finding::Finding ThatHits(std::string message) {
  finding::Finding finding = Change(std::move(message));
  finding.hits = {{.consumer = "web-shop", .interaction = "an order", .span = At("w.json", 3, 1)},
                  {.consumer = "web-shop", .interaction = "two orders"},
                  {.consumer = "mailer", .interaction = "an address"}};
  return finding;
}

/// `kHostile` in every text that a report has.
inline finding::Report HostileReport() {
  finding::Finding finding = finding::Make(kRule, kHostile, At(kHostile, 1, 1));
  finding.span.source_line = kHostile;
  finding.related.push_back({kHostile, finding.span});
  finding.path = finding.expected = finding.demand = finding.help = kHostile;
  finding.actual = kHostile + "!";
  finding.diff = "-" + kHostile + "\n+" + kHostile;
  finding.previous = finding.span;
  finding.element = kHostile + "?";
  finding.breaks = {finding::Audience::kBinary};
  finding.directions = {finding::Direction::kStoredData};
  finding.witnesses.push_back({.direction = finding::Direction::kStoredData,
                               .type = kHostile,
                               .written = kHostile,
                               .bytes = kHostile,
                               .read = kHostile});
  finding.hits = {{.consumer = kHostile, .interaction = kHostile, .span = At(kHostile, 1, 1)}};
  finding::Check check;
  check.group = check.name = check.kind = check.reproduce = kHostile;
  check.given = check.comments = check.notes = {kHostile, kHostile};
  check.span = At(kHostile, 2, 2);
  check.outcome = finding::Outcome::kFailed;
  check.findings = {finding, finding};
  finding::Report report = Verify({check, check});
  report.checks[1].outcome = finding::Outcome::kPending;
  report.findings = {finding, finding};
  report.findings[1].suppressed = kHostile;
  report.scope = report.subject = kHostile;
  report.notices = {kHostile};
  finding::Finish(report);
  return report;
}

}  // namespace accord::report
