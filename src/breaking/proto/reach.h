#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "accord/proto/image.h"

namespace accord::breaking {

/// From which ends of the services of a version its messages and enums can be reached: through
/// fields, maps, groups, extensions, and what google.longrunning.operation_info says comes back.
class Reach {
 public:
  struct Use {
    bool request = false;
    bool response = false;
    /// In neither: stored, sent by other means, inside Any.
    bool none() const { return !request && !response; }
  };

  static Reach Of(const proto::Image& image);

  // Of messages and enums of that image; a null one is not in use.
  Use UseOf(const google::protobuf::Descriptor* message) const { return UseOfType(message); }
  Use UseOf(const google::protobuf::EnumDescriptor* type) const { return UseOfType(type); }
  Use UseOf(std::string_view full_name) const { return UseOfType(Find(full_name)); }

  /// A shortest way to it, for people: `OrderService.GetOrder → Order.items`; empty when none.
  std::string WayTo(std::string_view full_name) const;
  /// The method that way starts from; nullptr when none.
  const google::protobuf::MethodDescriptor* MethodTo(std::string_view full_name) const;

 private:
  /// How a type was first reached: by a field, or straight from a method.
  struct Step {
    const google::protobuf::FieldDescriptor* field = nullptr;
    const google::protobuf::MethodDescriptor* method = nullptr;
  };
  struct Node {
    std::array<Step, 2> steps;  // Of requests, of responses. Neither part set: not reached.
  };
  class Walker;

  explicit Reach(const google::protobuf::DescriptorPool& pool) : pool_(&pool) {}
  const void* Find(std::string_view full_name) const;
  Use UseOfType(const void* type) const;

  const google::protobuf::DescriptorPool* pool_;
  std::unordered_map<const void*, Node> nodes_;
};

}  // namespace accord::breaking
