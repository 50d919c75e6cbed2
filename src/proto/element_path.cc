#include <initializer_list>
#include <utility>

#include "accord/proto/image.h"

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

// Field numbers of descriptor.proto.
constexpr int kFileMessage = 4;
constexpr int kFileEnum = 5;
constexpr int kFileService = 6;
constexpr int kFileExtension = 7;
constexpr int kMessageField = 2;
constexpr int kMessageNested = 3;
constexpr int kMessageEnum = 4;
constexpr int kMessageExtension = 6;
constexpr int kMessageOneof = 8;
constexpr int kEnumValue = 2;
constexpr int kServiceMethod = 2;

}  // namespace

ElementPath Child(ElementPath path, std::initializer_list<int> steps) {
  path.insert(path.end(), steps);
  return path;
}

ElementPath PathOf(const pb::Descriptor& message) {
  const pb::Descriptor* parent = message.containing_type();
  return parent == nullptr ? ElementPath{kFileMessage, message.index()}
                           : Child(PathOf(*parent), {kMessageNested, message.index()});
}

ElementPath PathOf(const pb::FieldDescriptor& field) {
  if (!field.is_extension()) {
    return Child(PathOf(*field.containing_type()), {kMessageField, field.index()});
  }
  const pb::Descriptor* scope = field.extension_scope();
  return scope == nullptr ? ElementPath{kFileExtension, field.index()}
                          : Child(PathOf(*scope), {kMessageExtension, field.index()});
}

ElementPath PathOf(const pb::OneofDescriptor& oneof) {
  return Child(PathOf(*oneof.containing_type()), {kMessageOneof, oneof.index()});
}

ElementPath PathOf(const pb::EnumDescriptor& type) {
  const pb::Descriptor* parent = type.containing_type();
  return parent == nullptr ? ElementPath{kFileEnum, type.index()}
                           : Child(PathOf(*parent), {kMessageEnum, type.index()});
}

ElementPath PathOf(const pb::EnumValueDescriptor& value) {
  return Child(PathOf(*value.type()), {kEnumValue, value.index()});
}

ElementPath PathOf(const pb::ServiceDescriptor& service) {
  return {kFileService, service.index()};
}

ElementPath PathOf(const pb::MethodDescriptor& method) {
  return Child(PathOf(*method.service()), {kServiceMethod, method.index()});
}

}  // namespace accord::proto
