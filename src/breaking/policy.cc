#include "accord/breaking/policy.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "breaking/path_pattern.h"
#include "breaking/rule_names.h"

namespace accord::breaking {
namespace {

using finding::Finding;

std::string_view WithoutRoot(std::string_view file, const std::vector<std::string>& roots) {
  std::size_t longest = 0;
  for (const std::string& root : roots) {
    if (root.size() > longest && file.starts_with(root)) {
      longest = root.size();
    }
  }
  return file.substr(longest);
}

/// `inner` is `outer` or inside of it, as names split by dots and spaces nest: `GET /orders` has
/// `GET /orders response 200` in it.
bool IsInside(std::string_view inner, std::string_view outer) {
  return inner.starts_with(outer) &&
         (inner.size() == outer.size() || inner[outer.size()] == '.' || inner[outer.size()] == ' ');
}

bool Matches(const Ignore& ignore, const Finding& finding, const std::vector<std::string>& roots) {
  if (!ignore.rule.empty() && !IsNamed(*finding.rule, ignore.rule)) {
    return false;
  }
  if (!ignore.element.empty() && !IsInside(finding.element, ignore.element)) {
    return false;
  }
  if (ignore.path.empty()) {
    return true;
  }
  return std::ranges::any_of(
      std::initializer_list<const std::string*>{&finding.span.file, &finding.previous.file},
      [&](const std::string* file) {
        return !file->empty() && IsUnder(WithoutRoot(*file, roots), ignore.path);
      });
}

std::string Describe(const Ignore& ignore) {
  std::string out;
  for (const auto& [label, value] :
       {std::pair<std::string_view, const std::string*>{"rule", &ignore.rule},
        {"path", &ignore.path},
        {"element", &ignore.element}}) {
    if (!value->empty()) {
      out += fmt::format("{}{} '{}'", out.empty() ? "" : ", ", label, *value);
    }
  }
  return out.empty() ? "everything" : out;
}

std::string WhyIgnored(const Ignore& ignore) {
  std::string out = ignore.reason.empty() ? "ignored" : "ignored: " + ignore.reason;
  if (!ignore.owner.empty()) {
    out += fmt::format(" ({})", ignore.owner);
  }
  return out;
}

/// Severities that a policy gives; the rules' own where it is silent.
class Severities {
 public:
  explicit Severities(const Policy& policy) : policy_(policy) {}

  /// False when findings of this rule are off.
  bool Set(Finding& finding) const {
    bool by_id = false;
    bool on = true;
    for (const auto& [name, severity] : policy_.severities) {
      const bool id = name == finding.rule->id;
      if (by_id && !id) {
        continue;
      }
      if (IsNamed(*finding.rule, name)) {
        by_id = id;
        on = severity.has_value();
        finding.severity = severity.value_or(finding.severity);
      }
    }
    return on;
  }

 private:
  const Policy& policy_;
};

bool HasExpired(const Ignore& ignore, const std::string& today) {
  return !ignore.expires.empty() && ignore.expires < today;
}

/// Marks what the ignores cover; returns what is to be said about the ignores themselves.
std::vector<Finding> ApplyIgnores(const Policy& policy, std::vector<Finding>& findings) {
  std::vector<bool> used(policy.ignores.size(), false);
  for (Finding& finding : findings) {
    for (std::size_t i = 0; i < policy.ignores.size(); ++i) {
      const Ignore& ignore = policy.ignores[i];
      if (!Matches(ignore, finding, policy.roots)) {
        continue;
      }
      used[i] = true;
      if (finding.suppressed.empty() && !HasExpired(ignore, policy.today)) {
        finding.suppressed = WhyIgnored(ignore);
      }
    }
  }
  std::vector<Finding> remarks;
  for (std::size_t i = 0; i < policy.ignores.size(); ++i) {
    const Ignore& ignore = policy.ignores[i];
    if (HasExpired(ignore, policy.today)) {
      const std::string owner =
          ignore.owner.empty() ? "" : fmt::format(" (owner: {})", ignore.owner);
      remarks.push_back(finding::Make(
          kIgnoreExpired,
          fmt::format("The ignore of {} expired on {}{}.", Describe(ignore), ignore.expires, owner),
          ignore.span));
    } else if (!used[i] && !ignore.quiet) {
      remarks.push_back(
          finding::Make(kIgnoreUnused,
                        fmt::format("The ignore of {} matches nothing any more.", Describe(ignore)),
                        ignore.span));
    }
  }
  return remarks;
}

/// Marks what was known before; returns a remark when the baseline holds more than that.
std::vector<Finding> ApplyBaseline(const Baseline& baseline, std::vector<Finding>& findings) {
  std::unordered_map<std::string, std::size_t> left;
  for (const Baseline::Entry& entry : baseline.entries) {
    ++left[entry.fingerprint];
  }
  std::size_t stale = baseline.entries.size();
  for (Finding& finding : findings) {
    const auto found = left.find(finding::Fingerprint(finding));
    if (found == left.end() || found->second == 0) {
      continue;
    }
    --found->second;
    --stale;
    if (finding.suppressed.empty()) {
      finding.suppressed = "in the baseline " + baseline.file;
    }
  }
  std::vector<Finding> remarks;
  if (stale > 0) {
    finding::Span span;
    span.file = baseline.file;
    remarks.push_back(finding::Make(
        kBaselineStale,
        fmt::format("{} of {} entries of the baseline no longer occur; write it anew with "
                    "--write-baseline.",
                    stale,
                    baseline.entries.size()),
        std::move(span)));
  }
  return remarks;
}

}  // namespace

std::vector<Finding> Apply(const Policy& policy, std::vector<Finding> findings) {
  const Severities severities(policy);
  std::erase_if(findings, [&](Finding& finding) { return !severities.Set(finding); });
  std::vector<Finding> remarks = ApplyIgnores(policy, findings);
  if (policy.baseline) {
    auto more = ApplyBaseline(*policy.baseline, findings);
    std::move(more.begin(), more.end(), std::back_inserter(remarks));
  }
  std::erase_if(remarks, [&](Finding& remark) { return !severities.Set(remark); });
  std::move(remarks.begin(), remarks.end(), std::back_inserter(findings));
  return findings;
}

}  // namespace accord::breaking
