#pragma once

#include "accord/finding/finding.h"

#include "breaking/proto/context.h"
#include "breaking/proto/reach.h"

namespace accord::breaking {

/// Sets who breaks and in which direction, from the rule's audiences and from where the subject is
/// reachable; says how it is reached, and what to do when nobody said it yet (audience.cc).
void Explain(const Context& context,
             const Reach& before,
             const Reach& after,
             const Draft& draft,
             finding::Finding& finding);

}  // namespace accord::breaking
