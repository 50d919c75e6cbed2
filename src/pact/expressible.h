#pragma once

#include "accord/base/result.h"
#include "accord/pact/pact.h"

namespace accord::pact {

/// An error that names the first thing in the contract that `version` has no words for.
base::Result<void> CheckExpressible(const Pact& pact, SpecVersion version);

}  // namespace accord::pact
