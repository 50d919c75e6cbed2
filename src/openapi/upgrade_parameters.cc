#include <algorithm>
#include <array>

#include "openapi/upgrader.h"

namespace accord::openapi {

using document::Member;
using document::Node;
using document::Value;

namespace {

constexpr std::string_view kForm = "application/x-www-form-urlencoded";
constexpr std::string_view kMultipart = "multipart/form-data";

// Fields of a parameter that are the same in 3.0; the others are those of its schema.
constexpr std::array<std::string_view, 5> kKept = {
    "name", "in", "description", "required", "allowEmptyValue"};

bool IsFile(const Value& parameter) {
  return TextOf(*parameter, "type") == "file";
}

bool IsRequired(const Value& parameter) {
  return FlagOf(*parameter, "required");
}

// How 3.0 calls the ways to put an array into a text. Nothing there says "split by tabs".
std::string_view StyleOf(std::string_view collection_format, std::string_view in) {
  if (collection_format == "ssv") {
    return "spaceDelimited";
  }
  if (collection_format == "pipes") {
    return "pipeDelimited";
  }
  if (collection_format == "tsv") {
    return "tabDelimited";
  }
  return in == "path" || in == "header" ? "simple" : "form";
}

}  // namespace

Upgrader::Listed Upgrader::ListedAs(const Value& written) const {
  const Value parameter = originals_.Resolve(written);
  if (!parameter || !parameter->is_object()) {
    return {written, {}, {}};
  }
  return {written, parameter, TextOf(*parameter, "in")};
}

std::vector<Upgrader::Listed> Upgrader::List(const Value& object) const {
  std::vector<Listed> listed;
  if (const Value list = MemberOf(object, "parameters"); list) {
    for (const Node& item : list->items()) {
      listed.push_back(ListedAs(list.Child(&item)));
    }
  }
  return listed;
}

void Upgrader::WriteParameters(const std::vector<Listed>& parameters, const Value& at) {
  writer_.OpenList(at);
  for (const Listed& listed : parameters) {
    if (!listed.is_body()) {
      WriteParameter(listed);
    }
  }
  writer_.CloseList();
}

void Upgrader::WriteParameter(const Listed& listed) {
  const UpgradeWriter::Foreign foreign(writer_, listed.written);
  if (!listed.parameter) {
    writer_.Put(listed.written);
    return;
  }
  if (WriteShared(listed.written, "#/parameters/", "#/components/parameters/")) {
    return;
  }
  const Value& parameter = listed.parameter;
  writer_.OpenObject(parameter);
  ForEachMember(*parameter, [&](const Member& member) {
    const std::string_view key = member.key();
    if (std::ranges::find(kKept, key) != kKept.end() ||
        (key.starts_with("x-") && key != "x-nullable")) {
      writer_.PutMember(parameter, member);
    }
  });
  WriteStyle(parameter);
  writer_.Key("schema", parameter);
  schemas_.WriteInlineSchema(parameter);
  writer_.CloseObject();
}

void Upgrader::WriteStyle(const Value& parameter) {
  if (TextOf(*parameter, "type") != "array") {
    return;
  }
  const Value format = MemberOf(parameter, "collectionFormat");
  const Value& at = format ? format : parameter;
  const std::string_view text = format ? format->text() : std::string_view("csv");
  writer_.Key("style", at);
  writer_.Text(StyleOf(text, TextOf(*parameter, "in")), at);
  writer_.Key("explode", at);
  writer_.Flag(text == "multi", at);
}

void Upgrader::WriteRequestBody(const Value& operation, const std::vector<Listed>& parameters) {
  const Value consumes = TypesOf(operation, "consumes");
  const auto body = std::ranges::find(parameters, "body", &Listed::in);
  if (body != parameters.end()) {
    const UpgradeWriter::Foreign foreign(writer_, body->written);
    writer_.Key("requestBody", body->parameter);
    WriteBody(body->parameter, consumes);
    return;
  }
  std::vector<const Listed*> fields;
  for (const Listed& listed : parameters) {
    if (listed.in == "formData") {
      fields.push_back(&listed);
    }
  }
  if (!fields.empty()) {
    const UpgradeWriter::Foreign foreign(writer_, fields.front()->written);
    writer_.Key("requestBody", fields.front()->parameter);
    WriteForm(fields, consumes);
  }
}

void Upgrader::WriteBody(const Value& body, const Value& consumes) {
  const Value schema = MemberOf(body, "schema");
  writer_.OpenObject(body);
  ForEachMember(*body, [&](const Member& member) {
    if (member.key() == "description" || member.key() == "required" ||
        member.key().starts_with("x-")) {
      writer_.PutMember(body, member);
    }
  });
  const auto write = [&](std::string_view type, const Value& at) {
    writer_.Key(type, at);
    writer_.OpenObject(body);
    if (schema) {
      writer_.Key("schema", schema);
      schemas_.WriteSchema(schema);
    }
    writer_.CloseObject();
  };
  writer_.Key("content", body);
  writer_.OpenObject(body);
  if (consumes && !consumes->items().empty()) {
    for (const Node& type : consumes->items()) {
      write(type.text(), consumes.Child(&type));
    }
  } else {
    write("*/*", body);
  }
  writer_.CloseObject();
  writer_.CloseObject();
}

void Upgrader::WriteForm(const std::vector<const Listed*>& fields, const Value& consumes) {
  const Value& at = fields.front()->parameter;
  const bool has_file =
      std::ranges::any_of(fields, [](const Listed* field) { return IsFile(field->parameter); });
  std::vector<std::string_view> types;
  if (consumes) {
    for (const Node& type : consumes->items()) {
      if (type.text() == kMultipart || (type.text() == kForm && !has_file)) {
        types.push_back(type.text());
      }
    }
  }
  if (types.empty()) {
    types.push_back(has_file ? kMultipart : kForm);
  }
  writer_.OpenObject(at);
  if (std::ranges::any_of(fields,
                          [](const Listed* field) { return IsRequired(field->parameter); })) {
    writer_.Key("required", at);
    writer_.Flag(true, at);
  }
  writer_.Key("content", at);
  writer_.OpenObject(at);
  for (const std::string_view type : types) {
    writer_.Key(type, at);
    writer_.OpenObject(at);
    writer_.Key("schema", at);
    WriteFormSchema(fields);
    WriteFormEncoding(fields);
    writer_.CloseObject();
  }
  writer_.CloseObject();
  writer_.CloseObject();
}

void Upgrader::WriteFormSchema(const std::vector<const Listed*>& fields) {
  const Value& at = fields.front()->parameter;
  writer_.OpenObject(at);
  writer_.Key("type", at);
  writer_.Text("object", at);
  writer_.Key("properties", at);
  writer_.OpenObject(at);
  for (const Listed* field : fields) {
    const UpgradeWriter::Foreign foreign(writer_, field->written);
    writer_.Key(TextOf(*field->parameter, "name"), field->parameter);
    schemas_.WriteInlineSchema(field->parameter);
  }
  writer_.CloseObject();
  if (std::ranges::any_of(fields,
                          [](const Listed* field) { return IsRequired(field->parameter); })) {
    writer_.Key("required", at);
    writer_.OpenList(at);
    for (const Listed* field : fields) {
      if (IsRequired(field->parameter)) {
        const UpgradeWriter::Foreign foreign(writer_, field->written);
        writer_.Text(TextOf(*field->parameter, "name"), field->parameter);
      }
    }
    writer_.CloseList();
  }
  writer_.CloseObject();
}

void Upgrader::WriteFormEncoding(const std::vector<const Listed*>& fields) {
  const auto is_array = [](const Listed* field) {
    return TextOf(*field->parameter, "type") == "array";
  };
  if (std::ranges::none_of(fields, is_array)) {
    return;
  }
  const Value& at = fields.front()->parameter;
  writer_.Key("encoding", at);
  writer_.OpenObject(at);
  for (const Listed* field : fields) {
    if (is_array(field)) {
      const UpgradeWriter::Foreign foreign(writer_, field->written);
      writer_.Key(TextOf(*field->parameter, "name"), field->parameter);
      writer_.OpenObject(field->parameter);
      WriteStyle(field->parameter);
      writer_.CloseObject();
    }
  }
  writer_.CloseObject();
}

}  // namespace accord::openapi
