#pragma once

#include <optional>

#include "accord/document/source_set.h"
#include "accord/proto/workspace.h"

namespace accord::proto {

/// The modules that buf.work.yaml or buf.yaml at the set's root, or right below it, describe;
/// nullopt when there is none. Each thing that cannot be understood is a finding and left out.
std::optional<Workspace> ReadBufConfig(const document::SourceSet& sources);

}  // namespace accord::proto
