#pragma once

#include <functional>
#include <string>

#include <google/protobuf/descriptor.h>

namespace accord::breaking {

/// A type that a shape refers to: its full name, and its name without the package.
struct TypeUse {
  const std::string& full_name;
  std::string nested_name;
};
/// What stands for such a type in the shape.
using TypeLabel = std::function<std::string(const TypeUse&)>;

// Everything about an element but its own name and package, as text: equal texts, equal shapes.
// What it refers to of itself and inside itself is named relative to it.
std::string ShapeOf(const google::protobuf::Descriptor& message, const TypeLabel& label);
std::string ShapeOf(const google::protobuf::EnumDescriptor& type, const TypeLabel& label);
std::string ShapeOf(const google::protobuf::ServiceDescriptor& service, const TypeLabel& label);

}  // namespace accord::breaking
