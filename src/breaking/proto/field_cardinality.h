#pragma once

#include <cstdint>

#include "accord/proto/image.h"

namespace accord::breaking {

/// How often a field may occur, and whether it can be told unset.
enum class Cardinality : std::uint8_t { kExplicit, kImplicit, kRequired, kRepeated, kMap };

Cardinality CardinalityOf(const proto::Image& image,
                          const google::protobuf::FieldDescriptor& field);

/// Presence does not show on the wire, and a map is a list of entries there.
bool SameOnWire(Cardinality before, Cardinality after);
/// In JSON a map is no list.
bool SameOnWireAndInJson(Cardinality before, Cardinality after);

}  // namespace accord::breaking
