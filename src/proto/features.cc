#include "proto/features.h"

#include <cstdint>
#include <string>

#include <google/protobuf/unknown_field_set.h>

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

// Field numbers and values of google.protobuf.FeatureSet and its extensions pb.cpp and pb.java.
constexpr int kPresence = 1;
constexpr int kEnumType = 2;
constexpr int kRepeatedEncoding = 3;
constexpr int kUtf8 = 4;
constexpr int kMessageEncoding = 5;
constexpr int kJsonFormat = 6;
constexpr int kCpp = 1000;
constexpr int kJava = 1001;
constexpr int kCppStringType = 2;
constexpr int kJavaUtf8 = 2;

// Numbers of `features` in the options of each kind of element, which libprotobuf 3.21 does not
// know by name yet.
constexpr int kOfFile = 50;
constexpr int kOfMessage = 12;
constexpr int kOfField = 21;
constexpr int kOfOneof = 1;
constexpr int kOfEnum = 7;

using Apply = void (*)(int number, std::uint64_t value, Features& features);

void ApplyGeneral(int number, std::uint64_t value, Features& features) {
  switch (number) {
    case kPresence:
      features.presence = value == 2   ? Features::Presence::kImplicit
                          : value == 3 ? Features::Presence::kLegacyRequired
                                       : Features::Presence::kExplicit;
      break;
    case kEnumType:
      features.closed_enum = value == 2;
      break;
    case kRepeatedEncoding:
      features.packed = value == 1;
      break;
    case kUtf8:
      features.utf8 = value == 3 ? Features::Utf8::kNone : Features::Utf8::kVerify;
      break;
    case kMessageEncoding:
      features.delimited = value == 2;
      break;
    case kJsonFormat:
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
      if (field.number() == kCpp) {
        ApplyMessage(field.length_delimited(), ApplyCpp, features);
      } else if (field.number() == kJava) {
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
  ApplyUnknown(options, kOfFile, features);
  if (options.java_string_check_utf8()) {
    features.java_utf8 = Features::JavaUtf8::kVerify;
  }
}

void ApplyFeatures(const pb::MessageOptions& options, Features& features) {
  ApplyUnknown(options, kOfMessage, features);
}

void ApplyFeatures(const pb::FieldOptions& options, Features& features) {
  ApplyUnknown(options, kOfField, features);
  if (options.has_ctype()) {
    features.cpp_string = options.ctype() == pb::FieldOptions::CORD ? Features::CppString::kCord
                                                                    : Features::CppString::kString;
  }
  if (options.has_packed()) {
    features.packed = options.packed();
  }
}

void ApplyFeatures(const pb::OneofOptions& options, Features& features) {
  ApplyUnknown(options, kOfOneof, features);
}

void ApplyFeatures(const pb::EnumOptions& options, Features& features) {
  ApplyUnknown(options, kOfEnum, features);
}

void ApplyField(const pb::FieldDescriptor& field, std::string_view syntax, Features& features) {
  if (syntax != "editions") {
    features.delimited = field.type() == pb::FieldDescriptor::TYPE_GROUP;
    features.presence = field.is_required()
                            ? Features::Presence::kLegacyRequired
                            : (field.has_presence() ? Features::Presence::kExplicit
                                                    : Features::Presence::kImplicit);
    return;
  }
  const bool message = field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE;
  if (field.is_repeated() || field.is_extension() || field.real_containing_oneof() != nullptr ||
      message) {
    features.presence =
        field.is_repeated() ? Features::Presence::kImplicit : Features::Presence::kExplicit;
  }
  features.delimited = features.delimited && message && !field.is_map();
}

}  // namespace accord::proto
