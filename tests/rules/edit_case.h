#pragma once

#include <string>

#include "accord/breaking/openapi.h"

#include "breaking/openapi/schema_rules.h"

namespace accord::breaking::api::test {

/// Two OpenAPI documents with the edit of a rule between them, at its place.
struct EditCase {
  std::string before;
  std::string after;
  std::string reworded;  ///< `after` with other documentation: no edit at all.
  OpenApiOptions options;
};

/// Made from the example of the rule.
EditCase CaseOf(const EditRule& rule);

}  // namespace accord::breaking::api::test
