#include <algorithm>
#include <array>
#include <utility>

#include "openapi/upgrader.h"

namespace accord::openapi {

using document::Member;
using document::Node;
using document::Value;

namespace {

constexpr std::array<std::string_view, 7> kMethods = {
    "get", "put", "post", "delete", "options", "head", "patch"};

bool IsMethod(std::string_view key) {
  return std::ranges::find(kMethods, key) != kMethods.end();
}

}  // namespace

void Upgrader::WritePaths(const Value& paths) {
  if (!paths->is_object()) {
    writer_.Put(paths);
    return;
  }
  writer_.OpenObject(paths);
  WriteMembers(paths, [&](const Member& member) {
    if (!member.value.is_object() || member.key().starts_with("x-")) {
      return false;
    }
    writer_.Key(paths, member);
    WritePathItem(paths.Child(&member.value));
    return true;
  });
  writer_.CloseObject();
}

// One that is written elsewhere is taken over, unless it is another path of this document.
void Upgrader::WritePathItem(const Value& written) {
  const UpgradeWriter::Foreign foreign(writer_, written);
  const Value item = originals_.Resolve(written);
  if (!item || !item->is_object() || ReferenceOf(*written).starts_with("#/paths/")) {
    writer_.Put(written);
    return;
  }
  const std::vector<Listed> shared = List(item);
  writer_.OpenObject(item);
  WriteMembers(item, [&](const Member& member) {
    const Value value = item.Child(&member.value);
    if (IsMethod(member.key()) && value->is_object()) {
      writer_.Key(item, member);
      WriteOperation(value, shared);
      return true;
    }
    if (member.key() == "parameters" && value->is_array()) {
      writer_.Key(item, member);
      WriteParameters(shared, value);
      return true;
    }
    return false;
  });
  writer_.CloseObject();
}

void Upgrader::WriteOperation(const Value& operation, const std::vector<Listed>& shared) {
  std::vector<Listed> parameters = List(operation);
  // Of the path's parameters only those for the body belong to the operation now.
  const auto own = static_cast<std::ptrdiff_t>(parameters.size());
  for (const Listed& listed : shared) {
    if (!listed.is_body()) {
      continue;
    }
    const bool replaced =
        std::any_of(parameters.begin(), parameters.begin() + own, [&](const Listed& other) {
          return other.in == listed.in &&
                 (listed.in == "body" ||
                  TextOf(*other.parameter, "name") == TextOf(*listed.parameter, "name"));
        });
    if (!replaced) {
      parameters.push_back(listed);
    }
  }
  writer_.OpenObject(operation);
  WriteMembers(operation, [&](const Member& member) {
    const std::string_view key = member.key();
    const Value value = operation.Child(&member.value);
    if (key == "parameters" && value->is_array()) {
      writer_.Key(operation, member);
      WriteParameters(parameters, value);
      return true;
    }
    if (key == "responses" && value->is_object()) {
      writer_.Key(operation, member);
      WriteResponses(value, operation);
      return true;
    }
    if (key == "schemes" && value->is_array()) {
      WriteServers(value);
      return true;
    }
    return key == "consumes" || key == "produces";
  });
  // What is asked and answered without a body has types, too; 3.0 has no place for them.
  for (const auto& [key, extension] :
       {std::pair("consumes", "x-consumes"), std::pair("produces", "x-produces")}) {
    if (const Value types = TypesOf(operation, key); types) {
      writer_.Key(extension, types);
      writer_.Put(types);
    }
  }
  WriteRequestBody(operation, parameters);
  writer_.CloseObject();
}

void Upgrader::WriteResponses(const Value& responses, const Value& operation) {
  const Value produces = TypesOf(operation, "produces");
  writer_.OpenObject(responses);
  WriteMembers(responses, [&](const Member& member) {
    if (member.key().starts_with("x-")) {
      return false;
    }
    writer_.Key(responses, member);
    WriteResponse(responses.Child(&member.value), produces);
    return true;
  });
  writer_.CloseObject();
}

// What an operation produces decides what a response that is written elsewhere means here.
void Upgrader::WriteResponse(const Value& written, const Value& produces) {
  const UpgradeWriter::Foreign foreign(writer_, written);
  const Value response = originals_.Resolve(written);
  if (!response || !response->is_object()) {
    writer_.Put(written);
    return;
  }
  const bool same_types = produces.get() == TypesOf({}, "produces").get();
  if (same_types && WriteShared(written, "#/responses/", "#/components/responses/")) {
    return;
  }
  writer_.OpenObject(response);
  WriteMembers(response, [&](const Member& member) {
    const Value value = response.Child(&member.value);
    if (member.key() == "headers" && value->is_object()) {
      writer_.Key(response, member);
      writer_.OpenObject(value);
      ForEachMember(*value, [&](const Member& header) {
        writer_.Key(value, header);
        WriteHeader(value.Child(&header.value));
      });
      writer_.CloseObject();
      return true;
    }
    return member.key() == "schema" || member.key() == "examples";
  });
  WriteContent(response, produces);
  writer_.CloseObject();
}

void Upgrader::WriteContent(const Value& response, const Value& produces) {
  const Value schema = MemberOf(response, "schema");
  const Value examples = MemberOf(response, "examples");
  const bool has_examples = examples && examples->is_object();
  if (!schema && !has_examples) {
    return;
  }
  const Value& at = schema ? schema : examples;
  const auto write = [&](std::string_view type, const Value& place) {
    const Value example = has_examples ? MemberOf(examples, type) : Value();
    writer_.Key(type, place);
    writer_.OpenObject(at);
    if (schema) {
      writer_.Key("schema", schema);
      schemas_.WriteSchema(schema);
    }
    if (example) {
      writer_.Key("example", example);
      writer_.Put(example);
    }
    writer_.CloseObject();
  };
  writer_.Key("content", at);
  writer_.OpenObject(at);
  if (!schema) {
    ForEachMember(*examples, [&](const Member& member) {
      write(member.key(), examples.Child(&member.value));
    });
  } else if (produces && !produces->items().empty()) {
    for (const Node& type : produces->items()) {
      write(type.text(), produces.Child(&type));
    }
  } else {
    write(TextOf(*schema, "type") == "file" ? "application/octet-stream" : "*/*", schema);
  }
  writer_.CloseObject();
}

void Upgrader::WriteHeader(const Value& header) {
  if (!header->is_object()) {
    writer_.Put(header);
    return;
  }
  writer_.OpenObject(header);
  ForEachMember(*header, [&](const Member& member) {
    if (member.key() == "description" ||
        (member.key().starts_with("x-") && member.key() != "x-nullable")) {
      writer_.PutMember(header, member);
    }
  });
  writer_.Key("schema", header);
  schemas_.WriteInlineSchema(header);
  writer_.CloseObject();
}

}  // namespace accord::openapi
