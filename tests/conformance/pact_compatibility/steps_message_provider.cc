#include <fmt/format.h>

#include "tests/conformance/pact_compatibility/checks.h"
#include "tests/conformance/pact_compatibility/message_parts.h"
#include "tests/conformance/pact_compatibility/pact_files.h"
#include "tests/conformance/pact_compatibility/provider_test.h"
#include "tests/conformance/pact_compatibility/steps.h"

namespace accord::compatibility {
namespace {

/// The message that a description and a body cell name.
pact::Message MakeMessage(const World& world, const StepCall& call) {
  pact::Message message;
  SetContents(message, call.Text(1), world.fixtures);
  return message;
}

void Provide(World& world, const StepCall& call, pact::Message message) {
  auto& server = world.provider.messages;
  if (server == nullptr) {
    server = std::make_unique<MessageServer>();
  }
  server->Add(call.Text(0), std::move(message));
}

void ProvideWithMetadata(World& world, const StepCall& call) {
  pact::Message message = MakeMessage(world, call);
  SetMetadata(message, call.step);
  Provide(world, call, std::move(message));
}

pact::Interaction MakeInteraction(const StepCall& call, pact::Message message) {
  pact::Interaction interaction;
  interaction.kind = pact::InteractionKind::kAsyncMessage;
  interaction.description = call.Text(0);
  interaction.message = std::move(message);
  interaction.message.contents = AsContract(std::move(interaction.message.contents));
  return interaction;
}

void Verify(World& world, pact::Interaction interaction) {
  world.provider.pacts.push_back(RoundTrip(MakePact("c", {std::move(interaction)}, world.version)));
}

/// The table's first column names what the second one holds.
void VerifyConfigured(World& world, const StepCall& call) {
  Record properties;
  for (const Row& row : call.step.table) {
    Require(row.size() == 2, "the table needs two columns");
    properties[row[0]] = row[1];
  }
  pact::Message message;
  Configure(message, properties, world.fixtures);
  Verify(world, MakeInteraction(call, std::move(message)));
}

}  // namespace

void AddMessageProviderSteps(StepRegistry& registry) {
  registry.Add(
      "a provider is started that can generate the <text> message with <text>",
      [](World& world, const StepCall& call) { Provide(world, call, MakeMessage(world, call)); });
  registry.Add(
      "a provider is started that can generate the <text> message with <text> and the "
      "following metadata:",
      ProvideWithMetadata);
  registry.Add("a Pact file for <text>:<text> is to be verified",
               [](World& world, const StepCall& call) {
                 Verify(world, MakeInteraction(call, MakeMessage(world, call)));
               });
  registry.Add("a Pact file for <text>:<text> is to be verified with provider state <text>",
               [](World& world, const StepCall& call) {
                 pact::Interaction interaction = MakeInteraction(call, MakeMessage(world, call));
                 interaction.states.push_back({call.Text(2), {}});
                 Verify(world, std::move(interaction));
               });
  registry.Add("a Pact file for <text>:<text> is to be verified with the following metadata:",
               [](World& world, const StepCall& call) {
                 pact::Message message = MakeMessage(world, call);
                 SetMetadata(message, call.step);
                 Verify(world, MakeInteraction(call, std::move(message)));
               });
  registry.Add("a Pact file for <text>:<text> is to be verified,? but is marked pending",
               [](World& world, const StepCall& call) {
                 pact::Interaction interaction = MakeInteraction(call, MakeMessage(world, call));
                 interaction.pending = true;
                 Verify(world, std::move(interaction));
               });
  registry.Add("a Pact file for <text>:<text> is to be verified with the following comments:",
               [](World& world, const StepCall& call) {
                 pact::Interaction interaction = MakeInteraction(call, MakeMessage(world, call));
                 interaction.comments = ParseComments(call.step);
                 Verify(world, std::move(interaction));
               });
  registry.Add("a Pact file for <text> is to be verified with the following:", VerifyConfigured);
}

}  // namespace accord::compatibility
