#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/breaking/policy.h"

#include "breaking/rule_names.h"

namespace accord::breaking {
namespace {

using finding::RuleInfo;
using Rules = std::span<const RuleInfo* const>;

base::Error UnknownName(Rules rules, const std::string& name) {
  std::set<std::string> known;
  for (const RuleInfo* rule : rules) {
    known.emplace(rule->id);
    for (const std::string_view category : base::Split(rule->categories, ' ')) {
      known.emplace(category);
    }
  }
  known.erase("");
  const auto near = base::NearestWord(base::ToUpperAscii(name), {known.begin(), known.end()});
  return base::UsageError(fmt::format("there is no rule or category '{}'{}",
                                      name,
                                      near ? fmt::format("; did you mean '{}'?", *near) : ""));
}

/// The ids that one name stands for; false when nobody knows it.
bool Collect(Rules rules, std::string_view name, std::set<std::string_view>& ids) {
  bool known = false;
  for (const RuleInfo* rule : rules) {
    if (rule->id == name && !rule->replaced_by.empty()) {
      known = true;
      for (const std::string_view successor : base::Split(rule->replaced_by, ' ')) {
        ids.insert(successor);
      }
    } else if (IsNamed(*rule, name)) {
      known = true;
      ids.insert(rule->id);
    }
  }
  return known;
}

}  // namespace

bool IsNamed(const RuleInfo& rule, std::string_view name) {
  if (rule.id == name) {
    return true;
  }
  const auto categories = base::Split(rule.categories, ' ');
  return !name.empty() && std::ranges::find(categories, name) != categories.end();
}

base::Result<RuleSelection> RuleSelection::Make(Rules rules,
                                                const std::vector<std::string>& use,
                                                const std::vector<std::string>& except) {
  RuleSelection selection;
  for (const std::string& name : use) {
    if (!Collect(rules, name, selection.ids_)) {
      return UnknownName(rules, name);
    }
  }
  std::set<std::string_view> excepted;
  for (const std::string& name : except) {
    if (!Collect(rules, name, excepted)) {
      return UnknownName(rules, name);
    }
  }
  for (const std::string_view id : excepted) {
    selection.ids_.erase(id);
  }
  return selection;
}

}  // namespace accord::breaking
