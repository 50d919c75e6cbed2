#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/pact/read.h"

#include "pact/spelling.h"
#include "pact/writer.h"

namespace accord::pact {
namespace {

// What an interaction of version 4 writes itself; older files may hold the same names as extras.
constexpr std::array<std::string_view, 7> kV4Members = {
    "type", "key", "pending", "comments", "transport", "pluginConfiguration", "interactionMarkup"};

void WriteTexts(document::Builder& out, const std::vector<std::string>& texts) {
  out.StartArray();
  for (const std::string& text : texts) {
    out.String(text);
  }
  out.EndArray();
}

void WriteHeaders(Writer& writer, const std::vector<Header>& headers) {
  if (headers.empty()) {
    return;
  }
  writer.out.Key("headers");
  writer.out.StartObject();
  for (const Header& header : headers) {
    writer.out.Key(header.name);
    const std::string joined = base::Join(header.values, ", ");
    if (writer.is_v4() || SplitHeaderValue(header.name, joined) != header.values) {
      WriteTexts(writer.out, header.values);
    } else {
      writer.out.String(joined);
    }
  }
  writer.out.EndObject();
}

void WriteQuery(Writer& writer, const std::vector<QueryParameter>& query) {
  if (query.empty()) {
    return;
  }
  if (writer.version < SpecVersion::kV3) {
    writer.Text("query", FormatQuery(query));
    return;
  }
  writer.out.Key("query");
  writer.out.StartObject();
  for (const QueryParameter& parameter : query) {
    writer.out.Key(parameter.name);
    writer.out.StartArray();
    for (const std::optional<std::string>& value : parameter.values) {
      if (value) {
        writer.out.String(*value);
      } else {
        writer.out.Null();
      }
    }
    writer.out.EndArray();
  }
  writer.out.EndObject();
}

void WriteRequest(Writer& writer, const Request& request) {
  writer.out.Key("request");
  writer.out.StartObject();
  writer.Text("method", request.method);
  writer.Text("path", request.path);
  WriteQuery(writer, request.query);
  WriteHeaders(writer, request.headers);
  WriteBody(writer, "body", request.body, request.ContentType());
  WriteRules(writer, request.rules);
  WriteGenerators(writer, request.generators);
  writer.CopyAll(request.extras);
  writer.out.EndObject();
}

void WriteResponse(Writer& writer, const Response& response) {
  writer.out.Key("response");
  writer.out.StartObject();
  writer.out.Key("status");
  writer.out.Integer(response.status);
  WriteHeaders(writer, response.headers);
  WriteBody(writer, "body", response.body, response.ContentType());
  WriteRules(writer, response.rules);
  WriteGenerators(writer, response.generators);
  writer.CopyAll(response.extras);
  writer.out.EndObject();
}

/// The members of a message, into the object that is open.
void WriteMessage(Writer& writer, const Message& message) {
  WriteBody(writer, "contents", message.contents, message.ContentType());
  if (!message.metadata.empty()) {
    writer.out.Key(writer.is_v4() ? "metadata" : "metaData");
    writer.out.StartObject();
    for (const auto& [name, value] : message.metadata) {
      writer.Copy(name, value);
    }
    writer.out.EndObject();
  }
  WriteRules(writer, message.rules);
  WriteGenerators(writer, message.generators);
  writer.CopyAll(message.extras);
}

void WriteSyncMessage(Writer& writer, const Interaction& interaction) {
  writer.out.Key("request");
  writer.out.StartObject();
  WriteMessage(writer, interaction.message);
  writer.out.EndObject();
  writer.out.Key("response");
  writer.out.StartArray();
  for (const Message& reply : interaction.replies) {
    writer.out.StartObject();
    WriteMessage(writer, reply);
    writer.out.EndObject();
  }
  writer.out.EndArray();
}

void WriteStates(Writer& writer, const std::vector<ProviderState>& states) {
  if (states.empty()) {
    return;
  }
  if (writer.version < SpecVersion::kV3) {
    writer.Text("providerState", states.front().name);
    return;
  }
  writer.out.Key("providerStates");
  writer.out.StartArray();
  for (const ProviderState& state : states) {
    writer.out.StartObject();
    writer.Text("name", state.name);
    if (state.params) {
      writer.Copy("params", state.params);
    }
    writer.out.EndObject();
  }
  writer.out.EndArray();
}

void WriteV4Members(Writer& writer, const Interaction& interaction) {
  writer.out.Key("pending");
  writer.out.Bool(interaction.pending);
  if (!interaction.transport.empty()) {
    writer.Text("transport", interaction.transport);
  }
  if (interaction.comments) {
    writer.Copy("comments", interaction.comments);
  }
  if (interaction.plugin_configuration) {
    writer.Copy("pluginConfiguration", interaction.plugin_configuration);
  }
  if (interaction.markup) {
    writer.Copy("interactionMarkup", interaction.markup);
  }
}

void WriteExtras(Writer& writer, const Extras& extras) {
  for (const auto& [name, value] : extras) {
    if (!writer.is_v4() ||
        std::find(kV4Members.begin(), kV4Members.end(), name) == kV4Members.end()) {
      writer.Copy(name, value);
    }
  }
}

}  // namespace

void Writer::Copy(std::string_view key, const document::Value& value) {
  out.Key(key);
  if (value) {
    out.Copy(*value);
  } else {
    out.Null();
  }
}

void Writer::CopyAll(const Extras& extras) {
  for (const auto& [name, value] : extras) {
    Copy(name, value);
  }
}

std::string NameOf(const Interaction& interaction) {
  std::string name = fmt::format("\"{}\"", interaction.description);
  for (std::size_t i = 0; i < interaction.states.size(); ++i) {
    name += fmt::format(" {} \"{}\"", i == 0 ? "given" : "and", interaction.states[i].name);
  }
  return name;
}

void WriteInteraction(Writer& writer, const Interaction& interaction) {
  writer.out.StartObject();
  if (writer.is_v4()) {
    writer.Text("type", ToString(interaction.kind));
    if (!interaction.key.empty()) {
      writer.Text("key", interaction.key);
    }
  }
  if (!interaction.id.empty()) {
    writer.Text("_id", interaction.id);
  }
  writer.Text("description", interaction.description);
  WriteStates(writer, interaction.states);
  if (writer.is_v4()) {
    WriteV4Members(writer, interaction);
  }
  switch (interaction.kind) {
    case InteractionKind::kHttp:
      WriteRequest(writer, interaction.request);
      WriteResponse(writer, interaction.response);
      break;
    case InteractionKind::kAsyncMessage:
      WriteMessage(writer, interaction.message);
      break;
    case InteractionKind::kSyncMessage:
      WriteSyncMessage(writer, interaction);
      break;
  }
  WriteExtras(writer, interaction.extras);
  writer.out.EndObject();
}

}  // namespace accord::pact
