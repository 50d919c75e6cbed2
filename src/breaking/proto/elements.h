#pragma once

#include <functional>
#include <string>

#include "accord/proto/image.h"

namespace accord::breaking {

/// The compiled file of that path; nullptr when the image does not hold it.
const google::protobuf::FileDescriptor* FindFile(const proto::Image& image,
                                                 const std::string& path);

// Everything in the files of an image, in the order of the files; nested ones after the others.
// Map entries are messages too.
void ForEachMessage(const proto::Image& image,
                    const std::function<void(const google::protobuf::Descriptor&)>& visit);
void ForEachEnum(const proto::Image& image,
                 const std::function<void(const google::protobuf::EnumDescriptor&)>& visit);
void ForEachExtension(const proto::Image& image,
                      const std::function<void(const google::protobuf::FieldDescriptor&)>& visit);

/// `Order.LineItem` for a message of package `acme.v1`: the full name without the package.
template <typename T>
std::string NestedName(const T& element) {
  const std::string& package = element.file()->package();
  return package.empty() ? element.full_name() : element.full_name().substr(package.size() + 1);
}

/// Full name of a value as people look for it, behind its enum: `acme.Color.COLOR_RED`. protobuf
/// has it beside the enum: `acme.COLOR_RED`.
std::string NameInEnum(const google::protobuf::EnumValueDescriptor& value);

}  // namespace accord::breaking
