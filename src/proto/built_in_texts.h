#pragma once

#include <string_view>

namespace accord::proto {

// What descriptor.proto has had since editions came, and libprotobuf 3.21 does not know yet: the
// features, and options of older syntaxes that came at the same time. Each message adds to the one
// of the same name.
inline constexpr std::string_view kNewerDescriptor = R"(
syntax = "proto2";
package google.protobuf;
enum Edition {
  EDITION_UNKNOWN = 0;
  EDITION_LEGACY = 900;
  EDITION_PROTO2 = 998;
  EDITION_PROTO3 = 999;
  EDITION_2023 = 1000;
  EDITION_2024 = 1001;
  EDITION_MAX = 0x7FFFFFFF;
}
message FeatureSet {
  enum FieldPresence {
    FIELD_PRESENCE_UNKNOWN = 0;
    EXPLICIT = 1;
    IMPLICIT = 2;
    LEGACY_REQUIRED = 3;
  }
  enum EnumType { ENUM_TYPE_UNKNOWN = 0; OPEN = 1; CLOSED = 2; }
  enum RepeatedFieldEncoding { REPEATED_FIELD_ENCODING_UNKNOWN = 0; PACKED = 1; EXPANDED = 2; }
  enum Utf8Validation { UTF8_VALIDATION_UNKNOWN = 0; VERIFY = 2; NONE = 3; }
  enum MessageEncoding { MESSAGE_ENCODING_UNKNOWN = 0; LENGTH_PREFIXED = 1; DELIMITED = 2; }
  enum JsonFormat { JSON_FORMAT_UNKNOWN = 0; ALLOW = 1; LEGACY_BEST_EFFORT = 2; }
  optional FieldPresence field_presence = 1;
  optional EnumType enum_type = 2;
  optional RepeatedFieldEncoding repeated_field_encoding = 3;
  optional Utf8Validation utf8_validation = 4;
  optional MessageEncoding message_encoding = 5;
  optional JsonFormat json_format = 6;
  extensions 1000 to 10000;
}
message FileOptions { optional FeatureSet features = 50; }
message MessageOptions {
  optional bool deprecated_legacy_json_field_conflicts = 11;
  optional FeatureSet features = 12;
}
message FieldOptions {
  enum OptionRetention { RETENTION_UNKNOWN = 0; RETENTION_RUNTIME = 1; RETENTION_SOURCE = 2; }
  enum OptionTargetType {
    TARGET_TYPE_UNKNOWN = 0;
    TARGET_TYPE_FILE = 1;
    TARGET_TYPE_EXTENSION_RANGE = 2;
    TARGET_TYPE_MESSAGE = 3;
    TARGET_TYPE_FIELD = 4;
    TARGET_TYPE_ONEOF = 5;
    TARGET_TYPE_ENUM = 6;
    TARGET_TYPE_ENUM_ENTRY = 7;
    TARGET_TYPE_SERVICE = 8;
    TARGET_TYPE_METHOD = 9;
  }
  message EditionDefault { optional Edition edition = 3; optional string value = 2; }
  message FeatureSupport {
    optional Edition edition_introduced = 1;
    optional Edition edition_deprecated = 2;
    optional string deprecation_warning = 3;
    optional Edition edition_removed = 4;
  }
  optional bool debug_redact = 16;
  optional OptionRetention retention = 17;
  repeated OptionTargetType targets = 19;
  repeated EditionDefault edition_defaults = 20;
  optional FeatureSet features = 21;
  optional FeatureSupport feature_support = 22;
}
message OneofOptions { optional FeatureSet features = 1; }
message EnumOptions {
  optional bool deprecated_legacy_json_field_conflicts = 6;
  optional FeatureSet features = 7;
}
message EnumValueOptions {
  optional FeatureSet features = 2;
  optional bool debug_redact = 3;
}
message ExtensionRangeOptions {
  message Declaration {
    optional int32 number = 1;
    optional string full_name = 2;
    optional string type = 3;
    optional bool reserved = 5;
    optional bool repeated = 6;
  }
  enum VerificationState { DECLARATION = 0; UNVERIFIED = 1; }
  repeated Declaration declaration = 2;
  optional VerificationState verification = 3;
  optional FeatureSet features = 50;
}
message ServiceOptions { optional FeatureSet features = 34; }
message MethodOptions { optional FeatureSet features = 35; }
)";

inline constexpr std::string_view kCppFeatures = R"(
syntax = "proto2";
package pb;
import "google/protobuf/descriptor.proto";
extend google.protobuf.FeatureSet { optional CppFeatures cpp = 1000; }
message CppFeatures {
  enum StringType { STRING_TYPE_UNKNOWN = 0; VIEW = 1; CORD = 2; STRING = 3; }
  optional bool legacy_closed_enum = 1;
  optional StringType string_type = 2;
  optional bool enum_name_uses_string_view = 3;
}
)";

inline constexpr std::string_view kJavaFeatures = R"(
syntax = "proto2";
package pb;
import "google/protobuf/descriptor.proto";
extend google.protobuf.FeatureSet { optional JavaFeatures java = 1001; }
message JavaFeatures {
  enum Utf8Validation { UTF8_VALIDATION_UNKNOWN = 0; DEFAULT = 1; VERIFY = 2; }
  optional bool legacy_closed_enum = 1;
  optional Utf8Validation utf8_validation = 2;
  optional bool large_enum = 3;
  optional bool use_old_outer_classname_default = 4;
}
)";

inline constexpr std::string_view kGoFeatures = R"(
syntax = "proto2";
package pb;
import "google/protobuf/descriptor.proto";
extend google.protobuf.FeatureSet { optional GoFeatures go = 1002; }
message GoFeatures {
  enum APILevel {
    API_LEVEL_UNSPECIFIED = 0;
    API_OPEN = 1;
    API_HYBRID = 2;
    API_OPAQUE = 3;
  }
  enum StripEnumPrefix {
    STRIP_ENUM_PREFIX_UNSPECIFIED = 0;
    STRIP_ENUM_PREFIX_KEEP = 1;
    STRIP_ENUM_PREFIX_GENERATE_BOTH = 2;
    STRIP_ENUM_PREFIX_STRIP = 3;
  }
  optional bool legacy_unmarshal_json_enum = 1;
  optional APILevel api_level = 2;
  optional StripEnumPrefix strip_enum_prefix = 3;
}
)";

// Comes with protoc, not with libprotobuf.
inline constexpr std::string_view kPlugin = R"(
syntax = "proto2";
package google.protobuf.compiler;
import "google/protobuf/descriptor.proto";
message Version {
  optional int32 major = 1;
  optional int32 minor = 2;
  optional int32 patch = 3;
  optional string suffix = 4;
}
message CodeGeneratorRequest {
  repeated string file_to_generate = 1;
  optional string parameter = 2;
  optional Version compiler_version = 3;
  repeated FileDescriptorProto proto_file = 15;
  repeated FileDescriptorProto source_file_descriptors = 17;
}
message CodeGeneratorResponse {
  enum Feature {
    FEATURE_NONE = 0;
    FEATURE_PROTO3_OPTIONAL = 1;
    FEATURE_SUPPORTS_EDITIONS = 2;
  }
  message File {
    optional string name = 1;
    optional string insertion_point = 2;
    optional string content = 15;
    optional GeneratedCodeInfo generated_code_info = 16;
  }
  optional string error = 1;
  optional uint64 supported_features = 2;
  optional int32 minimum_edition = 3;
  optional int32 maximum_edition = 4;
  repeated File file = 15;
}
)";

}  // namespace accord::proto
