#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "accord/breaking/proto.h"

#include "tests/unit/proto/memory_sources.h"

namespace accord::breaking {

/// What one rule says about two texts of one file, with its examples.
inline std::vector<finding::Finding> Explained(std::string_view rule,
                                               const std::string& before,
                                               const std::string& after) {
  ProtoOptions options;
  options.modules.push_back({RuleSelection::Make(ProtoRules(), {std::string(rule)}, {}).value()});
  options.parallel = false;
  auto result = CompareProto(std::make_shared<proto::MemorySources>(
                                 std::map<std::string, std::string>{{"a.proto", before}}),
                             std::make_shared<proto::MemorySources>(
                                 std::map<std::string, std::string>{{"a.proto", after}}),
                             options);
  auto findings = std::move(result.faults);
  findings.insert(findings.end(), result.findings.begin(), result.findings.end());
  return findings;
}

/// Names of who breaks, then which way: `json source: stored-data`.
inline std::string Who(const finding::Finding& finding) {
  std::string text;
  for (const finding::Audience audience : finding.breaks) {
    text += (text.empty() ? "" : " ") + std::string(finding::ToString(audience));
  }
  text += ":";
  for (const finding::Direction direction : finding.directions) {
    text += " " + std::string(finding::ToString(direction));
  }
  return text;
}

}  // namespace accord::breaking
