#include <algorithm>
#include <array>

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

// The order in which path items are merged is short, and circles end it.
constexpr int kMaxItemHops = 32;

bool Same(const Parameter& a, const Parameter& b) {
  return a.in == b.in &&
         (a.in == In::kHeader ? base::EqualsIgnoreCase(a.name, b.name) : a.name == b.name);
}

void AddMissing(const std::vector<Parameter>& from, std::vector<Parameter>& to) {
  const std::size_t own = to.size();
  for (const Parameter& parameter : from) {
    const auto end = to.begin() + static_cast<std::ptrdiff_t>(own);
    if (std::none_of(
            to.begin(), end, [&](const Parameter& known) { return Same(known, parameter); })) {
      to.push_back(parameter);
    }
  }
}

}  // namespace

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
  for (int hops = 0; hops < kMaxItemHops && !ReferenceOf(*parts.back()).empty(); ++hops) {
    const Value& from = parts.back();
    Value next = documents_.Follow(from.document(), ReferenceOf(*from)).value;
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
  for (const Value& part : parts) {
    ReadOperations(part, item);
  }
  return item;
}

void Reader::ReadOperations(const Value& item, PathItem& into) {
  for (const std::string_view method : kMethods) {
    AddOperation(base::ToUpperAscii(method), MemberOf(item, method), into);
  }
  if (const Value more = MemberOf(item, "additionalOperations"); more) {
    ForEachMember(*more, [&](const Member& member) {
      AddOperation(std::string(member.key()), more.Child(&member.value), into);
    });
  }
}

void Reader::AddOperation(std::string method, const Value& object, PathItem& into) {
  const bool known = std::any_of(into.operations.begin(),
                                 into.operations.end(),
                                 [&](const Operation& other) { return other.method == method; });
  if (!object || !object->is_object() || known || !Spend()) {
    return;
  }
  Operation operation = ReadOperation(std::move(method), object);
  AddMissing(into.parameters, operation.parameters);
  elements_ += operation.parameters.size();
  into.operations.push_back(std::move(operation));
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
