#pragma once

#include "breaking/proto/context.h"

namespace accord::breaking {

/// Runs every check on every pair of elements.
void Walk(Context& context);

}  // namespace accord::breaking
