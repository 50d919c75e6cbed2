#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "schema/inclusion/fact.h"
#include "schema/inclusion/node_index.h"
#include "schema/inclusion/tags.h"
#include "schema/inclusion/type_bounds.h"

namespace accord::schema::inclusion {

/// One of several options must hold.
struct Choice {
  std::shared_ptr<const std::vector<Facts>> options;
  Reasons reasons = 0;
};

/// A schema that the value fits or does not.
struct Literal {
  ClassId schema = 0;
  bool positive = true;
  Reasons reasons = 0;

  friend bool operator==(const Literal& a, const Literal& b) {
    return a.schema == b.schema && a.positive == b.positive;
  }
  friend bool operator<(const Literal& a, const Literal& b) {
    return a.schema != b.schema ? a.schema < b.schema : a.positive < b.positive;
  }
};

/// What is known of a value of one type on one way through the choices.
struct Branch {
  TypeSet type = 0;
  std::vector<Literal> literals;
  Facts facts;  ///< About the value itself: no schemas, no unions.
  std::vector<Choice> choices;
  int decisions = 0;
};

/// Takes schemas apart into facts and choices, and sees plain contradictions.
class Tableau {
 public:
  explicit Tableau(const SchemaClasses& classes)
      : classes_(classes), bounds_(classes), index_(classes), tags_(classes) {}

  /// Adds `facts` and all that follows from them at the same value. Gives the reasons of a
  /// contradiction.
  std::optional<Reasons> Assume(Branch& branch, Facts facts);
  /// Drops options that are plainly impossible and choices that are met; takes those with one
  /// option left.
  std::optional<Reasons> Propagate(Branch& branch);

  /// When the choices are made: finds out what `unevaluated*` speaks of. Gives a choice that must
  /// be made before that can be said.
  std::optional<Choice> Resolve(Branch& branch);

  /// From now on no value is looked for that breaks this keyword of the class; empty: a `false`.
  void Disregard(ClassId schema, std::string keyword);

  NodeIndex& index() { return index_; }
  const SchemaClasses& classes() const { return classes_; }

 private:
  std::optional<Reasons> AssumeOne(Branch& branch, const Fact& fact, Facts& todo);
  std::optional<Reasons> AssumeSchema(Branch& branch, const Fact& fact, Facts& todo);
  std::optional<Reasons> AssumeExclusive(Branch& branch, const Fact& fact, Facts& todo);
  void AssumeUnion(Branch& branch, const Fact& fact, Facts& todo);
  void AssumeCondition(Branch& branch, const Fact& fact);
  void AssumeDependency(Branch& branch, const Fact& fact);
  Fact SchemaFact(const SchemaNode& node, bool positive, Reasons reasons) const;

  enum class Simplified { kSame, kChanged, kMet, kImpossible };
  Simplified Simplify(const Branch& branch, Choice& choice);
  /// Why the fact cannot hold, as far as can be seen at once.
  std::optional<Reasons> Refute(const Branch& branch, const Fact& fact);
  std::optional<Reasons> RefuteSchema(const Branch& branch, const Fact& fact);
  /// A fact about the member for which one schema lists its values, and of these none fits another
  /// one that holds of the same member; nullptr: there is none.
  const Fact* FindOtherTag(const Branch& branch, const Tags::Tag& tag);
  std::optional<Reasons> RefuteByTag(const Branch& branch, ClassId schema);
  std::optional<Reasons> RefuteMember(const Branch& branch, const Fact& fact);
  /// `node` says of all such members what the fact denies of one.
  bool GuaranteesMember(const SchemaNode& node, const Fact& fact);
  std::optional<Reasons> RefuteItem(const Branch& branch, const Fact& fact);
  bool IsMet(const Branch& branch, const Fact& fact);
  bool IsPresent(const Branch& branch, std::string_view name);
  /// The member is there, and no value that it may have fits.
  bool IsMemberMet(const Branch& branch, const Fact& fact);
  /// A value that does not fit has the wrong tag.
  bool IsNegationMet(const Branch& branch, ClassId schema);

  const Parts& PartsFor(ClassId id, TypeSet type);
  std::shared_ptr<const std::vector<Facts>> NegatedFor(ClassId id, TypeSet type);

  bool IsDisregarded(ClassId schema, std::string_view keyword) const;

  const SchemaClasses& classes_;
  std::set<std::pair<ClassId, std::string>, std::less<>> disregarded_;
  TypeBounds bounds_;
  NodeIndex index_;
  Tags tags_;
  std::unordered_map<std::uint64_t, Parts> parts_;
  std::unordered_map<std::uint64_t, std::shared_ptr<const std::vector<Facts>>> negated_;
};

}  // namespace accord::schema::inclusion
