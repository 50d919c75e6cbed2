#include <algorithm>
#include <ostream>

#include "accord/report/report.h"

#include "report/characters.h"
#include "report/finding_rows.h"
#include "report/json_writer.h"
#include "report/places.h"

namespace accord::report {
namespace {

using finding::Severity;

std::string_view SeverityOf(const Located& located) {
  if (located.pending()) {
    return "info";
  }
  switch (located.finding->severity) {
    case Severity::kInfo:
      return "info";
    case Severity::kWarning:
      return "minor";
    case Severity::kError:
      break;
  }
  return "major";
}

void WriteIssue(JsonWriter& json, const Located& located) {
  const finding::Finding& finding = *located.finding;
  json.StartObject();
  json.String("description", Printable(finding.message));
  json.String("check_name", RuleId(finding).empty() ? "accord" : RuleId(finding));
  json.String("fingerprint",
              finding.fingerprint.empty() ? Fingerprint(finding) : finding.fingerprint);
  json.String("severity", SeverityOf(located));
  json.StartObject("location");
  json.String("path", located.path());
  json.StartObject("lines");
  json.Integer("begin", std::max<std::uint32_t>(located.line(), 1));
  json.EndObject();
  json.EndObject();
  json.EndObject();
}

}  // namespace

void WriteGitlab(const finding::Report& report, const Style& /*style*/, std::ostream& out) {
  JsonWriter json(out);
  json.StartArray();
  for (const Located& located : AllFindings(report)) {
    if (located.finding->suppressed.empty()) {
      WriteIssue(json, located);
    }
  }
  json.EndArray();
  out << '\n';
}

}  // namespace accord::report
