#include "tests/conformance/openapi_pact/subject.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "accord/conform/check.h"
#include "accord/pact/read.h"

namespace accord::conform::test {
namespace {

using finding::Finding;

/// `.a[0]['b c']` as `.a.0.b c`.
std::string Dotted(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    if (path.front() != '[') {
      out += path.front();
      path.remove_prefix(1);
      continue;
    }
    const std::size_t close = path.find(']');
    std::string_view key = path.substr(1, close - 1);
    if (key.size() > 1 && (key.front() == '\'' || key.front() == '"')) {
      key = key.substr(1, key.size() - 2);
    }
    out += ".";
    out += key;
    path.remove_prefix(std::min(close + 1, path.size()));
  }
  return out;
}

std::size_t PositionOf(const pact::Interaction& interaction, const document::Node& list) {
  for (std::size_t i = 0; i < list.items().size(); ++i) {
    if (&list.items()[i] == interaction.source.get()) {
      return i;
    }
  }
  return 0;
}

Remark Translate(const Finding& finding, const std::string& name, std::size_t position) {
  Remark remark;
  remark.code = finding.rule->id;
  remark.type = ToString(finding.severity);
  remark.message = finding.message;
  if (remark.code != "message.matched") {  // Belongs to the specification there.
    remark.interaction = name;
    remark.location = fmt::format("[root].interactions[{}]", position);
    remark.location += finding.path.empty() ? "" : "." + Dotted(finding.path);
  }
  return remark;
}

bool IsFault(const Finding& finding) {
  return finding.severity == finding::Severity::kError &&
         finding.rule->id.find("reference") == std::string_view::npos;
}

}  // namespace

Verdict Judge(const document::DocumentPtr& pact,
              const std::vector<document::DocumentPtr>& specifications) {
  Verdict verdict;
  Specification specification;
  for (const document::DocumentPtr& document : specifications) {
    const LoadResult loaded = Load(document, {}, specification);
    const auto fault = std::find_if(loaded.findings.begin(), loaded.findings.end(), IsFault);
    if (fault != loaded.findings.end()) {
      verdict.remarks.push_back({"spec.invalid", "error", "", "", fault->message});
      verdict.failed = true;
    }
  }
  const pact::ReadResult read = pact::Read(pact);
  for (const Finding& finding : read.findings) {
    if (finding.severity == finding::Severity::kError) {
      verdict.remarks.push_back(
          {std::string(finding.rule->id), "error", "", "pact", finding.message});
    }
  }
  if (!read.pact) {
    return verdict;
  }
  Checker checker(std::move(specification));
  verdict.checks = checker.Check(*read.pact);
  const document::Node* list = pact->root().Find("interactions");
  for (std::size_t i = 0; i < verdict.checks.size(); ++i) {
    const finding::Check& check = verdict.checks[i];
    const std::size_t position =
        list != nullptr ? PositionOf(read.pact->interactions[i], *list) : i;
    for (const Finding& finding : check.findings) {
      verdict.remarks.push_back(Translate(finding, check.name, position));
      verdict.failed = verdict.failed || finding.severity == finding::Severity::kError;
    }
  }
  return verdict;
}

}  // namespace accord::conform::test
