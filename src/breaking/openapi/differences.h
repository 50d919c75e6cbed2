#pragma once

#include "breaking/openapi/context.h"

namespace accord::breaking::api {

/// All that two versions of an API differ in, as far as the profile has a name for it. With
/// `merge_parameters` those of a path count as those of each operation; profile strict always does
/// so.
Differences CompareDescriptions(const openapi::Description& before,
                                const openapi::Description& after,
                                const OpenApiOptions& options,
                                bool merge_parameters = false);

/// What is wrong with `info.version` when something else breaks; at most one change.
std::vector<Change> VersionChanges(const openapi::Description& before,
                                   const openapi::Description& after);

}  // namespace accord::breaking::api
