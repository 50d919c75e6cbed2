#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "accord/pact/matching_rules.h"

namespace accord::match {

/// The rules that apply to one value. Points into the contract's rules.
struct ActiveRules {
  std::span<const pact::Rule> rules;
  pact::Combine combine = pact::Combine::kAnd;
  bool cascaded = false;                   ///< Inherited from a shorter path.
  const pact::RuleEntry* entry = nullptr;  ///< Where they are written; nullptr for path and status.

  bool empty() const { return rules.empty(); }
  /// Whether a rule of that kind stands here itself, not inherited.
  bool HasOwn(pact::Matcher matcher) const;
};

/// The rules of one name in a header or query category (first entry wins; entries with an index
/// path are skipped).
ActiveRules FindNamedRules(const pact::RuleCategory& category,
                           std::string_view name,
                           bool ignore_case);
ActiveRules AsActiveRules(const pact::RuleList& list);

/// The rule paths of one category, sorted by tokens, so that the rules that share a beginning are
/// neighbours. Immutable; refers to the category.
class RuleIndex {
 public:
  explicit RuleIndex(const pact::RuleCategory& category);

 private:
  friend class RuleWalker;
  struct Item {
    std::span<const pact::PathToken> tokens;
    const pact::RuleEntry* entry;
  };

  std::vector<Item> items_;
  std::vector<pact::PathToken> plain_names_;  // Tokens of entries whose key is no path.
};

/// A place in a value tree, moved step by step, that knows which rules apply there.
///
/// Of all rule paths that fit the first tokens of the place, the one with the largest product of
/// token scores times length wins (exact 2, wildcard 1). Among equals: fewer wildcards, then the
/// more specific last differing token (exact before `[*]` before `.*`: what names the value itself
/// counts more than what names its parents), then the order of the contract.
class RuleWalker {
 public:
  /// Stands at `$`.
  explicit RuleWalker(const RuleIndex& index);

  /// `name` must live until the matching Leave().
  void EnterField(std::string_view name);
  void EnterIndex(std::size_t index);
  void Leave();

  const ActiveRules& rules() const { return frames_.back().best.rules; }
  /// `$.a[0].b`.
  std::string Path() const;
  std::size_t depth() const { return frames_.size(); }

  /// Lets only `rules` apply here and, inherited, below; rules with longer paths still count.
  /// Undone by Leave() or by setting the old ones.
  void SetRules(const ActiveRules& rules) { frames_.back().best.rules = rules; }
  /// As SetRules, and hides every rule with a longer path.
  void ReplaceRules(const ActiveRules& rules);

 private:
  struct Best {
    ActiveRules rules;
    std::uint32_t exact = 0;   // Number of exact tokens: the weight is 2 to this power.
    std::uint32_t length = 0;  // Tokens of the rule path; 0 = no rule.
  };
  /// Rules whose first tokens fit the place.
  struct Candidate {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t exact;
  };
  struct Frame {
    Best best;
    std::uint32_t first_candidate = 0;  // Candidates of a frame reach to the next one's.
    bool is_index = false;
    std::size_t index = 0;
    std::string_view name;
  };

  void Enter(Frame frame);
  void Follow(Candidate candidate, const Frame& frame, pact::PathToken::Kind kind, Best& best);
  void Consider(const Candidate& candidate, Best& best) const;

  const RuleIndex& index_;
  std::vector<Frame> frames_;
  std::vector<Candidate> candidates_;
};

}  // namespace accord::match
