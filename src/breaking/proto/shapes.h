#pragma once

#include "breaking/proto/context.h"
#include "breaking/proto/field_types.h"

namespace accord::breaking {

/// Whether what one message says is understood as the same by the other: equal numbers, kinds,
/// cardinalities, oneofs, defaults and, for JSON, keys; and so on for the messages and enums
/// inside. A type inside that is the same in both versions, moved or not, is judged on its own.
bool SameShape(const Context& context, const MessagePair& messages, Form form);

/// Whether every old value has the same number and name in the new enum, and both treat unknown
/// numbers alike.
bool SameShape(const Context& context, const EnumPair& enums);

}  // namespace accord::breaking
