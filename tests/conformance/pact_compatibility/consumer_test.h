#pragma once

#include <string_view>

#include "tests/conformance/pact_compatibility/world.h"

namespace accord::compatibility {

/// The interaction that the steps are defining.
pact::Interaction& Current(World& world);

}  // namespace accord::compatibility
