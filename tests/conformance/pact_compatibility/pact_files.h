#pragma once

#include <string>
#include <vector>

#include "accord/document/document.h"
#include "accord/pact/pact.h"

namespace accord::compatibility {

pact::Pact MakePact(std::string consumer,
                    std::vector<pact::Interaction> interactions,
                    pact::SpecVersion version);

/// Reads a contract; a finding of severity error fails.
pact::Pact ReadPact(std::string name, std::string text);

/// The contract as it comes back from its own text.
pact::Pact RoundTrip(const pact::Pact& pact);

}  // namespace accord::compatibility
