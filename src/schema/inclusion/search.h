#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "accord/document/document.h"
#include "accord/schema/includes.h"

#include "schema/inclusion/languages.h"
#include "schema/inclusion/tableau.h"

namespace accord::schema::inclusion {

/// What a search came to.
struct Outcome {
  enum class State : std::uint8_t {
    kEmpty,    ///< Proved: there is no such value.
    kFound,    ///< `value` is one.
    kUnknown,  ///< `reason` says why.
  };
  State state = State::kEmpty;
  document::DocumentPtr value;
  Reasons conflict = 0;  ///< For kEmpty: the decisions it rests on.
  UnknownReason reason = UnknownReason::kNone;
  std::string detail;

  bool empty() const { return state == State::kEmpty; }
  bool found() const { return state == State::kFound; }
  bool unknown() const { return state == State::kUnknown; }

  static Outcome Empty(Reasons conflict) {
    Outcome outcome;
    outcome.conflict = conflict;
    return outcome;
  }
  static Outcome Found(document::DocumentPtr value) {
    Outcome outcome;
    outcome.state = State::kFound;
    outcome.value = std::move(value);
    return outcome;
  }
  static Outcome Unknown(UnknownReason reason, std::string detail) {
    Outcome outcome;
    outcome.state = State::kUnknown;
    outcome.reason = reason;
    outcome.detail = std::move(detail);
    return outcome;
  }
};

/// A set of values: those that fit some schemas and do not fit others.
struct Goal {
  std::vector<Literal> literals;
  TypeSet types = kAnyType;
  Facts facts;                               ///< More that must hold; for names of members.
  std::vector<document::DocumentPtr> avoid;  ///< Values that are not wanted.
  const std::set<std::string>* avoid_names = nullptr;  ///< Strings that are not wanted.
};

/// Decides whether a goal has a member, by constructing one. Finite values only: what can only be
/// met by an endless value is empty. Goals met again inside of themselves count as empty there,
/// since a member of least size has none of that kind inside; results that rest on such an
/// assumption are dropped when it proves wrong.
class Search {
 public:
  Search(const SchemaClasses& classes, const InclusionOptions& options);

  /// Begins another question: the budget is whole again, and what ran out before is forgotten.
  void Restart();
  Outcome Find(Goal goal);
  /// Looks at small values first, which finds short examples soon.
  Outcome FindSmall(const Goal& goal);

  const SchemaClasses& classes() const { return classes_; }
  Tableau& tableau() { return tableau_; }
  Languages& languages() { return languages_; }
  NodeIndex& index() { return tableau_.index(); }
  const InclusionOptions& options() const { return options_; }
  bool Fits(const document::Node& value, ClassId schema) const;
  /// Fits all that the goal wants, as the validator sees it.
  bool Fits(const document::Node& value, const Goal& goal) const;
  /// The validator's verdict is the truth for this goal: no dynamic reference is below it.
  bool IsExact(const Goal& goal) const;
  /// Counts work; false when the budget is spent.
  bool Step(std::size_t cost = 1);
  std::size_t steps() const { return steps_; }

 private:
  struct Known {
    Outcome outcome;
    std::size_t assumed;  ///< Index of the outermost open goal it rests on.
  };
  using Key = std::vector<std::uint64_t>;

  static Key KeyOf(const Goal& goal);
  Outcome FindNew(const Goal& goal, const Key& key);
  bool IsOpen(const Key& key);
  Outcome FindAny(const Goal& goal);
  Outcome FindOfType(const Goal& goal, TypeSet type);
  Outcome Decide(const Goal& goal, Branch branch);
  Outcome Leaf(const Goal& goal, const Branch& branch);
  Outcome FromEnum(const Goal& goal, const Fact& fact) const;

  const SchemaClasses& classes_;
  const InclusionOptions& options_;
  Tableau tableau_;
  Languages languages_;
  std::map<Key, Known> known_;
  std::vector<Key> provisional_;  ///< Keys of known results that rest on open goals.
  std::vector<Key> open_;
  std::size_t assumed_ = SIZE_MAX;  ///< What the results used so far rest on.
  std::size_t steps_ = 0;
  std::size_t max_open_ = 0;  ///< How deep values are looked at.
  bool reached_max_ = false;
};

/// What a leaf has to do with: a branch without choices, of a goal.
struct LeafContext {
  Search& search;
  const Goal& goal;
  const Branch& branch;
};

Outcome FindNumber(const LeafContext& context);
Outcome FindString(const LeafContext& context);
Outcome FindArray(const LeafContext& context);
Outcome FindObject(const LeafContext& context);

/// Values that the branch excludes one by one.
std::vector<const document::Node*> ExcludedValues(const LeafContext& context);
bool IsExcluded(const document::Node& value, const std::vector<const document::Node*>& excluded);

}  // namespace accord::schema::inclusion
