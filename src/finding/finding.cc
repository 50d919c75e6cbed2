#include "accord/finding/finding.h"

#include "accord/base/hash.h"
#include "accord/base/strings.h"

namespace accord::finding {

std::string ToString(const Span& span) {
  if (!span.known()) {
    return span.file;
  }
  std::string out = span.file.empty() ? std::string() : span.file + ":";
  out += std::to_string(span.start.line);
  if (span.start.column != 0) {
    out += ":" + std::to_string(span.start.column);
  }
  return out;
}

std::string_view ToString(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return "info";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return "";
}

std::string_view ToString(Audience audience) {
  switch (audience) {
    case Audience::kBinary:
      return "binary";
    case Audience::kJson:
      return "json";
    case Audience::kSource:
      return "generated-source";
    case Audience::kGrpc:
      return "grpc";
    case Audience::kRest:
      return "rest";
    case Audience::kReflection:
      return "any-and-reflection";
  }
  return "";
}

std::string_view InWords(Audience audience) {
  switch (audience) {
    case Audience::kBinary:
      return "binary format";
    case Audience::kJson:
      return "JSON";
    case Audience::kSource:
      return "generated code";
    case Audience::kGrpc:
      return "gRPC calls";
    case Audience::kRest:
      return "HTTP calls";
    case Audience::kReflection:
      return "Any and reflection";
  }
  return "";
}

std::string_view ToString(Direction direction) {
  switch (direction) {
    case Direction::kOldClientNewServer:
      return "old-client-new-server";
    case Direction::kNewClientOldServer:
      return "new-client-old-server";
    case Direction::kStoredData:
      return "stored-data";
  }
  return "";
}

std::string_view InWords(Direction direction) {
  switch (direction) {
    case Direction::kOldClientNewServer:
      return "old client with new server";
    case Direction::kNewClientOldServer:
      return "new client with old server";
    case Direction::kStoredData:
      return "stored data";
  }
  return "";
}

std::string Fingerprint(const Finding& finding) {
  std::string identity(finding.rule == nullptr ? std::string_view() : finding.rule->id);
  // A named element is enough: its file may move and its line may change.
  const bool named = !finding.element.empty();
  for (const std::string_view part :
       {named ? std::string_view(finding.element) : std::string_view(finding.span.file),
        std::string_view(finding.path),
        std::string_view(finding.message),
        named ? std::string_view() : base::Trim(finding.span.source_line)}) {
    identity.push_back('\0');
    identity += part;
  }
  return base::HashHex(identity);
}

Finding Make(const RuleInfo& rule, std::string message, Span span) {
  Finding finding;
  finding.rule = &rule;
  finding.severity = rule.severity;
  finding.message = std::move(message);
  finding.span = std::move(span);
  return finding;
}

}  // namespace accord::finding
