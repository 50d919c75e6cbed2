#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/automaton/automaton.h"

namespace accord::schema {

/// A shortest accepted text, easy to read if there is a choice; nullopt when there is none.
std::optional<std::string> ShortestAccepted(const Automaton& automaton);

/// Up to `count` texts that the automaton accepts, shorter ones first, of equal length those first
/// that people read easily. Gives up looking at texts that are thousands of code points longer than
/// the shortest.
std::vector<std::string> AcceptedTexts(const Automaton& automaton, std::size_t count);

/// Length of the longest accepted text; nullopt when there is none or no bound.
std::optional<std::uint64_t> LongestAccepted(const Automaton& automaton);

/// Some accepted text is longer than any number.
bool AcceptsLongTexts(const Automaton& automaton);

}  // namespace accord::schema
