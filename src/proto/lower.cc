#include "proto/lower.h"

#include <algorithm>
#include <string>

#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/unknown_field_set.h>

#include "proto/feature_fields.h"

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

// `[features.field_presence = EXPLICIT]`.
void SetExplicit(pb::FieldOptions& options) {
  constexpr std::uint64_t kExplicit = 1;
  pb::UnknownFieldSet features;
  features.AddVarint(kPresenceFeature, kExplicit);
  std::string bytes;
  features.SerializeToString(&bytes);
  options.GetReflection()->MutableUnknownFields(&options)->AddLengthDelimited(kFieldFeatures,
                                                                              bytes);
}

// proto3 `optional` becomes a feature, and loses the oneof that was made for it. Such oneofs
// follow all others.
void LowerOptionals(pb::DescriptorProto& message) {
  int oneofs = message.oneof_decl_size();
  for (pb::FieldDescriptorProto& field : *message.mutable_field()) {
    if (!field.proto3_optional()) {
      continue;
    }
    if (field.has_oneof_index()) {
      oneofs = std::clamp(field.oneof_index(), 0, oneofs);
    }
    field.clear_proto3_optional();
    field.clear_oneof_index();
    SetExplicit(*field.mutable_options());
  }
  message.mutable_oneof_decl()->DeleteSubrange(oneofs, message.oneof_decl_size() - oneofs);
  for (pb::DescriptorProto& nested : *message.mutable_nested_type()) {
    LowerOptionals(nested);
  }
}

}  // namespace

bool IsSupportedSyntax(const pb::FileDescriptorProto& file) {
  if (file.syntax() != "editions") {
    return true;
  }
  const pb::UnknownFieldSet& unknown = file.GetReflection()->GetUnknownFields(file);
  for (int i = 0; i < unknown.field_count(); ++i) {
    if (unknown.field(i).number() == kEditionField) {
      return unknown.field(i).type() == pb::UnknownField::TYPE_VARINT &&
             unknown.field(i).varint() == kEdition2023;
    }
  }
  return false;
}

bool Lower(pb::FileDescriptorProto& file, bool imports_lowered) {
  if (file.syntax() == "proto3" && imports_lowered) {
    for (pb::DescriptorProto& message : *file.mutable_message_type()) {
      LowerOptionals(message);
    }
  } else if (file.syntax() != "editions") {
    return false;
  }
  file.set_syntax("proto2");
  return true;
}

}  // namespace accord::proto
