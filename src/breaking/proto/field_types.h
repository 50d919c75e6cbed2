#pragma once

#include <cstdint>

#include "breaking/proto/context.h"

namespace accord::breaking {

/// What has to stay readable.
enum class Form : std::uint8_t { kWire, kWireAndJson };

/// Whether the value types of two fields mean the same in that form, names of messages and enums
/// left aside. Strings may become bytes on the wire; a group is no message.
bool SameKind(const Context& context, const FieldPair& fields, Form form);

}  // namespace accord::breaking
