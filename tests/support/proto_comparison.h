#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "accord/breaking/policy.h"
#include "accord/breaking/proto.h"

#include "tests/unit/proto/memory_sources.h"

namespace accord::breaking {

using Texts = std::map<std::string, std::string>;  ///< Of .proto files, by path.

/// How two versions are compared.
struct Judge {
  std::vector<std::string> use;  ///< Rule ids or categories.
  bool like_buf = false;
};

inline ProtoComparison CompareTexts(const Texts& before, const Texts& after, const Judge& judge) {
  ProtoOptions options;
  options.modules.push_back({RuleSelection::Make(ProtoRules(), judge.use, {}).value()});
  options.like_buf = judge.like_buf;
  options.witnesses = false;
  options.parallel = false;
  return CompareProto(std::make_shared<proto::MemorySources>(before),
                      std::make_shared<proto::MemorySources>(after),
                      options);
}

/// `path:line:column: message` for each finding; `-` for what is not known.
inline std::vector<std::string> ToLines(const std::vector<finding::Finding>& findings) {
  std::vector<std::string> lines;
  for (const finding::Finding& finding : findings) {
    const finding::Span& span = finding.span;
    lines.push_back(
        fmt::format("{}: {}", span.file.empty() ? "-" : finding::ToString(span), finding.message));
  }
  return lines;
}

/// Faults come first, so that a text which does not compile shows.
inline std::vector<std::string> FindingLines(const Texts& before,
                                             const Texts& after,
                                             const Judge& judge) {
  const ProtoComparison result = CompareTexts(before, after, judge);
  std::vector<std::string> lines = ToLines(result.faults);
  for (std::string& line : ToLines(result.findings)) {
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace accord::breaking
