#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "schema/automaton/alphabet.h"
#include "schema/automaton/nfa.h"

namespace accord::schema {

/// A complete deterministic automaton over code points.
struct Automaton {
  Alphabet alphabet;
  std::uint32_t start = 0;
  std::vector<std::uint32_t> next;  ///< By state, then by class.
  std::vector<bool> accepting;      ///< By state.

  std::uint32_t states() const { return static_cast<std::uint32_t>(accepting.size()); }
  std::uint32_t Next(std::uint32_t state, std::uint32_t symbol) const {
    return next[std::size_t{state} * alphabet.size() + symbol];
  }
  /// All transitions lead back.
  bool IsFinal(std::uint32_t state) const;

  friend bool operator==(const Automaton&, const Automaton&) = default;
};

/// The texts in which the expression is found. nullopt when that takes more than `max_states`, or
/// work out of proportion to it.
std::optional<Automaton> Determinise(const Nfa& nfa, std::size_t max_states);

/// The smallest automaton for the same texts; two of the same language become equal.
Automaton Minimise(const Automaton& automaton);

/// Texts that both accept; not minimal. nullopt when it takes more than `max_states`.
std::optional<Automaton> Intersect(const Automaton& a, const Automaton& b, std::size_t max_states);

/// Steps to the nearest accepting state, by state; kNever when there is none.
std::vector<std::uint32_t> Distances(const Automaton& automaton);
inline constexpr std::uint32_t kNever = 0xFFFFFFFF;

}  // namespace accord::schema
