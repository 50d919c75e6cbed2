#include "breaking/proto/reading.h"

#include <limits>
#include <set>
#include <utility>

namespace accord::breaking {

namespace pb = google::protobuf;

namespace {

using pb::FieldDescriptor;

/// How a scalar is laid out: types of one layout read each other's bytes.
enum class Layout { kVarint, kZigzag, kFixed32, kFixed64, kFloat, kDouble, kText, kOther };

Layout LayoutOf(const FieldDescriptor& field) {
  switch (field.type()) {
    case FieldDescriptor::TYPE_INT32:
    case FieldDescriptor::TYPE_INT64:
    case FieldDescriptor::TYPE_UINT32:
    case FieldDescriptor::TYPE_UINT64:
    case FieldDescriptor::TYPE_BOOL:
    case FieldDescriptor::TYPE_ENUM:
      return Layout::kVarint;
    case FieldDescriptor::TYPE_SINT32:
    case FieldDescriptor::TYPE_SINT64:
      return Layout::kZigzag;
    case FieldDescriptor::TYPE_FIXED32:
    case FieldDescriptor::TYPE_SFIXED32:
      return Layout::kFixed32;
    case FieldDescriptor::TYPE_FIXED64:
    case FieldDescriptor::TYPE_SFIXED64:
      return Layout::kFixed64;
    case FieldDescriptor::TYPE_FLOAT:
      return Layout::kFloat;
    case FieldDescriptor::TYPE_DOUBLE:
      return Layout::kDouble;
    case FieldDescriptor::TYPE_STRING:
    case FieldDescriptor::TYPE_BYTES:
      return Layout::kText;
    default:
      return Layout::kOther;
  }
}

struct Range {
  std::int64_t low;
  std::uint64_t high;
};

Range RangeOf(const FieldDescriptor& field) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_BOOL:
      return {0, 1};
    case FieldDescriptor::CPPTYPE_UINT32:
      return {0, std::numeric_limits<std::uint32_t>::max()};
    case FieldDescriptor::CPPTYPE_UINT64:
      return {0, std::numeric_limits<std::uint64_t>::max()};
    case FieldDescriptor::CPPTYPE_INT64:
      return {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
    default:  // int32 and enum.
      return {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
  }
}

bool Covers(const Range& reader, const Range& writer) {
  return reader.low <= writer.low && reader.high >= writer.high;
}

bool IsInteger(Layout layout) {
  return layout != Layout::kFloat && layout != Layout::kDouble && layout != Layout::kText &&
         layout != Layout::kOther;
}

bool IsEnum(const FieldDescriptor& field) {
  return field.type() == FieldDescriptor::TYPE_ENUM;
}

bool IsMessage(const FieldDescriptor& field) {
  return field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
}

/// Judges shapes; pairs under way count as the same, so that recursive types come to an end.
class Shapes {
 public:
  bool Same(const pb::Descriptor& writer, const pb::Descriptor& reader) {
    if (!seen_.insert({&writer, &reader}).second) {
      return true;
    }
    if (seen_.size() > kPairs || depth_ >= kDepth) {
      return writer.full_name() == reader.full_name();
    }
    ++depth_;
    const bool same = SameFields(writer, reader);
    --depth_;
    return same;
  }

  bool Same(const FieldDescriptor& writer, const FieldDescriptor& reader) {
    return SameCardinality(writer, reader) && SameType(writer, reader);
  }

 private:
  static constexpr std::size_t kPairs = 400;
  static constexpr int kDepth = 24;

  bool SameFields(const pb::Descriptor& writer, const pb::Descriptor& reader) {
    for (int i = 0; i < writer.field_count(); ++i) {
      const FieldDescriptor* field = reader.FindFieldByNumber(writer.field(i)->number());
      if (field == nullptr || !Same(*writer.field(i), *field)) {
        return false;
      }
    }
    for (int i = 0; i < reader.field_count(); ++i) {
      const FieldDescriptor* field = reader.field(i);
      if (field->is_required() && writer.FindFieldByNumber(field->number()) == nullptr) {
        return false;
      }
    }
    return true;
  }

  static bool SameCardinality(const FieldDescriptor& writer, const FieldDescriptor& reader) {
    if (reader.is_required() && !writer.is_required()) {
      return false;
    }
    if (writer.is_repeated()) {
      return reader.is_repeated() && (writer.is_map() || !reader.is_map());
    }
    return reader.is_repeated() ? !reader.is_map()
                                : reader.has_presence() || !writer.has_presence();
  }

  bool SameType(const FieldDescriptor& writer, const FieldDescriptor& reader) {
    if (IsMessage(writer) || IsMessage(reader)) {
      return writer.type() == reader.type() && Same(*writer.message_type(), *reader.message_type());
    }
    const Layout layout = LayoutOf(writer);
    if (layout != LayoutOf(reader)) {
      return false;
    }
    if (layout == Layout::kText) {
      return writer.type() == reader.type() || reader.type() == FieldDescriptor::TYPE_BYTES;
    }
    if (IsEnum(reader)) {
      return IsEnum(writer)
                 ? ReadsSame(*writer.enum_type(), *reader.enum_type())
                 : !IsClosed(*reader.enum_type()) && Covers(RangeOf(reader), RangeOf(writer));
    }
    return !IsInteger(layout) || Covers(RangeOf(reader), RangeOf(writer));
  }

  std::set<std::pair<const pb::Descriptor*, const pb::Descriptor*>> seen_;
  int depth_ = 0;
};

}  // namespace

bool ReadsSame(const FieldDescriptor& writer, const FieldDescriptor& reader) {
  return Shapes().Same(writer, reader);
}

bool ReadsSame(const pb::Descriptor& writer, const pb::Descriptor& reader) {
  return Shapes().Same(writer, reader);
}

bool ReadsSame(const pb::EnumDescriptor& writer, const pb::EnumDescriptor& reader) {
  for (int i = 0; i < writer.value_count(); ++i) {
    if (reader.FindValueByNumber(writer.value(i)->number()) == nullptr) {
      return false;
    }
  }
  return !IsClosed(reader) || IsClosed(writer);
}

bool SameJsonForm(const FieldDescriptor& one, const FieldDescriptor& other) {
  if (one.is_map() != other.is_map() || one.is_repeated() != other.is_repeated()) {
    return false;
  }
  if (IsMessage(one) && IsMessage(other)) {
    return one.message_type()->full_name() == other.message_type()->full_name() ||
           (ReadsSame(*one.message_type(), *other.message_type()) &&
            ReadsSame(*other.message_type(), *one.message_type()));
  }
  // 64-bit integers are strings in JSON, smaller ones are numbers.
  const auto narrow = [](const FieldDescriptor& field) {
    return field.cpp_type() == FieldDescriptor::CPPTYPE_INT32 ||
           field.cpp_type() == FieldDescriptor::CPPTYPE_UINT32;
  };
  const auto wide = [](const FieldDescriptor& field) {
    return field.cpp_type() == FieldDescriptor::CPPTYPE_INT64 ||
           field.cpp_type() == FieldDescriptor::CPPTYPE_UINT64;
  };
  if (IsEnum(one) && IsEnum(other)) {
    return one.enum_type()->name() == other.enum_type()->name();
  }
  return one.type() == other.type() || (narrow(one) && narrow(other)) || (wide(one) && wide(other));
}

const FieldDescriptor* RivalOf(const FieldDescriptor& writer, const FieldDescriptor& reader) {
  const pb::OneofDescriptor* oneof = reader.real_containing_oneof();
  if (oneof == nullptr || writer.is_extension()) {
    return nullptr;
  }
  for (int i = 0; i < oneof->field_count(); ++i) {
    const FieldDescriptor* rival =
        writer.containing_type()->FindFieldByNumber(oneof->field(i)->number());
    if (rival == nullptr || rival == &writer) {
      continue;
    }
    const pb::OneofDescriptor* shared = writer.real_containing_oneof();
    if (shared == nullptr || rival->real_containing_oneof() != shared) {
      return rival;
    }
  }
  return nullptr;
}

bool IsClosed(const pb::EnumDescriptor& type) {
  return type.file()->syntax() == pb::FileDescriptor::SYNTAX_PROTO2;
}

}  // namespace accord::breaking
