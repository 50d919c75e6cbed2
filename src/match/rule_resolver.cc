#include "accord/match/rule_resolver.h"

#include <algorithm>
#include <functional>

#include "accord/base/strings.h"

namespace accord::match {
namespace {

using pact::PathToken;
using Kind = PathToken::Kind;
using Tokens = std::span<const PathToken>;

/// The more specific, the smaller; also the order in which rules are sorted.
int Rank(Kind kind) {
  switch (kind) {
    case Kind::kRoot:
    case Kind::kField:
      return 0;
    case Kind::kIndex:
      return 1;
    case Kind::kStarIndex:
      return 2;
    case Kind::kStar:
      return 3;
  }
  return 3;
}

/// A token without its own string, to look for.
struct TokenKey {
  Kind kind;
  std::string_view name;
  std::size_t index;
};

int Compare(const PathToken& token, const TokenKey& key) {
  if (const int ranks = Rank(token.kind) - Rank(key.kind); ranks != 0) {
    return ranks;
  }
  if (token.kind == Kind::kField) {
    return std::string_view(token.name).compare(key.name);
  }
  if (token.kind != Kind::kIndex || token.index == key.index) {
    return 0;
  }
  return token.index < key.index ? -1 : 1;
}

int Compare(const PathToken& a, const PathToken& b) {
  return Compare(a, TokenKey{b.kind, b.name, b.index});
}

bool TokensBefore(Tokens a, Tokens b) {
  return std::lexicographical_compare(
      a.begin(), a.end(), b.begin(), b.end(), [](const PathToken& x, const PathToken& y) {
        return Compare(x, y) < 0;
      });
}

/// Sign of 2^exact_a * length_a - 2^exact_b * length_b, without overflow.
int CompareScores(std::uint32_t exact_a,
                  std::uint32_t length_a,
                  std::uint32_t exact_b,
                  std::uint32_t length_b) {
  constexpr std::uint32_t kDecides = 31;  // Lengths stay below 2^32.
  const std::uint32_t common = std::min(exact_a, exact_b);
  const std::uint64_t a = std::uint64_t{length_a} << std::min(exact_a - common, kDecides);
  const std::uint64_t b = std::uint64_t{length_b} << std::min(exact_b - common, kDecides);
  if (a == b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

bool IsExact(Kind kind) {
  return Rank(kind) <= Rank(Kind::kIndex);
}

std::size_t CountWildcards(Tokens tokens) {
  return static_cast<std::size_t>(std::count_if(
      tokens.begin(), tokens.end(), [](const PathToken& token) { return !IsExact(token.kind); }));
}

/// Whether `a` comes first among rules of the same score that fit the same place.
bool MoreSpecific(const pact::RuleEntry& a, const pact::RuleEntry& b) {
  const Tokens x = a.path.tokens();
  const Tokens y = b.path.tokens();
  if (x.size() != y.size()) {
    return CountWildcards(x) < CountWildcards(y);
  }
  for (std::size_t i = x.size(); i-- > 0;) {
    const Kind kind = x[i].kind;
    const Kind other = y[i].kind;
    if (kind != other && !(IsExact(kind) && IsExact(other))) {
      return Rank(kind) < Rank(other);
    }
  }
  return std::less<>()(&a, &b);  // Both stand in the same category, in the contract's order.
}

}  // namespace

bool ActiveRules::HasOwn(pact::Matcher matcher) const {
  return !cascaded && std::any_of(rules.begin(), rules.end(), [matcher](const pact::Rule& rule) {
    return rule.matcher == matcher;
  });
}

ActiveRules AsActiveRules(const pact::RuleList& list) {
  return {list.rules, list.combine, false, nullptr};
}

ActiveRules FindNamedRules(const pact::RuleCategory& category,
                           std::string_view name,
                           bool ignore_case) {
  for (const pact::RuleEntry& entry : category) {
    const bool same = ignore_case ? base::EqualsIgnoreCase(entry.key, name) : entry.key == name;
    if (same && entry.path.empty() && !entry.list.empty()) {
      ActiveRules rules = AsActiveRules(entry.list);
      rules.entry = &entry;
      return rules;
    }
  }
  return {};
}

RuleIndex::RuleIndex(const pact::RuleCategory& category) {
  items_.reserve(category.size());
  plain_names_.reserve(category.size() * 2);  // Spans into it must stay.
  for (const pact::RuleEntry& entry : category) {
    if (entry.list.empty()) {
      continue;
    }
    if (!entry.path.empty()) {
      items_.push_back({entry.path.tokens(), &entry});
      continue;
    }
    plain_names_.push_back({Kind::kRoot, {}, 0});
    plain_names_.push_back({Kind::kField, entry.key, 0});
    items_.push_back({Tokens(plain_names_).last(2), &entry});
  }
  std::stable_sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
    return TokensBefore(a.tokens, b.tokens);
  });
}

RuleWalker::RuleWalker(const RuleIndex& index) : index_(index) {
  constexpr std::size_t kUsualDepth = 32;
  frames_.reserve(kUsualDepth);
  candidates_.reserve(kUsualDepth * 2);
  Frame frame;
  const Candidate all{0, static_cast<std::uint32_t>(index.items_.size()), 0};
  Follow(all, frame, Kind::kRoot, frame.best);
  frames_.push_back(frame);
}

void RuleWalker::EnterField(std::string_view name) {
  Frame frame;
  frame.name = name;
  Enter(frame);
}

void RuleWalker::EnterIndex(std::size_t index) {
  Frame frame;
  frame.is_index = true;
  frame.index = index;
  Enter(frame);
}

void RuleWalker::Leave() {
  candidates_.resize(frames_.back().first_candidate);
  frames_.pop_back();
}

void RuleWalker::ReplaceRules(const ActiveRules& rules) {
  Frame& frame = frames_.back();
  candidates_.resize(frame.first_candidate);
  frame.best.rules = rules;
}

void RuleWalker::Enter(Frame frame) {
  const std::size_t begin = frames_.back().first_candidate;
  const std::size_t end = candidates_.size();
  frame.best = frames_.back().best;
  frame.best.rules.cascaded = true;
  frame.first_candidate = static_cast<std::uint32_t>(end);
  for (std::size_t i = begin; i < end; ++i) {
    const Candidate candidate = candidates_[i];
    if (frame.is_index) {
      Follow(candidate, frame, Kind::kIndex, frame.best);
      Follow(candidate, frame, Kind::kStarIndex, frame.best);
    } else {
      Follow(candidate, frame, Kind::kField, frame.best);
    }
    Follow(candidate, frame, Kind::kStar, frame.best);
  }
  frames_.push_back(frame);
}

/// Narrows a candidate to the rules that go on with a token of that kind.
void RuleWalker::Follow(Candidate candidate, const Frame& frame, Kind kind, Best& best) {
  const std::size_t depth = frames_.size();
  const TokenKey key{kind, frame.name, frame.index};
  const auto* const items = index_.items_.data();
  const auto* const first = std::partition_point(
      items + candidate.begin, items + candidate.end, [&](const RuleIndex::Item& item) {
        return item.tokens.size() <= depth || Compare(item.tokens[depth], key) < 0;
      });
  const auto* const last =
      std::partition_point(first, items + candidate.end, [&](const RuleIndex::Item& item) {
        return Compare(item.tokens[depth], key) == 0;
      });
  if (first == last) {
    return;
  }
  candidate.begin = static_cast<std::uint32_t>(first - items);
  candidate.end = static_cast<std::uint32_t>(last - items);
  candidate.exact += IsExact(kind) ? 1U : 0U;
  candidates_.push_back(candidate);
  Consider(candidate, best);
}

void RuleWalker::Consider(const Candidate& candidate, Best& best) const {
  const RuleIndex::Item& item = index_.items_[candidate.begin];
  const std::size_t length = frames_.size() + 1;
  if (item.tokens.size() != length) {
    return;
  }
  const auto tokens = static_cast<std::uint32_t>(length);
  if (best.length != 0) {
    const int order = CompareScores(candidate.exact, tokens, best.exact, best.length);
    const bool wins = order > 0 || (order == 0 && MoreSpecific(*item.entry, *best.rules.entry));
    if (!wins) {
      return;
    }
  }
  const pact::RuleList& list = item.entry->list;
  best = {{list.rules, list.combine, false, item.entry}, candidate.exact, tokens};
}

std::string RuleWalker::Path() const {
  std::string path = "$";
  for (std::size_t i = 1; i < frames_.size(); ++i) {
    if (frames_[i].is_index) {
      pact::AppendIndex(path, frames_[i].index);
    } else {
      pact::AppendField(path, frames_[i].name);
    }
  }
  return path;
}

}  // namespace accord::match
