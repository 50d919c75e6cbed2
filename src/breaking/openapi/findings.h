#pragma once

#include <vector>

#include "accord/breaking/openapi.h"
#include "accord/finding/finding.h"
#include "accord/openapi/description.h"

#include "breaking/openapi/change.h"

namespace accord::breaking::api {

/// The finding of a change, of that severity.
finding::Finding ToFinding(const Change& change, finding::Severity severity);
/// What a finding is about: `GET /orders/{id} response 200 (application/json) $.total`.
std::string ElementOf(const Change& change);

/// All that is to be said about two versions of an API.
std::vector<finding::Finding> FindingsBetween(const openapi::Description& before,
                                              const openapi::Description& after,
                                              const OpenApiOptions& options);

}  // namespace accord::breaking::api
