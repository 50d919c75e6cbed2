#include "breaking/proto/witness_sample.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <google/protobuf/descriptor.pb.h>

namespace accord::breaking {

namespace pb = google::protobuf;

namespace {

using pb::FieldDescriptor;

constexpr int kDepth = 3;            // Of messages an example is given inside.
constexpr int kRequiredDepth = 8;    // Of required fields inside required fields.
constexpr int kRequiredFields = 64;  // Of one example.
constexpr int kInnerFields = 16;     // Of a message, tried one after the other.

bool PutElement(pb::Message& message, const FieldDescriptor& field, int variant, int depth);
bool Put(pb::Message& message, const FieldDescriptor& field, int variant, int depth);

/// A zero tells something only where it can be told from nothing.
bool TellsZero(const FieldDescriptor& field) {
  return field.has_presence() && !field.containing_type()->options().map_entry();
}

template <typename T>
bool Choose(const std::vector<T>& values, int variant, T& chosen) {
  if (variant < 0 || variant >= static_cast<int>(values.size())) {
    return false;
  }
  chosen = values[static_cast<std::size_t>(variant)];
  return true;
}

/// Sets the chosen value, or adds it to a repeated field.
template <typename T, typename Set, typename Add>
bool PutOneOf(pb::Message& message,
              const FieldDescriptor& field,
              int variant,
              const std::vector<T>& values,
              std::pair<Set, Add> put) {
  T value{};
  if (!Choose(values, variant, value) || (value == T{} && !TellsZero(field))) {
    return false;
  }
  const pb::Reflection& reflection = *message.GetReflection();
  if (field.is_repeated()) {
    (reflection.*put.second)(&message, &field, value);
  } else {
    (reflection.*put.first)(&message, &field, value);
  }
  return true;
}

bool PutInteger(pb::Message& message, const FieldDescriptor& field, int variant) {
  constexpr std::int64_t kWide = (std::int64_t{1} << 32) + 42;
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return PutOneOf<std::int32_t>(
          message,
          field,
          variant,
          {42,
           -1,
           std::numeric_limits<std::int32_t>::max(),
           std::numeric_limits<std::int32_t>::min(),
           0},
          std::pair(&pb::Reflection::SetInt32, &pb::Reflection::AddInt32));
    case FieldDescriptor::CPPTYPE_INT64:
      return PutOneOf<std::int64_t>(
          message,
          field,
          variant,
          {42, kWide, -1, std::numeric_limits<std::int64_t>::max(), 0},
          std::pair(&pb::Reflection::SetInt64, &pb::Reflection::AddInt64));
    case FieldDescriptor::CPPTYPE_UINT32:
      return PutOneOf<std::uint32_t>(
          message,
          field,
          variant,
          {42, std::numeric_limits<std::uint32_t>::max(), 0},
          std::pair(&pb::Reflection::SetUInt32, &pb::Reflection::AddUInt32));
    default:
      return PutOneOf<std::uint64_t>(
          message,
          field,
          variant,
          {42, kWide, std::numeric_limits<std::uint64_t>::max(), 0},
          std::pair(&pb::Reflection::SetUInt64, &pb::Reflection::AddUInt64));
  }
}

bool PutText(pb::Message& message, const FieldDescriptor& field, int variant) {
  // Strings of proto2 are not checked to be UTF-8.
  const bool checked = field.type() == FieldDescriptor::TYPE_STRING &&
                       field.file()->syntax() == pb::FileDescriptor::SYNTAX_PROTO3;
  const std::vector<std::string> values = checked ? std::vector<std::string>{"abc", ""}
                                                  : std::vector<std::string>{"abc", "\xff\xfe", ""};
  std::string value;
  if (!Choose(values, variant, value) || (value.empty() && !TellsZero(field))) {
    return false;
  }
  const pb::Reflection& reflection = *message.GetReflection();
  if (field.is_repeated()) {
    reflection.AddString(&message, &field, value);
  } else {
    reflection.SetString(&message, &field, value);
  }
  return true;
}

/// The named numbers, zero last: unset fields read as it.
bool PutEnum(pb::Message& message, const FieldDescriptor& field, int variant) {
  const pb::EnumDescriptor& type = *field.enum_type();
  std::vector<int> numbers;
  for (int i = 0; i < std::min(type.value_count(), kInnerFields); ++i) {
    numbers.push_back(type.value(i)->number());
  }
  std::stable_partition(numbers.begin(), numbers.end(), [](int number) { return number != 0; });
  return PutOneOf<int>(message,
                       field,
                       variant,
                       numbers,
                       std::pair(&pb::Reflection::SetEnumValue, &pb::Reflection::AddEnumValue));
}

/// Variant n has the n-th field set; after them comes the empty message.
bool PutMessage(pb::Message& message, const FieldDescriptor& field, int variant, int depth) {
  const pb::Descriptor& type = *field.message_type();
  const int inner = depth < kDepth ? std::min(type.field_count(), kInnerFields) : 0;
  if (variant > inner) {
    return false;
  }
  const pb::Reflection& reflection = *message.GetReflection();
  pb::Message* value = field.is_repeated() ? reflection.AddMessage(&message, &field)
                                           : reflection.MutableMessage(&message, &field);
  if (variant < inner) {
    Put(*value, *type.field(variant), 0, depth + 1);
  }
  return true;
}

/// Key and value vary together; the shorter list stays at its first value.
bool PutEntry(pb::Message& message, const FieldDescriptor& field, int variant, int depth) {
  pb::Message* entry = message.GetReflection()->AddMessage(&message, &field);
  const pb::Descriptor& type = *field.message_type();
  const bool key = Put(*entry, *type.map_key(), variant, depth + 1);
  const bool value = Put(*entry, *type.map_value(), variant, depth + 1);
  if (!key) {
    Put(*entry, *type.map_key(), 0, depth + 1);
  }
  if (!value) {
    Put(*entry, *type.map_value(), 0, depth + 1);
  }
  return key || value;
}

bool PutElement(pb::Message& message, const FieldDescriptor& field, int variant, int depth) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return field.is_map() ? PutEntry(message, field, variant, depth)
                            : PutMessage(message, field, variant, depth);
    case FieldDescriptor::CPPTYPE_ENUM:
      return PutEnum(message, field, variant);
    case FieldDescriptor::CPPTYPE_STRING:
      return PutText(message, field, variant);
    case FieldDescriptor::CPPTYPE_BOOL:
      return PutOneOf<bool>(message,
                            field,
                            variant,
                            {true, false},
                            std::pair(&pb::Reflection::SetBool, &pb::Reflection::AddBool));
    case FieldDescriptor::CPPTYPE_FLOAT:
      return PutOneOf<float>(message,
                             field,
                             variant,
                             {1.5F, 0.0F},
                             std::pair(&pb::Reflection::SetFloat, &pb::Reflection::AddFloat));
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return PutOneOf<double>(message,
                              field,
                              variant,
                              {1.5, 0.0},
                              std::pair(&pb::Reflection::SetDouble, &pb::Reflection::AddDouble));
    default:
      return PutInteger(message, field, variant);
  }
}

bool Put(pb::Message& message, const FieldDescriptor& field, int variant, int depth) {
  if (!field.is_repeated() || field.is_map()) {
    return PutElement(message, field, variant, depth);
  }
  // Two different elements, twice the same, then one alone.
  if (variant < 2) {
    return PutElement(message, field, 0, depth) &&
           (PutElement(message, field, variant == 0 ? 1 : 0, depth) ||
            PutElement(message, field, 0, depth));
  }
  return PutElement(message, field, variant - 2, depth);
}

class RequiredFields {
 public:
  bool Fill(pb::Message& message, int depth) {
    if (depth > kRequiredDepth) {
      return false;
    }
    const pb::Descriptor& type = *message.GetDescriptor();
    const pb::Reflection& reflection = *message.GetReflection();
    for (int i = 0; i < type.field_count(); ++i) {
      const FieldDescriptor& field = *type.field(i);
      if (field.is_required() && !reflection.HasField(message, &field)) {
        if (++filled_ > kRequiredFields) {
          return false;
        }
        PutElement(message, field, 0, kDepth);
      }
    }
    return FillInner(message, depth);
  }

 private:
  bool FillInner(pb::Message& message, int depth) {
    const pb::Reflection& reflection = *message.GetReflection();
    std::vector<const FieldDescriptor*> set;
    reflection.ListFields(message, &set);
    for (const FieldDescriptor* field : set) {
      if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) {
        continue;
      }
      const int count = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
      for (int i = 0; i < count; ++i) {
        pb::Message* inner = field->is_repeated()
                                 ? reflection.MutableRepeatedMessage(&message, field, i)
                                 : reflection.MutableMessage(&message, field);
        if (!Fill(*inner, depth + 1)) {
          return false;
        }
      }
    }
    return true;
  }

  int filled_ = 0;
};

}  // namespace

bool SetTelling(pb::Message& message, const FieldDescriptor& field, int variant) {
  message.GetReflection()->ClearField(&message, &field);
  return Put(message, field, variant, 0);
}

bool FillRequired(pb::Message& message) {
  return RequiredFields().Fill(message, 0);
}

}  // namespace accord::breaking
