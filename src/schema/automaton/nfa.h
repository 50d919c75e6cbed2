#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "schema/pattern/ast.h"

namespace accord::schema {

/// A regular expression as a graph of steps, without look-around and back-references.
struct Nfa {
  enum class Kind : std::uint8_t {
    kRead,   ///< Reads a code point of `set`, goes to `next`.
    kFork,   ///< To `next` or `other`.
    kStart,  ///< To `next` at the start of the text.
    kEnd,
    kWordBoundary,
    kNoWordBoundary,
    kMatch,
  };
  struct State {
    Kind kind = Kind::kMatch;
    std::uint32_t next = 0;
    std::uint32_t other = 0;
    const CodePoints* set = nullptr;  ///< Belongs to the expression.
  };
  std::vector<State> states;
  std::uint32_t first = 0;
  bool word_boundaries = false;
};

/// nullopt when it needs more than `max_states`, or is not made of the simple parts only.
std::optional<Nfa> MakeNfa(const Regexp& root, std::size_t max_states);

}  // namespace accord::schema
