#pragma once

#include <memory>
#include <string>
#include <vector>

#include "accord/document/document.h"
#include "accord/finding/finding.h"
#include "accord/proto/sources.h"

namespace accord::proto {

/// Messages as JSON Schemas (2020-12) of what they are in JSON by protobuf's mapping, as writers
/// make it: nothing is null, enum values have their names, 64-bit integers are texts. Fields have
/// their JSON name or that of the .proto file.
struct JsonSchemas {
  /// `{"$defs": {"acme.v1.Order": …}}`: every message of the files and of what they import.
  document::DocumentPtr schemas;
  std::vector<std::string> messages;  ///< Those of the files themselves, outermost ones only.
};

/// What does not compile is left out and said in `findings`.
JsonSchemas MakeJsonSchemas(const std::shared_ptr<const Sources>& sources,
                            std::vector<finding::Finding>& findings);

}  // namespace accord::proto
