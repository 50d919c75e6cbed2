#include "schema/automaton/automaton.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace accord::schema {
namespace {

/// Intersections of states found so far.
class ProductBuilder {
 public:
  ProductBuilder(const Automaton& a, const Automaton& b, std::size_t max_states)
      : a_(a), b_(b), max_states_(max_states) {}

  std::optional<Automaton> Build() {
    result_.alphabet = Alphabet::Merge(a_.alphabet, b_.alphabet, origins_);
    result_.start = Number(a_.start, b_.start);
    std::size_t done = 0;
    while (done < pairs_.size()) {
      if (pairs_.size() > max_states_) {
        return std::nullopt;
      }
      const auto [a, b] = pairs_[done++];
      for (const auto& [symbol_a, symbol_b] : origins_) {
        result_.next.push_back(Number(a_.Next(a, symbol_a), b_.Next(b, symbol_b)));
      }
    }
    return std::move(result_);
  }

 private:
  static bool IsDead(const Automaton& automaton, std::uint32_t state) {
    return !automaton.accepting[state] && automaton.IsFinal(state);
  }

  std::uint32_t Number(std::uint32_t a, std::uint32_t b) {
    const std::uint64_t key = (std::uint64_t{a} << 32U) | b;
    const auto [entry, is_new] = numbers_.try_emplace(key, 0);
    if (!is_new) {
      return entry->second;
    }
    const bool dead = IsDead(a_, a) || IsDead(b_, b);
    if (dead && dead_ != kNever) {
      return entry->second = dead_;
    }
    const auto number = static_cast<std::uint32_t>(pairs_.size());
    pairs_.emplace_back(a, b);
    result_.accepting.push_back(!dead && a_.accepting[a] && b_.accepting[b]);
    dead_ = dead ? number : dead_;
    return entry->second = number;
  }

  const Automaton& a_;
  const Automaton& b_;
  std::size_t max_states_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> origins_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::uint32_t dead_ = kNever;
  Automaton result_;
};

}  // namespace

bool Automaton::IsFinal(std::uint32_t state) const {
  for (std::uint32_t symbol = 0; symbol < alphabet.size(); ++symbol) {
    if (Next(state, symbol) != state) {
      return false;
    }
  }
  return true;
}

std::optional<Automaton> Intersect(const Automaton& a, const Automaton& b, std::size_t max_states) {
  return ProductBuilder(a, b, max_states).Build();
}

std::vector<std::uint32_t> Distances(const Automaton& automaton) {
  std::vector<std::vector<std::uint32_t>> before(automaton.states());
  const std::uint32_t symbols = automaton.alphabet.size();
  for (std::uint32_t state = 0; state < automaton.states(); ++state) {
    for (std::uint32_t symbol = 0; symbol < symbols; ++symbol) {
      std::vector<std::uint32_t>& list = before[automaton.Next(state, symbol)];
      if (list.empty() || list.back() != state) {
        list.push_back(state);
      }
    }
  }
  std::vector<std::uint32_t> distances(automaton.states(), kNever);
  std::vector<std::uint32_t> queue;
  for (std::uint32_t state = 0; state < automaton.states(); ++state) {
    if (automaton.accepting[state]) {
      distances[state] = 0;
      queue.push_back(state);
    }
  }
  for (std::size_t i = 0; i < queue.size(); ++i) {
    for (const std::uint32_t state : before[queue[i]]) {
      if (distances[state] == kNever) {
        distances[state] = distances[queue[i]] + 1;
        queue.push_back(state);
      }
    }
  }
  return distances;
}

}  // namespace accord::schema
