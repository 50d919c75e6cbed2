#include "openapi/reader.h"

#include "accord/base/strings.h"

namespace accord::openapi {

using document::Member;
using document::Node;
using document::Value;

Value MemberOf(const Value& object, std::string_view key) {
  return object ? object.Child(object->Find(key)) : Value();
}

std::string_view TextOf(const Node& object, std::string_view key) {
  const Node* text = object.Find(key);
  return text != nullptr ? text->text() : std::string_view();
}

bool FlagOf(const Node& object, std::string_view key, bool otherwise) {
  const Node* flag = object.Find(key);
  return flag != nullptr && flag->is_bool() ? flag->boolean() : otherwise;
}

std::optional<In> ParseIn(std::string_view text) {
  for (const In in : {In::kQuery, In::kHeader, In::kPath, In::kCookie, In::kQueryString}) {
    if (text == ToString(in)) {
      return in;
    }
  }
  return std::nullopt;
}

Value Reader::Object(const Value& written) const {
  Value value = too_large() ? Value() : documents_.Resolve(written);
  return value && value->is_object() ? value : Value();
}

std::vector<Component> Reader::Components(const Value& map) {
  std::vector<Component> components;
  if (map) {
    ForEachMember(*map, [&](const Member& member) {
      components.push_back({std::string(member.key()), map.Child(&member.value)});
    });
  }
  return components;
}

namespace {

// With the defaults of its variables put in; what has no default stays.
std::string ExpandUrl(std::string_view url, const Node* variables) {
  std::string expanded;
  while (!url.empty()) {
    const std::size_t open = url.find('{');
    const std::size_t close = open == std::string_view::npos ? open : url.find('}', open);
    if (close == std::string_view::npos) {
      break;
    }
    const Node* variable =
        variables != nullptr ? variables->Find(url.substr(open + 1, close - open - 1)) : nullptr;
    const Node* value = variable != nullptr ? variable->Find("default") : nullptr;
    expanded += url.substr(0, open);
    expanded += value != nullptr ? value->text() : url.substr(open, close + 1 - open);
    url.remove_prefix(close + 1);
  }
  expanded += url;
  return expanded;
}

std::string PathOfUrl(std::string_view url) {
  if (const std::size_t authority = url.find("//"); authority != std::string_view::npos) {
    const std::size_t slash = url.find('/', authority + 2);
    url = slash == std::string_view::npos ? std::string_view() : url.substr(slash);
  }
  std::string path(url.substr(0, url.find_first_of("?#")));
  while (path.ends_with('/')) {
    path.pop_back();
  }
  if (!path.empty() && path.front() != '/') {
    path.insert(path.begin(), '/');
  }
  return path;
}

}  // namespace

std::vector<Server> Reader::Servers(const Value& object) {
  std::vector<Server> servers;
  const Value list = MemberOf(object, "servers");
  if (!list) {
    return servers;
  }
  for (const Node& item : list->items()) {
    if (!item.is_object() || !Spend()) {
      continue;
    }
    Server server;
    server.url = ExpandUrl(TextOf(item, "url"), item.Find("variables"));
    server.path = PathOfUrl(server.url);
    server.source = list.Child(&item);
    servers.push_back(std::move(server));
  }
  return servers;
}

std::optional<Security> Reader::SecurityOf(const Value& object) {
  const Value list = MemberOf(object, "security");
  if (!list || !list->is_array()) {
    return std::nullopt;
  }
  Security security;
  for (const Node& item : list->items()) {
    if (!item.is_object() || !Spend()) {
      continue;
    }
    SecurityRequirement requirement;
    requirement.source = list.Child(&item);
    ForEachMember(item, [&](const Member& member) {
      SecurityRequirement::Scheme scheme{std::string(member.key()), {}};
      for (const Node& scope : member.value.items()) {
        scheme.scopes.emplace_back(scope.text());
      }
      requirement.schemes.push_back(std::move(scheme));
    });
    security.push_back(std::move(requirement));
  }
  return security;
}

std::vector<SecurityScheme> Reader::SecuritySchemes(const Value& map) {
  std::vector<SecurityScheme> schemes;
  if (!map) {
    return schemes;
  }
  ForEachMember(*map, [&](const Member& member) {
    const Value source = Object(map.Child(&member.value));
    if (!source || !Spend()) {
      return;
    }
    SecurityScheme scheme;
    scheme.name = member.key();
    scheme.type = TextOf(*source, "type");
    scheme.scheme = base::ToLowerAscii(TextOf(*source, "scheme"));
    scheme.in = ParseIn(TextOf(*source, "in")).value_or(In::kHeader);
    scheme.parameter = TextOf(*source, "name");
    scheme.source = source;
    schemes.push_back(std::move(scheme));
  });
  return schemes;
}

}  // namespace accord::openapi
