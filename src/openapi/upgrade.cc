#include "openapi/upgrade.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "openapi/upgrader.h"

namespace accord::openapi {

using document::DocumentPtr;
using document::Member;
using document::Node;
using document::Value;

Upgraded Upgrade(const DocumentPtr& document, const Documents& originals) {
  return Upgrader(document, originals).Run();
}

DocumentPtr UpgradeSchemas(const DocumentPtr& document, const Documents& originals) {
  const auto mentions = [source = document->source()](std::string_view word) {
    return source.find(word) != std::string_view::npos;
  };
  if (!mentions("x-nullable") && !mentions("discriminator") && !mentions("file")) {
    return document;
  }
  UpgradeWriter writer(document);
  SchemaUpgrader(writer, document, originals).WriteDocument(Value(document));
  return writer.Finish();
}

Upgraded Upgrader::Run() {
  // Fields that go elsewhere.
  static constexpr std::array<std::string_view, 10> kMoved = {"host",
                                                              "basePath",
                                                              "schemes",
                                                              "consumes",
                                                              "produces",
                                                              "definitions",
                                                              "parameters",
                                                              "responses",
                                                              "securityDefinitions",
                                                              "paths"};
  writer_.OpenObject(root_);
  WriteMembers(root_, [&](const Member& member) {
    if (member.key() == "swagger") {
      writer_.Key("openapi", root_.Child(&member.value));
      writer_.Text("3.0.3", root_.Child(&member.value));
      return true;
    }
    return std::ranges::find(kMoved, member.key()) != kMoved.end();
  });
  WriteServers(MemberOf(root_, "schemes"));
  WriteComponents();
  if (const Value paths = MemberOf(root_, "paths"); paths) {
    writer_.Key("paths", paths);
    WritePaths(paths);
  }
  writer_.CloseObject();
  return {writer_.Finish(), writer_.complete()};
}

void Upgrader::WriteServers(const Value& schemes) {
  const Value host = MemberOf(root_, "host");
  const Value base = MemberOf(root_, "basePath");
  if (!host && !base) {
    return;
  }
  const Value& at = host ? host : base;
  writer_.Key("servers", at);
  writer_.OpenList(at);
  if (host && schemes && !schemes->items().empty()) {
    for (const Node& scheme : schemes->items()) {
      WriteServer(schemes.Child(&scheme), scheme.text());
    }
  } else {
    WriteServer(at, {});
  }
  writer_.CloseList();
}

void Upgrader::WriteServer(const Value& at, std::string_view scheme) {
  std::string url;
  if (const std::string_view host = TextOf(*root_, "host"); !host.empty()) {
    url.append(scheme).append(scheme.empty() ? "//" : "://").append(host);
  }
  const std::string_view base = TextOf(*root_, "basePath");
  url.append(base.empty() || base.starts_with('/') ? "" : "/").append(base);
  writer_.OpenObject(at);
  writer_.Key("url", at);
  writer_.Text(url, at);
  writer_.CloseObject();
}

void Upgrader::WriteComponents() {
  const Value definitions = MemberOf(root_, "definitions");
  const Value parameters = MemberOf(root_, "parameters");
  const Value responses = MemberOf(root_, "responses");
  const Value security = MemberOf(root_, "securityDefinitions");
  std::optional<Node> schemas;
  // Each entry of a map, written by a function; what is no map is taken over as it is.
  const auto section = [&](std::string_view name, const Value& map, const auto& write) {
    if (!map) {
      return;
    }
    writer_.Key(name, map);
    if (!map->is_object()) {
      writer_.Put(map);
      return;
    }
    writer_.OpenObject(map);
    ForEachMember(*map, [&](const Member& member) { write(map, member); });
    writer_.CloseObject();
  };
  writer_.Key("components", root_);
  writer_.OpenObject(root_);
  section("schemas", definitions, [&](const Value& map, const Member& member) {
    writer_.Key(map, member);
    schemas_.WriteSchema(map.Child(&member.value));
  });
  if (definitions) {
    schemas = writer_.last();
  }
  section("parameters", parameters, [&](const Value& map, const Member& member) {
    if (const Listed listed = ListedAs(map.Child(&member.value)); !listed.is_body()) {
      writer_.Key(map, member);
      WriteParameter(listed);
    }
  });
  section("responses", responses, [&](const Value& map, const Member& member) {
    writer_.Key(map, member);
    WriteResponse(map.Child(&member.value), TypesOf({}, "produces"));
  });
  section("securitySchemes", security, [&](const Value& map, const Member& member) {
    writer_.Key(map, member);
    WriteSecurityScheme(map.Child(&member.value));
  });
  writer_.CloseObject();
  // For references from other files, which still have the old form.
  if (schemas) {
    writer_.Key("definitions", definitions);
    writer_.PutAgain(*schemas);
  }
}

void Upgrader::WriteSecurityScheme(const Value& scheme) {
  const std::string_view type = TextOf(*scheme, "type");
  if (!scheme->is_object() || (type != "basic" && type != "oauth2")) {
    writer_.Put(scheme);
    return;
  }
  writer_.OpenObject(scheme);
  WriteMembers(scheme, [&](const Member& member) {
    const Value value = scheme.Child(&member.value);
    if (member.key() == "type" && type == "basic") {
      writer_.Key(scheme, member);
      writer_.Text("http", value);
      writer_.Key("scheme", value);
      writer_.Text("basic", value);
      return true;
    }
    return type == "oauth2" && (member.key() == "flow" || member.key() == "authorizationUrl" ||
                                member.key() == "tokenUrl" || member.key() == "scopes");
  });
  if (type == "oauth2") {
    WriteFlows(scheme);
  }
  writer_.CloseObject();
}

void Upgrader::WriteFlows(const Value& scheme) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kNames = {
      {{"application", "clientCredentials"}, {"accessCode", "authorizationCode"}}};
  const Value flow = MemberOf(scheme, "flow");
  if (!flow || !flow->is_string()) {
    return;
  }
  std::string_view name = flow->text();
  for (const auto& [old_name, new_name] : kNames) {
    name = name == old_name ? new_name : name;
  }
  writer_.Key("flows", flow);
  writer_.OpenObject(flow);
  writer_.Key(name, flow);
  writer_.OpenObject(flow);
  ForEachMember(*scheme, [&](const Member& member) {
    if (member.key() == "authorizationUrl" || member.key() == "tokenUrl" ||
        member.key() == "scopes") {
      writer_.PutMember(scheme, member);
    }
  });
  writer_.CloseObject();
  writer_.CloseObject();
}

bool Upgrader::WriteShared(const Value& written,
                           std::string_view old_place,
                           std::string_view new_place) {
  const std::string_view reference = ReferenceOf(*written);
  if (written.document() != root_.document() || !reference.starts_with(old_place)) {
    return false;
  }
  const Value ref = MemberOf(written, "$ref");
  writer_.OpenObject(written);
  writer_.Key("$ref", ref);
  writer_.Text(std::string(new_place).append(reference.substr(old_place.size())), ref);
  writer_.CloseObject();
  return true;
}

Value Upgrader::TypesOf(const Value& operation, std::string_view key) const {
  const Value own = MemberOf(operation, key);
  const Value types = own ? own : MemberOf(root_, key);
  return types && types->is_array() ? types : Value();
}

}  // namespace accord::openapi
