#include "openapi/upgrade_schemas.h"

#include <algorithm>
#include <array>

#include "accord/schema/uri.h"

#include "openapi/reader.h"
#include "openapi/structure.h"

namespace accord::openapi {

using document::Member;
using document::Value;

namespace {

// What of a parameter is its schema.
constexpr std::array<std::string_view, 17> kCarried = {"type",
                                                       "format",
                                                       "items",
                                                       "default",
                                                       "maximum",
                                                       "exclusiveMaximum",
                                                       "minimum",
                                                       "exclusiveMinimum",
                                                       "maxLength",
                                                       "minLength",
                                                       "pattern",
                                                       "maxItems",
                                                       "minItems",
                                                       "uniqueItems",
                                                       "enum",
                                                       "multipleOf",
                                                       "x-nullable"};

// What stands there is data.
constexpr std::array<std::string_view, 5> kData = {
    "example", "examples", "default", "enum", "required"};

template <std::size_t N>
bool OneOf(const std::array<std::string_view, N>& names, std::string_view key) {
  return std::ranges::find(names, key) != names.end();
}

bool IsNullable(const Value& schema) {
  return FlagOf(*schema, "x-nullable") && schema->Find("nullable") == nullptr;
}

}  // namespace

std::string SchemaUpgrader::Rewritten(const Value& holder, std::string_view reference) const {
  constexpr std::string_view kDefinitions = "#/definitions/";
  const bool is_foreign = holder.document() != document_;
  std::string absolute;
  if (is_foreign) {
    const auto [uri, fragment] = schema::SplitFragment(reference);
    absolute = schema::ResolveUri(originals_.UriOf(*holder.document()), uri);
    if (absolute == originals_.UriOf(*document_)) {
      absolute.clear();
    }
    absolute.append("#").append(fragment);
    reference = absolute;
  }
  // What leads nowhere is complained about as the user wrote it.
  if (reference.starts_with(kDefinitions) && originals_.Follow(Value(document_), reference)) {
    return "#/components/schemas/" + std::string(reference.substr(kDefinitions.size()));
  }
  return std::string(reference);
}

void SchemaUpgrader::Write(const Value& value, Form form) {
  const std::size_t outer = frames_.size();
  Open(value, form);
  while (frames_.size() > outer) {
    WriteNext(frames_.back());
  }
}

void SchemaUpgrader::Open(const Value& value, Form form) {
  if (!value->is_container() || written_ > kMaxWritten) {
    writer_.Put(value);
    return;
  }
  if (value->is_array()) {
    writer_.OpenList(value);
  } else {
    writer_.OpenObject(value);
  }
  frames_.push_back({value, form});
}

void SchemaUpgrader::WriteNext(Frame& frame) {
  const Value value = frame.value;
  const Form form = frame.form;
  const std::size_t at = frame.next++;
  ++written_;
  if (value->is_array()) {
    if (at < value->items().size()) {
      Open(value.Child(&value->items()[at]), form == Form::kList ? Form::kSchema : form);
      return;
    }
    writer_.CloseList();
    frames_.pop_back();
    return;
  }
  if (at == value->members().size()) {
    WriteSpecials(value, form);
    writer_.CloseObject();
    frames_.pop_back();
    return;
  }
  const Member& member = value->members()[at];
  if (form == Form::kMap) {
    writer_.Key(value, member);
    Open(value.Child(&member.value), Form::kSchema);
  } else {
    WriteKeyword(value, member, form);
  }
}

void SchemaUpgrader::WriteKeyword(const Value& schema, const Member& member, Form form) {
  const std::string_view key = member.key();
  const Value value = schema.Child(&member.value);
  if (form == Form::kCarrier && !OneOf(kCarried, key)) {
    return;
  }
  if (key == "collectionFormat") {
    return;
  }
  writer_.Key(schema, member);
  if (key == "$ref" && value->is_string()) {
    writer_.Text(Rewritten(schema, value->text()), value);
  } else if (key == "discriminator" && value->is_string()) {
    writer_.OpenObject(value);
    writer_.Key("propertyName", value);
    writer_.Put(value);
    writer_.CloseObject();
  } else if (key == "type" && value->text() == "file") {
    writer_.Text("string", value);
  } else if (const auto shape = SchemasIn(key); shape && value->is_container()) {
    const bool is_map = *shape == SchemaShape::kMap && value->is_object();
    const Form inner = is_map ? Form::kMap : value->is_array() ? Form::kList : Form::kSchema;
    Open(value, inner);
  } else if (form == Form::kAnything && !OneOf(kData, key) && !key.starts_with("x-")) {
    Open(value, Form::kAnything);
  } else {
    writer_.Put(value);
  }
}

void SchemaUpgrader::WriteSpecials(const Value& schema, Form form) {
  if (form == Form::kMap) {
    return;
  }
  if (IsNullable(schema)) {
    writer_.Key("nullable", MemberOf(schema, "x-nullable"));
    writer_.Flag(true, MemberOf(schema, "x-nullable"));
  }
  if (TextOf(*schema, "type") == "file" && schema->Find("format") == nullptr) {
    writer_.Key("format", MemberOf(schema, "type"));
    writer_.Text("binary", MemberOf(schema, "type"));
  }
}

}  // namespace accord::openapi
