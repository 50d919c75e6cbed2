#include "accord/schema/includes.h"

#include "accord/schema/validate.h"

#include "schema/inclusion/differences.h"
#include "schema/inclusion/search.h"

namespace accord::schema {
namespace {

bool IsWitness(const Schema& a, const Schema& b, const document::Node& value) {
  return IsValid(a, value) && !IsValid(b, value) && Trace(a, value).valid && !Trace(b, value).valid;
}

InclusionResult Incompatible(const Schema& a,
                             const Schema& b,
                             document::DocumentPtr witness,
                             const InclusionOptions& options) {
  InclusionResult result;
  result.inclusion = Inclusion::kNo;
  result.differences = inclusion::ExplainWitness(a, b, witness->root(), options.max_differences);
  result.witness = std::move(witness);
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
  const inclusion::ClassId before = classes.Of(a.root());
  const inclusion::ClassId after = classes.Of(b.root());
  if (before == after) {
    return Compatible();
  }
  inclusion::Search search(classes, options);
  inclusion::Goal goal;
  goal.literals = {{before, true, 0}, {after, false, 0}};
  inclusion::Outcome outcome = search.Find(std::move(goal));
  if (outcome.empty()) {
    return Compatible();
  }
  if (outcome.unknown()) {
    return Undecided(outcome.reason, outcome.detail);
  }
  if (!IsWitness(a, b, outcome.value->root())) {
    return Undecided(UnknownReason::kNoWitness, "the two evaluators do not agree about " +
                         document::WriteJson(outcome.value->root(), {.indent = 0}));
  }
  return Incompatible(a, b, std::move(outcome.value), options);
}

}  // namespace accord::schema
