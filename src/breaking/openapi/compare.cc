#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "accord/breaking/openapi.h"

#include "breaking/openapi/findings.h"
#include "breaking/openapi/rules.h"
#include "breaking/references.h"

namespace accord::breaking {
namespace {

using finding::Finding;
using Entry = OpenApiSources::Entry;

void Append(std::vector<Finding>& to, std::vector<Finding> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

struct Matched {
  std::vector<std::pair<const Entry*, const Entry*>> pairs;
  std::vector<const Entry*> removed;
  std::size_t added = 0;
};

/// By path; the only document of each side in any case.
Matched Match(const OpenApiSources& before, const OpenApiSources& after) {
  Matched matched;
  if (before.entries().size() == 1 && after.entries().size() == 1) {
    matched.pairs.emplace_back(&before.entries().front(), &after.entries().front());
    return matched;
  }
  std::map<std::string_view, const Entry*> by_path;
  for (const Entry& entry : before.entries()) {
    by_path.emplace(entry.path, &entry);
  }
  for (const Entry& entry : after.entries()) {
    const auto same = by_path.find(entry.path);
    if (same == by_path.end()) {
      ++matched.added;
      continue;
    }
    matched.pairs.emplace_back(same->second, &entry);
    by_path.erase(same);
  }
  for (const auto& [path, entry] : by_path) {
    matched.removed.push_back(entry);
  }
  return matched;
}

Finding Deleted(const Entry& entry) {
  api::Change change;
  change.rule = &api::kDocumentRemoved;
  change.message = fmt::format("The OpenAPI document '{}' was deleted.", entry.path);
  change.section = entry.path;
  change.before = {entry.description->root, {}};
  return api::ToFinding(change, api::kDocumentRemoved.severity);
}

}  // namespace

OpenApiComparison CompareOpenApi(const OpenApiSources& before,
                                 const OpenApiSources& after,
                                 const OpenApiOptions& options) {
  OpenApiComparison result;
  const Matched matched = Match(before, after);
  result.added = matched.added;
  result.removed = matched.removed.size();
  Append(result.faults, before.findings());
  Append(result.faults, after.findings());
  for (const auto& [old_one, new_one] : matched.pairs) {
    const openapi::Description& old_api = *old_one->description;
    const openapi::Description& new_api = *new_one->description;
    if (old_api.root.document()->source() == new_api.root.document()->source() &&
        !RefersToOthers(*new_api.root)) {
      ++result.unchanged;
      continue;
    }
    ++result.compared;
    Append(result.findings, api::FindingsBetween(old_api, new_api, options));
  }
  for (const Entry* entry : matched.removed) {
    result.findings.push_back(Deleted(*entry));
  }
  std::erase_if(result.findings, [&options](const Finding& finding) {
    return !options.rules.Enabled(*finding.rule);
  });
  std::ranges::stable_sort(result.findings, [](const Finding& a, const Finding& b) {
    return std::tie(a.span.file, a.span.start.line, a.span.start.column) <
           std::tie(b.span.file, b.span.start.line, b.span.start.column);
  });
  return result;
}

}  // namespace accord::breaking
