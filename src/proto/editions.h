#pragma once

#include <string_view>
#include <vector>

#include "accord/finding/finding.h"

namespace google::protobuf {
class FileDescriptorProto;
}

namespace accord::proto {

/// Parses a .proto text that has an `edition` statement and passed CheckText(). `path` is what
/// messages call the file. False, with findings, when nothing can be made of it.
bool ParseEdition(std::string_view path,
                  std::string_view text,
                  bool locations,
                  google::protobuf::FileDescriptorProto& file,
                  std::vector<finding::Finding>& findings);

}  // namespace accord::proto
