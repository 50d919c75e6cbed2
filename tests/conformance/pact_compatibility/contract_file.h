#pragma once

#include <string>
#include <vector>

#include "tests/conformance/pact_compatibility/world.h"

namespace accord::compatibility {

/// Where the contract of a consumer test is written.
std::string ContractPath(const World& world);

/// Writes the contract in the version of the feature.
void WriteContract(const World& world, std::vector<pact::Interaction> interactions);

/// The contract as it stands in its file; fails when there is no file or it is of another version.
const pact::Pact& ReadContract(World& world);

}  // namespace accord::compatibility
