#pragma once

#include <string>
#include <vector>

#include "accord/base/result.h"
#include "accord/conform/check.h"

namespace accord::cli {

/// What the documents that were named describe, and what is wrong with them.
struct Specifications {
  conform::Specification described;
  std::vector<finding::Finding> findings;
  std::size_t unusable = 0;
};

/// Reads a file, URL, `git:REF:PATH` or `-` each. References lead to their neighbours; to what is
/// named by URL only with `allow_fetch`. `message`: the protobuf message that messages are which
/// name none; may be empty.
base::Result<Specifications> OpenSpecifications(const std::vector<std::string>& names,
                                                const std::string& message,
                                                bool allow_fetch);

}  // namespace accord::cli
