#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accord/base/result.h"
#include "accord/finding/finding.h"

namespace accord::breaking {

/// Rules that are in use. Ids and category names compare exactly.
class RuleSelection {
 public:
  /// Union of `use` minus union of `except`; both hold rule ids or category names. An unknown name
  /// is a usage error that suggests the nearest one. Retired ids stand for what replaced them.
  static base::Result<RuleSelection> Make(std::span<const finding::RuleInfo* const> rules,
                                          const std::vector<std::string>& use,
                                          const std::vector<std::string>& except);

  bool Enabled(const finding::RuleInfo& rule) const { return ids_.count(rule.id) != 0; }
  void Add(const RuleSelection& other) { ids_.insert(other.ids_.begin(), other.ids_.end()); }

 private:
  std::set<std::string_view> ids_;
};

/// One thing a team has decided to live with.
struct Ignore {
  std::string rule;     ///< Rule id or category; empty: every rule.
  std::string path;     ///< File or folder, relative to the root, or a glob; empty: everywhere.
  std::string element;  ///< Full name; covers what is inside it; empty: every element.
  std::string reason;
  std::string owner;
  std::string expires;  ///< `YYYY-MM-DD`, the last day it holds; empty: never.
  finding::Span span;   ///< Where it is written.
  bool quiet = false;   ///< Says nothing when it matches nothing (buf.yaml's `ignore`).
};

/// What was known before: fingerprints of findings that do not count.
struct Baseline {
  struct Entry {
    std::string fingerprint, rule, element, message;
  };
  std::string file;
  std::vector<Entry> entries;
};

/// Everything a team may say about findings. Applied once, after the rules.
struct Policy {
  /// Rule id or category → severity, or nothing for "off". Later ones win, ids win over categories.
  std::vector<std::pair<std::string, std::optional<finding::Severity>>> severities;
  std::vector<Ignore> ignores;
  std::optional<Baseline> baseline;
  std::string today;  ///< `YYYY-MM-DD`.
  /// Beginnings of file names (`git:main:protos/`, `protos/`) that paths of ignores do not have.
  std::vector<std::string> roots;
};

/// Sets severities, marks what is ignored or in the baseline as suppressed, drops what is off, and
/// adds a finding for each ignore that has expired or no longer matches anything, and for baseline
/// entries that are gone. A path matches when the finding's own file or its previous file, without
/// its root, is at or under it.
std::vector<finding::Finding> Apply(const Policy& policy, std::vector<finding::Finding> findings);

/// Reads a baseline (`schemas/baseline.schema.json`). A file that is none is an error that says
/// where it is wrong.
base::Result<Baseline> ReadBaseline(const std::string& path);
/// JSON text of a baseline that holds `findings`, sorted.
std::string WriteBaseline(std::span<const finding::Finding> findings);

extern const finding::RuleInfo kIgnoreExpired;
extern const finding::RuleInfo kIgnoreUnused;
extern const finding::RuleInfo kBaselineStale;

/// The rules about policies themselves.
std::span<const finding::RuleInfo* const> PolicyRules();

}  // namespace accord::breaking
