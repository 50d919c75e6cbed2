#pragma once

#include <string>
#include <string_view>

#include "breaking/proto/context.h"
#include "breaking/proto/elements.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {

/// What the rules about deleted elements say of each kind of them.
template <typename T>
struct ElementKind;

template <>
struct ElementKind<google::protobuf::Descriptor> {
  static constexpr std::string_view kWord = "message";
  static constexpr const finding::RuleInfo* kFromFile = &kMessageNoDelete;
  static constexpr const finding::RuleInfo* kFromPackage = &kPackageMessageNoDelete;
  static constexpr auto kFind = &google::protobuf::DescriptorPool::FindMessageTypeByName;
};
template <>
struct ElementKind<google::protobuf::EnumDescriptor> {
  static constexpr std::string_view kWord = "enum";
  static constexpr const finding::RuleInfo* kFromFile = &kEnumNoDelete;
  static constexpr const finding::RuleInfo* kFromPackage = &kPackageEnumNoDelete;
  static constexpr auto kFind = &google::protobuf::DescriptorPool::FindEnumTypeByName;
};
template <>
struct ElementKind<google::protobuf::ServiceDescriptor> {
  static constexpr std::string_view kWord = "service";
  static constexpr const finding::RuleInfo* kFromFile = &kServiceNoDelete;
  static constexpr const finding::RuleInfo* kFromPackage = &kPackageServiceNoDelete;
  static constexpr auto kFind = &google::protobuf::DescriptorPool::FindServiceByName;
};
template <>
struct ElementKind<google::protobuf::FieldDescriptor> {
  static constexpr std::string_view kWord = "extension";
  static constexpr const finding::RuleInfo* kFromFile = &kExtensionNoDelete;
  static constexpr const finding::RuleInfo* kFromPackage = &kPackageExtensionNoDelete;
  static constexpr auto kFind = &google::protobuf::DescriptorPool::FindExtensionByName;
};

template <typename Visit>
void VisitElements(const google::protobuf::Descriptor& message, const Visit& visit) {
  visit(message);
  for (int i = 0; i < message.nested_type_count(); ++i) {
    VisitElements(*message.nested_type(i), visit);
  }
  for (int i = 0; i < message.enum_type_count(); ++i) {
    visit(*message.enum_type(i));
  }
  for (int i = 0; i < message.extension_count(); ++i) {
    visit(*message.extension(i));
  }
}

/// Calls `visit` with every message, enum, service and extension of a file, nested ones too.
template <typename Visit>
void VisitElements(const google::protobuf::FileDescriptor& file, const Visit& visit) {
  for (int i = 0; i < file.message_type_count(); ++i) {
    VisitElements(*file.message_type(i), visit);
  }
  for (int i = 0; i < file.enum_type_count(); ++i) {
    visit(*file.enum_type(i));
  }
  for (int i = 0; i < file.extension_count(); ++i) {
    visit(*file.extension(i));
  }
  for (int i = 0; i < file.service_count(); ++i) {
    visit(*file.service(i));
  }
}

/// Full name of what is called `nested` in the package of `file`.
std::string FullName(const google::protobuf::FileDescriptor& file, const std::string& nested);

/// The innermost message of `file` that would enclose `nested`; the file when there is none.
Place NearestPlace(const google::protobuf::FileDescriptor& file, std::string nested);

/// Where an element stood; a map entry, which is not written down, where its map field stood.
Place OldPlace(const google::protobuf::Descriptor& message);
template <typename T>
Place OldPlace(const T& element) {
  return PlaceOf(element);
}

/// Whether the element goes on under another full name, and is spoken of as moved.
bool HasMoved(const Context& context, const google::protobuf::FieldDescriptor& extension);
bool HasMoved(const Context& context, const std::string& full_name);
template <typename T>
bool HasMoved(const Context& context, const T& element) {
  return HasMoved(context, element.full_name());
}

Subject SubjectOf(const google::protobuf::Descriptor& before);
Subject SubjectOf(const google::protobuf::EnumDescriptor& before);
Subject SubjectOf(const google::protobuf::FieldDescriptor& before);
Subject SubjectOf(const google::protobuf::ServiceDescriptor& before);

}  // namespace accord::breaking
