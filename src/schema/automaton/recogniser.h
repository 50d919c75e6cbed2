#pragma once

#include <cstddef>
#include <optional>

#include "schema/automaton/automaton.h"
#include "schema/pattern/ast.h"

namespace accord::schema {

/// The smallest automaton for the texts in which `root` is found. Look-around is resolved where its
/// place is a fixed number of code points from the start or the end (`^(?!x)`, `(?<!-)$`), where it
/// only says what surrounds a match, and in `^(?:(?!x).)*$`. nullopt when it is elsewhere, when
/// there are back-references, or when more than `max_states` would be needed.
std::optional<Automaton> Recognise(const Regexp& root, std::size_t max_states);

}  // namespace accord::schema
