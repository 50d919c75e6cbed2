#include <algorithm>
#include <map>
#include <utility>

#include "schema/automaton/automaton.h"

namespace accord::schema {
namespace {

/// The states that lead to a state, by class.
class Sources {
 public:
  explicit Sources(const Automaton& automaton)
      : states_(automaton.states()),
        begin_(std::size_t{states_} * automaton.alphabet.size() + 1, 0),
        sources_(automaton.next.size()) {
    const std::uint32_t symbols = automaton.alphabet.size();
    for (std::size_t i = 0; i < automaton.next.size(); ++i) {
      ++begin_[Index(automaton.next[i], static_cast<std::uint32_t>(i % symbols)) + 1];
    }
    for (std::size_t i = 1; i < begin_.size(); ++i) {
      begin_[i] += begin_[i - 1];
    }
    std::vector<std::size_t> at(begin_.begin(), begin_.end() - 1);
    for (std::size_t i = 0; i < automaton.next.size(); ++i) {
      const std::size_t index = Index(automaton.next[i], static_cast<std::uint32_t>(i % symbols));
      sources_[at[index]++] = static_cast<std::uint32_t>(i / symbols);
    }
  }

  template <typename Take>
  void ForEach(std::uint32_t state, std::uint32_t symbol, const Take& take) const {
    const std::size_t index = Index(state, symbol);
    for (std::size_t i = begin_[index]; i < begin_[index + 1]; ++i) {
      take(sources_[i]);
    }
  }

 private:
  std::size_t Index(std::uint32_t state, std::uint32_t symbol) const {
    return std::size_t{symbol} * states_ + state;
  }

  std::uint32_t states_;
  std::vector<std::size_t> begin_;
  std::vector<std::uint32_t> sources_;
};

/// Hopcroft's refinement of {accepting, others} to the classes of equivalent states.
class Partition {
 public:
  explicit Partition(const Automaton& automaton);
  void Refine();
  std::uint32_t BlockOf(std::uint32_t state) const { return block_of_[state]; }

 private:
  struct Block {
    std::size_t first = 0;
    std::size_t end = 0;
    std::size_t marked = 0;  ///< At the front of the block.
  };

  void Mark(std::uint32_t state);
  void SplitTouched();
  /// Parts the states that lead to `targets` from those that do not.
  void SplitBy(const std::vector<std::uint32_t>& targets, std::uint32_t symbol);

  const Automaton& automaton_;
  Sources sources_;
  std::vector<std::uint32_t> order_;  ///< States, block by block.
  std::vector<std::size_t> place_;    ///< By state: where in `order_`.
  std::vector<std::uint32_t> block_of_;
  std::vector<Block> blocks_;
  std::vector<std::uint32_t> waiting_;
  std::vector<std::uint32_t> touched_;
};

Partition::Partition(const Automaton& automaton)
    : automaton_(automaton),
      sources_(automaton),
      place_(automaton.states()),
      block_of_(automaton.states(), 0) {
  for (const bool accepting : {false, true}) {
    const std::size_t first = order_.size();
    for (std::uint32_t state = 0; state < automaton.states(); ++state) {
      if (automaton.accepting[state] == accepting) {
        block_of_[state] = static_cast<std::uint32_t>(blocks_.size());
        place_[state] = order_.size();
        order_.push_back(state);
      }
    }
    if (order_.size() > first) {
      blocks_.push_back({first, order_.size()});
      waiting_.push_back(static_cast<std::uint32_t>(blocks_.size() - 1));
    }
  }
}

void Partition::Mark(std::uint32_t state) {
  Block& block = blocks_[block_of_[state]];
  const std::size_t to = block.first + block.marked;
  if (place_[state] < to) {
    return;
  }
  if (block.marked++ == 0) {
    touched_.push_back(block_of_[state]);
  }
  const std::uint32_t other = order_[to];
  std::swap(order_[to], order_[place_[state]]);
  place_[other] = place_[state];
  place_[state] = to;
}

void Partition::SplitTouched() {
  for (const std::uint32_t index : touched_) {
    Block& block = blocks_[index];
    const std::size_t marked = std::exchange(block.marked, 0);
    if (marked == block.end - block.first) {
      continue;
    }
    // The smaller part becomes the new block.
    Block fresh{block.first, block.first + marked};
    if (marked * 2 > block.end - block.first) {
      fresh = {block.first + marked, block.end};
      block.end = fresh.first;
    } else {
      block.first = fresh.end;
    }
    const auto number = static_cast<std::uint32_t>(blocks_.size());
    for (std::size_t i = fresh.first; i < fresh.end; ++i) {
      block_of_[order_[i]] = number;
    }
    blocks_.push_back(fresh);
    waiting_.push_back(number);
  }
  touched_.clear();
}

void Partition::SplitBy(const std::vector<std::uint32_t>& targets, std::uint32_t symbol) {
  for (const std::uint32_t target : targets) {
    sources_.ForEach(target, symbol, [this](std::uint32_t source) { Mark(source); });
  }
  SplitTouched();
}

void Partition::Refine() {
  std::vector<std::uint32_t> splitter;
  while (!waiting_.empty()) {
    const std::uint32_t index = waiting_.back();
    waiting_.pop_back();
    const Block& block = blocks_[index];
    splitter.assign(order_.begin() + static_cast<std::ptrdiff_t>(block.first),
                    order_.begin() + static_cast<std::ptrdiff_t>(block.end));
    for (std::uint32_t symbol = 0; symbol < automaton_.alphabet.size(); ++symbol) {
      SplitBy(splitter, symbol);
    }
  }
}

/// Classes that lead to the same states everywhere become one.
Automaton JoinClasses(const Automaton& automaton) {
  const std::uint32_t symbols = automaton.alphabet.size();
  std::map<std::vector<std::uint32_t>, std::uint32_t> columns;
  std::vector<std::uint32_t> names(symbols);
  std::vector<std::uint32_t> kept;
  for (std::uint32_t symbol = 0; symbol < symbols; ++symbol) {
    std::vector<std::uint32_t> column;
    for (std::uint32_t state = 0; state < automaton.states(); ++state) {
      column.push_back(automaton.Next(state, symbol));
    }
    const auto [entry, is_new] =
        columns.try_emplace(std::move(column), static_cast<std::uint32_t>(kept.size()));
    if (is_new) {
      kept.push_back(symbol);
    }
    names[symbol] = entry->second;
  }
  const auto count = static_cast<std::uint32_t>(kept.size());
  Automaton result{
      automaton.alphabet.Renamed(names, count), automaton.start, {}, automaton.accepting};
  for (std::uint32_t state = 0; state < automaton.states(); ++state) {
    for (const std::uint32_t symbol : kept) {
      result.next.push_back(automaton.Next(state, symbol));
    }
  }
  return result;
}

/// One state for each block that can be reached, in the order of a breadth-first walk.
Automaton Quotient(const Automaton& automaton, const Partition& partition) {
  Automaton result{automaton.alphabet, 0, {}, {}};
  std::vector<std::uint32_t> numbers(automaton.states(), kNever);
  std::vector<std::uint32_t> found;
  const auto number = [&](std::uint32_t state) {
    std::uint32_t& entry = numbers[partition.BlockOf(state)];
    if (entry == kNever) {
      entry = static_cast<std::uint32_t>(found.size());
      found.push_back(state);
      result.accepting.push_back(automaton.accepting[state]);
    }
    return entry;
  };
  number(automaton.start);
  std::size_t done = 0;
  while (done < found.size()) {
    const std::uint32_t state = found[done++];
    for (std::uint32_t symbol = 0; symbol < automaton.alphabet.size(); ++symbol) {
      result.next.push_back(number(automaton.Next(state, symbol)));
    }
  }
  return result;
}

}  // namespace

Automaton Minimise(const Automaton& automaton) {
  Partition partition(automaton);
  partition.Refine();
  // Joined classes are named by their first code point, so the walk's order is the same for all
  // automata of one language.
  return JoinClasses(Quotient(automaton, partition));
}

}  // namespace accord::schema
