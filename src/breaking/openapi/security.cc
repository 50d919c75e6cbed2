#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "breaking/openapi/rules.h"
#include "breaking/openapi/subjects.h"

namespace accord::breaking::api {
namespace {

using finding::RuleInfo;
using openapi::Security;
using openapi::SecurityRequirement;
using Scopes = std::set<std::string>;
/// One way to be let in: schemes with their scopes.
using Alternative = std::map<std::string, Scopes>;
using Alternatives = std::vector<Alternative>;

Alternatives ReadAlternatives(const Security& security) {
  Alternatives alternatives;
  for (const SecurityRequirement& requirement : security) {
    Alternative& alternative = alternatives.emplace_back();
    for (const SecurityRequirement::Scheme& scheme : requirement.schemes) {
      alternative[scheme.name].insert(scheme.scopes.begin(), scheme.scopes.end());
    }
  }
  return alternatives;
}

/// `oauth: [read, write] AND key`; `{}` for anonymous access.
std::string Words(const Alternative& alternative) {
  std::vector<std::string> parts;
  for (const auto& [scheme, scopes] : alternative) {
    parts.push_back(
        scopes.empty()
            ? scheme
            : fmt::format(
                  "{}: [{}]",
                  scheme,
                  base::Join(std::vector<std::string>(scopes.begin(), scopes.end()), ", ")));
  }
  return parts.empty() ? "{}" : base::Join(parts, " AND ");
}

bool SameSchemes(const Alternative& one, const Alternative& other) {
  return std::ranges::equal(
      one, other, [](const auto& a, const auto& b) { return a.first == b.first; });
}

/// Whether clients that come with `has` are let in by `wants`.
bool Satisfies(const Alternative& has, const Alternative& wants) {
  return std::ranges::all_of(wants, [&has](const auto& wanted) {
    const auto scheme = has.find(wanted.first);
    return scheme != has.end() && std::ranges::includes(scheme->second, wanted.second);
  });
}

bool LetsIn(const Alternatives& alternatives, const Alternative& has) {
  return alternatives.empty() || std::ranges::any_of(alternatives, [&has](const auto& wants) {
           return Satisfies(has, wants);
         });
}

/// Alternatives that were there before and are no more, that are new, and those of which only the
/// scopes differ.
struct SecurityDifference {
  Alternatives removed;
  Alternatives added;
  std::vector<std::pair<Alternative, Alternative>> rescoped;
};

void PairRescoped(SecurityDifference& difference) {
  const auto alone = [](const Alternatives& in, const Alternative& like) {
    return std::ranges::count_if(
               in, [&like](const Alternative& one) { return SameSchemes(one, like); }) == 1;
  };
  for (const Alternative& one : Alternatives(difference.removed)) {
    const auto same = std::ranges::find_if(
        difference.added, [&one](const Alternative& other) { return SameSchemes(one, other); });
    if (same == difference.added.end() || !alone(difference.removed, one) ||
        !alone(difference.added, one)) {
      continue;
    }
    difference.rescoped.emplace_back(one, *same);
    difference.added.erase(same);
    std::erase(difference.removed, one);
  }
}

SecurityDifference Differ(const Alternatives& before, const Alternatives& after) {
  SecurityDifference difference{.added = after};
  for (const Alternative& one : before) {
    const auto same = std::ranges::find(difference.added, one);
    if (same == difference.added.end()) {
      difference.removed.push_back(one);
    } else {
      difference.added.erase(same);
    }
  }
  PairRescoped(difference);
  return difference;
}

/// The rules of one place: of all operations, or of one.
struct SecurityRules {
  const RuleInfo& removed;
  const RuleInfo& added;
  const RuleInfo& scope_removed;
  const RuleInfo& scope_added;
  std::string_view whose;
};

class SecurityComparison {
 public:
  SecurityComparison(const SecurityRules& rules, Alternatives before, Alternatives after)
      : rules_(rules), before_(std::move(before)), after_(std::move(after)) {}

  /// `add` records a remark and returns its change.
  template <typename AddRemark>
  void Compare(const AddRemark& add, bool skip_anonymous) {
    const SecurityDifference difference = Differ(before_, after_);
    for (const Alternative& one : difference.added) {
      if (skip_anonymous && one.empty()) {
        continue;
      }
      Change& change = add(
          Remark{rules_.added,
                 {Words(one)},
                 fmt::format(
                     "Access by '{}' was added to the security of {}.", Words(one), rules_.whose)});
      change.strict = before_.empty() && !LetsIn(after_, {}) ? finding::Severity::kError
                                                             : finding::Severity::kInfo;
    }
    for (const Alternative& one : difference.removed) {
      if (skip_anonymous && one.empty()) {
        continue;
      }
      Change& change = add(Remark{
          rules_.removed,
          {Words(one)},
          fmt::format(
              "Access by '{}' was removed from the security of {}.", Words(one), rules_.whose)});
      change.strict = Weight(one);
    }
    for (const auto& [old_one, new_one] : difference.rescoped) {
      CompareScopes(old_one, new_one, add);
    }
  }

 private:
  finding::Severity Weight(const Alternative& old_one) const {
    return LetsIn(after_, old_one) ? finding::Severity::kInfo : finding::Severity::kError;
  }

  template <typename AddRemark>
  void CompareScopes(const Alternative& old_one, const Alternative& new_one, const AddRemark& add) {
    for (const auto& [scheme, old_scopes] : old_one) {
      const Scopes& new_scopes = new_one.at(scheme);
      for (const std::string& scope : new_scopes) {
        if (old_scopes.count(scope) == 0) {
          add(Remark{rules_.scope_added,
                     {scope, scheme},
                     fmt::format("The scope '{}' of '{}' is demanded by the security of {} now.",
                                 scope,
                                 scheme,
                                 rules_.whose)})
              .strict = Weight(old_one);
        }
      }
      for (const std::string& scope : old_scopes) {
        if (new_scopes.count(scope) == 0) {
          add(Remark{
                  rules_.scope_removed,
                  {scope, scheme},
                  fmt::format("The scope '{}' of '{}' is no longer demanded by the security of {}.",
                              scope,
                              scheme,
                              rules_.whose)})
              .strict = finding::Severity::kInfo;
        }
      }
    }
  }

  const SecurityRules& rules_;
  Alternatives before_;
  Alternatives after_;
};

const SecurityRules& RulesOfOperations() {
  static const SecurityRules rules{kSecurityRemoved,
                                   kSecurityAdded,
                                   kSecurityScopeRemoved,
                                   kSecurityScopeAdded,
                                   "the operation"};
  return rules;
}

const SecurityRules& RulesOfDocuments() {
  static const SecurityRules rules{kGlobalSecurityRemoved,
                                   kGlobalSecurityAdded,
                                   kGlobalSecurityScopeRemoved,
                                   kGlobalSecurityScopeAdded,
                                   "all operations"};
  return rules;
}

Place At(const document::Value& value) {
  return {value, "security"};
}

/// Whether the security of the document holds for some operation in both versions.
bool IsInUse(const Context& context) {
  return std::ranges::any_of(PairPaths(context), [](const PathPair& paths) {
    return std::ranges::any_of(PairOperations(paths), [](const OperationPair& pair) {
      return pair.before != nullptr && pair.after != nullptr && !pair.before->security &&
             !pair.after->security;
    });
  });
}

}  // namespace

void CompareSecurity(Context& context, const OperationPair& pair) {
  const auto& before = pair.before->security;
  const auto& after = pair.after->security;
  if (!before && !after) {
    return;
  }
  const bool strict = context.strict();
  const Security none;
  const Security& old_default = strict ? context.before.security : none;
  const Security& new_default = strict ? context.after.security : none;
  SecurityComparison(RulesOfOperations(),
                     ReadAlternatives(before ? *before : old_default),
                     ReadAlternatives(after ? *after : new_default))
      .Compare(
          [&](Remark remark) -> Change& {
            return Add(context,
                       pair,
                       std::move(remark),
                       At(before || !strict ? pair.before->source : context.before.root),
                       At(after || !strict ? pair.after->source : context.after.root));
          },
          !strict);
}

void CompareGlobalSecurity(Context& context) {
  if (context.strict() && !IsInUse(context)) {
    return;  // What operations ask for themselves has been compared.
  }
  SecurityComparison(RulesOfDocuments(),
                     ReadAlternatives(context.before.security),
                     ReadAlternatives(context.after.security))
      .Compare(
          [&](Remark remark) -> Change& {
            return AddTo(context,
                         "security",
                         std::move(remark),
                         At(context.before.root),
                         At(context.after.root));
          },
          false);
}

}  // namespace accord::breaking::api
