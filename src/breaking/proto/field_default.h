#pragma once

#include <google/protobuf/descriptor.h>

namespace accord::breaking {

/// Whether readers of both versions see the same value when the field is not set. True when one of
/// the fields can have no default at all.
bool SameDefault(const google::protobuf::FieldDescriptor& before,
                 const google::protobuf::FieldDescriptor& after);

}  // namespace accord::breaking
