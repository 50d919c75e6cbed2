#include "breaking/proto/deleted_elements.h"

#include <utility>

#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/moves.h"

namespace accord::breaking {

namespace pb = google::protobuf;

std::string FullName(const pb::FileDescriptor& file, const std::string& nested) {
  return file.package().empty() ? nested : file.package() + "." + nested;
}

Place NearestPlace(const pb::FileDescriptor& file, std::string nested) {
  std::size_t dot = nested.rfind('.');
  while (dot != std::string::npos) {
    nested.resize(dot);
    const pb::Descriptor* message = file.pool()->FindMessageTypeByName(FullName(file, nested));
    if (message != nullptr && message->file() == &file) {
      return PlaceOf(*message);
    }
    dot = nested.rfind('.');
  }
  return PlaceOf(file);
}

Place OldPlace(const pb::Descriptor& message) {
  if (message.options().map_entry()) {
    const pb::Descriptor& parent = *message.containing_type();
    for (int i = 0; i < parent.field_count(); ++i) {
      if (parent.field(i)->message_type() == &message) {
        return PlaceOf(*parent.field(i));
      }
    }
  }
  return PlaceOf(message);
}

bool HasMoved(const Context& context, const std::string& full_name) {
  return !context.moves.NewName(full_name).empty();
}

bool HasMoved(const Context& context, const pb::FieldDescriptor& extension) {
  const pb::Descriptor* scope = extension.extension_scope();
  if (scope == nullptr) {
    return false;
  }
  const std::string_view moved = context.moves.NewName(scope->full_name());
  return !moved.empty() && context.after.pool().FindExtensionByName(std::string(moved) + "." +
                                                                    extension.name()) != nullptr;
}

Subject SubjectOf(const pb::Descriptor& before) {
  return {.message_before = &before};
}

Subject SubjectOf(const pb::EnumDescriptor& before) {
  return {.enum_before = &before};
}

Subject SubjectOf(const pb::FieldDescriptor& before) {
  return {.field_before = &before};
}

Subject SubjectOf(const pb::ServiceDescriptor& /*before*/) {
  return {};
}

}  // namespace accord::breaking
