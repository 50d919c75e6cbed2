#pragma once

#include <string_view>

namespace google::protobuf {
class FileDescriptorProto;
}

namespace accord::proto {

/// The file of that import path that comes with accord; false when there is none.
bool LoadBuiltIn(std::string_view path, google::protobuf::FileDescriptorProto& file);

}  // namespace accord::proto
