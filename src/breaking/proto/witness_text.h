#pragma once

#include <string>
#include <string_view>

#include <google/protobuf/message.h>

namespace accord::breaking {

/// What the text form says when nothing is set.
inline constexpr std::string_view kEmptyText = "(empty)";

/// Text form, one field a line, cut when long.
std::string TextOf(const google::protobuf::Message& message);

/// Pairs of hexadecimal digits, split by spaces, cut when there are many.
std::string HexOf(std::string_view bytes);

enum class FieldKey { kNumber, kName };

/// What a message says, in a form that two definitions can be compared in: values by field number
/// or name, integers as numbers, map entries sorted. Unknown fields say nothing.
std::string MeaningOf(const google::protobuf::Message& message, FieldKey key);

}  // namespace accord::breaking
