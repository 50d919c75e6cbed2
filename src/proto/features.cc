#include "proto/features.h"

#include <cstdint>
#include <string>

#include <google/protobuf/unknown_field_set.h>

#include "proto/feature_fields.h"

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

// Field numbers in the feature sets of C++ and Java.
constexpr int kCppStringType = 2;
constexpr int kJavaUtf8 = 2;

using Apply = void (*)(int number, std::uint64_t value, Features& features);

void ApplyGeneral(int number, std::uint64_t value, Features& features) {
  switch (number) {
    case kPresenceFeature:
      features.presence = value == 2   ? Features::Presence::kImplicit
                          : value == 3 ? Features::Presence::kLegacyRequired
                                       : Features::Presence::kExplicit;
      break;
    case kEnumTypeFeature:
      features.closed_enum = value == 2;
      break;
    case kRepeatedEncodingFeature:
      features.packed = value == 1;
      break;
    case kUtf8Feature:
      features.utf8 = value == 3 ? Features::Utf8::kNone : Features::Utf8::kVerify;
      break;
    case kMessageEncodingFeature:
      features.delimited = value == 2;
      break;
    case kJsonFormatFeature:
      features.json_format =
          value == 2 ? Features::JsonFormat::kLegacyBestEffort : Features::JsonFormat::kAllow;
      break;
    default:
      break;
  }
}

void ApplyCpp(int number, std::uint64_t value, Features& features) {
  if (number == kCppStringType) {
    features.cpp_string = value == 1   ? Features::CppString::kView
                          : value == 2 ? Features::CppString::kCord
                                       : Features::CppString::kString;
  }
}

void ApplyJava(int number, std::uint64_t value, Features& features) {
  if (number == kJavaUtf8) {
    features.java_utf8 = value == 2 ? Features::JavaUtf8::kVerify : Features::JavaUtf8::kDefault;
  }
}

void ApplyMessage(const std::string& bytes, Apply apply, Features& features) {
  pb::UnknownFieldSet fields;
  if (!fields.ParseFromString(bytes)) {
    return;
  }
  for (int i = 0; i < fields.field_count(); ++i) {
    const pb::UnknownField& field = fields.field(i);
    if (field.type() == pb::UnknownField::TYPE_VARINT) {
      apply(field.number(), field.varint(), features);
    } else if (field.type() == pb::UnknownField::TYPE_LENGTH_DELIMITED && apply == ApplyGeneral) {
      if (field.number() == kCppFeatureSet) {
        ApplyMessage(field.length_delimited(), ApplyCpp, features);
      } else if (field.number() == kJavaFeatureSet) {
        ApplyMessage(field.length_delimited(), ApplyJava, features);
      }
    }
  }
}

void ApplyUnknown(const pb::Message& options, int number, Features& features) {
  const pb::UnknownFieldSet& unknown = options.GetReflection()->GetUnknownFields(options);
  for (int i = 0; i < unknown.field_count(); ++i) {
    const pb::UnknownField& field = unknown.field(i);
    if (field.number() == number && field.type() == pb::UnknownField::TYPE_LENGTH_DELIMITED) {
      ApplyMessage(field.length_delimited(), ApplyGeneral, features);
    }
  }
}

}  // namespace

Features DefaultFeatures(std::string_view syntax) {
  Features features;
  if (syntax == "proto2") {
    features.closed_enum = true;
    features.packed = false;
    features.utf8 = Features::Utf8::kNone;
    features.json_format = Features::JsonFormat::kLegacyBestEffort;
  } else if (syntax == "proto3") {
    features.presence = Features::Presence::kImplicit;
  }
  return features;
}

void ApplyFeatures(const pb::FileOptions& options, Features& features) {
  ApplyUnknown(options, kFileFeatures, features);
  if (options.java_string_check_utf8()) {
    features.java_utf8 = Features::JavaUtf8::kVerify;
  }
}

void ApplyFeatures(const pb::MessageOptions& options, Features& features) {
  ApplyUnknown(options, kMessageFeatures, features);
}

void ApplyFeatures(const pb::FieldOptions& options, Features& features) {
  ApplyUnknown(options, kFieldFeatures, features);
  if (options.has_ctype()) {
    features.cpp_string = options.ctype() == pb::FieldOptions::CORD ? Features::CppString::kCord
                                                                    : Features::CppString::kString;
  }
  if (options.has_packed()) {
    features.packed = options.packed();
  }
}

void ApplyFeatures(const pb::OneofOptions& options, Features& features) {
  ApplyUnknown(options, kOneofFeatures, features);
}

void ApplyFeatures(const pb::EnumOptions& options, Features& features) {
  ApplyUnknown(options, kEnumFeatures, features);
}

void ApplyField(const pb::FieldDescriptor& field, std::string_view syntax, Features& features) {
  const bool message = field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE;
  const bool proto3_optional =
      field.file()->syntax() == pb::FileDescriptor::SYNTAX_PROTO3 && field.has_optional_keyword();
  if (syntax == "proto2") {
    features.delimited = field.type() == pb::FieldDescriptor::TYPE_GROUP;
    features.presence =
        field.is_required() ? Features::Presence::kLegacyRequired : Features::Presence::kExplicit;
  }
  if (field.is_repeated()) {
    features.presence = Features::Presence::kImplicit;
  } else if (proto3_optional || field.is_extension() || field.real_containing_oneof() != nullptr ||
             (message && features.presence == Features::Presence::kImplicit)) {
    features.presence = Features::Presence::kExplicit;
  }
  // Maps and their values are never delimited.
  features.delimited = features.delimited && message && !field.is_map() &&
                       !field.containing_type()->options().map_entry();
}

}  // namespace accord::proto
