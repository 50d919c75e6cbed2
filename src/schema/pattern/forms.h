#pragma once

#include <string_view>

#include "accord/schema/pattern.h"

#include "schema/pattern/parser.h"

namespace accord::schema {

// Ways to match a pattern, cheapest first. Each gives nullptr for patterns that are not of its
// form.

/// `foo`, `^foo`, `foo$`, `^foo$`, also without any text: comparisons only.
PatternPtr MakeLiteral(const ParsedPattern& pattern, std::string_view source);

/// `^[a-z]{1,64}$`, `^[A-Z]{2}-[0-9]+`: classes in turn, where each code point can belong to one of
/// them only.
PatternPtr MakeRuns(const ParsedPattern& pattern, std::string_view source);

/// Whatever a small automaton can do.
PatternPtr MakeAutomatonPattern(const ParsedPattern& pattern, std::string_view source);

/// The rest, by backtracking within limits. The error says what PCRE2 cannot do.
base::Result<PatternPtr> MakeBacktracking(ParsedPattern pattern, std::string_view source);

}  // namespace accord::schema
