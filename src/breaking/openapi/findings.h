#pragma once

#include <vector>

#include "accord/finding/finding.h"

#include "breaking/openapi/change.h"

namespace accord::breaking {

/// The finding of a change, of that severity.
finding::Finding ToFinding(const Change& change, finding::Severity severity);
/// What a finding is about: `GET /orders/{id} response 200 (application/json) $.total`.
std::string ElementOf(const Change& change);

/// One finding for each change, with the severity of its rule.
std::vector<finding::Finding> FindingsOfEach(const std::vector<Change>& changes);
/// The same change of a schema is one finding, however many operations use it; the others are
/// named in it.
std::vector<finding::Finding> FindingsOfAll(const std::vector<Change>& changes);

}  // namespace accord::breaking
