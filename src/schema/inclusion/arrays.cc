#include <algorithm>
#include <set>

#include "schema/inclusion/search.h"

namespace accord::schema::inclusion {
namespace {

constexpr std::uint64_t kMaxItems = 1000;
constexpr std::size_t kMaxCounts = 6;

/// How many items, from number `from` on, must be like that.
struct Count {
  std::vector<Literal> literals;  ///< More than one only without an upper limit.
  std::size_t from = 0;
  std::uint64_t low = 0;
  std::uint64_t high = kUnbounded;
};

/// Each item from number `from` on must fit one of these.
struct Rest {
  std::size_t from = 0;
  std::vector<Literal> literals;
};

/// Looks for an array, length by length. An item that no count needs can be left out as long as the
/// length allows, so only few lengths matter.
class ArraySearch {
 public:
  explicit ArraySearch(const LeafContext& context)
      : search_(context.search), excluded_(ExcludedValues(context)) {
    for (const Fact& fact : context.branch.facts) {
      Add(fact);
      reasons_ |= fact.reasons;
    }
    for (const document::Node* value : excluded_) {
      if (value->is_array() && value->items().empty()) {
        low_ = std::max<std::uint64_t>(low_, 1);
      }
    }
  }

  Outcome Find() {
    if (low_ > high_ || impossible_ || (unique_ && equal_)) {
      return Outcome::Empty(reasons_);
    }
    std::uint64_t last = std::max<std::uint64_t>(low_, prefix_);
    for (const Count& count : counts_) {
      if (count.low > kMaxItems) {
        return TooLong();
      }
      last += count.low;
    }
    last = std::min(last + (equal_ ? 2 : 0) + excluded_.size(), high_);
    if (low_ > kMaxItems || counts_.size() > kMaxCounts) {
      return TooLong();
    }
    Outcome result = Outcome::Empty(reasons_);
    for (std::uint64_t size = low_; size <= std::min(last, kMaxItems); ++size) {
      Outcome outcome = FindOfSize(static_cast<std::size_t>(size));
      if (outcome.found()) {
        return outcome;
      }
      if (outcome.unknown()) {
        result = std::move(outcome);
      }
      if (blocked_ < size) {
        break;  // No item can stand there, so no longer array is possible either.
      }
    }
    if (result.empty() && last > kMaxItems && blocked_ >= kMaxItems) {
      return TooLong();
    }
    return result;
  }

 private:
  static Outcome TooLong() {
    return Outcome::Unknown(UnknownReason::kBudget, "an example would need very many items");
  }

  void Add(const Fact& fact) {
    switch (fact.aspect) {
      case Aspect::kSize:
        low_ = std::max(low_, fact.low);
        high_ = std::min(high_, fact.high);
        break;
      case Aspect::kElements:
        elements_.push_back(fact.node);
        prefix_ = std::max(prefix_, fact.node->prefix_items.size());
        break;
      case Aspect::kPrefixItem:
        low_ = std::max<std::uint64_t>(low_, fact.index + std::uint64_t{1});
        prefix_ = std::max<std::size_t>(prefix_, fact.index + std::size_t{1});
        fixed_.emplace_back(fact.index, Literal{fact.schema, false, 0});
        break;
      case Aspect::kItems:
        prefix_ = std::max<std::size_t>(prefix_, fact.index);
        counts_.push_back({{{fact.schema, false, 0}}, fact.index, 1, kUnbounded});
        break;
      case Aspect::kCount:
        if (fact.low > 0 || fact.high != kUnbounded) {
          counts_.push_back({{{fact.schema, true, 0}}, 0, fact.low, fact.high});
        }
        break;
      case Aspect::kUnique:
        (fact.positive ? unique_ : equal_) = true;
        break;
      case Aspect::kUnevaluated:
        AddUnevaluated(fact);
        break;
      default:
        break;
    }
  }

  void AddUnevaluated(const Fact& fact) {
    const Evaluated& evaluated = *fact.evaluated;
    if (evaluated.all) {
      impossible_ = impossible_ || !fact.positive;
      return;
    }
    prefix_ = std::max(prefix_, evaluated.items);
    std::vector<Literal> literals{{fact.schema, fact.positive, 0}};
    for (const ClassId contained : evaluated.contained) {
      literals.push_back({contained, fact.positive, 0});
    }
    if (fact.positive) {
      rests_.push_back({evaluated.items, std::move(literals)});
    } else {
      counts_.push_back({std::move(literals), evaluated.items, 1, kUnbounded});
    }
  }

  std::vector<Literal> WantedAt(std::size_t at) const {
    std::vector<Literal> wanted;
    for (const SchemaNode* node : elements_) {
      const SchemaNode* item =
          at < node->prefix_items.size() ? node->prefix_items[at] : node->items;
      if (item != nullptr) {
        wanted.push_back({search_.classes().Of(*item), true, 0});
      }
    }
    for (const auto& [index, literal] : fixed_) {
      if (index == at) {
        wanted.push_back(literal);
      }
    }
    return wanted;
  }

  /// One array under construction.
  struct Draft {
    std::size_t size = 0;
    std::size_t first = 0;   ///< Of two items that shall be equal.
    std::size_t second = 0;  ///< 0: none.
    std::vector<Goal> goals;
    std::vector<document::DocumentPtr> items;
    std::vector<std::uint64_t> counts;
    std::vector<std::uint32_t> signs;
  };

  Outcome FindOfSize(std::size_t size) {
    if (!equal_) {
      return FindDraft(size, 0, 0);
    }
    Outcome result = Outcome::Empty(reasons_);
    const std::size_t reach = std::min(size, prefix_ + 2);
    for (std::size_t second = 1; second < reach; ++second) {
      for (std::size_t first = 0; first < second; ++first) {
        Outcome outcome = FindDraft(size, first, second);
        if (outcome.found()) {
          return outcome;
        }
        if (outcome.unknown()) {
          result = std::move(outcome);
        }
      }
    }
    return result;
  }

  Outcome FindDraft(std::size_t size, std::size_t first, std::size_t second) {
    Draft draft;
    draft.size = size;
    draft.first = first;
    draft.second = second;
    draft.counts.assign(counts_.size(), 0);
    failed_.clear();
    unknown_ = Outcome::Empty(reasons_);
    if (std::optional<document::DocumentPtr> value = Extend(draft)) {
      return Outcome::Found(*value);
    }
    return unknown_;
  }

  /// Can the counts still be met?
  bool IsFeasible(const Draft& draft) const {
    const std::size_t left = draft.size - draft.goals.size();
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (draft.counts[i] > counts_[i].high || draft.counts[i] + left < counts_[i].low) {
        return false;
      }
    }
    return true;
  }

  std::optional<document::DocumentPtr> Extend(Draft& draft) {
    if (!IsFeasible(draft) || !search_.Step()) {
      unknown_ = search_.Step(0) ? unknown_ : TooLong();
      return std::nullopt;
    }
    const std::size_t at = draft.goals.size();
    if (at == draft.size) {
      return Finish(draft);
    }
    const bool memoize = !unique_ && !equal_;
    std::vector<std::uint64_t> state = CappedCounts(draft);
    state.push_back(at);
    if (memoize && failed_.contains(state)) {
      return std::nullopt;
    }
    const std::uint32_t options = 1U << counts_.size();
    for (std::uint32_t signs = options; signs-- > 0;) {
      if (std::optional<document::DocumentPtr> value = TryRests(draft, at, signs)) {
        return value;
      }
    }
    if (memoize) {
      failed_.insert(std::move(state));
    }
    return std::nullopt;
  }

  std::vector<std::uint64_t> CappedCounts(const Draft& draft) const {
    std::vector<std::uint64_t> state;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      const bool limited = counts_[i].high != kUnbounded;
      state.push_back(limited ? draft.counts[i] : std::min(draft.counts[i], counts_[i].low));
    }
    return state;
  }

  /// The item's goal when it shall meet the counts whose bits are set in `signs`; nullopt when the
  /// bits make no sense here.
  std::optional<Goal> GoalAt(const Draft& draft, std::size_t at, std::uint32_t signs) const {
    Goal goal;
    goal.literals = WantedAt(at);
    if (draft.second > 0 && at == draft.first) {
      const std::vector<Literal> more = WantedAt(draft.second);
      goal.literals.insert(goal.literals.end(), more.begin(), more.end());
    }
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      const Count& count = counts_[i];
      const bool met = ((signs >> i) & 1U) != 0;
      const bool limited = count.high != kUnbounded;
      if (met && (at < count.from || (!limited && draft.counts[i] >= count.low))) {
        return std::nullopt;
      }
      if (met || (limited && at >= count.from)) {
        for (Literal literal : count.literals) {
          literal.positive = literal.positive == met;
          goal.literals.push_back(literal);
        }
      }
    }
    return goal;
  }

  /// The item fits one of each rest's literals: all combinations are tried.
  std::optional<document::DocumentPtr> TryRests(Draft& draft, std::size_t at, std::uint32_t signs) {
    const std::optional<Goal> goal = GoalAt(draft, at, signs);
    if (!goal) {
      return std::nullopt;
    }
    std::vector<Goal> goals{*goal};
    for (const Rest& rest : rests_) {
      if (at < rest.from &&
          !(draft.second > at && at == draft.first && draft.second >= rest.from)) {
        continue;
      }
      std::vector<Goal> more;
      for (const Goal& so_far : goals) {
        for (const Literal& literal : rest.literals) {
          more.emplace_back(so_far).literals.push_back(literal);
        }
      }
      goals = std::move(more);
    }
    for (Goal& one : goals) {
      if (std::optional<document::DocumentPtr> value = TryItem(draft, at, signs, std::move(one))) {
        return value;
      }
    }
    return std::nullopt;
  }

  std::optional<document::DocumentPtr> TryItem(Draft& draft,
                                               std::size_t at,
                                               std::uint32_t signs,
                                               Goal goal) {
    const bool repeated = draft.second > 0 && at == draft.second;
    if (repeated && signs != draft.signs[draft.first]) {
      return std::nullopt;
    }
    document::DocumentPtr item;
    if (repeated) {
      item = draft.items[draft.first];
    } else {
      Outcome outcome = search_.Find(goal);
      if (!outcome.found()) {
        unknown_ = outcome.unknown() ? outcome : unknown_;
        NoteBlocked(at, goal, outcome);
        return std::nullopt;
      }
      item = outcome.value;
    }
    draft.goals.push_back(std::move(goal));
    draft.items.push_back(std::move(item));
    draft.signs.push_back(signs);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      draft.counts[i] += (signs >> i) & 1U;
    }
    std::optional<document::DocumentPtr> value = Extend(draft);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      draft.counts[i] -= (signs >> i) & 1U;
    }
    draft.goals.pop_back();
    draft.items.pop_back();
    draft.signs.pop_back();
    return value;
  }

  void NoteBlocked(std::size_t at, const Goal& goal, const Outcome& outcome) {
    if (outcome.empty() && goal.literals.size() == WantedAt(at).size()) {
      blocked_ = std::min<std::uint64_t>(blocked_, at);
    }
  }

  std::optional<document::DocumentPtr> Finish(Draft& draft) {
    if (unique_ && !MakeDistinct(draft)) {
      return std::nullopt;
    }
    document::Builder builder;
    builder.StartArray();
    for (const document::DocumentPtr& item : draft.items) {
      builder.Copy(item->root());
    }
    builder.EndArray();
    document::DocumentPtr value = builder.Finish();
    if (IsExcluded(value->root(), excluded_)) {
      unknown_ = Outcome::Unknown(UnknownReason::kNoWitness, "another array would be needed");
      return std::nullopt;
    }
    return value;
  }

  /// Members of each item's goal, as many as could be needed, then a choice of different ones.
  bool MakeDistinct(Draft& draft) {
    std::vector<std::vector<document::DocumentPtr>> offers;
    for (const Goal& goal : draft.goals) {
      std::vector<document::DocumentPtr>& offer = offers.emplace_back();
      Goal rest = goal;
      while (offer.size() < draft.size) {
        Outcome outcome = search_.Find(rest);
        if (!outcome.found()) {
          unknown_ = outcome.unknown() ? std::move(outcome) : unknown_;
          break;
        }
        offer.push_back(outcome.value);
        rest.avoid.push_back(outcome.value);
      }
    }
    std::vector<document::DocumentPtr> chosen;
    if (!Choose(offers, chosen)) {
      return false;
    }
    draft.items = std::move(chosen);
    return true;
  }

  bool Choose(const std::vector<std::vector<document::DocumentPtr>>& offers,
              std::vector<document::DocumentPtr>& chosen) {
    if (chosen.size() == offers.size()) {
      return true;
    }
    for (const document::DocumentPtr& offer : offers[chosen.size()]) {
      if (!search_.Step()) {
        unknown_ = Outcome::Unknown(UnknownReason::kUniqueItems, "many unique items");
        return false;
      }
      const bool taken = std::any_of(chosen.begin(), chosen.end(), [&](const auto& other) {
        return document::Equal(other->root(), offer->root(), true);
      });
      if (taken) {
        continue;
      }
      chosen.push_back(offer);
      if (Choose(offers, chosen)) {
        return true;
      }
      chosen.pop_back();
    }
    return false;
  }

  Search& search_;
  std::vector<const document::Node*> excluded_;
  Reasons reasons_ = 0;
  std::uint64_t low_ = 0;
  std::uint64_t high_ = kUnbounded;
  std::size_t prefix_ = 0;
  bool impossible_ = false;
  bool unique_ = false;
  bool equal_ = false;
  std::vector<const SchemaNode*> elements_;
  std::vector<std::pair<std::size_t, Literal>> fixed_;
  std::vector<Count> counts_;
  std::vector<Rest> rests_;
  std::set<std::vector<std::uint64_t>> failed_;
  Outcome unknown_;
  std::uint64_t blocked_ = kUnbounded;  ///< First place where nothing can stand at all.
};

}  // namespace

Outcome FindArray(const LeafContext& context) {
  return ArraySearch(context).Find();
}

}  // namespace accord::schema::inclusion
