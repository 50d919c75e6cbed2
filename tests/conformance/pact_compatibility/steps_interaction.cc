// Steps that define an interaction of any kind for a consumer test.
#include <fmt/format.h>

#include "tests/conformance/pact_compatibility/checks.h"
#include "tests/conformance/pact_compatibility/consumer_test.h"
#include "tests/conformance/pact_compatibility/contract_file.h"
#include "tests/conformance/pact_compatibility/steps.h"

namespace accord::compatibility {
namespace {

using pact::InteractionKind;

StepRegistry::Function Define(InteractionKind kind) {
  return [kind](World& world, const StepCall&) {
    pact::Interaction interaction;
    interaction.kind = kind;
    interaction.description = fmt::format("interaction {}", world.consumer.defined.size() + 1);
    world.consumer.defined.push_back(std::move(interaction));
  };
}

/// One row: a column per parameter, cells in JSON.
document::Value Parameters(const Record& row) {
  document::Builder builder;
  builder.StartObject();
  for (const auto& [name, cell] : row) {
    builder.Key(name);
    builder.Copy(*ParseJson(cell));
  }
  builder.EndObject();
  return document::Value(builder.Finish());
}

void AddComment(World& world, const StepCall& call) {
  document::Builder builder;
  builder.StartObject();
  builder.Key("text");
  builder.StartArray();
  builder.String(call.Text(0));
  builder.EndArray();
  builder.EndObject();
  Current(world).comments = document::Value(builder.Finish());
}

}  // namespace

pact::Interaction& Current(World& world) {
  Require(!world.consumer.defined.empty(), "no interaction is being defined");
  return world.consumer.defined.back();
}

void AddInteractionSteps(StepRegistry& registry) {
  registry.Add("an? (?:integration|HTTP interaction) is being defined for a consumer test",
               Define(InteractionKind::kHttp));
  registry.Add("a message (?:integration|interaction) is being defined for a consumer test",
               Define(InteractionKind::kAsyncMessage));
  registry.Add(
      "a synchronous message (?:integration|interaction) is being defined for a consumer "
      "test",
      Define(InteractionKind::kSyncMessage));
  registry.Add("a provider state <text>(?: for the (?:synchronous )?message)? is specified",
               [](World& world, const StepCall& call) {
                 Current(world).states.push_back({call.Text(0), {}});
               });
  registry.Add(
      "a provider state <text>(?: for the (?:synchronous )?message)? is specified with "
      "the following data:",
      [](World& world, const StepCall& call) {
        Current(world).states.push_back({call.Text(0), Parameters(call.OnlyRecord())});
      });
  registry.Add("a key of <text> is specified for the (?:[A-Za-z]+ )*interaction",
               [](World& world, const StepCall& call) { Current(world).key = call.Text(0); });
  registry.Add("the (?:[A-Za-z]+ )+interaction is marked as pending",
               [](World& world, const StepCall&) { Current(world).pending = true; });
  registry.Add("a comment <text> is added to the (?:[A-Za-z]+ )*interaction", AddComment);
  registry.Add("the Pact file for the test is generated",
               [](World& world, const StepCall&) { WriteContract(world, world.consumer.defined); });
}

}  // namespace accord::compatibility
