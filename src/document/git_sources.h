#pragma once

#include <memory>
#include <string>

#include "accord/base/result.h"
#include "accord/document/source_set.h"

namespace accord::document {

/// `git:REF[:PATH]`.
base::Result<std::shared_ptr<const SourceSet>> OpenGitSources(const std::string& argument,
                                                              const SourceOptions& options);

}  // namespace accord::document
