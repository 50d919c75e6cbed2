#pragma once

#include <string_view>

#include "accord/pact/body.h"
#include "accord/pact/matching_rules.h"

namespace accord::conform {

/// Whether a contract's body has something at a path such as `$.items[*].id` (`*`: any member or
/// item), or a rule about it or what is inside of it. `$` is any body that is there.
bool UsesField(const pact::Body& body, const pact::RuleCategory& rules, std::string_view path);

/// Whether a body has what is around a path, but somewhere nothing at it: who demands it there
/// breaks whoever wrote this.
bool LacksField(const pact::Body& body, std::string_view path);

}  // namespace accord::conform
