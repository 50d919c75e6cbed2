#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accord/document/value.h"
#include "accord/pact/generators.h"

#include "match/generate/generate_value.h"

namespace accord::match {

using StateValues = std::vector<std::pair<std::string, document::Value>>;

/// Resolves `${name}` inside text, or a bare name, and converts the value to the generator's data
/// type. An expression that is one `${name}` keeps the type of its value.
std::optional<Generated> FromProviderState(const pact::Generator& generator,
                                           const StateValues& values,
                                           std::string& problem);

}  // namespace accord::match
