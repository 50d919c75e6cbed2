#pragma once

#include "accord/base/result.h"
#include "accord/pact/pact.h"

namespace accord::pact {

/// Both contracts in one. Another consumer or provider is an error. v4: same key, or same
/// description, states and kind: `update` replaces. Below v4: same description and states (with
/// their parameters) and another content is an error that shows the difference; identical is a
/// no-op.
base::Result<Pact> Merge(const Pact& existing, const Pact& update);

}  // namespace accord::pact
