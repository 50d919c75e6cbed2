#pragma once

#include <string_view>
#include <vector>

#include "accord/document/document.h"

namespace accord::document {

/// Checks a node against one of accord's own formats: a schema of `schemas/`, named by its file
/// name without `.schema.json` (`config`, `report`, `pact-v4` …), or by one of its definitions
/// (`pact-v4#/definitions/interaction`). Each complaint is a finding with the place of the
/// offending value. An unknown name is a bug.
std::vector<finding::Finding> CheckFormat(std::string_view format,
                                          const Document& document,
                                          const Node& node);

/// The text of an embedded schema; empty when there is none of that name.
std::string_view FormatSchema(std::string_view format);

}  // namespace accord::document
