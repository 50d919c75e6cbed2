#include <array>

#include "schema/build/readers.h"

namespace accord::schema {
namespace {

struct TypeName {
  std::string_view name;
  TypeSet types;
};
constexpr std::array kTypeNames = {
    TypeName{"null", kNullType},
    TypeName{"boolean", kBooleanType},
    TypeName{"object", kObjectType},
    TypeName{"array", kArrayType},
    TypeName{"string", kStringType},
    TypeName{"integer", kIntegerType},
    TypeName{"number", kNumberType},
};

TypeSet TypeOf(SchemaContext& context, const document::Node& name) {
  if (name.is_string()) {
    for (const TypeName& known : kTypeNames) {
      if (known.name == name.text()) {
        return known.types;
      }
    }
    context.Invalid(name, Quoted(name.text()) + " is no type");
  } else {
    context.Invalid(name, "a type is named by a string");
  }
  return kAnyType;
}

bool IsTrue(const document::Node* value) {
  return value != nullptr && value->is_bool() && value->boolean();
}

void ReadBound(SchemaContext& context,
               const document::Member& member,
               std::string_view exclusive_keyword,
               std::optional<Bound> SchemaNode::*bound) {
  if (std::optional<Decimal> value = context.Number(member)) {
    const bool exclusive =
        context.language().has_boolean_bounds() && IsTrue(context.Sibling(exclusive_keyword));
    const std::string_view keyword =
        exclusive_keyword == "exclusiveMinimum" ? "minimum" : "maximum";
    context.node().*bound = Bound{std::move(*value), exclusive, keyword};
  }
}

void ReadExclusive(SchemaContext& context,
                   const document::Member& member,
                   std::string_view inclusive_keyword,
                   std::optional<Bound> SchemaNode::*first,
                   std::optional<Bound> SchemaNode::*second) {
  if (std::optional<Decimal> value = context.Number(member)) {
    const std::string_view keyword =
        inclusive_keyword == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum";
    const bool is_second = context.Sibling(inclusive_keyword) != nullptr;
    context.node().*(is_second ? second : first) = Bound{std::move(*value), true, keyword};
  }
}

}  // namespace

void ReadType(SchemaContext& context, const document::Member& member) {
  const document::Node& value = member.value;
  const bool may_be_list = context.language().dialect != Dialect::kOpenApi30;
  TypeSet types = 0;
  if (value.is_array() && may_be_list) {
    for (const document::Node& name : value.items()) {
      types = static_cast<TypeSet>(types | TypeOf(context, name));
    }
    if (types == 0) {
      context.Invalid(value, "'type' must name at least one type");
    }
  } else {
    types = TypeOf(context, value);
    if (!may_be_list && types == kNullType) {
      context.Invalid(value, "OpenAPI 3.0 has no type 'null'; it has 'nullable'");
    }
  }
  if (context.language().dialect == Dialect::kOpenApi30 && IsTrue(context.Sibling("nullable"))) {
    types = static_cast<TypeSet>(types | kNullType);
  }
  context.node().types = types;
  context.node().strict_integer =
      context.options().strict_integers && context.language().dialect == Dialect::kDraft4;
}

// Means nothing without a `type`, which looks for it.
void ReadNullable(SchemaContext& context, const document::Member& member) {
  context.Expect(member, document::Kind::kBool);
}

void ReadEnum(SchemaContext& context, const document::Member& member) {
  if (!context.Expect(member, document::Kind::kArray)) {
    return;
  }
  SchemaNode& node = context.node();
  if (node.has_enum) {
    node.const_value = node.values.front();  // The `const` that stands in front.
  }
  node.has_enum = true;
  node.enum_keyword = "enum";
  node.values.clear();
  node.values.reserve(member.value.items().size());
  for (const document::Node& value : member.value.items()) {
    node.values.push_back(&value);
  }
}

void ReadConst(SchemaContext& context, const document::Member& member) {
  SchemaNode& node = context.node();
  if (node.has_enum) {
    node.const_value = &member.value;
    return;
  }
  node.has_enum = true;
  node.enum_keyword = "const";
  node.values = {&member.value};
}

void ReadMinimum(SchemaContext& context, const document::Member& member) {
  ReadBound(context, member, "exclusiveMinimum", &SchemaNode::minimum);
}

void ReadMaximum(SchemaContext& context, const document::Member& member) {
  ReadBound(context, member, "exclusiveMaximum", &SchemaNode::maximum);
}

void ReadExclusiveMinimum(SchemaContext& context, const document::Member& member) {
  ReadExclusive(context, member, "minimum", &SchemaNode::minimum, &SchemaNode::second_minimum);
}

void ReadExclusiveMaximum(SchemaContext& context, const document::Member& member) {
  ReadExclusive(context, member, "maximum", &SchemaNode::maximum, &SchemaNode::second_maximum);
}

// The bound itself looks for it.
void ReadBooleanBound(SchemaContext& context, const document::Member& member) {
  context.Expect(member, document::Kind::kBool);
}

void ReadMultipleOf(SchemaContext& context, const document::Member& member) {
  std::optional<Decimal> step = context.Number(member);
  if (!step) {
    return;
  }
  if (step->is_zero() || step->negative()) {
    context.Invalid(member.value, "'multipleOf' must be greater than 0");
    return;
  }
  context.node().multiple_of = std::move(step);
}

void ReadMinLength(SchemaContext& context, const document::Member& member) {
  context.node().min_length = context.Count(member).value_or(0);
}

void ReadMaxLength(SchemaContext& context, const document::Member& member) {
  context.node().max_length = context.Count(member);
}

void ReadPattern(SchemaContext& context, const document::Member& member) {
  if (context.Expect(member, document::Kind::kString)) {
    context.node().pattern = context.CompilePattern(member.value.text(), member);
  }
}

void ReadFormat(SchemaContext& context, const document::Member& member) {
  if (!context.Expect(member, document::Kind::kString)) {
    return;
  }
  const Formats formats = context.options().formats;
  SchemaNode& node = context.node();
  node.format = std::string(member.value.text());
  node.assert_format = formats == Formats::kAssert ||
                       (formats == Formats::kByDialect && context.language().asserts_format);
  if (!node.assert_format) {
    context.Annotate(member);
  }
}

}  // namespace accord::schema
