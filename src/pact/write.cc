#include "accord/pact/write.h"

#include <algorithm>

#include "pact/expressible.h"
#include "pact/writer.h"

namespace accord::pact {
namespace {

bool ComesBefore(const Interaction* a, const Interaction* b) {
  if (a->description != b->description) {
    return a->description < b->description;
  }
  return std::lexicographical_compare(
      a->states.begin(),
      a->states.end(),
      b->states.begin(),
      b->states.end(),
      [](const ProviderState& x, const ProviderState& y) { return x.name < y.name; });
}

std::vector<const Interaction*> Sorted(const std::vector<Interaction>& interactions) {
  std::vector<const Interaction*> sorted;
  sorted.reserve(interactions.size());
  for (const Interaction& interaction : interactions) {
    sorted.push_back(&interaction);
  }
  std::stable_sort(sorted.begin(), sorted.end(), ComesBefore);
  return sorted;
}

void WriteParticipant(Writer& writer,
                      std::string_view role,
                      const std::string& name,
                      const Extras& extras) {
  writer.out.Key(role);
  writer.out.StartObject();
  writer.Text("name", name);
  writer.CopyAll(extras);
  writer.out.EndObject();
}

void WritePlugins(Writer& writer, const std::vector<Plugin>& plugins) {
  if (plugins.empty()) {
    return;
  }
  writer.out.Key("plugins");
  writer.out.StartArray();
  for (const Plugin& plugin : plugins) {
    writer.out.StartObject();
    writer.Text("name", plugin.name);
    writer.Text("version", plugin.version);
    if (plugin.configuration) {
      writer.Copy("configuration", plugin.configuration);
    }
    writer.out.EndObject();
  }
  writer.out.EndArray();
}

void WriteMetadata(Writer& writer, const Pact& pact) {
  writer.out.Key("metadata");
  writer.out.StartObject();
  writer.out.Key("pactSpecification");
  writer.out.StartObject();
  writer.Text("version", ToString(writer.version));
  writer.out.EndObject();
  WritePlugins(writer, pact.plugins);
  writer.CopyAll(pact.metadata);
  writer.out.EndObject();
}

}  // namespace

base::Result<std::string> Write(const Pact& pact, SpecVersion version) {
  if (base::Result<void> expressible = CheckExpressible(pact, version); !expressible.ok()) {
    return expressible.error();
  }
  document::Builder out;
  Writer writer{.out = out, .version = version};
  const bool has_messages = version < SpecVersion::kV4 && !pact.interactions.empty() &&
                            pact.interactions.front().kind != InteractionKind::kHttp;
  out.StartObject();
  WriteParticipant(writer, "consumer", pact.consumer, pact.consumer_extras);
  WriteParticipant(writer, "provider", pact.provider, pact.provider_extras);
  out.Key(has_messages ? "messages" : "interactions");
  out.StartArray();
  for (const Interaction* interaction : Sorted(pact.interactions)) {
    WriteInteraction(writer, *interaction);
  }
  out.EndArray();
  WriteMetadata(writer, pact);
  writer.CopyAll(pact.extras);
  out.EndObject();
  return document::WriteJson(out.Finish()->root()) + "\n";
}

std::string FileName(const Pact& pact) {
  // A participant may be called anything; a path separator must not lead out of the folder.
  std::string name = pact.consumer + "-" + pact.provider + ".json";
  std::replace(name.begin(), name.end(), '/', '_');
  return name;
}

}  // namespace accord::pact
