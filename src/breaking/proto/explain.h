#pragma once

#include "accord/finding/finding.h"

#include "breaking/proto/context.h"
#include "breaking/proto/reach.h"

namespace accord::breaking {

/// Sets who breaks and in which direction, from the rule's audiences and from where the subject is
/// reachable (audience.cc).
void Explain(const Context& context,
             const Reach& before,
             const Reach& after,
             const Draft& draft,
             finding::Finding& finding);

/// Adds example messages, as far as the wire shows the break and the example proves it
/// (witness.cc).
void AddWitnesses(const Context& context, const Draft& draft, finding::Finding& finding);

}  // namespace accord::breaking
