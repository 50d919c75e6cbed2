#pragma once

#include <memory>
#include <string>

#include "accord/base/result.h"
#include "accord/document/source_set.h"

namespace accord::document {

/// A folder, file or glob of the file system.
base::Result<std::shared_ptr<const SourceSet>> OpenFolderSources(const std::string& argument,
                                                                 const SourceOptions& options);

}  // namespace accord::document
