#include "schema/inclusion/search.h"

#include <algorithm>
#include <array>

#include "schema/program/program.h"
#include "schema/trace/assertions.h"

namespace accord::schema::inclusion {
namespace {

/// Depths of values that are tried one after the other.
constexpr std::array<std::size_t, 6> kDepths = {2, 4, 8, 16, 40, 150};
constexpr int kMaxDecisions = 2000;
constexpr std::size_t kNothingAssumed = SIZE_MAX;

/// Cheap and readable examples first.
constexpr std::array<TypeSet, 7> kTypeOrder = {
    kNullType, kBooleanType, kIntegerType, kStringType, kFractionType, kArrayType, kObjectType};

Outcome OutOfBudget() {
  return Outcome::Unknown(UnknownReason::kBudget, "the budget of steps is spent");
}

constexpr int kLastBit = 63;

Reasons BitOf(int decision) {
  return Reasons{1} << std::min(decision, kLastBit);
}

/// Without what the decision itself explains. The last bit stands for several decisions, so it
/// stays.
Reasons Without(Reasons reasons, int decision) {
  return decision < kLastBit ? reasons & ~BitOf(decision) : reasons;
}

/// A union of which some branch must fit: whichever it is says much about the value.
bool IsUnion(const Choice& choice) {
  return std::all_of(choice.options->begin(), choice.options->end(), [](const Facts& option) {
    return option.size() == 1 && option.front().positive &&
           (option.front().aspect == Aspect::kSchema ||
            option.front().aspect == Aspect::kExclusive);
  });
}

/// The one to be made next: unions first, since what is known of the value then often settles what
/// it must not be; among equals the smallest.
std::size_t NextChoice(const Branch& branch) {
  const auto rank = [&](std::size_t i) {
    const Choice& choice = branch.choices[i];
    const bool first = branch.type != kObjectType || IsUnion(choice);
    return std::pair(first ? 0 : 1, choice.options->size());
  };
  std::size_t best = 0;
  auto best_rank = rank(0);
  for (std::size_t i = 1; i < branch.choices.size(); ++i) {
    const auto its_rank = rank(i);
    if (its_rank < best_rank) {
      best = i;
      best_rank = its_rank;
    }
  }
  return best;
}

document::DocumentPtr MakeBool(bool value) {
  document::Builder builder;
  builder.Bool(value);
  return builder.Finish();
}

Outcome FindNull(const LeafContext& context) {
  document::Builder builder;
  builder.Null();
  document::DocumentPtr value = builder.Finish();
  if (IsExcluded(value->root(), ExcludedValues(context))) {
    return Outcome::Empty(~Reasons{0});
  }
  return Outcome::Found(std::move(value));
}

Outcome FindBool(const LeafContext& context) {
  const auto excluded = ExcludedValues(context);
  for (const bool candidate : {true, false}) {
    document::DocumentPtr value = MakeBool(candidate);
    if (!IsExcluded(value->root(), excluded)) {
      return Outcome::Found(std::move(value));
    }
  }
  return Outcome::Empty(~Reasons{0});
}

const Fact* FindOpaque(const Branch& branch) {
  for (const Fact& fact : branch.facts) {
    if (fact.aspect == Aspect::kOpaque || fact.aspect == Aspect::kFormat) {
      return &fact;
    }
  }
  return nullptr;
}

}  // namespace

std::vector<const document::Node*> ExcludedValues(const LeafContext& context) {
  std::vector<const document::Node*> values;
  for (const document::DocumentPtr& value : context.goal.avoid) {
    values.push_back(&value->root());
  }
  for (const Fact& fact : context.branch.facts) {
    if (fact.aspect != Aspect::kEnum || fact.positive) {
      continue;
    }
    if (fact.index == 1) {
      values.push_back(fact.node->const_value);
    } else {
      values.insert(values.end(), fact.node->values.begin(), fact.node->values.end());
    }
  }
  return values;
}

bool IsExcluded(const document::Node& value, const std::vector<const document::Node*>& excluded) {
  return std::any_of(excluded.begin(), excluded.end(), [&](const document::Node* other) {
    return document::Equal(value, *other, true);
  });
}

Search::Search(const SchemaClasses& classes, const InclusionOptions& options)
    : classes_(classes),
      options_(options),
      tableau_(classes),
      languages_(options.max_automaton_states) {}

bool Search::Fits(const document::Node& value, ClassId schema) const {
  return IsValidOnce(classes_.node(schema), value);
}

bool Search::Fits(const document::Node& value, const Goal& goal) const {
  return std::all_of(goal.literals.begin(), goal.literals.end(), [&](const Literal& literal) {
    return Fits(value, literal.schema) == literal.positive;
  });
}

bool Search::IsExact(const Goal& goal) const {
  return std::none_of(goal.literals.begin(), goal.literals.end(), [&](const Literal& literal) {
    return classes_.is_dynamic(literal.schema);
  });
}

bool Search::Step(std::size_t cost) {
  steps_ += cost;
  return steps_ <= options_.max_steps;
}

void Search::Restart() {
  steps_ = 0;
  std::erase_if(known_, [](const auto& entry) { return entry.second.outcome.unknown(); });
}

Search::Key Search::KeyOf(const Goal& goal) {
  Key key{goal.types};
  for (const Literal& literal : goal.literals) {
    key.push_back((static_cast<std::uint64_t>(literal.schema) << 1U) |
                  (literal.positive ? 1U : 0U));
  }
  return key;
}

Outcome Search::Find(Goal goal) {
  if (!Step()) {
    return OutOfBudget();
  }
  std::sort(goal.literals.begin(), goal.literals.end());
  goal.literals.erase(std::unique(goal.literals.begin(), goal.literals.end()), goal.literals.end());
  for (Literal& literal : goal.literals) {
    literal.reasons = 0;
  }
  for (std::size_t i = 1; i < goal.literals.size(); ++i) {
    if (goal.literals[i - 1].schema == goal.literals[i].schema) {
      return Outcome::Empty(0);
    }
  }
  if (!goal.facts.empty() || !goal.avoid.empty() || goal.avoid_names != nullptr) {
    return FindAny(goal);
  }
  const Key key = KeyOf(goal);
  if (const auto found = known_.find(key); found != known_.end()) {
    assumed_ = std::min(assumed_, found->second.assumed);
    return found->second.outcome;
  }
  if (IsOpen(key)) {
    return Outcome::Empty(0);
  }
  if (open_.size() >= max_open_) {
    reached_max_ = true;
    return Outcome::Unknown(UnknownReason::kBudget, "values would be nested very deeply");
  }
  return FindNew(goal, key);
}

Outcome Search::FindSmall(const Goal& goal) {
  Outcome outcome;
  for (const std::size_t depth : kDepths) {
    max_open_ = depth;
    reached_max_ = false;
    outcome = Find(goal);
    if (!outcome.unknown() || !reached_max_ || !Step()) {
      break;
    }
    std::erase_if(known_, [](const auto& entry) { return entry.second.outcome.unknown(); });
  }
  return outcome;
}

/// Whether the goal asks for the members of an open one, or for some of them.
bool Search::IsOpen(const Key& key) {
  for (std::size_t i = 0; i < open_.size(); ++i) {
    const Key& outer = open_[i];
    if ((outer[0] & key[0]) == key[0] &&
        std::includes(key.begin() + 1, key.end(), outer.begin() + 1, outer.end())) {
      assumed_ = std::min(assumed_, i);
      return true;
    }
  }
  return false;
}

Outcome Search::FindNew(const Goal& goal, const Key& key) {
  const std::size_t outer_assumed = assumed_;
  const std::size_t first_provisional = provisional_.size();
  const std::size_t level = open_.size();
  assumed_ = kNothingAssumed;
  open_.push_back(key);
  Outcome outcome = FindAny(goal);
  open_.pop_back();
  std::size_t assumed = assumed_ < level ? assumed_ : kNothingAssumed;
  if (!outcome.empty()) {
    for (std::size_t i = first_provisional; i < provisional_.size(); ++i) {
      known_.erase(provisional_[i]);
    }
    provisional_.resize(first_provisional);
    if (outcome.found()) {
      assumed = kNothingAssumed;  // A value speaks for itself.
    }
  } else if (assumed == kNothingAssumed) {
    for (std::size_t i = first_provisional; i < provisional_.size(); ++i) {
      known_.at(provisional_[i]).assumed = kNothingAssumed;
    }
    provisional_.resize(first_provisional);
  } else {
    for (std::size_t i = first_provisional; i < provisional_.size(); ++i) {
      Known& known = known_.at(provisional_[i]);
      known.assumed = std::min(known.assumed, assumed);
    }
    provisional_.push_back(key);
  }
  if (!outcome.unknown() || assumed == kNothingAssumed) {
    known_[key] = {outcome, assumed};
  }
  assumed_ = std::min(outer_assumed, assumed);
  return outcome;
}

Outcome Search::FindAny(const Goal& goal) {
  Outcome unknown;
  for (const TypeSet type : kTypeOrder) {
    if ((goal.types & type) == 0) {
      continue;
    }
    Outcome outcome = FindOfType(goal, type);
    if (outcome.found()) {
      return outcome;
    }
    if (outcome.unknown()) {
      unknown = std::move(outcome);
    }
  }
  unknown.conflict = 0;
  return unknown;
}

Outcome Search::FindOfType(const Goal& goal, TypeSet type) {
  Branch branch;
  branch.type = type;
  Facts facts = goal.facts;
  for (const Literal& literal : goal.literals) {
    Fact& fact = facts.emplace_back();
    fact.schema = literal.schema;
    fact.positive = literal.positive;
  }
  if (tableau_.Assume(branch, std::move(facts))) {
    return Outcome::Empty(0);
  }
  return Decide(goal, std::move(branch));
}

Outcome Search::Decide(const Goal& goal, Branch branch) {
  if (!Step() || branch.decisions > kMaxDecisions) {
    return OutOfBudget();
  }
  if (const std::optional<Reasons> conflict = tableau_.Propagate(branch)) {
    return Outcome::Empty(*conflict);
  }
  if (branch.choices.empty()) {
    std::optional<Choice> open = tableau_.Resolve(branch);
    if (!open) {
      return Leaf(goal, branch);
    }
    branch.choices.push_back(std::move(*open));
  }
  const std::size_t at = NextChoice(branch);
  const Choice choice = branch.choices[at];
  branch.choices.erase(branch.choices.begin() + static_cast<std::ptrdiff_t>(at));
  const int decision = branch.decisions++;
  const Reasons reasons = choice.reasons | BitOf(decision);
  Reasons conflicts = choice.reasons;
  Outcome unknown;
  for (Facts option : *choice.options) {
    Branch next = branch;
    for (Fact& fact : option) {
      fact.reasons |= reasons;
    }
    const std::optional<Reasons> conflict = tableau_.Assume(next, std::move(option));
    Outcome outcome = conflict ? Outcome::Empty(*conflict) : Decide(goal, std::move(next));
    if (outcome.found()) {
      return outcome;
    }
    if (outcome.unknown()) {
      unknown = std::move(outcome);
    } else if ((outcome.conflict & BitOf(decision)) == 0) {
      return outcome;  // This decision played no part, so another option changes nothing.
    } else {
      conflicts |= Without(outcome.conflict, decision);
    }
  }
  unknown.conflict = conflicts;
  return unknown;
}

/// A finite set: the validator itself says which values are in the goal.
Outcome Search::FromEnum(const Goal& goal, const Fact& fact) const {
  std::vector<const document::Node*> values = fact.node->values;
  if (fact.index == 1) {
    values = {fact.node->const_value};
  }
  for (const document::Node* value : values) {
    const bool avoided = std::any_of(goal.avoid.begin(),
                                     goal.avoid.end(),
                                     [&](const document::DocumentPtr& other) {
                                       return document::Equal(*value, other->root(), true);
                                     }) ||
                         (goal.avoid_names != nullptr && value->is_string() &&
                          goal.avoid_names->contains(std::string(value->text())));
    if ((goal.types & TypeOf(*value)) == 0 || avoided || !Fits(*value, goal)) {
      continue;
    }
    const bool named = std::all_of(goal.facts.begin(), goal.facts.end(), [&](const Fact& other) {
      if (other.aspect == Aspect::kPresent) {
        return value->Find(other.name) != nullptr;
      }
      return (other.pattern->Search(value->text()) == Pattern::Match::kYes) == other.positive;
    });
    if (named) {
      document::Builder builder;
      builder.Copy(*value);
      return Outcome::Found(builder.Finish());
    }
  }
  if (!IsExact(goal)) {
    return Outcome::Unknown(UnknownReason::kDynamicReference,
                            "a dynamic reference decides which values of an enum fit");
  }
  return Outcome::Empty(fact.reasons);
}

Outcome Search::Leaf(const Goal& goal, const Branch& branch) {
  for (const Fact& fact : branch.facts) {
    if (fact.aspect == Aspect::kEnum && fact.positive) {
      return FromEnum(goal, fact);
    }
  }
  const LeafContext context{*this, goal, branch};
  Outcome outcome;
  switch (branch.type) {
    case kNullType:
      outcome = FindNull(context);
      break;
    case kBooleanType:
      outcome = FindBool(context);
      break;
    case kStringType:
      outcome = FindString(context);
      break;
    case kArrayType:
      outcome = FindArray(context);
      break;
    case kObjectType:
      outcome = FindObject(context);
      break;
    default:
      outcome = FindNumber(context);
  }
  const Fact* opaque = FindOpaque(branch);
  if (outcome.found() && opaque != nullptr && IsExact(goal) && !Fits(outcome.value->root(), goal)) {
    const UnknownReason reason =
        opaque->aspect == Aspect::kFormat ? UnknownReason::kFormat : opaque->opaque;
    return Outcome::Unknown(reason, "an example would have to be found by chance");
  }
  return outcome;
}

}  // namespace accord::schema::inclusion
