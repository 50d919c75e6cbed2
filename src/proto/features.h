#pragma once

#include <string_view>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>

#include "accord/proto/image.h"

namespace accord::proto {

/// What holds where a file says nothing else: `proto2`, `proto3` or `editions` (2023).
Features DefaultFeatures(std::string_view syntax);

/// Lays what the `features` of an element's options say over what the element inherits.
void ApplyFeatures(const google::protobuf::FileOptions& options, Features& features);
void ApplyFeatures(const google::protobuf::MessageOptions& options, Features& features);
void ApplyFeatures(const google::protobuf::FieldOptions& options, Features& features);
void ApplyFeatures(const google::protobuf::OneofOptions& options, Features& features);
void ApplyFeatures(const google::protobuf::EnumOptions& options, Features& features);

/// What the label, the kind and the options older than features say about a field.
void ApplyField(const google::protobuf::FieldDescriptor& field,
                std::string_view syntax,
                Features& features);

}  // namespace accord::proto
