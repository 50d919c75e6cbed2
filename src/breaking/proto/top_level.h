#pragma once

#include "accord/proto/image.h"

namespace accord::breaking {

/// Calls `visit` with each message, enum and service that stands directly in `file`; it takes any
/// descriptor.
template <typename Visit>
void VisitTopLevel(const google::protobuf::FileDescriptor& file, const Visit& visit) {
  for (int i = 0; i < file.message_type_count(); ++i) {
    visit(*file.message_type(i));
  }
  for (int i = 0; i < file.enum_type_count(); ++i) {
    visit(*file.enum_type(i));
  }
  for (int i = 0; i < file.service_count(); ++i) {
    visit(*file.service(i));
  }
}

/// The same for all files of `image`.
template <typename Visit>
void ForEachTopLevel(const proto::Image& image, const Visit& visit) {
  for (const google::protobuf::FileDescriptor* file : image.files()) {
    VisitTopLevel(*file, visit);
  }
}

}  // namespace accord::breaking
