#include <fmt/format.h>

#include "pact/reader.h"
#include "pact/rules.h"

namespace accord::pact {

using document::Kind;
using document::Node;

namespace {

bool IsCommonMember(std::string_view key) {
  return key == "description" || key == "_id" || key == "providerStates" ||
         key == "providerState" || key == "provider_state";
}

bool IsV4Member(std::string_view key) {
  return key == "type" || key == "key" || key == "pending" || key == "comments" ||
         key == "transport" || key == "pluginConfiguration" || key == "interactionMarkup";
}

/// A state as an object; a bare name is taken too.
void AddState(Reader& reader, const Node& node, std::vector<ProviderState>& states) {
  ProviderState state;
  if (node.is_string()) {
    state.name = node.text();
  } else if (reader.Expect(node, Kind::kObject, "a provider state")) {
    state.name = reader.Text(node, "name");
    if (const Node* params = reader.Member(node, "params", Kind::kObject)) {
      state.params = reader.At(*params);
    }
  }
  states.push_back(std::move(state));
}

std::vector<ProviderState> ReadStates(Reader& reader, const Node& node) {
  std::vector<ProviderState> states;
  if (const Node* list = reader.Member(node, "providerStates", Kind::kArray)) {
    for (const Node& state : list->items()) {
      AddState(reader, state, states);
    }
    return states;
  }
  std::string name = reader.Text(node, "providerState");
  if (name.empty()) {
    name = reader.Text(node, "provider_state");
  }
  if (!name.empty()) {
    states.push_back({.name = std::move(name), .params = {}});
  }
  return states;
}

void ReadCommon(Reader& reader, const Node& node, std::size_t index, Interaction& interaction) {
  interaction.source = reader.At(node);
  const Node* description = reader.Member(node, "description", Kind::kString);
  interaction.description =
      description != nullptr
          ? std::string(description->text())
          : fmt::format("{} {}",
                        interaction.kind == InteractionKind::kHttp ? "Interaction" : "Message",
                        index);
  interaction.id = reader.Text(node, "_id");
  interaction.states = ReadStates(reader, node);
}

void ReadV4Members(Reader& reader, const Node& node, Interaction& interaction) {
  interaction.key = reader.Text(node, "key");
  interaction.pending = reader.Bool(node, "pending");
  interaction.transport = reader.Text(node, "transport");
  interaction.comments = reader.At(reader.Member(node, "comments", Kind::kObject));
  interaction.plugin_configuration =
      reader.At(reader.Member(node, "pluginConfiguration", Kind::kObject));
  interaction.markup = reader.At(reader.Member(node, "interactionMarkup", Kind::kObject));
}

void ReadHttp(Reader& reader, const Node& node, Interaction& interaction) {
  if (const Node* request = reader.Member(node, "request", Kind::kObject)) {
    interaction.request = ReadRequest(reader, *request);
  }
  if (const Node* response = reader.Member(node, "response", Kind::kObject)) {
    interaction.response = ReadResponse(reader, *response);
  }
}

/// The message's own members stand on the interaction; so do those nobody knows.
void ReadAsync(Reader& reader, const Node& node, Interaction& interaction) {
  interaction.message = ReadMessage(reader, node);
  interaction.extras = std::move(interaction.message.extras);
  interaction.message.extras.clear();
}

void ReadSync(Reader& reader, const Node& node, Interaction& interaction) {
  for (const char* name : {"request", "response"}) {
    if (const Node* member = node.Find(name); member == nullptr || member->is_null()) {
      reader.Report(kMissingMember, fmt::format("a synchronous message needs `{}`", name), node);
    }
  }
  if (const Node* request = reader.Member(node, "request", Kind::kObject)) {
    interaction.message = ReadMessage(reader, *request);
  }
  if (const Node* replies = reader.Member(node, "response", Kind::kArray)) {
    for (const Node& reply : replies->items()) {
      if (reader.Expect(reply, Kind::kObject, "a response message")) {
        interaction.replies.push_back(ReadMessage(reader, reply));
      }
    }
  }
}

bool IsObject(const Node& node, std::string_view key) {
  const Node* value = node.Find(key);
  return value != nullptr && value->is_object();
}

std::optional<InteractionKind> ReadKind(Reader& reader, const Node& node) {
  const Node* type = node.Find("type");
  if (type == nullptr) {
    if (IsObject(node, "request") && IsObject(node, "response")) {
      reader.Warn(kUnknownInteractionType,
                  "the interaction has no `type`; it is read as Synchronous/HTTP",
                  node);
      return InteractionKind::kHttp;
    }
    reader.Report(
        kUnknownInteractionType, "the interaction has no `type`, which version 4 demands", node);
    return std::nullopt;
  }
  for (const InteractionKind kind :
       {InteractionKind::kHttp, InteractionKind::kAsyncMessage, InteractionKind::kSyncMessage}) {
    if (type->is_string() && type->text() == ToString(kind)) {
      return kind;
    }
  }
  reader.Report(kUnknownInteractionType,
                type->is_string()
                    ? fmt::format("no type of interaction is called `{}`", type->text())
                    : "the `type` of an interaction must be text",
                *type);
  return std::nullopt;
}

}  // namespace

std::optional<Interaction> ReadInteraction(Reader& reader, const Node& node, std::size_t index) {
  Interaction interaction;
  const bool is_v4 = reader.version() == SpecVersion::kV4;
  if (is_v4) {
    const std::optional<InteractionKind> kind = ReadKind(reader, node);
    if (!kind) {
      return std::nullopt;
    }
    interaction.kind = *kind;
    ReadV4Members(reader, node, interaction);
  }
  ReadCommon(reader, node, index, interaction);
  const bool is_async = interaction.kind == InteractionKind::kAsyncMessage;
  if (is_async) {
    ReadAsync(reader, node, interaction);
  } else if (interaction.kind == InteractionKind::kSyncMessage) {
    ReadSync(reader, node, interaction);
  } else {
    ReadHttp(reader, node, interaction);
  }
  const auto is_known = [&](std::string_view key) {
    return IsCommonMember(key) || (is_v4 && IsV4Member(key)) ||
           (!is_async && (key == "request" || key == "response"));
  };
  if (is_async) {
    std::erase_if(interaction.extras, [&](const auto& extra) { return is_known(extra.first); });
  } else {
    interaction.extras = OtherMembers(reader, node, is_known);
  }
  return interaction;
}

Interaction ReadMessageInteraction(Reader& reader, const Node& node, std::size_t index) {
  Interaction interaction;
  interaction.kind = InteractionKind::kAsyncMessage;
  ReadCommon(reader, node, index, interaction);
  ReadAsync(reader, node, interaction);
  std::erase_if(interaction.extras, [](const auto& extra) { return IsCommonMember(extra.first); });
  return interaction;
}

}  // namespace accord::pact
