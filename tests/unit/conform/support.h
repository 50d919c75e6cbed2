#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/conform/check.h"

namespace accord::conform::test {

/// Parses a text of JSON or YAML; its name is `name`.
document::DocumentPtr Parsed(const std::string& name, std::string text);

/// A description of OpenAPI 3.0 with one path item at `/o`.
std::string Api(const std::string& path_item, const std::string& rest = "");
/// One whose GET answers 200 with a body of a schema.
std::string Answers(const std::string& schema, const std::string& version = "3.0.3");

/// A contract of version 3 with one interaction: GET /o unless the members say otherwise.
std::string Pact(const std::string& request_members, const std::string& response_members);
/// The consumer expects a body, with rules for it (members of `body`).
std::string Expects(const std::string& body, const std::string& rules = "");

std::vector<finding::Check> CheckAll(const std::vector<std::string>& specifications,
                                     const std::string& pact);
/// `rule path` of each finding, or the outcome and notes when there are none.
std::vector<std::string> Findings(const std::string& specification, const std::string& pact);

}  // namespace accord::conform::test
