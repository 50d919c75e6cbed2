#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "accord/proto/sources.h"

namespace accord::proto {

/// The sources of .proto texts.
std::shared_ptr<const Sources> OpenSourceFiles(std::shared_ptr<const document::SourceSet> set,
                                               const OpenOptions& options);

}  // namespace accord::proto
