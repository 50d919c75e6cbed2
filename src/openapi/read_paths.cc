#include <algorithm>
#include <array>
#include <iterator>

#include "accord/base/strings.h"

#include "openapi/reader.h"

namespace accord::openapi {

using document::Member;
using document::Node;
using document::Value;

namespace {

// `query` is of OpenAPI 3.2.
constexpr std::array<std::string_view, 9> kMethods = {
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query"};

std::string KeyOf(const Parameter& parameter) {
  std::string key(ToString(parameter.in));
  return key.append(" ").append(parameter.in == In::kHeader ? base::ToLowerAscii(parameter.name)
                                                            : parameter.name);
}

}  // namespace

// What `to` has already stays as it is there.
void Reader::AddMissing(const std::vector<Parameter>& from, std::vector<Parameter>& to) {
  std::unordered_set<std::string> known;
  if (!from.empty()) {
    std::ranges::transform(to, std::inserter(known, known.end()), KeyOf);
  }
  for (const Parameter& parameter : from) {
    if (known.count(KeyOf(parameter)) == 0 && Spend()) {
      to.push_back(parameter);
    }
  }
}

std::vector<PathItem> Reader::PathItems(const Value& map) {
  std::vector<PathItem> items;
  if (!map) {
    return items;
  }
  ForEachMember(*map, [&](const Member& member) {
    if (member.value.is_object() && !member.key().starts_with("x-") && Spend()) {
      items.push_back(ReadPathItem(member.key(), map.Child(&member.value)));
    }
  });
  return items;
}

// What stands beside the `$ref` of a path item counts too, and more than what it leads to.
PathItem Reader::ReadPathItem(std::string_view path, const Value& written) {
  PathItem item;
  item.path = path;
  std::vector<Value> parts = {written};
  for (int hops = 0; hops < Documents::kMaxHops && !ReferenceOf(*parts.back()).empty(); ++hops) {
    const Value& from = parts.back();
    Value next = documents_.Follow(from, ReferenceOf(*from));
    if (!next || !next->is_object()) {
      break;
    }
    parts.push_back(std::move(next));
  }
  item.source = parts.back();
  for (const Value& part : parts) {
    AddMissing(Parameters(MemberOf(part, "parameters")), item.parameters);
    if (item.servers.empty()) {
      item.servers = Servers(part);
    }
  }
  for (Parameter& parameter : item.parameters) {
    parameter.shared = true;
  }
  std::unordered_set<std::string> methods;
  for (const Value& part : parts) {
    ReadOperations(part, item, methods);
  }
  return item;
}

void Reader::ReadOperations(const Value& item,
                            PathItem& into,
                            std::unordered_set<std::string>& methods) {
  const auto add = [&](std::string method, const Value& object) {
    if (object && object->is_object() && methods.insert(method).second && Spend()) {
      Operation operation = ReadOperation(std::move(method), object);
      AddMissing(into.parameters, operation.parameters);
      into.operations.push_back(std::move(operation));
    }
  };
  for (const std::string_view method : kMethods) {
    add(base::ToUpperAscii(method), MemberOf(item, method));
  }
  if (const Value more = MemberOf(item, "additionalOperations"); more) {
    ForEachMember(*more, [&](const Member& member) {
      add(std::string(member.key()), more.Child(&member.value));
    });
  }
}

Operation Reader::ReadOperation(std::string method, const Value& object) {
  Operation operation;
  operation.method = std::move(method);
  operation.id = TextOf(*object, "operationId");
  operation.deprecated = FlagOf(*object, "deprecated");
  if (const Node* tags = object->Find("tags"); tags != nullptr) {
    for (const Node& tag : tags->items()) {
      operation.tags.emplace_back(tag.text());
    }
  }
  operation.parameters = Parameters(MemberOf(object, "parameters"));
  operation.body = ReadRequestBody(MemberOf(object, "requestBody"));
  operation.responses = Responses(MemberOf(object, "responses"));
  operation.callbacks = Callbacks(MemberOf(object, "callbacks"));
  operation.security = SecurityOf(object);
  operation.servers = Servers(object);
  operation.source = object;
  return operation;
}

std::vector<Callback> Reader::Callbacks(const Value& map) {
  std::vector<Callback> callbacks;
  if (!map) {
    return callbacks;
  }
  ForEachMember(*map, [&](const Member& member) {
    const Value source = Object(map.Child(&member.value));
    if (!source || member.key().starts_with("x-") || !Spend()) {
      return;
    }
    Callback callback{std::string(member.key()), {}, source};
    // A callback may lead back to itself; its inner occurrence stays without content.
    if (std::ranges::count(open_callbacks_, source.get()) == 0 &&
        open_callbacks_.size() < kMaxCallbackDepth) {
      open_callbacks_.push_back(source.get());
      callback.items = PathItems(source);
      open_callbacks_.pop_back();
    }
    callbacks.push_back(std::move(callback));
  });
  return callbacks;
}

}  // namespace accord::openapi
