#include <algorithm>
#include <map>
#include <set>

#include "schema/inclusion/search.h"

namespace accord::schema::inclusion {
namespace {

constexpr std::uint64_t kMaxMembers = 1000;
constexpr std::size_t kMaxPatterns = 8;

/// A member that will be there.
struct Slot {
  std::vector<Literal> wanted;
  Reasons reasons = 0;
  document::DocumentPtr value;
};
using Slots = std::map<std::string, Slot, std::less<>>;

/// Looks for an object: the members that must be there, then a name for each member that is only
/// known to exist, then as many more as the count asks for.
class ObjectSearch {
 public:
  explicit ObjectSearch(const LeafContext& context)
      : search_(context.search), excluded_(ExcludedValues(context)) {
    for (const Fact& fact : context.branch.facts) {
      Add(fact);
      reasons_ |= fact.reasons;
    }
    for (const document::Node* value : excluded_) {
      if (value->is_object() && value->members().empty()) {
        low_ = std::max<std::uint64_t>(low_, 1);
      }
    }
  }

  Outcome Find() {
    if (low_ > high_) {
      return Outcome::Empty(reasons_);
    }
    // What a contradiction would show first: the members with a wish of their own.
    Outcome unknown;
    for (const bool plain : {false, true}) {
      for (auto& [name, slot] : slots_) {
        if (slot.wanted.empty() != plain) {
          continue;
        }
        Outcome outcome = Fill(name, slot);
        if (outcome.empty()) {
          return outcome;
        }
        unknown = outcome.unknown() ? std::move(outcome) : unknown;
      }
    }
    return unknown.unknown() ? unknown : Place(0, slots_);
  }

 private:
  void Add(const Fact& fact) {
    switch (fact.aspect) {
      case Aspect::kSize:
        low_ = std::max(low_, fact.low);
        high_ = std::min(high_, fact.high);
        break;
      case Aspect::kMembers:
        members_.push_back(&fact);
        break;
      case Aspect::kRequired:
        for (const std::string& name : fact.node->required) {
          slots_[name].reasons |= fact.reasons;
        }
        break;
      case Aspect::kPresent:
        slots_[std::string(fact.name)].reasons |= fact.reasons;
        break;
      case Aspect::kAbsent:
        absent_.emplace(fact.name, fact.reasons);
        break;
      case Aspect::kProperty: {
        Slot& slot = slots_[std::string(fact.name)];
        slot.reasons |= fact.reasons;
        slot.wanted.push_back({fact.schema, false, fact.reasons});
        break;
      }
      case Aspect::kNames:
        (fact.positive ? names_ : existing_).push_back(&fact);
        break;
      case Aspect::kPatternProperty:
      case Aspect::kAdditional:
        existing_.push_back(&fact);
        break;
      case Aspect::kUnevaluated:
        (fact.positive ? members_ : existing_).push_back(&fact);
        break;
      default:
        break;
    }
  }

  /// What must be true of a member, whatever else is wanted of it.
  std::vector<Literal> LiteralsOf(std::string_view name) {
    std::vector<Literal> literals;
    for (const Fact* fact : members_) {
      if (fact->aspect == Aspect::kUnevaluated) {
        if (!search_.index().IsEvaluated(*fact->evaluated, name)) {
          literals.push_back({fact->schema, true, fact->reasons});
        }
        continue;
      }
      for (const ClassId schema : search_.index().SchemasOf(*fact->node, name)) {
        literals.push_back({schema, true, fact->reasons});
      }
    }
    return literals;
  }

  /// Why a member of that name cannot be there.
  std::optional<Reasons> Forbidden(std::string_view name) const {
    if (const auto found = absent_.find(name); found != absent_.end()) {
      return found->second;
    }
    for (const Fact* fact : names_) {
      if (!search_.classes().is_dynamic(fact->schema) &&
          !search_.Fits(document::Node::String(name), fact->schema)) {
        return fact->reasons;
      }
    }
    return std::nullopt;
  }

  Outcome Fill(std::string_view name, Slot& slot) {
    if (const std::optional<Reasons> forbidden = Forbidden(name)) {
      return Outcome::Empty(*forbidden | slot.reasons);
    }
    Goal goal;
    goal.literals = LiteralsOf(name);
    goal.literals.insert(goal.literals.end(), slot.wanted.begin(), slot.wanted.end());
    Reasons reasons = slot.reasons;
    for (const Literal& literal : goal.literals) {
      reasons |= literal.reasons;
    }
    Outcome outcome = search_.Find(std::move(goal));
    slot.value = outcome.value;
    outcome.conflict = reasons;
    return outcome;
  }

  bool Names(const Fact& fact, std::string_view name) {
    switch (fact.aspect) {
      case Aspect::kPatternProperty:
        return fact.pattern->Search(name) == Pattern::Match::kYes;
      case Aspect::kAdditional:
        return !search_.index().IsNamed(*fact.node, name);
      case Aspect::kUnevaluated:
        return !search_.index().IsEvaluated(*fact.evaluated, name);
      default:
        return !search_.Fits(document::Node::String(name), fact.schema);
    }
  }

  /// Finds a member for existing_[at] and all after it.
  Outcome Place(std::size_t at, const Slots& slots) {
    if (!search_.Step()) {
      return Outcome::Unknown(UnknownReason::kBudget, "many members that must exist");
    }
    if (at == existing_.size()) {
      return Complete(slots);
    }
    const Fact& fact = *existing_[at];
    Outcome result = Outcome::Empty(fact.reasons | ReasonsOfAll());
    for (const auto& [name, slot] : slots) {
      if (Try(at, slots, name, result)) {
        return result;
      }
    }
    for (const std::string& name : Known()) {
      if (!slots.contains(name) && Try(at, slots, name, result)) {
        return result;
      }
    }
    for (const std::string& name : FreshNames(&fact, slots, result)) {
      if (Try(at, slots, name, result)) {
        return result;
      }
    }
    return result;
  }

  /// True when `result` is a find.
  bool Try(std::size_t at, const Slots& slots, const std::string& name, Outcome& result) {
    const Fact& fact = *existing_[at];
    if (!Names(fact, name)) {
      return false;
    }
    Slots next = slots;
    Slot& slot = next[name];
    slot.reasons |= fact.reasons;
    if (fact.aspect != Aspect::kNames) {
      slot.wanted.push_back({fact.schema, false, fact.reasons});
    }
    Outcome outcome = Fill(name, slot);
    if (outcome.found()) {
      outcome = Place(at + 1, next);
    }
    return Merge(std::move(outcome), result);
  }

  static bool Merge(Outcome outcome, Outcome& result) {
    const Reasons conflict = result.conflict | outcome.conflict;
    if (outcome.found() || outcome.unknown()) {
      result = std::move(outcome);
    }
    result.conflict = conflict;
    return result.found();
  }

  Reasons ReasonsOfAll() const {
    Reasons reasons = 0;
    for (const std::vector<const Fact*>* facts : {&members_, &names_}) {
      for (const Fact* fact : *facts) {
        reasons |= fact->reasons;
      }
    }
    return reasons;
  }

  /// All whose properties and patterns tell names apart.
  std::set<const SchemaNode*> Nodes() const {
    std::set<const SchemaNode*> nodes;
    for (const std::vector<const Fact*>* facts : {&members_, &existing_}) {
      for (const Fact* fact : *facts) {
        if (fact->aspect == Aspect::kUnevaluated) {
          nodes.insert(fact->evaluated->nodes.begin(), fact->evaluated->nodes.end());
        } else if (fact->aspect != Aspect::kNames) {
          nodes.insert(fact->node);
        }
      }
    }
    return nodes;
  }

  /// Names that some schema mentions: each has its own rules.
  const std::set<std::string>& Known() {
    if (known_) {
      return *known_;
    }
    known_.emplace();
    for (const SchemaNode* node : Nodes()) {
      for (const Property& property : node->properties) {
        known_->insert(property.name);
      }
    }
    for (const auto& [name, reasons] : absent_) {
      known_->emplace(name);
    }
    return *known_;
  }

  std::vector<const Pattern*> Patterns() const {
    std::map<std::string_view, const Pattern*> patterns;
    for (const SchemaNode* node : Nodes()) {
      for (const PatternProperty& property : node->pattern_properties) {
        patterns.emplace(property.pattern->source(), property.pattern.get());
      }
    }
    std::vector<const Pattern*> list;
    list.reserve(patterns.size());
    for (const auto& [source, pattern] : patterns) {
      list.push_back(pattern);
    }
    return list;
  }

  /// One name nobody mentions for each set of patterns that a name can have; names with the same
  /// patterns follow the same rules.
  std::vector<std::string> FreshNames(const Fact* wanted, const Slots& slots, Outcome& result) {
    std::set<std::string> avoid = Known();
    for (const auto& [name, slot] : slots) {
      avoid.insert(name);
    }
    const std::vector<const Pattern*> patterns = Patterns();
    std::vector<std::string> fresh;
    if (patterns.size() > kMaxPatterns) {
      Merge(Outcome::Unknown(UnknownReason::kBudget, "many patterns for names"), result);
    }
    const std::size_t used = std::min(patterns.size(), kMaxPatterns);
    for (std::uint32_t bits = 0; bits < (1U << used); ++bits) {
      Goal goal;
      goal.types = kStringType;
      goal.avoid_names = &avoid;
      for (const Fact* fact : names_) {
        goal.literals.push_back({fact->schema, true, 0});
      }
      if (wanted != nullptr && wanted->aspect == Aspect::kNames) {
        goal.literals.push_back({wanted->schema, false, 0});
      }
      for (std::size_t i = 0; i < used; ++i) {
        Fact& fact = goal.facts.emplace_back();
        fact.aspect = Aspect::kPattern;
        fact.pattern = patterns[i];
        fact.positive = ((bits >> i) & 1U) != 0;
      }
      Outcome outcome = search_.Find(std::move(goal));
      if (outcome.found()) {
        fresh.emplace_back(outcome.value->root().text());
      } else {
        Merge(std::move(outcome), result);
      }
    }
    return fresh;
  }

  Outcome Complete(const Slots& placed) {
    Slots slots = placed;
    if (slots.size() > high_) {
      // Two wishes about names might be met by one name that was not looked for.
      const bool sure = existing_.size() < 2 ||
                        std::none_of(existing_.begin(), existing_.end(), [](const Fact* fact) {
                          return fact->aspect == Aspect::kNames;
                        });
      return sure ? Outcome::Empty(reasons_)
                  : Outcome::Unknown(UnknownReason::kNoWitness, "a name for several purposes");
    }
    if (low_ > kMaxMembers) {
      return Outcome::Unknown(UnknownReason::kBudget, "an example would need very many members");
    }
    Outcome result = Outcome::Empty(reasons_);
    while (slots.size() < low_) {
      if (!AddOne(slots, result)) {
        return result;
      }
    }
    document::DocumentPtr value = Build(slots);
    while (IsExcluded(value->root(), excluded_)) {
      result = Outcome::Unknown(UnknownReason::kNoWitness, "another object would be needed");
      if (slots.size() >= std::min(high_, kMaxMembers) || !AddOne(slots, result)) {
        return result;
      }
      value = Build(slots);
    }
    return Outcome::Found(std::move(value));
  }

  bool AddOne(Slots& slots, Outcome& result) {
    const auto add = [&](const std::string& name) {
      Slot slot;
      Outcome outcome = slots.contains(name) ? Outcome::Empty(0) : Fill(name, slot);
      if (outcome.found()) {
        slots.emplace(name, std::move(slot));
        return true;
      }
      Merge(std::move(outcome), result);
      return false;
    };
    const std::set<std::string>& known = Known();
    if (std::any_of(known.begin(), known.end(), add)) {
      return true;
    }
    const std::vector<std::string> fresh = FreshNames(nullptr, slots, result);
    return std::any_of(fresh.begin(), fresh.end(), add);
  }

  static document::DocumentPtr Build(const Slots& slots) {
    document::Builder builder;
    builder.StartObject();
    for (const auto& [name, slot] : slots) {
      builder.Key(name);
      builder.Copy(slot.value->root());
    }
    builder.EndObject();
    return builder.Finish();
  }

  Search& search_;
  std::vector<const document::Node*> excluded_;
  Reasons reasons_ = 0;
  std::uint64_t low_ = 0;
  std::uint64_t high_ = kUnbounded;
  std::vector<const Fact*> members_;
  std::vector<const Fact*> names_;     ///< Every name must fit.
  std::vector<const Fact*> existing_;  ///< Some member is like that, whatever its name.
  std::map<std::string_view, Reasons> absent_;
  Slots slots_;
  std::optional<std::set<std::string>> known_;
};

}  // namespace

Outcome FindObject(const LeafContext& context) {
  return ObjectSearch(context).Find();
}

}  // namespace accord::schema::inclusion
