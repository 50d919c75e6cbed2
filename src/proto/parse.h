#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/finding/finding.h"

namespace google::protobuf {
class FileDescriptorProto;
}

namespace accord::proto {

/// Names of one file: as others import it, and as messages name it.
struct FileNames {
  std::string_view path;
  std::string_view display;
};

/// Parses a .proto text into `file`. Everything that is wrong with it becomes a finding; false
/// when nothing can be made of it.
bool ParseText(const FileNames& names,
               std::string_view text,
               bool locations,
               google::protobuf::FileDescriptorProto& file,
               std::vector<finding::Finding>& findings);

}  // namespace accord::proto
