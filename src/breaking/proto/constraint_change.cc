#include "breaking/proto/constraint_change.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace accord::breaking {
namespace {

using Kind = Constraint::Kind;

// Formats whose values all fit another format.
struct Inclusion {
  std::string_view narrow;
  std::string_view wide;
};
constexpr std::array<Inclusion, 13> kInclusions = {
    {{"string.ipv4", "string.ip"},
     {"string.ipv6", "string.ip"},
     {"string.ip", "string.address"},
     {"string.ipv4", "string.address"},
     {"string.ipv6", "string.address"},
     {"string.hostname", "string.address"},
     {"string.uri", "string.uri_ref"},
     {"string.ipv4_prefix", "string.ip_prefix"},
     {"string.ipv6_prefix", "string.ip_prefix"},
     {"string.ipv4_with_prefixlen", "string.ip_with_prefixlen"},
     {"string.ipv6_with_prefixlen", "string.ip_with_prefixlen"},
     {"bytes.ipv4", "bytes.ip"},
     {"bytes.ipv6", "bytes.ip"}}};

// Whether `set` demands a format that is part of `wide`.
bool DemandsPartOf(const ConstraintSet& set, const std::string& wide) {
  return std::any_of(kInclusions.begin(), kInclusions.end(), [&](const Inclusion& inclusion) {
    return wide.ends_with(inclusion.wide) &&
           set.by_meaning.count(wide.substr(0, wide.size() - inclusion.wide.size()) +
                                std::string(inclusion.narrow)) != 0;
  });
}

struct Verdict {
  bool tightened = false;
  bool loosened = false;
  bool compared = true;
};

Verdict CompareBounds(const Constraint& before, const Constraint& after, bool lower) {
  if (before.bound == after.bound) {
    return {.tightened = after.open && !before.open, .loosened = before.open && !after.open};
  }
  const bool rose = after.bound > before.bound;
  return {.tightened = rose == lower, .loosened = rose != lower};
}

// `accepted`: the sets list what is accepted, not what is refused.
Verdict CompareSets(const Constraint& before, const Constraint& after, bool accepted) {
  const auto holds = [](const Constraint& all, const Constraint& part) {
    return std::includes(
        all.values.begin(), all.values.end(), part.values.begin(), part.values.end());
  };
  const bool lost = !holds(after, before);
  const bool gained = !holds(before, after);
  return accepted ? Verdict{.tightened = lost, .loosened = gained}
                  : Verdict{.tightened = gained, .loosened = lost};
}

bool IsPartOf(Kind kind, const std::string& part, const std::string& text) {
  switch (kind) {
    case Kind::kPrefix:
      return text.starts_with(part);
    case Kind::kSuffix:
      return text.ends_with(part);
    default:
      return text.find(part) != std::string::npos;
  }
}

// The longer text demands more, the longer forbidden text less.
Verdict CompareTexts(const Constraint& before, const Constraint& after) {
  if (before.text == after.text) {
    return {};
  }
  const bool longer = IsPartOf(after.kind, before.text, after.text);
  const bool shorter = IsPartOf(after.kind, after.text, before.text);
  const bool more = after.kind == Kind::kNotContains ? shorter : longer;
  const bool less = after.kind == Kind::kNotContains ? longer : shorter;
  return {.tightened = !less, .loosened = !more};
}

Verdict Compare(const Constraint& before, const Constraint& after) {
  if (before.kind == after.kind) {
    switch (after.kind) {
      case Kind::kLower:
      case Kind::kUpper:
        return CompareBounds(before, after, after.kind == Kind::kLower);
      case Kind::kAllowed:
      case Kind::kExcluded:
        return CompareSets(before, after, after.kind == Kind::kAllowed);
      case Kind::kFlag:
        return {};
      case Kind::kExemption:
        return {.tightened = after.bound<before.bound, .loosened = after.bound> before.bound};
      case Kind::kPrefix:
      case Kind::kSuffix:
      case Kind::kContains:
      case Kind::kNotContains:
        return CompareTexts(before, after);
      case Kind::kOpaque:
        break;
    }
  }
  const bool differ = before.kind != after.kind || before.text != after.text;
  return {.tightened = differ, .loosened = differ, .compared = false};
}

std::string Name(const Constraint& constraint) {
  return constraint.shown.empty() ? constraint.rule : constraint.rule + " " + constraint.shown;
}

std::string FromTo(const Constraint& before, const Constraint& after) {
  return before.rule == after.rule
             ? fmt::format("{} from {} to {}", after.rule, before.shown, after.shown)
             : fmt::format("from {} to {}", Name(before), Name(after));
}

class Comparison {
 public:
  Comparison(const ConstraintSet& before, const ConstraintSet& after)
      : before_(before), after_(after) {}

  std::vector<ConstraintChange> Run() {
    if (before_.switched_off || after_.switched_off) {
      CompareSwitches();
      return std::move(changes_);
    }
    for (const auto& [meaning, old] : before_.by_meaning) {
      const auto now = after_.by_meaning.find(meaning);
      if (now != after_.by_meaning.end()) {
        Both(old, now->second);
      } else if (!DemandsPartOf(after_, meaning)) {
        One(old, "dropped", false);
      }
    }
    for (const auto& [meaning, now] : after_.by_meaning) {
      if (before_.by_meaning.count(meaning) == 0 && !DemandsPartOf(before_, meaning)) {
        One(now, "added", true);
      }
    }
    return std::move(changes_);
  }

 private:
  void CompareSwitches() {
    const bool off = after_.switched_off;
    const bool moot = off ? before_.by_meaning.empty() : after_.by_meaning.empty();
    if (before_.switched_off != off && !moot) {
      changes_.push_back({.tightened = !off,
                          .loosened = off,
                          .text = off ? "switched validation off" : "switched validation on",
                          .before_steps = {},
                          .after_steps = {}});
    }
  }

  void Both(const Constraint& old, const Constraint& now) {
    const Verdict verdict = Compare(old, now);
    if (!verdict.tightened && !verdict.loosened) {
      return;
    }
    const char* verb = verdict.tightened && verdict.loosened ? "changed"
                       : verdict.tightened                   ? "tightened"
                                                             : "loosened";
    changes_.push_back(
        {.tightened = verdict.tightened,
         .loosened = verdict.loosened,
         .text = fmt::format("{} constraint {}{}",
                             verb,
                             FromTo(old, now),
                             verdict.compared ? "" : ", which cannot be compared by meaning"),
         .before_steps = old.steps,
         .after_steps = now.steps});
  }

  void One(const Constraint& rule, const char* verb, bool added) {
    const bool exemption = rule.kind == Kind::kExemption;
    const bool tightened = added != exemption;
    changes_.push_back(
        {.tightened = tightened,
         .loosened = !tightened,
         .text = fmt::format("{} {} {}", verb, exemption ? "exemption" : "constraint", Name(rule)),
         .before_steps = added ? std::vector<int>() : rule.steps,
         .after_steps = added ? rule.steps : std::vector<int>()});
  }

  const ConstraintSet& before_;
  const ConstraintSet& after_;
  std::vector<ConstraintChange> changes_;
};

}  // namespace

std::vector<ConstraintChange> CompareConstraints(const ConstraintSet& before,
                                                 const ConstraintSet& after) {
  return Comparison(before, after).Run();
}

}  // namespace accord::breaking
