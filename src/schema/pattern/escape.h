#pragma once

#include <optional>

#include "schema/pattern/code_points.h"
#include "schema/pattern/reader.h"

namespace accord::schema {

/// What an escape or a plain character stands for: one code point (possibly a surrogate, which
/// fits nothing) or a set.
struct Atom {
  std::uint32_t code_point = 0;
  std::optional<CodePoints> set;

  CodePoints ToSet() const { return set ? *set : CodePoints::One(code_point); }
};

/// Reads an escape behind its backslash; assertions and back-references are not among them.
/// nullopt and a fault when there is none.
std::optional<Atom> ReadEscape(PatternReader& reader, bool in_class);

/// Reads a class behind its `[`, with the `]`.
std::optional<CodePoints> ReadClass(PatternReader& reader);

/// Reads `name>` of a named group or reference, behind the `<`.
std::optional<std::string> ReadGroupName(PatternReader& reader);

}  // namespace accord::schema
