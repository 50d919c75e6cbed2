#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/report/report.h"

#include "report/characters.h"
#include "report/finding_json.h"
#include "report/finding_rows.h"
#include "report/json_writer.h"
#include "report/places.h"
#include "report/sarif_rules.h"
#include "report/summary.h"

namespace accord::report {
namespace {

using finding::Finding;
using finding::Span;

/// SARIF 2.1.0 §3.30; as here, an end column is that of the character after the region.
void WriteRegion(JsonWriter& json, const Span& span) {
  if (!span.known()) {
    return;
  }
  json.StartObject("region");
  json.Integer("startLine", span.start.line);
  const bool forward = span.end.line > span.start.line || span.end.column > span.start.column;
  if (span.start.column != 0) {
    json.Integer("startColumn", span.start.column);
  }
  if (span.end.line >= span.start.line && forward) {
    json.Integer("endLine", span.end.line);
    if (span.start.column != 0 && span.end.column != 0) {
      json.Integer("endColumn", span.end.column);
    }
  }
  json.EndObject();
}

void WritePhysical(JsonWriter& json, std::string_view file, const Span& region) {
  json.StartObject("physicalLocation");
  json.StartObject("artifactLocation");
  json.String("uri", ToUri(file));
  json.EndObject();
  WriteRegion(json, region);
  json.EndObject();
}

void WriteMessage(JsonWriter& json, std::string_view text) {
  json.StartObject("message");
  json.String("text", text);
  json.EndObject();
}

/// Code scanning refuses results without a physical location: one that was deleted is said to be
/// where it was, as a whole file.
void WriteLocations(JsonWriter& json, const Located& located) {
  const Span& span = located.span();
  const Finding& finding = *located.finding;
  json.StartArray("locations");
  json.StartObject();
  if (span.file.empty()) {
    WritePhysical(json, located.path(), {});
  } else {
    WritePhysical(json, span.file, span);
  }
  if (!finding.element.empty()) {
    json.StartArray("logicalLocations");
    json.StartObject();
    json.String("fullyQualifiedName", finding.element);
    json.EndObject();
    json.EndArray();
  }
  json.EndObject();
  json.EndArray();
}

/// Lines of another commit would be looked up in the working tree: they go into the message.
bool IsLinkable(const Span& previous) {
  return !previous.file.empty() && !IsInGit(previous.file);
}

void WriteRelatedLocation(JsonWriter& json,
                          std::size_t id,
                          const Span& span,
                          std::string_view text) {
  json.StartObject();
  json.Integer("id", id);
  WritePhysical(json, span.file, span);
  WriteMessage(json, text);
  json.EndObject();
}

void WriteRelatedLocations(JsonWriter& json, const Finding& finding) {
  const bool any = IsLinkable(finding.previous) ||
                   std::any_of(finding.related.begin(),
                               finding.related.end(),
                               [](const auto& related) { return !related.span.file.empty(); });
  if (!any) {
    return;
  }
  std::size_t id = 0;
  json.StartArray("relatedLocations");
  if (IsLinkable(finding.previous)) {
    WriteRelatedLocation(json, ++id, finding.previous, "in the old version");
  }
  for (const finding::Related& related : finding.related) {
    if (!related.span.file.empty()) {
      WriteRelatedLocation(json, ++id, related.span, related.label);
    }
  }
  json.EndArray();
}

std::string MessageOf(const Located& located) {
  const Finding& finding = *located.finding;
  std::string text = Printable(finding.message);
  for (const Row& row : Rows(finding, 200)) {
    if (row.label != "element") {
      text += fmt::format("\n{}: {}", row.label, row.text);
    }
  }
  if (IsInGit(finding.previous.file)) {
    text += "\nin the old version: " + Printable(ToString(finding.previous));
  }
  if (!finding.help.empty()) {
    text += "\nhelp: " + Printable(finding.help);
  }
  return text;
}

/// §3.27.23: either no result of a run has this member or all have it.
void WriteSuppressions(JsonWriter& json, const Finding& finding) {
  json.StartArray("suppressions");
  if (!finding.suppressed.empty()) {
    json.StartObject();
    json.String("kind", "external");
    json.String("justification", finding.suppressed);
    json.EndObject();
  }
  json.EndArray();
}

void WriteProperties(JsonWriter& json, const Located& located) {
  json.StartObject("properties");
  if (located.check != nullptr) {
    WriteText(json, "check", located.check->name);
    WriteText(json, "group", located.check->group);
    json.String("outcome", finding::ToString(located.check->outcome));
  }
  WriteLocation(json, "previous", located.finding->previous);
  WriteChange(json, *located.finding);
  json.EndObject();
}

class ResultWriter {
 public:
  ResultWriter(JsonWriter& json, const SarifRules& rules, bool suppressions)
      : json_(json), rules_(rules), suppressions_(suppressions) {}

  void Write(const Located& located) {
    const Finding& finding = *located.finding;
    json_.StartObject();
    if (const auto index = rules_.IndexOf(finding)) {
      json_.String("ruleId", RuleId(finding));
      json_.Integer("ruleIndex", *index);
    }
    json_.String("level", located.pending() ? "note" : SarifLevel(finding.severity));
    WriteMessage(json_, MessageOf(located));
    WriteLocations(json_, located);
    WriteRelatedLocations(json_, finding);
    json_.StartObject("partialFingerprints");
    json_.String("accord/v1",
                 finding.fingerprint.empty() ? Fingerprint(finding) : finding.fingerprint);
    json_.EndObject();
    if (suppressions_) {
      WriteSuppressions(json_, finding);
    }
    WriteProperties(json_, located);
    json_.EndObject();
  }

 private:
  JsonWriter& json_;
  const SarifRules& rules_;
  bool suppressions_;
};

void WriteTool(JsonWriter& json, const SarifRules& rules) {
  json.StartObject("tool");
  json.StartObject("driver");
  json.String("name", "accord");
  json.String("version", ACCORD_VERSION);
  json.String("semanticVersion", ACCORD_VERSION);
  rules.Write(json);
  json.EndObject();
  json.EndObject();
}

void WriteNotification(JsonWriter& json, std::string_view level, std::string_view text) {
  json.StartObject();
  json.String("level", level);
  WriteMessage(json, text);
  json.EndObject();
}

bool IsUnexplained(const finding::Check& check) {
  return check.findings.empty() && NeedsDetail(check);
}

/// What is no result: notices, and checks that failed without a finding.
void WriteInvocation(JsonWriter& json, const finding::Report& report) {
  json.StartArray("invocations");
  json.StartObject();
  json.Boolean("executionSuccessful", true);
  json.StartArray("toolExecutionNotifications");
  for (const std::string& notice : report.notices) {
    WriteNotification(json, "note", notice);
  }
  for (const finding::Check& check : report.checks) {
    if (IsUnexplained(check)) {
      const std::string reason = check.notes.empty() ? "failed" : base::Join(check.notes, "; ");
      WriteNotification(json, "error", fmt::format("{}: {}", check.name, reason));
    }
  }
  json.EndArray();
  json.EndObject();
  json.EndArray();
}

}  // namespace

void WriteSarif(const finding::Report& report, const Style& /*style*/, std::ostream& out) {
  const std::vector<Located> findings = AllFindings(report);
  const SarifRules rules(findings);
  const bool suppressions = std::any_of(findings.begin(), findings.end(), [](const auto& located) {
    return !located.finding->suppressed.empty();
  });
  JsonWriter json(out);
  json.StartObject();
  json.String("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json.String("version", "2.1.0");
  json.StartArray("runs");
  json.StartObject();
  WriteTool(json, rules);
  WriteInvocation(json, report);
  // Code scanning keeps the results of runs with different ids apart.
  json.StartObject("automationDetails");
  json.String("id", fmt::format("accord/{}/", report.command));
  json.EndObject();
  json.String("columnKind", "unicodeCodePoints");
  json.StartArray("results");
  ResultWriter results(json, rules, suppressions);
  for (const Located& located : findings) {
    results.Write(located);
  }
  json.EndArray();
  json.StartObject("properties");
  json.String("summary", SummaryLine(report));
  json.EndObject();
  json.EndObject();
  json.EndArray();
  json.EndObject();
  out << '\n';
}

}  // namespace accord::report
