#pragma once

#include <string>
#include <unordered_map>

namespace google::protobuf {
class FileDescriptorProto;
}

namespace accord::proto {

/// Syntaxes of the files that libprotobuf 3.21 is given as proto2 because it knows no editions, by
/// file name. Their features stay in the options, as unknown fields.
using LoweredFiles = std::unordered_map<std::string, std::string>;

/// False for a file of an edition other than 2023; descriptor sets can hold those.
bool IsSupportedSyntax(const google::protobuf::FileDescriptorProto& file);

/// Makes a proto2 file of an editions file. A proto3 file that imports a lowered one is lowered as
/// well: proto3 may not use the enums of proto2. False when nothing had to be done.
bool Lower(google::protobuf::FileDescriptorProto& file, bool imports_lowered);

}  // namespace accord::proto
