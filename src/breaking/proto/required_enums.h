#pragma once

#include <string>
#include <unordered_map>

#include "accord/proto/image.h"

namespace accord::breaking {

/// Which enums the required fields of a version have.
class RequiredEnums {
 public:
  static RequiredEnums Of(const proto::Image& image);
  /// The first such field; nullptr when there is none.
  const google::protobuf::FieldDescriptor* UseOf(
      const google::protobuf::EnumDescriptor& type) const;

 private:
  std::unordered_map<std::string, const google::protobuf::FieldDescriptor*> uses_;
};

}  // namespace accord::breaking
