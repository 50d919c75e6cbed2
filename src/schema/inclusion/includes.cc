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

inclusion::Outcome Find(const Schema& a,
                        const Schema& b,
                        const inclusion::SchemaClasses& classes,
                        const InclusionOptions& options) {
  inclusion::Goal goal;
  goal.literals = {{classes.Of(a.root()), true, 0}, {classes.Of(b.root()), false, 0}};
  inclusion::Search search(classes, options);
  inclusion::Outcome outcome = search.FindSmall(goal);
  if (!outcome.found() || !HasLineBreak(outcome.value->root())) {
    return outcome;
  }
  // Implementations read `.` differently where lines break, so such an example convinces nobody as
  // long as there is another one.
  inclusion::Search plain(classes, options);
  plain.languages().LeaveOutLineBreaks();
  inclusion::Outcome other = plain.FindSmall(goal);
  if (other.found()) {
    return other;
  }
  return inclusion::Outcome::Unknown(UnknownReason::kPattern,
                                     "only texts with line breaks would tell the patterns apart: " +
                                         document::WriteJson(outcome.value->root(), {.indent = 0}));
}

bool IsWitness(const Schema& a, const Schema& b, const document::Node& value) {
  return IsValid(a, value) && !IsValid(b, value) && Trace(a, value).valid && !Trace(b, value).valid;
}

/// More differences, by examples that keep the keywords of those that are known. False when there
/// is none.
bool AddDifferences(const Schema& a,
                    const Schema& b,
                    const inclusion::SchemaClasses& classes,
                    const InclusionOptions& options,
                    std::vector<Difference>& differences) {
  inclusion::Search search(classes, options);
  for (const Difference& difference : differences) {
    std::string keyword = difference.keyword;
    if (keyword == "minContains" || keyword == "maxContains") {
      keyword = "contains";
    }
    search.tableau().Disregard(classes.Of(*difference.after), std::move(keyword));
  }
  inclusion::Goal goal;
  goal.literals = {{classes.Of(a.root()), true, 0}, {classes.Of(b.root()), false, 0}};
  const inclusion::Outcome outcome = search.FindSmall(goal);
  if (!outcome.found() || !IsWitness(a, b, outcome.value->root())) {
    return false;
  }
  const std::size_t before = differences.size();
  for (Difference& found :
       inclusion::ExplainWitness(a, b, outcome.value->root(), options.max_differences)) {
    const bool known =
        std::any_of(differences.begin(), differences.end(), [&](const Difference& difference) {
          return difference.after == found.after && difference.keyword == found.keyword;
        });
    if (!known && differences.size() < options.max_differences) {
      differences.push_back(std::move(found));
    }
  }
  return differences.size() > before;
}

InclusionResult Incompatible(const Schema& a,
                             const Schema& b,
                             const inclusion::SchemaClasses& classes,
                             document::DocumentPtr witness,
                             const InclusionOptions& options) {
  InclusionResult result;
  result.inclusion = Inclusion::kNo;
  result.differences = inclusion::ExplainWitness(a, b, witness->root(), options.max_differences);
  result.witness = std::move(witness);
  // Each round names at least one keyword more; few rounds keep two quite different schemas cheap.
  constexpr int kMaxRounds = 20;
  for (int round = 0; round < kMaxRounds; ++round) {
    if (!AddDifferences(a, b, classes, options, result.differences)) {
      break;
    }
  }
  return result;
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

InclusionResult Includes(const Schema& a, const Schema& b, const InclusionOptions& options) {
  const inclusion::SchemaClasses classes(a, b);
  inclusion::Outcome outcome = Find(a, b, classes, options);
  if (outcome.empty()) {
    return Compatible();
  }
  if (outcome.unknown()) {
    return Undecided(outcome.reason, outcome.detail);
  }
  if (!IsWitness(a, b, outcome.value->root())) {
    return Undecided(UnknownReason::kNoWitness,
                     "the two evaluators do not agree about " +
                         document::WriteJson(outcome.value->root(), {.indent = 0}));
  }
  return Incompatible(a, b, classes, std::move(outcome.value), options);
}

}  // namespace accord::schema
