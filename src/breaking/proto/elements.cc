#include "breaking/proto/elements.h"

#include <algorithm>

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

template <typename Visit>
void VisitMessage(const pb::Descriptor& message, const Visit& visit) {
  visit(message);
  for (int i = 0; i < message.nested_type_count(); ++i) {
    VisitMessage(*message.nested_type(i), visit);
  }
}

}  // namespace

const pb::FileDescriptor* FindFile(const proto::Image& image, const std::string& path) {
  const auto& files = image.files();
  const auto found = std::lower_bound(
      files.begin(),
      files.end(),
      path,
      [](const pb::FileDescriptor* file, const std::string& name) { return file->name() < name; });
  return found != files.end() && (*found)->name() == path ? *found : nullptr;
}

void ForEachMessage(const proto::Image& image,
                    const std::function<void(const pb::Descriptor&)>& visit) {
  for (const pb::FileDescriptor* file : image.files()) {
    for (int i = 0; i < file->message_type_count(); ++i) {
      VisitMessage(*file->message_type(i), visit);
    }
  }
}

void ForEachEnum(const proto::Image& image,
                 const std::function<void(const pb::EnumDescriptor&)>& visit) {
  for (const pb::FileDescriptor* file : image.files()) {
    for (int i = 0; i < file->enum_type_count(); ++i) {
      visit(*file->enum_type(i));
    }
  }
  ForEachMessage(image, [&visit](const pb::Descriptor& message) {
    for (int i = 0; i < message.enum_type_count(); ++i) {
      visit(*message.enum_type(i));
    }
  });
}

void ForEachExtension(const proto::Image& image,
                      const std::function<void(const pb::FieldDescriptor&)>& visit) {
  for (const pb::FileDescriptor* file : image.files()) {
    for (int i = 0; i < file->extension_count(); ++i) {
      visit(*file->extension(i));
    }
  }
  ForEachMessage(image, [&visit](const pb::Descriptor& message) {
    for (int i = 0; i < message.extension_count(); ++i) {
      visit(*message.extension(i));
    }
  });
}

std::string NameInEnum(const pb::EnumValueDescriptor& value) {
  return value.type()->full_name() + "." + value.name();
}

}  // namespace accord::breaking
