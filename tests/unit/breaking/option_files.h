#pragma once

#include <string>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {

// The least of the files that define well-known custom options.

inline const char* const kAnnotationsProto = R"(syntax = "proto3";
package google.api;
import "google/protobuf/descriptor.proto";
message HttpRule {
  oneof pattern {
    string get = 2;
    string put = 3;
    string post = 4;
    string delete = 5;
    string patch = 6;
    CustomHttpPattern custom = 8;
  }
  string body = 7;
  repeated HttpRule additional_bindings = 11;
  string response_body = 12;
}
message CustomHttpPattern { string kind = 1; string path = 2; }
enum FieldBehavior {
  FIELD_BEHAVIOR_UNSPECIFIED = 0;
  OPTIONAL = 1;
  REQUIRED = 2;
  OUTPUT_ONLY = 3;
  INPUT_ONLY = 4;
  IMMUTABLE = 5;
}
extend google.protobuf.MethodOptions {
  HttpRule http = 72295728;
  repeated string method_signature = 1051;
}
extend google.protobuf.FieldOptions {
  repeated FieldBehavior field_behavior = 1052 [packed = false];
}
)";

inline const char* const kOperationsProto = R"(syntax = "proto3";
package google.longrunning;
import "google/protobuf/descriptor.proto";
message OperationInfo { string response_type = 1; string metadata_type = 2; }
extend google.protobuf.MethodOptions { OperationInfo operation_info = 1049; }
)";

inline const char* const kProtovalidateProto = R"(syntax = "proto2";
package buf.validate;
import "google/protobuf/descriptor.proto";
import "google/protobuf/duration.proto";
extend google.protobuf.MessageOptions { optional MessageRules message = 1159; }
extend google.protobuf.OneofOptions { optional OneofRules oneof = 1159; }
extend google.protobuf.FieldOptions { optional FieldRules field = 1159; }
message Rule { optional string id = 1; optional string message = 2; optional string expression = 3; }
message MessageRules { optional bool disabled = 1; repeated Rule cel = 3; }
message OneofRules { optional bool required = 1; }
enum Ignore {
  IGNORE_UNSPECIFIED = 0;
  IGNORE_IF_ZERO_VALUE = 1;
  IGNORE_ALWAYS = 3;
}
message FieldRules {
  repeated Rule cel = 23;
  optional bool required = 25;
  optional Ignore ignore = 27;
  oneof type {
    DoubleRules double = 2;
    Int32Rules int32 = 3;
    Int64Rules int64 = 4;
    StringRules string = 14;
    EnumRules enum = 16;
    RepeatedRules repeated = 18;
    MapRules map = 19;
    DurationRules duration = 21;
  }
}
message DoubleRules {
  oneof less_than { double lt = 2; double lte = 3; }
  oneof greater_than { double gt = 4; double gte = 5; }
}
message Int32Rules {
  optional int32 const = 1;
  oneof less_than { int32 lt = 2; int32 lte = 3; }
  oneof greater_than { int32 gt = 4; int32 gte = 5; }
  repeated int32 in = 6;
  repeated int32 not_in = 7;
}
message Int64Rules {
  oneof less_than { int64 lt = 2; int64 lte = 3; }
}
message StringRules {
  optional uint64 min_len = 2;
  optional uint64 max_len = 3;
  optional string pattern = 6;
  optional string prefix = 7;
  optional string suffix = 8;
  optional string contains = 9;
  repeated string in = 10;
  oneof well_known { bool email = 12; bool ip = 14; bool ipv4 = 15; bool uuid = 22; }
  optional uint64 len = 19;
  optional string not_contains = 23;
}
message EnumRules { optional bool defined_only = 2; repeated int32 in = 3; }
message RepeatedRules {
  optional uint64 min_items = 1;
  optional uint64 max_items = 2;
  optional bool unique = 3;
  optional FieldRules items = 4;
}
message MapRules { optional uint64 min_pairs = 1; optional FieldRules keys = 4; }
message DurationRules {
  oneof less_than { google.protobuf.Duration lt = 3; google.protobuf.Duration lte = 4; }
}
)";

inline const char* const kPgvProto = R"(syntax = "proto2";
package validate;
import "google/protobuf/descriptor.proto";
extend google.protobuf.MessageOptions { optional bool disabled = 1071; }
extend google.protobuf.OneofOptions { optional bool required = 1071; }
extend google.protobuf.FieldOptions { optional FieldRules rules = 1071; }
message FieldRules {
  optional MessageRules message = 17;
  oneof type {
    Int32Rules int32 = 3;
    StringRules string = 14;
  }
}
message MessageRules { optional bool skip = 1; optional bool required = 2; }
message Int32Rules { optional int32 lt = 2; optional int32 lte = 3; optional bool ignore_empty = 8; }
message StringRules { optional uint64 min_len = 2; optional uint64 max_len = 3; }
)";

/// `files` with the definitions of all these options beside them.
inline Texts WithOptionFiles(Texts files) {
  files.emplace("google/api/annotations.proto", kAnnotationsProto);
  files.emplace("google/longrunning/operations.proto", kOperationsProto);
  files.emplace("buf/validate/validate.proto", kProtovalidateProto);
  files.emplace("validate/validate.proto", kPgvProto);
  return files;
}

/// A proto3 file `a.proto` of package `acme` that imports all of them.
inline Texts WithOptions(const std::string& body) {
  return WithOptionFiles({{"a.proto",
                           "syntax = \"proto3\"; package acme; "
                           "import \"google/api/annotations.proto\"; "
                           "import \"google/longrunning/operations.proto\"; "
                           "import \"buf/validate/validate.proto\"; "
                           "import \"validate/validate.proto\";\n" +
                               body}});
}

}  // namespace accord::breaking
