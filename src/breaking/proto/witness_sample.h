#pragma once

#include <google/protobuf/message.h>

namespace accord::breaking {

/// Sets `field` to the telling value number `variant` of its type: ordinary ones first, then those
/// at the edges. False when there is no such variant.
bool SetTelling(google::protobuf::Message& message,
                const google::protobuf::FieldDescriptor& field,
                int variant);

/// Sets every required field that is missing, in messages inside too. False when that takes more
/// than an example may hold, as with required fields that contain themselves.
bool FillRequired(google::protobuf::Message& message);

}  // namespace accord::breaking
