#include "breaking/proto/witness_text.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <google/protobuf/text_format.h>

namespace accord::breaking {

namespace pb = google::protobuf;

namespace {

using pb::FieldDescriptor;

constexpr std::size_t kTextBytes = 600;
constexpr std::size_t kWireBytes = 64;
constexpr int kDepth = 32;

std::string Cut(std::string text) {
  if (text.size() <= kTextBytes) {
    return text;
  }
  std::size_t end = text.rfind('\n', kTextBytes);
  if (end == std::string::npos) {
    end = kTextBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
      --end;
    }
  }
  text.resize(end);
  return text + "…";
}

class Meaning {
 public:
  explicit Meaning(FieldKey key) : key_(key) {}

  std::string Of(const pb::Message& message, int depth) const {
    if (depth > kDepth) {
      return "{…}";
    }
    std::vector<const FieldDescriptor*> set;
    message.GetReflection()->ListFields(message, &set);
    std::string out = "{";
    for (const FieldDescriptor* field : set) {
      out += key_ == FieldKey::kName ? field->name() : std::to_string(field->number());
      out += "=[";
      for (const std::string& value : Values(message, *field, depth)) {
        out += value + ",";
      }
      out += "]";
    }
    return out + "}";
  }

 private:
  std::vector<std::string> Values(const pb::Message& message,
                                  const FieldDescriptor& field,
                                  int depth) const {
    if (!field.is_repeated()) {
      return {Value(message, field, -1, depth)};
    }
    std::vector<std::string> values;
    const int count = message.GetReflection()->FieldSize(message, &field);
    values.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
      values.push_back(Value(message, field, i, depth));
    }
    if (field.is_map()) {
      std::sort(values.begin(), values.end());
    }
    return values;
  }

  /// Of the element `index`, or of the single value when it is negative.
  std::string Value(const pb::Message& message,
                    const FieldDescriptor& field,
                    int index,
                    int depth) const {
    const pb::Reflection& by = *message.GetReflection();
    const FieldDescriptor* at = &field;
    const bool one = index < 0;
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_INT32:
        return fmt::to_string(one ? by.GetInt32(message, at)
                                  : by.GetRepeatedInt32(message, at, index));
      case FieldDescriptor::CPPTYPE_INT64:
        return fmt::to_string(one ? by.GetInt64(message, at)
                                  : by.GetRepeatedInt64(message, at, index));
      case FieldDescriptor::CPPTYPE_UINT32:
        return fmt::to_string(one ? by.GetUInt32(message, at)
                                  : by.GetRepeatedUInt32(message, at, index));
      case FieldDescriptor::CPPTYPE_UINT64:
        return fmt::to_string(one ? by.GetUInt64(message, at)
                                  : by.GetRepeatedUInt64(message, at, index));
      case FieldDescriptor::CPPTYPE_BOOL:
        return (one ? by.GetBool(message, at) : by.GetRepeatedBool(message, at, index)) ? "1" : "0";
      case FieldDescriptor::CPPTYPE_FLOAT:
        return fmt::to_string(one ? by.GetFloat(message, at)
                                  : by.GetRepeatedFloat(message, at, index));
      case FieldDescriptor::CPPTYPE_DOUBLE:
        return fmt::to_string(one ? by.GetDouble(message, at)
                                  : by.GetRepeatedDouble(message, at, index));
      case FieldDescriptor::CPPTYPE_ENUM:
        return Enum(
            field,
            one ? by.GetEnumValue(message, at) : by.GetRepeatedEnumValue(message, at, index));
      case FieldDescriptor::CPPTYPE_STRING:
        return fmt::format(
            "'{}'",
            HexOf(one ? by.GetString(message, at) : by.GetRepeatedString(message, at, index)));
      default:
        return Of(one ? by.GetMessage(message, at) : by.GetRepeatedMessage(message, at, index),
                  depth + 1);
    }
  }

  /// A number its reader has no name for means nothing to it.
  static std::string Enum(const FieldDescriptor& field, int number) {
    const bool known = field.enum_type()->FindValueByNumber(number) != nullptr;
    return std::to_string(number) + (known ? "" : "?");
  }

  FieldKey key_;
};

}  // namespace

std::string TextOf(const pb::Message& message) {
  pb::TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  printer.SetUseShortRepeatedPrimitives(true);
  std::string text;
  if (!printer.PrintToString(message, &text) || text.empty()) {
    return std::string(kEmptyText);
  }
  while (!text.empty() && text.back() == '\n') {
    text.pop_back();
  }
  return Cut(std::move(text));
}

std::string HexOf(std::string_view bytes) {
  std::string hex;
  for (const char byte : bytes.substr(0, kWireBytes)) {
    hex += fmt::format("{}{:02x}", hex.empty() ? "" : " ", static_cast<unsigned char>(byte));
  }
  return bytes.size() > kWireBytes ? hex + " …" : hex;
}

std::string MeaningOf(const pb::Message& message, FieldKey key) {
  return Meaning(key).Of(message, 0);
}

}  // namespace accord::breaking
