#pragma once

#include <vector>

#include <google/protobuf/descriptor.h>

#include "accord/finding/finding.h"

#include "proto/locations.h"

namespace accord::proto {

/// Features on elements that cannot have them, in an editions file that was built. False when there
/// are any.
bool CheckFeatures(const google::protobuf::FileDescriptor& file,
                   Locations& locations,
                   std::vector<finding::Finding>& findings);

}  // namespace accord::proto
