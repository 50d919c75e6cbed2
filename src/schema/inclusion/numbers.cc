#include <algorithm>
#include <optional>

#include "schema/inclusion/search.h"

namespace accord::schema::inclusion {
namespace {

constexpr std::size_t kMaxCandidates = 4000;
constexpr int kMaxFractionDigits = 60;

struct Limit {
  Decimal value;
  bool exclusive = false;
};

/// Numbers of one kind: an interval, steps, and what is left out of it.
class NumberSet {
 public:
  explicit NumberSet(const LeafContext& context) : excluded_(ExcludedValues(context)) {
    if (context.branch.type == kIntegerType) {
      AddStep(Decimal(1));
    } else {
      not_steps_.emplace_back(1);
    }
    for (const Fact& fact : context.branch.facts) {
      Add(fact);
      reasons_ |= fact.reasons;
    }
    for (const document::Node* value : excluded_) {
      if (value->is_number()) {
        points_.push_back(Decimal::Parse(value->text()));
      }
    }
  }

  Outcome Find() {
    if (IsVoid()) {
      return Outcome::Empty(reasons_);
    }
    return step_ ? FindStepped() : FindDense();
  }

 private:
  void Add(const Fact& fact) {
    const SchemaNode* node = fact.node;
    switch (fact.aspect) {
      case Aspect::kLower: {
        const Bound& bound = fact.index == 1 ? *node->second_minimum : *node->minimum;
        fact.positive ? AddLower(bound.value, bound.exclusive)
                      : AddUpper(bound.value, !bound.exclusive);
        break;
      }
      case Aspect::kUpper: {
        const Bound& bound = fact.index == 1 ? *node->second_maximum : *node->maximum;
        fact.positive ? AddUpper(bound.value, bound.exclusive)
                      : AddLower(bound.value, !bound.exclusive);
        break;
      }
      case Aspect::kMultiple:
        if (fact.positive) {
          AddStep(*node->multiple_of);
        } else {
          not_steps_.push_back(*node->multiple_of);
        }
        break;
      default:
        break;
    }
  }

  void AddLower(const Decimal& value, bool exclusive) {
    if (!lower_ || lower_->value < value || (lower_->value == value && exclusive)) {
      lower_ = Limit{value, exclusive};
    }
  }
  void AddUpper(const Decimal& value, bool exclusive) {
    if (!upper_ || value < upper_->value || (upper_->value == value && exclusive)) {
      upper_ = Limit{value, exclusive};
    }
  }
  void AddStep(const Decimal& step) {
    const std::optional<Decimal> common =
        step_ ? Decimal::LeastCommonMultiple(*step_, step) : std::optional<Decimal>(step);
    if (common) {
      step_ = common;
    } else {
      more_steps_.push_back(step);
    }
  }

  bool IsVoid() const {
    if (lower_ && upper_ &&
        (upper_->value < lower_->value ||
         (lower_->value == upper_->value && (lower_->exclusive || upper_->exclusive)))) {
      return true;
    }
    return step_ && std::any_of(not_steps_.begin(), not_steps_.end(), [&](const Decimal& other) {
             return step_->IsMultipleOf(other);
           });
  }

  bool InRange(const Decimal& value) const {
    if (lower_ && (value < lower_->value || (value == lower_->value && lower_->exclusive))) {
      return false;
    }
    return !upper_ || value < upper_->value || (value == upper_->value && !upper_->exclusive);
  }

  bool Holds(const Decimal& value) const {
    const auto divides = [&](const Decimal& step) { return value.IsMultipleOf(step); };
    return InRange(value) && (!step_ || divides(*step_)) &&
           std::all_of(more_steps_.begin(), more_steps_.end(), divides) &&
           std::none_of(not_steps_.begin(), not_steps_.end(), divides) &&
           std::find(points_.begin(), points_.end(), value) == points_.end();
  }

  static Outcome Found(const Decimal& value) {
    document::Builder builder;
    builder.Number(value.ToString());
    return Outcome::Found(builder.Finish());
  }

  Outcome TooFar() const {
    return Outcome::Unknown(UnknownReason::kBudget, "a number with these factors is far away");
  }

  Outcome FindStepped() {
    const Decimal zero;
    std::optional<Decimal> at = zero;
    if (!InRange(zero)) {
      at = lower_ && lower_->value >= zero ? lower_->value.RoundUpTo(*step_)
                                           : upper_->value.RoundDownTo(*step_);
    }
    if (!at) {
      return TooFar();
    }
    // Outwards from the start; a bounded side that is passed is exhausted.
    const std::optional<Outcome> up = Walk(*at, *step_);
    if (up && up->found()) {
      return *up;
    }
    const std::optional<Outcome> below = Walk(*at, -*step_);
    if (below && below->found()) {
      return *below;
    }
    return up && below ? Outcome::Empty(reasons_) : TooFar();
  }

  /// nullopt when the limit of candidates came before the end of the range.
  std::optional<Outcome> Walk(Decimal at, const Decimal& by) const {
    for (std::size_t i = 0; i < kMaxCandidates + points_.size(); ++i) {
      if (Holds(at)) {
        return Found(at);
      }
      const bool passed =
          by.negative() ? (lower_ && at <= lower_->value) : (upper_ && at >= upper_->value);
      const std::optional<Decimal> next = Decimal::Sum(at, by);
      if (passed) {
        return Outcome::Empty(reasons_);
      }
      if (!next) {
        return std::nullopt;
      }
      at = *next;
    }
    return std::nullopt;
  }

  Outcome FindDense() {
    if (lower_ && upper_ && lower_->value == upper_->value) {
      return Holds(lower_->value) ? Found(lower_->value) : Outcome::Empty(reasons_);
    }
    if (std::optional<Outcome> found = TryGrid(Decimal::Parse("0.5"))) {
      return *found;
    }
    for (int digits = 1; digits <= kMaxFractionDigits; ++digits) {
      if (std::optional<Outcome> found = TryGrid(Decimal::Parse("1e-" + std::to_string(digits)))) {
        return *found;
      }
    }
    return TooFar();
  }

  /// A few multiples of `grid` near the bounds.
  std::optional<Outcome> TryGrid(const Decimal& grid) const {
    const bool up = lower_.has_value() || !upper_;
    std::optional<Decimal> at = lower_   ? lower_->value.RoundUpTo(grid)
                                : upper_ ? upper_->value.RoundDownTo(grid)
                                         : Decimal();
    constexpr std::size_t kTries = 24;
    for (std::size_t i = 0; at && i < kTries + points_.size(); ++i) {
      if (Holds(*at)) {
        return Found(*at);
      }
      if (!InRange(*at) && i > 0) {
        break;
      }
      at = Decimal::Sum(*at, up ? grid : -grid);
    }
    return std::nullopt;
  }

  std::vector<const document::Node*> excluded_;
  Reasons reasons_ = 0;
  std::optional<Limit> lower_;
  std::optional<Limit> upper_;
  std::optional<Decimal> step_;
  std::vector<Decimal> more_steps_;
  std::vector<Decimal> not_steps_;
  std::vector<Decimal> points_;
};

}  // namespace

Outcome FindNumber(const LeafContext& context) {
  return NumberSet(context).Find();
}

}  // namespace accord::schema::inclusion
