#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "accord/base/result.h"

namespace accord::proto {

/// A call that a consumer recorded, with the definitions it was made by.
struct RecordedCall {
  std::string_view descriptors;       ///< A serialized google.protobuf.FileDescriptorSet.
  std::string_view method;            ///< `Orders/Get`, `acme.Orders/Get` or `.acme.Orders/Get`.
  std::vector<std::string> requests;  ///< Messages in the binary format.
  std::vector<std::string> responses;
};

/// Full names of what a call uses: the service, the rpc, and in its payloads the messages, the
/// fields that are set and the enum values that they hold. An error when the definitions, the
/// method or a payload cannot be read.
base::Result<std::set<std::string>> UsedElements(const RecordedCall& call);

}  // namespace accord::proto
