#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "tests/conformance/pact_compatibility/checks.h"
#include "tests/conformance/pact_compatibility/http_parts.h"
#include "tests/conformance/pact_compatibility/pact_files.h"
#include "tests/conformance/pact_compatibility/provider_test.h"
#include "tests/conformance/pact_compatibility/steps.h"

namespace accord::compatibility {
namespace {

void Start(World& world, std::vector<pact::Interaction> interactions) {
  world.provider.http = std::make_unique<MockServer>(std::move(interactions));
}

void StartSeveral(World& world, const StepCall& call) {
  std::vector<pact::Interaction> interactions;
  for (const std::string_view number : base::Split(call.Text(0), ',')) {
    interactions.push_back(world.Defined(std::stoul(std::string(base::Trim(number)))));
  }
  Start(world, std::move(interactions));
}

/// Columns may leave out the word `response`: only that is changed.
void StartWithChanges(World& world, const StepCall& call) {
  pact::Interaction interaction = world.Defined(call.Number(0));
  const Record row = call.OnlyRecord();
  const Record response = ResponseColumns(row);
  Configure(interaction.response, response.empty() ? row : response, world.fixtures);
  Start(world, {std::move(interaction)});
}

pact::Pact MakeContract(const World& world, std::size_t number, pact::Interaction interaction) {
  return MakePact(fmt::format("c_{}", number), {std::move(interaction)}, world.version);
}

void Verify(World& world, std::size_t number, pact::Interaction interaction) {
  world.provider.pacts.push_back(RoundTrip(MakeContract(world, number, std::move(interaction))));
}

void VerifyFromBroker(World& world, const StepCall& call) {
  const std::size_t number = call.Number(0);
  auto broker =
      std::make_unique<Broker>(world.fixtures, MakeContract(world, number, world.Defined(number)));
  world.provider.pacts.push_back(broker->Fetch(*world.client));
  world.provider.brokers[number] = std::move(broker);
}

void VerifyWithStates(World& world, const StepCall& call) {
  pact::Interaction interaction = world.Defined(call.Number(0));
  for (const Record& row : call.step.Records()) {
    const auto parameters = row.find("Parameters");
    interaction.states.push_back(
        {row.at("State Name"),
         parameters == row.end() ? document::Value() : ParseJson(parameters->second)});
  }
  Verify(world, call.Number(0), std::move(interaction));
}

void SetRequestFilter(World& world, const StepCall& call) {
  for (const auto& [column, cell] : call.OnlyRecord()) {
    Require(column == "headers",
            fmt::format("a request filter cannot change '{}': headers are all it sets", column));
    for (const pact::Header& header : ParseHeaders(cell)) {
      const std::string value = base::Join(header.values, ", ");
      world.provider.headers.push_back({.name = header.name, .value = value, .shown = value});
    }
  }
}

void RequireHeaderSent(World& world, const StepCall& call) {
  for (const pact::Header& wanted : ParseHeaders(call.Text(0))) {
    const bool sent = std::ranges::any_of(
        world.provider.http->Exchanges(), [&](const MockServer::Exchange& exchange) {
          const pact::Header* header = pact::FindHeader(exchange.request.headers, wanted.name);
          return header != nullptr && header->values == wanted.values;
        });
    Require(sent, fmt::format("no request had the header {}", call.Text(0)));
  }
}

void RequirePublished(World& world, std::size_t number, bool success) {
  const ProviderTest& test = world.provider;
  const auto broker = test.brokers.find(number);
  Require(broker != test.brokers.end(), "the interaction is from no broker");
  Require(
      broker->second->PublishedSuccess() == std::optional(success),
      fmt::format(
          "no such result was published: {}{}", test.publish_error, broker->second->Complaints()));
}

void RequireNothingPublished(World& world, const StepCall& /*call*/) {
  for (const auto& [number, broker] : world.provider.brokers) {
    Require(!broker->WasPublishedTo(), fmt::format("results of {} were published", number));
  }
}

void AddBrokerSteps(StepRegistry& registry) {
  registry.Add("a Pact file for interaction <number> is to be verified from a Pact broker",
               VerifyFromBroker);
  registry.Add("publishing of verification results is enabled",
               [](World& world, const StepCall&) { world.provider.publish = true; });
  registry.Add("a verification result will NOT be published back", RequireNothingPublished);
  registry.Add(
      "a successful verification result will be published back for (?:the )?interaction <number>",
      [](World& world, const StepCall& call) { RequirePublished(world, call.Number(0), true); });
  registry.Add(
      "a failed verification result will be published back for (?:the )?interaction <number>",
      [](World& world, const StepCall& call) { RequirePublished(world, call.Number(0), false); });
}

}  // namespace

void AddHttpProviderSteps(StepRegistry& registry) {
  registry.Add(
      "a provider is started that returns the response from interaction <number>",
      [](World& world, const StepCall& call) { Start(world, {world.Defined(call.Number(0))}); });
  registry.Add("a provider is started that returns the responses from interactions <text>",
               StartSeveral);
  registry.Add(
      "a provider is started that returns the response from interaction <number>,? with "
      "the following changes:",
      StartWithChanges);
  registry.Add("a Pact file for interaction <number> is to be verified",
               [](World& world, const StepCall& call) {
                 Verify(world, call.Number(0), world.Defined(call.Number(0)));
               });
  registry.Add(
      "a Pact file for interaction <number> is to be verified with a provider state "
      "<text> defined",
      [](World& world, const StepCall& call) {
        pact::Interaction interaction = world.Defined(call.Number(0));
        interaction.states.push_back({call.Text(1), {}});
        Verify(world, call.Number(0), std::move(interaction));
      });
  registry.Add(
      "a Pact file for interaction <number> is to be verified with the following "
      "provider states defined:",
      VerifyWithStates);
  registry.Add("a Pact file for interaction <number> is to be verified,? but is marked pending",
               [](World& world, const StepCall& call) {
                 pact::Interaction interaction = world.Defined(call.Number(0));
                 interaction.pending = true;
                 Verify(world, call.Number(0), std::move(interaction));
               });
  registry.Add(
      "a Pact file for interaction <number> is to be verified with the following "
      "comments:",
      [](World& world, const StepCall& call) {
        pact::Interaction interaction = world.Defined(call.Number(0));
        interaction.comments = ParseComments(call.step);
        Verify(world, call.Number(0), std::move(interaction));
      });
  registry.Add("a request filter is configured to make the following changes:", SetRequestFilter);
  registry.Add("the request to the provider will contain the header <text>", RequireHeaderSent);
  AddBrokerSteps(registry);
}

}  // namespace accord::compatibility
