#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accord/document/source_set.h"
#include "accord/proto/workspace.h"

namespace accord::proto {

/// One module for each root; the set's root when there is none.
Workspace WorkspaceOf(const std::vector<std::string>& roots);

/// The workspace that `roots` or a configuration of buf tells; nullopt when the roots must be
/// found.
std::optional<Workspace> ConfiguredWorkspace(const document::SourceSet& sources,
                                             const std::vector<std::string>& roots);

}  // namespace accord::proto
