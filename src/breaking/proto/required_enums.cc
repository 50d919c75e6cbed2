#include "breaking/proto/required_enums.h"

#include "breaking/proto/elements.h"

namespace accord::breaking {

namespace pb = google::protobuf;

RequiredEnums RequiredEnums::Of(const proto::Image& image) {
  RequiredEnums out;
  ForEachMessage(image, [&](const pb::Descriptor& message) {
    if (image.SyntaxOf(*message.file()) == "proto3") {
      return;
    }
    for (int i = 0; i < message.field_count(); ++i) {
      const pb::FieldDescriptor* field = message.field(i);
      if (field->enum_type() != nullptr &&
          image.FeaturesOf(*field).presence == proto::Features::Presence::kLegacyRequired) {
        out.uses_.emplace(field->enum_type()->full_name(), field);
      }
    }
  });
  return out;
}

const pb::FieldDescriptor* RequiredEnums::UseOf(const pb::EnumDescriptor& type) const {
  const auto found = uses_.find(type.full_name());
  return found == uses_.end() ? nullptr : found->second;
}

}  // namespace accord::breaking
