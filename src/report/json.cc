#include <ostream>

#include "accord/report/report.h"

#include "report/finding_json.h"
#include "report/finding_rows.h"
#include "report/json_writer.h"
#include "report/summary.h"

namespace accord::report {
namespace {

using finding::Check;
using finding::Finding;
using finding::Report;

constexpr std::uint64_t kFormatVersion = 1;

void WriteRelated(JsonWriter& json, const std::vector<finding::Related>& related) {
  if (related.empty()) {
    return;
  }
  json.StartArray("related");
  for (const finding::Related& place : related) {
    json.StartObject();
    json.String("label", place.label);
    WriteLocation(json, "location", place.span);
    json.EndObject();
  }
  json.EndArray();
}

void WriteFindings(JsonWriter& json, const std::vector<Finding>& findings) {
  json.StartArray("findings");
  for (const Finding& finding : findings) {
    json.StartObject();
    json.String("rule", RuleId(finding));
    json.String("severity", finding::ToString(finding.severity));
    json.String("message", finding.message);
    WriteLocation(json, "location", finding.span);
    WriteLocation(json, "previous", finding.previous);
    WriteChange(json, finding);
    WriteText(json, "path", finding.path);
    WriteText(json, "expected", finding.expected);
    WriteText(json, "actual", finding.actual);
    WriteText(json, "demand", finding.demand);
    WriteText(json, "diff", finding.diff);
    WriteText(json, "help", finding.help);
    WriteText(json, "suppressed", finding.suppressed);
    WriteText(json, "fingerprint", finding.fingerprint);
    WriteRelated(json, finding.related);
    json.EndObject();
  }
  json.EndArray();
}

void WriteCheck(JsonWriter& json, const Check& check) {
  json.StartObject();
  WriteText(json, "group", check.group);
  json.String("name", check.name);
  WriteText(json, "kind", check.kind);
  WriteTexts(json, "given", check.given);
  WriteTexts(json, "comments", check.comments);
  WriteLocation(json, "location", check.span);
  json.String("outcome", finding::ToString(check.outcome));
  if (check.milliseconds) {
    json.Decimal("milliseconds", *check.milliseconds);
  }
  WriteFindings(json, check.findings);
  WriteTexts(json, "notes", check.notes);
  WriteText(json, "reproduce", check.reproduce);
  json.EndObject();
}

void WriteCounts(JsonWriter& json, const Report::Counts& counts) {
  json.StartObject("counts");
  json.Integer("passed", counts.passed);
  json.Integer("failed", counts.failed);
  json.Integer("pending", counts.pending);
  json.Integer("error", counts.errors);
  json.Integer("skipped", counts.skipped);
  json.StartObject("findings");
  json.Integer("error", counts.finding_errors);
  json.Integer("warning", counts.finding_warnings);
  json.Integer("info", counts.finding_infos);
  json.Integer("suppressed", counts.suppressed);
  json.EndObject();
  json.EndObject();
}

}  // namespace

void WriteJson(const Report& report, const Style& style, std::ostream& out) {
  JsonWriter json(out);
  json.StartObject();
  json.Integer("formatVersion", kFormatVersion);
  json.StartObject("tool");
  json.String("name", "accord");
  json.String("version", ACCORD_VERSION);
  json.EndObject();
  json.String("command", report.command);
  WriteText(json, "subject", report.subject);
  WriteText(json, "scope", report.scope);
  json.String("verdict", ToString(VerdictOf(report, style.fail_on)));
  json.String("failOn", finding::ToString(style.fail_on));
  WriteCounts(json, report.Count());
  json.Decimal("seconds", report.seconds);
  json.StartArray("checks");
  for (const Check& check : report.checks) {
    WriteCheck(json, check);
  }
  json.EndArray();
  WriteFindings(json, report.findings);
  WriteTexts(json, "notices", report.notices);
  json.EndObject();
  out << '\n';
}

}  // namespace accord::report
