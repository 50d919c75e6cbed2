#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "schema/automaton/automaton.h"

namespace accord::schema {

/// An automaton that reads UTF-8, one table look-up for each byte.
class ByteAutomaton {
 public:
  static std::optional<ByteAutomaton> Make(const Automaton& automaton, std::size_t max_states);

  /// For bytes that are not UTF-8 it is either.
  bool Accepts(std::string_view text) const {
    std::uint32_t state = start_;
    for (const char byte : text) {
      state = next_[state + columns_[static_cast<std::uint8_t>(byte)]];
      if (state < undecided_) {
        return state != 0;
      }
    }
    return next_[state + accepting_column_] != 0;
  }

  /// All texts, or none.
  std::optional<bool> constant() const {
    return start_ < undecided_ ? std::optional(start_ != 0) : std::nullopt;
  }

 private:
  ByteAutomaton() = default;
  friend class ByteAutomatonBuilder;

  // States are offsets in `next_`: 0 accepts nothing, the next one everything.
  std::vector<std::uint32_t> next_;
  std::array<std::uint8_t, 256> columns_{};
  std::uint32_t accepting_column_ = 0;
  std::uint32_t undecided_ = 0;
  std::uint32_t start_ = 0;
};

}  // namespace accord::schema
