#pragma once

#include <optional>
#include <string_view>

#include "schema/pattern/code_points.h"

namespace accord::schema {

/// The code points of a Unicode property as ECMA-262 names it between the braces of `\p{…}`:
/// `Letter`, `Lu`, `General_Category=Nd`, `Script=Greek`, `scx=Grek`, `Alphabetic`. nullopt for
/// names it does not know (they are case-sensitive). Made once for each property and kept.
std::optional<CodePoints> FindProperty(std::string_view name);

}  // namespace accord::schema
