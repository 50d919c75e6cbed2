#include "breaking/proto/field_types.h"

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/field_text.h"
#include "breaking/proto/moves.h"
#include "breaking/proto/rules.h"
#include "breaking/proto/shapes.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;
using Field = pb::FieldDescriptor;

// Inside FieldDescriptorProto.
constexpr int kType = 5;
constexpr int kTypeName = 6;

constexpr std::string_view kSeeWire =
    " See https://developers.google.com/protocol-buffers/docs/proto3#updating for wire "
    "compatibility rules.";
constexpr std::string_view kSeeWireAndJson =
    " See https://developers.google.com/protocol-buffers/docs/proto3#updating for wire "
    "compatibility rules and https://developers.google.com/protocol-buffers/docs/proto3#json for "
    "JSON compatibility rules.";
constexpr std::string_view kBytesToString =
    " Note that while string and bytes are compatible if the data is valid UTF-8, there is no way "
    "to enforce that a bytes field is UTF-8, so these fields may be incompatible.";

/// A message in delimited encoding is a group, however it is written.
Field::Type KindOf(const proto::Image& image, const Field& field) {
  return field.message_type() == nullptr     ? field.type()
         : image.FeaturesOf(field).delimited ? Field::TYPE_GROUP
                                             : Field::TYPE_MESSAGE;
}

std::string_view KindText(const proto::Image& image, const Field& field) {
  const Field::Type kind = KindOf(image, field);
  if (kind == Field::TYPE_GROUP && image.SyntaxOf(*field.file()) != "proto2") {
    return "message (delimited encoding)";
  }
  return Field::TypeName(kind);
}

/// Types that read each other's bytes: equal ones stand for the whole group.
Field::Type WireGroup(Field::Type kind) {
  switch (kind) {
    case Field::TYPE_INT64:
    case Field::TYPE_UINT32:
    case Field::TYPE_UINT64:
    case Field::TYPE_BOOL:
      return Field::TYPE_INT32;
    case Field::TYPE_SINT64:
      return Field::TYPE_SINT32;
    case Field::TYPE_SFIXED32:
      return Field::TYPE_FIXED32;
    case Field::TYPE_SFIXED64:
      return Field::TYPE_FIXED64;
    default:
      return kind;
  }
}

/// The same for bytes and JSON together.
Field::Type WireAndJsonGroup(Field::Type kind) {
  switch (kind) {
    case Field::TYPE_UINT32:
      return Field::TYPE_INT32;
    case Field::TYPE_UINT64:
      return Field::TYPE_INT64;
    case Field::TYPE_SFIXED32:
      return Field::TYPE_FIXED32;
    case Field::TYPE_SFIXED64:
      return Field::TYPE_FIXED64;
    default:
      return kind;
  }
}

bool IsInteger(Field::Type kind) {
  return kind != Field::TYPE_BOOL && WireGroup(kind) == Field::TYPE_INT32;
}

/// An open enum takes every number that an integer field can hold, and back.
bool IntegerAndOpenEnum(const Context& context, const FieldPair& fields) {
  const auto open = [](const proto::Image& image, const Field& field) {
    return field.enum_type() != nullptr && !image.FeaturesOf(*field.enum_type()).closed_enum;
  };
  return (IsInteger(fields.before->type()) && open(context.after, *fields.after)) ||
         (open(context.before, *fields.before) && IsInteger(fields.after->type()));
}

std::string TypeNameOf(const Field& field) {
  if (field.message_type() != nullptr) {
    return field.message_type()->full_name();
  }
  return field.enum_type() == nullptr ? std::string() : field.enum_type()->full_name();
}

/// Whether both are maps whose keys and values have the same types: the name of the entry, which
/// follows the name of the field, appears nowhere.
bool SameMap(const Context& context, const FieldPair& fields) {
  if (!fields.before->is_map() || !fields.after->is_map()) {
    return false;
  }
  const auto same = [&](const Field* before, const Field* after) {
    return KindOf(context.before, *before) == KindOf(context.after, *after) &&
           context.moves.Same(TypeNameOf(*before), TypeNameOf(*after));
  };
  const pb::Descriptor& before = *fields.before->message_type();
  const pb::Descriptor& after = *fields.after->message_type();
  return same(before.map_key(), after.map_key()) && same(before.map_value(), after.map_value());
}

bool SameTypeName(const Context& context, const FieldPair& fields) {
  return context.moves.Same(TypeNameOf(*fields.before), TypeNameOf(*fields.after)) ||
         (!context.like_buf && SameMap(context, fields));
}

/// buf takes enums of the same short name that keep their values for the same.
bool SameEnumByShortName(const pb::EnumDescriptor& before, const pb::EnumDescriptor& after) {
  if (before.name() != after.name()) {
    return false;
  }
  for (int i = 0; i < before.value_count(); ++i) {
    const pb::EnumValueDescriptor* value = after.FindValueByName(before.value(i)->name());
    if (value == nullptr || value->number() != before.value(i)->number()) {
      return false;
    }
  }
  return true;
}

/// Of two fields of the same kind: whether the named type of one reads as that of the other.
bool NamedTypesFit(const Context& context, const FieldPair& fields, Form form) {
  const pb::EnumDescriptor* before = fields.before->enum_type();
  const pb::EnumDescriptor* after = fields.after->enum_type();
  if (before != nullptr && after != nullptr) {
    return context.like_buf ? SameEnumByShortName(*before, *after)
                            : SameShape(context, EnumPair{before, after});
  }
  return !context.like_buf &&
         SameShape(context, {fields.before->message_type(), fields.after->message_type()}, form);
}

Draft TypeDraft(const Context& context,
                const finding::RuleInfo& rule,
                const FieldPair& fields,
                std::string_view more) {
  const auto part = [](const Field& field) {
    return PartOf(field, {TypeNameOf(field).empty() ? kType : kTypeName});
  };
  Draft draft = FieldDraft(rule,
                           fields,
                           {kType},
                           fmt::format(R"(changed type from "{}" to "{}".{})",
                                       KindText(context.before, *fields.before),
                                       KindText(context.after, *fields.after),
                                       more));
  draft.after = part(*fields.after);
  draft.before = part(*fields.before);
  return draft;
}

Draft TypeNameDraft(const finding::RuleInfo& rule, const FieldPair& fields) {
  return FieldDraft(rule,
                    fields,
                    {kTypeName},
                    fmt::format(R"(changed type from "{}" to "{}".)",
                                TypeNameOf(*fields.before),
                                TypeNameOf(*fields.after)));
}

std::string Advice(const FieldPair& fields, Form form) {
  if (form == Form::kWireAndJson) {
    return std::string(kSeeWireAndJson);
  }
  const bool bytes_to_string =
      fields.before->type() == Field::TYPE_BYTES && fields.after->type() == Field::TYPE_STRING;
  return fmt::format("{}{}", kSeeWire, bytes_to_string ? kBytesToString : "");
}

void CheckForm(Context& context,
               const FieldPair& fields,
               Form form,
               const finding::RuleInfo& rule) {
  if (!context.Wants(rule)) {
    return;
  }
  if (!SameKind(context, fields, form)) {
    context.Add(TypeDraft(context, rule, fields, Advice(fields, form)));
  } else if (KindOf(context.before, *fields.before) == KindOf(context.after, *fields.after) &&
             !SameTypeName(context, fields) && !NamedTypesFit(context, fields, form)) {
    context.Add(TypeNameDraft(rule, fields));
  }
}

}  // namespace

bool SameKind(const Context& context, const FieldPair& fields, Form form) {
  const Field::Type before = KindOf(context.before, *fields.before);
  const Field::Type after = KindOf(context.after, *fields.after);
  if (form == Form::kWireAndJson) {
    return WireAndJsonGroup(before) == WireAndJsonGroup(after);
  }
  return WireGroup(before) == WireGroup(after) ||
         (before == Field::TYPE_STRING && after == Field::TYPE_BYTES) ||
         (!context.like_buf && IntegerAndOpenEnum(context, fields));
}

void CheckFieldType(Context& context, const FieldPair& fields) {
  if (KindOf(context.before, *fields.before) != KindOf(context.after, *fields.after)) {
    context.Add(TypeDraft(context, kFieldSameType, fields, {}));
  } else if (!SameTypeName(context, fields)) {
    context.Add(TypeNameDraft(kFieldSameType, fields));
  }
  CheckForm(context, fields, Form::kWire, kFieldWireCompatibleType);
  CheckForm(context, fields, Form::kWireAndJson, kFieldWireJsonCompatibleType);
}

}  // namespace accord::breaking
