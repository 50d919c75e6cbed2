#pragma once

#include <string>
#include <string_view>

#include "accord/pact/pact.h"

namespace accord::verify {

/// A v4 contract "web" → "orders" with these interactions (JSON objects, comma separated); fails
/// the test when it has errors.
pact::Pact ContractOf(std::string_view interactions);

/// One HTTP interaction: GET `path` → 200 with a JSON body; `more` adds members ("key": value,).
std::string Interaction(std::string_view description,
                        std::string_view path,
                        std::string_view body,
                        std::string_view more = "");

pact::Response JsonResponse(std::string body, int status = 200);

}  // namespace accord::verify
