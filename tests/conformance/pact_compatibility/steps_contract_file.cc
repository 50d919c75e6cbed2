#include <filesystem>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/pact/read.h"

#include "tests/conformance/pact_compatibility/checks.h"
#include "tests/conformance/pact_compatibility/contract_file.h"
#include "tests/conformance/pact_compatibility/steps.h"

namespace accord::compatibility {
namespace {

const pact::Interaction& Written(World& world, const StepCall& call) {
  return At(ReadContract(world).interactions, call.Index(0), "interactions in the contract");
}

void FinishTest(World& world, const StepCall& /*call*/) {
  const MockServer& server = *world.consumer.server;
  if (server.Ok()) {
    WriteContract(world, server.interactions());
  }
}

void RequireQuery(World& world, const StepCall& call) {
  const auto& query = Written(world, call).request.query;
  const auto expected = pact::ParseQuery(call.Text(1));
  Require(query.size() == expected.size(), "another number of parameters");
  for (const pact::QueryParameter& parameter : expected) {
    const pact::QueryParameter* written = pact::FindParameter(query, parameter.name);
    Require(written != nullptr && written->values == parameter.values,
            fmt::format("parameter {} differs", parameter.name));
  }
}

void RequireHeader(World& world, const StepCall& call) {
  const pact::Header* header = pact::FindHeader(Written(world, call).request.headers, call.Text(1));
  Require(header != nullptr, "the contract has no header " + call.Text(1));
  RequireEqual(base::Join(header->values, ", "), call.Text(2), "the header");
}

/// The state of that name in the first interaction.
const pact::ProviderState& FindState(const pact::Interaction& interaction,
                                     const std::string& name) {
  for (const pact::ProviderState& state : interaction.states) {
    if (state.name == name) {
      return state;
    }
  }
  throw StepFailure("the interaction has no provider state " + name);
}

void RequireStateCount(const pact::Interaction& interaction, const std::string& count) {
  RequireEqual(std::to_string(interaction.states.size()), count, "the number of provider states");
}

void RequireStateParameters(World& world, const StepCall& call) {
  const auto& first = At(ReadContract(world).interactions, 0, "interactions in the contract");
  RequireEqual(FindState(first, call.Text(0)).params, ParseJson(call.OnlyRecord()["parameters"]));
}

/// A member of an interaction as the file holds it.
document::Value Member(World& world, std::size_t index, std::string_view name) {
  const document::Value interaction =
      At(ReadContract(world).interactions, index, "interactions in the contract").source;
  const document::Node* member = interaction->Find(name);
  Require(member != nullptr, fmt::format("the interaction has no member {}", name));
  return interaction.Child(member);
}

void RequireTypeSomewhere(World& world, const StepCall& call) {
  const std::size_t count = ReadContract(world).interactions.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (Member(world, i, "type")->text() == call.Text(0)) {
      return;
    }
  }
  throw StepFailure("no interaction has that type");
}

void AddMockServerFileSteps(StepRegistry& registry) {
  registry.Add("the pact test is done", FinishTest);
  registry.Add("the mock server will write out a Pact file for the interactions? when done",
               [](World& world, const StepCall&) { ReadContract(world); });
  registry.Add("the mock server will NOT write out a Pact file for the interactions? when done",
               [](World& world, const StepCall&) {
                 Require(!std::filesystem::exists(ContractPath(world)), "a contract was written");
               });
  registry.Add("the <ordinal> interaction request will be for an? <text>",
               [](World& world, const StepCall& call) {
                 RequireEqual(Written(world, call).request.method, call.Text(1), "the method");
               });
  registry.Add("the <ordinal> interaction request query parameters will be <text>", RequireQuery);
  registry.Add("the <ordinal> interaction request will contain the header <text> with value <text>",
               RequireHeader);
  registry.Add("the <ordinal> interaction request content type will be <text>",
               [](World& world, const StepCall& call) {
                 RequireEqual(
                     Written(world, call).request.ContentType(), call.Text(1), "the content type");
               });
  registry.Add("the <ordinal> interaction request will contain the <text> document",
               [](World& world, const StepCall& call) {
                 RequireDocument(Written(world, call).request.body, call.Text(1), world.fixtures);
               });
  registry.Add("the <ordinal> interaction response will contain the <text> document",
               [](World& world, const StepCall& call) {
                 RequireDocument(Written(world, call).response.body, call.Text(1), world.fixtures);
               });
}

void AddStateSteps(StepRegistry& registry) {
  registry.Add("the interaction in the [Pp]act file will contain <number> provider states?",
               [](World& world, const StepCall& call) {
                 RequireStateCount(ReadContract(world).interactions.at(0), call.Text(0));
               });
  registry.Add("the interaction in the [Pp]act file will contain provider state <text>",
               [](World& world, const StepCall& call) {
                 FindState(ReadContract(world).interactions.at(0), call.Text(0));
               });
  registry.Add("the <ordinal> message in the [Pp]act file will contain <number> provider states?",
               [](World& world, const StepCall& call) {
                 RequireStateCount(Written(world, call), call.Text(1));
               });
  registry.Add(
      "the <ordinal> message in the [Pp]act file will contain provider state <text>",
      [](World& world, const StepCall& call) { FindState(Written(world, call), call.Text(1)); });
  registry.Add(
      "the provider state <text> (?:in the Pact file|for the message) will contain the "
      "following parameters:",
      RequireStateParameters);
}

}  // namespace

void AddContractFileSteps(StepRegistry& registry) {
  AddMockServerFileSteps(registry);
  AddStateSteps(registry);
  registry.Add("the pact file will contain <number> (?:message )?interactions?",
               [](World& world, const StepCall& call) {
                 RequireEqual(std::to_string(ReadContract(world).interactions.size()),
                              call.Text(0),
                              "the number of interactions");
               });
  registry.Add("the <ordinal> interaction in the Pact file will have a type of <text>",
               [](World& world, const StepCall& call) {
                 RequireEqual(
                     Member(world, call.Index(0), "type")->text(), call.Text(1), "the type");
               });
  registry.Add("the <ordinal> interaction in the Pact file will have <text> = '<any>'",
               [](World& world, const StepCall& call) {
                 RequireEqual(Member(world, call.Index(0), call.Text(1)), ParseJson(call.Text(2)));
               });
  registry.Add("there will be an interaction in the Pact file with a type of <text>",
               RequireTypeSomewhere);
}

}  // namespace accord::compatibility
