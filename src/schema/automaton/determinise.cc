#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "schema/automaton/automaton.h"

namespace accord::schema {
namespace {

using Kind = Nfa::Kind;
using States = std::vector<std::uint32_t>;

/// What stands behind the current position.
enum class Ahead : std::uint8_t { kEnd, kWord, kOther };

/// Where the search is: steps not yet taken (reading, or a test of what comes next), sorted, and
/// what the tests ask about what is behind.
struct Position {
  States steps;
  bool after_word = false;
  bool at_start = false;
  friend bool operator<(const Position& a, const Position& b) {
    return std::tie(a.after_word, a.at_start, a.steps) <
           std::tie(b.after_word, b.at_start, b.steps);
  }
};

class SubsetBuilder {
 public:
  SubsetBuilder(const Nfa& nfa, Alphabet alphabet, std::size_t max_states);
  std::optional<Automaton> Build();

 private:
  static constexpr std::uint32_t kFound = 0;  ///< The state after a match: all is accepted.

  static bool IsWordTest(Kind kind) {
    return kind == Kind::kWordBoundary || kind == Kind::kNoWordBoundary;
  }
  bool IsTest(std::uint32_t state) const { return nfa_.states[state].kind != Kind::kRead; }
  static bool Holds(Kind test, bool after_word, Ahead ahead);
  /// Adds what `state` leads to without reading; tests stay. False when that is a match.
  bool Reach(std::uint32_t state, bool at_start, States& out);
  /// The steps at `position` with all tests done. False when that is a match.
  bool Resolve(const Position& position, Ahead ahead, States& out);
  /// The state for a position; makes it when it is new.
  std::uint32_t Number(Position position);
  std::uint32_t Add(bool accepting);
  void Expand(std::uint32_t state);
  void ExpandSymbols(std::uint32_t state, Ahead ahead, bool only);
  std::uint32_t After(const States& targets, bool after_word);
  bool Visit(std::uint32_t state) {
    ++work_;
    return std::exchange(visited_[state], visit_) != visit_;
  }

  const Nfa& nfa_;
  std::size_t max_states_;
  std::size_t max_work_;
  std::size_t work_ = 0;
  std::vector<std::vector<std::uint32_t>> classes_;  ///< By step: what it reads.
  std::vector<bool> is_word_;                        ///< By class.
  std::vector<std::uint32_t> visited_;
  std::uint32_t visit_ = 0;
  States restart_;  ///< Where the search begins again at every position but the first.
  std::map<Position, std::uint32_t> numbers_;
  std::vector<const Position*> positions_;  ///< By state.
  Automaton result_;
};

SubsetBuilder::SubsetBuilder(const Nfa& nfa, Alphabet alphabet, std::size_t max_states)
    : nfa_(nfa),
      max_states_(max_states),
      max_work_(2'000'000 + max_states * 500),
      classes_(nfa.states.size()),
      is_word_(alphabet.size(), false),
      visited_(nfa.states.size(), 0) {
  for (std::size_t i = 0; i < nfa.states.size() && work_ < max_work_; ++i) {
    if (nfa.states[i].kind == Kind::kRead) {
      classes_[i] = alphabet.ClassesIn(*nfa.states[i].set);
      work_ += nfa.states[i].set->ranges().size();
    }
  }
  if (nfa.word_boundaries) {
    for (const std::uint32_t symbol : alphabet.ClassesIn(WordCharacters())) {
      is_word_[symbol] = true;
    }
  }
  result_.alphabet = std::move(alphabet);
}

bool SubsetBuilder::Holds(Kind test, bool after_word, Ahead ahead) {
  if (test == Kind::kEnd) {
    return ahead == Ahead::kEnd;
  }
  const bool boundary = after_word != (ahead == Ahead::kWord);
  return boundary == (test == Kind::kWordBoundary);
}

bool SubsetBuilder::Reach(std::uint32_t state, bool at_start, States& out) {
  States pending{state};
  while (!pending.empty()) {
    const std::uint32_t at = pending.back();
    pending.pop_back();
    if (!Visit(at)) {
      continue;
    }
    const Nfa::State& step = nfa_.states[at];
    if (step.kind == Kind::kMatch) {
      return false;
    }
    if (step.kind == Kind::kFork) {
      pending.push_back(step.other);
      pending.push_back(step.next);
    } else if (step.kind != Kind::kStart) {
      out.push_back(at);
    } else if (at_start) {
      pending.push_back(step.next);
    }
  }
  return true;
}

bool SubsetBuilder::Resolve(const Position& position, Ahead ahead, States& out) {
  ++visit_;
  States pending = position.steps;
  for (const std::uint32_t state : pending) {
    Visit(state);
  }
  while (!pending.empty()) {
    const std::uint32_t at = pending.back();
    pending.pop_back();
    const Nfa::State& step = nfa_.states[at];
    if (!IsTest(at)) {
      out.push_back(at);
    } else if (Holds(step.kind, position.after_word, ahead) &&
               !Reach(step.next, position.at_start, pending)) {
      return false;
    }
  }
  return true;
}

std::uint32_t SubsetBuilder::Add(bool accepting) {
  const std::uint32_t state = result_.states();
  result_.accepting.push_back(accepting);
  result_.next.resize(result_.next.size() + result_.alphabet.size(), kFound);
  work_ += result_.alphabet.size();
  return state;
}

std::uint32_t SubsetBuilder::Number(Position position) {
  const bool tests = std::any_of(position.steps.begin(),
                                 position.steps.end(),
                                 [this](std::uint32_t step) { return IsTest(step); });
  position.after_word = position.after_word && tests && nfa_.word_boundaries;
  position.at_start = position.at_start && tests;
  std::sort(position.steps.begin(), position.steps.end());
  const auto [entry, is_new] = numbers_.try_emplace(std::move(position), result_.states());
  if (is_new) {
    States unused;
    Add(!Resolve(entry->first, Ahead::kEnd, unused));
    positions_.push_back(&entry->first);
  }
  return entry->second;
}

std::uint32_t SubsetBuilder::After(const States& targets, bool after_word) {
  Position position{restart_, after_word, false};
  ++visit_;
  for (const std::uint32_t step : restart_) {
    Visit(step);
  }
  for (const std::uint32_t target : targets) {
    if (!Reach(target, false, position.steps)) {
      return kFound;
    }
  }
  return Number(std::move(position));
}

void SubsetBuilder::ExpandSymbols(std::uint32_t state, Ahead ahead, bool only) {
  const auto concerns = [&](std::uint32_t symbol) {
    return !only || is_word_[symbol] == (ahead == Ahead::kWord);
  };
  const std::uint32_t count = result_.alphabet.size();
  States steps;
  if (!Resolve(*positions_[state], ahead, steps)) {
    return;  // All classes lead to kFound already.
  }
  std::vector<States> targets(count);
  for (const std::uint32_t step : steps) {
    for (const std::uint32_t symbol : classes_[step]) {
      targets[symbol].push_back(nfa_.states[step].next);
      ++work_;
    }
  }
  std::map<std::pair<States, bool>, std::uint32_t> known;
  for (std::uint32_t symbol = 0; symbol < count && work_ <= max_work_; ++symbol) {
    if (!concerns(symbol)) {
      continue;
    }
    std::sort(targets[symbol].begin(), targets[symbol].end());
    const auto [entry, is_new] = known.try_emplace({targets[symbol], is_word_[symbol]}, 0);
    if (is_new) {
      entry->second = After(targets[symbol], is_word_[symbol]);
    }
    result_.next[std::size_t{state} * count + symbol] = entry->second;
  }
}

void SubsetBuilder::Expand(std::uint32_t state) {
  const States& steps = positions_[state]->steps;
  const bool word_tests = std::any_of(steps.begin(), steps.end(), [&](std::uint32_t step) {
    return IsWordTest(nfa_.states[step].kind);
  });
  if (word_tests) {
    ExpandSymbols(state, Ahead::kWord, true);
  }
  ExpandSymbols(state, Ahead::kOther, word_tests);
}

std::optional<Automaton> SubsetBuilder::Build() {
  Add(true);
  positions_.push_back(nullptr);
  ++visit_;
  Reach(nfa_.first, false, restart_);
  Position begin{{}, false, true};
  ++visit_;
  if (!Reach(nfa_.first, true, begin.steps)) {
    result_.start = kFound;
    return std::move(result_);
  }
  result_.start = Number(std::move(begin));
  for (std::uint32_t state = 1; state < result_.states(); ++state) {
    if (result_.states() > max_states_ || work_ > max_work_) {
      return std::nullopt;
    }
    Expand(state);
  }
  if (work_ > max_work_) {
    return std::nullopt;
  }
  return std::move(result_);
}

std::optional<Alphabet> AlphabetOf(const Nfa& nfa) {
  std::vector<const CodePoints*> sets;
  for (const Nfa::State& state : nfa.states) {
    if (state.kind == Kind::kRead) {
      sets.push_back(state.set);
    }
  }
  if (nfa.word_boundaries) {
    sets.push_back(&WordCharacters());
  }
  const auto less = [](const CodePoints* a, const CodePoints* b) { return *a < *b; };
  const auto same = [](const CodePoints* a, const CodePoints* b) { return *a == *b; };
  std::sort(sets.begin(), sets.end(), less);
  sets.erase(std::unique(sets.begin(), sets.end(), same), sets.end());
  return Alphabet::Of(sets);
}

}  // namespace

std::optional<Automaton> Determinise(const Nfa& nfa, std::size_t max_states) {
  std::optional<Alphabet> alphabet = AlphabetOf(nfa);
  if (!alphabet) {
    return std::nullopt;
  }
  return SubsetBuilder(nfa, std::move(*alphabet), max_states).Build();
}

}  // namespace accord::schema
