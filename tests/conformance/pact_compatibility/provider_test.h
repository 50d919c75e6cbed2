#pragma once

#include "tests/conformance/pact_compatibility/gherkin.h"
#include "tests/conformance/pact_compatibility/world.h"

namespace accord::compatibility {

/// A table with the columns `comment` and `type` (`text` or another name) as contract comments.
document::Value ParseComments(const Step& step);

}  // namespace accord::compatibility
