#include "accord/schema/includes.h"

#include <algorithm>

#include "accord/schema/validate.h"

#include "schema/inclusion/differences.h"
#include "schema/inclusion/search.h"

namespace accord::schema {
namespace {

bool HasLineBreak(std::string_view text) {
  for (const std::string_view line_break : {"\n", "\r", "\u2028", "\u2029"}) {
    if (text.find(line_break) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool HasLineBreak(const document::Node& value) {
  const auto items = value.items();
  const auto members = value.members();
  return HasLineBreak(value.text()) ||
         std::any_of(items.begin(),
                     items.end(),
                     [](const document::Node& item) { return HasLineBreak(item); }) ||
         std::any_of(members.begin(), members.end(), [](const document::Member& member) {
           return HasLineBreak(member.key()) || HasLineBreak(member.value);
         });
}

InclusionResult Undecided(UnknownReason reason, std::string detail) {
  InclusionResult result;
  result.inclusion = Inclusion::kUnknown;
  result.reason = reason;
  result.detail = std::move(detail);
  return result;
}

InclusionResult Compatible() {
  InclusionResult result;
  result.inclusion = Inclusion::kYes;
  return result;
}

}  // namespace

std::string_view ToString(Inclusion inclusion) {
  switch (inclusion) {
    case Inclusion::kYes:
      return "yes";
    case Inclusion::kNo:
      return "no";
    case Inclusion::kUnknown:
      break;
  }
  return "unknown";
}

std::string_view ToString(UnknownReason reason) {
  switch (reason) {
    case UnknownReason::kNone:
      break;
    case UnknownReason::kBudget:
      return "budget";
    case UnknownReason::kPattern:
      return "pattern";
    case UnknownReason::kUniqueItems:
      return "unique-items";
    case UnknownReason::kContains:
      return "contains";
    case UnknownReason::kDynamicReference:
      return "dynamic-reference";
    case UnknownReason::kUnevaluated:
      return "unevaluated";
    case UnknownReason::kFormat:
      return "format";
    case UnknownReason::kNoWitness:
      return "no-witness";
  }
  return "none";
}

std::string_view InWords(UnknownReason reason) {
  switch (reason) {
    case UnknownReason::kBudget:
      return "the limits of the search were reached";
    case UnknownReason::kPattern:
      return "a pattern uses look-around or back-references";
    case UnknownReason::kUniqueItems:
      return "`uniqueItems` together with counting";
    case UnknownReason::kContains:
      return "`contains` together with other demands on items";
    case UnknownReason::kDynamicReference:
      return "a dynamic reference";
    case UnknownReason::kUnevaluated:
      return "`unevaluatedProperties` or `unevaluatedItems` under conditions";
    case UnknownReason::kFormat:
      return "formats that are asserted and differ";
    case UnknownReason::kNoWitness:
    case UnknownReason::kNone:
      break;
  }
  return "no proof and no example was found";
}

struct InclusionSession::State {
  State(const Schema& first, const Schema& second, const InclusionOptions& limits)
      : options(limits), classes(first, second), search(classes, options) {}

  inclusion::Goal GoalOf(const SchemaNode& a, const SchemaNode& b) const {
    inclusion::Goal goal;
    goal.literals = {{classes.Of(a), true, 0}, {classes.Of(b), false, 0}};
    return goal;
  }

  inclusion::Outcome Find(const SchemaNode& a, const SchemaNode& b) {
    const inclusion::Goal goal = GoalOf(a, b);
    search.Restart();
    inclusion::Outcome outcome = search.FindSmall(goal);
    if (!outcome.found() || !HasLineBreak(outcome.value->root())) {
      return outcome;
    }
    // Implementations read `.` differently where lines break, so such an example convinces nobody
    // as long as there is another one.
    inclusion::Search plain(classes, options);
    plain.languages().LeaveOutLineBreaks();
    inclusion::Outcome other = plain.FindSmall(goal);
    if (other.found()) {
      return other;
    }
    return inclusion::Outcome::Unknown(
        UnknownReason::kPattern,
        "only texts with line breaks would tell the patterns apart: " +
            document::WriteJson(outcome.value->root(), {.indent = 0}));
  }

  bool IsWitness(const SchemaNode& a, const SchemaNode& b, const document::Node& value) const {
    return IsValid(classes.SchemaOf(a), a, value) && !IsValid(classes.SchemaOf(b), b, value);
  }

  /// Differences beside those that the first witness shows, by examples that keep the keywords of
  /// those that are known. False when there may be more.
  bool AddDifferences(const SchemaNode& a,
                      const SchemaNode& b,
                      std::vector<Difference>& differences) {
    // Each round names at least one keyword more; few rounds and a small budget keep two quite
    // different schemas cheap.
    constexpr int kMaxRounds = 20;
    InclusionOptions limits = options;
    limits.max_steps /= 20;
    for (int round = 0; round < kMaxRounds && limits.max_steps > 0; ++round) {
      inclusion::Search other(classes, limits);
      for (const Difference& difference : differences) {
        std::string keyword = difference.keyword;
        if (keyword == "minContains" || keyword == "maxContains") {
          keyword = "contains";
        }
        other.tableau().Disregard(classes.Of(*difference.after), std::move(keyword));
      }
      const inclusion::Outcome outcome = other.FindSmall(GoalOf(a, b));
      limits.max_steps -= std::min(limits.max_steps, other.steps());
      if (outcome.empty()) {
        return true;
      }
      if (!outcome.found() || !IsWitness(a, b, outcome.value->root()) ||
          !AddNew(inclusion::ExplainWitness(a, b, outcome.value, options.max_differences),
                  differences)) {
        break;
      }
    }
    return false;
  }

  /// False when all of them are known.
  bool AddNew(std::vector<Difference> found, std::vector<Difference>& differences) const {
    const std::size_t before = differences.size();
    for (Difference& each : found) {
      const bool known = std::ranges::any_of(differences, [&](const Difference& difference) {
        return difference.after == each.after && difference.keyword == each.keyword;
      });
      if (!known && differences.size() < options.max_differences) {
        differences.push_back(std::move(each));
      }
    }
    return differences.size() > before;
  }

  InclusionOptions options;
  inclusion::SchemaClasses classes;
  inclusion::Search search;
};

InclusionSession::InclusionSession(const Schema& first,
                                   const Schema& second,
                                   const InclusionOptions& options)
    : state_(std::make_unique<State>(first, second, options)) {}

InclusionSession::~InclusionSession() = default;

InclusionResult InclusionSession::Decide(const SchemaNode& a, const SchemaNode& b) {
  inclusion::Outcome outcome = state_->Find(a, b);
  if (outcome.empty()) {
    return Compatible();
  }
  if (outcome.unknown()) {
    return Undecided(outcome.reason, outcome.detail);
  }
  if (!state_->IsWitness(a, b, outcome.value->root())) {
    return Undecided(UnknownReason::kNoWitness,
                     "the two evaluators do not agree about " +
                         document::WriteJson(outcome.value->root(), {.indent = 0}));
  }
  InclusionResult result;
  result.inclusion = Inclusion::kNo;
  result.witness = std::move(outcome.value);
  return result;
}

InclusionResult InclusionSession::Includes(const SchemaNode& a, const SchemaNode& b) {
  InclusionResult result = Decide(a, b);
  if (result.inclusion == Inclusion::kNo) {
    result.differences =
        inclusion::ExplainWitness(a, b, result.witness, state_->options.max_differences);
    result.complete = state_->AddDifferences(a, b, result.differences);
  }
  return result;
}

document::DocumentPtr InclusionSession::Example(const SchemaNode& schema,
                                                TypeSet types,
                                                const std::string& member) {
  inclusion::Goal goal;
  goal.types = types;
  goal.literals = {{state_->classes.Of(schema), true, 0}};
  if (!member.empty()) {
    goal.types &= kObjectType;
    inclusion::Fact& fact = goal.facts.emplace_back();
    fact.aspect = inclusion::Aspect::kPresent;
    fact.name = member;
  }
  state_->search.Restart();
  return state_->search.FindSmall(goal).value;
}

bool InclusionSession::Knows(const SchemaNode& schema) const {
  return state_->classes.Has(schema);
}

InclusionResult Includes(const Schema& a, const Schema& b, const InclusionOptions& options) {
  return InclusionSession(a, b, options).Includes(a.root(), b.root());
}

}  // namespace accord::schema
