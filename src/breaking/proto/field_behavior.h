#pragma once

#include "breaking/proto/context.h"

namespace accord::breaking {

/// `google.api.field_behavior`.
inline constexpr int kFieldBehavior = 1052;
inline constexpr int kBehaviorRequired = 2;
inline constexpr int kBehaviorOutputOnly = 3;
inline constexpr int kBehaviorImmutable = 5;

/// Whether clients have to set a field, going by its behaviour alone.
bool IsDemanded(const proto::Image& image, const google::protobuf::FieldDescriptor& field);

/// Whether a message of the new version is sent by clients, as far as one can tell: it occurs in a
/// request, or in no service at all.
bool IsSent(const Context& context, const google::protobuf::Descriptor& message);

}  // namespace accord::breaking
