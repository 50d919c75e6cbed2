#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "tests/conformance/pact_compatibility/checks.h"
#include "tests/conformance/pact_compatibility/expectation.h"
#include "tests/conformance/pact_compatibility/http_parts.h"
#include "tests/conformance/pact_compatibility/steps.h"
#include "tests/conformance/pact_compatibility/world.h"
#include "verify/http_exchange.h"

namespace accord::compatibility {
namespace {

using Outcome = MockServer::Outcome;

void DefineInteractions(World& world, const StepCall& call) {
  for (const Record& row : call.step.Records()) {
    const auto number = row.find("No");
    Require(number != row.end(), "the table has no column No");
    pact::Interaction interaction;
    interaction.description = "interaction for test " + number->second;
    Configure(interaction, row, world.fixtures);
    world.interactions[std::stoul(number->second)] = std::move(interaction);
  }
}

MockServer& Server(World& world) {
  Require(world.consumer.server != nullptr, "no mock server was started");
  return *world.consumer.server;
}

void Start(World& world, std::vector<pact::Interaction> interactions) {
  world.consumer.server = std::make_unique<MockServer>(std::move(interactions));
}

void StartWithChanges(World& world, const StepCall& call) {
  pact::Interaction interaction = world.Defined(call.Number(0));
  Configure(interaction, call.OnlyRecord(), world.fixtures);
  Start(world, {std::move(interaction)});
}

void StartSeveral(World& world, const StepCall& call) {
  std::vector<pact::Interaction> interactions;
  for (const std::string_view number : base::Split(call.Text(0), ',')) {
    interactions.push_back(world.Defined(std::stoul(std::string(base::Trim(number)))));
  }
  Start(world, std::move(interactions));
}

void Send(World& world, const pact::Request& request) {
  verify::HttpProviderOptions options;
  options.url = Server(world).url();
  world.consumer.response = Unwrap(world.client->Fetch(verify::ToHttp(request, options)));
}

void SendWithChanges(World& world, const StepCall& call) {
  pact::Request request = world.Defined(call.Number(0)).request;
  Configure(request, call.OnlyRecord(), world.fixtures);
  Send(world, request);
}

std::vector<match::Mismatch> Mismatches(World& world) {
  std::vector<match::Mismatch> all;
  for (MockServer::Exchange& exchange : Server(world).Exchanges()) {
    if (exchange.outcome == Outcome::kMismatch) {
      std::ranges::move(exchange.mismatches, std::back_inserter(all));
    }
  }
  return all;
}

void RequireUnexpected(World& world, const std::string& method, const std::string& path) {
  Require(std::ranges::any_of(Server(world).Exchanges(),
                              [&](const MockServer::Exchange& exchange) {
                                return exchange.outcome == Outcome::kUnexpected &&
                                       exchange.request.method == method &&
                                       exchange.request.path == path;
                              }),
          fmt::format("no unexpected {} {} was noted", method, path));
}

void RequireMissing(World& world, const StepCall& call) {
  const std::string& wanted = world.Defined(call.Number(0)).description;
  const MockServer& server = Server(world);
  Require(std::ranges::any_of(server.Missing(),
                              [&](std::size_t index) {
                                return server.interactions()[index].description == wanted;
                              }),
          fmt::format("'{}' is not noted as missing", wanted));
}

void AddRequestSteps(StepRegistry& registry) {
  registry.Add("the following HTTP interactions have been defined:", DefineInteractions);
  registry.Add(
      "the mock server is started with interaction <number>",
      [](World& world, const StepCall& call) { Start(world, {world.Defined(call.Number(0))}); });
  registry.Add("the mock server is started with interactions <text>", StartSeveral);
  registry.Add(
      "the mock server is started with interaction <number>,? but with the following changes:",
      StartWithChanges);
  registry.Add("request <number> is made to the mock server",
               [](World& world, const StepCall& call) {
                 Send(world, world.Defined(call.Number(0)).request);
               });
  registry.Add("request <number> is made to the mock server with the following changes:",
               SendWithChanges);
}

void AddResponseSteps(StepRegistry& registry) {
  registry.Add("an? <number> (?:success|error) response is returned",
               [](World& world, const StepCall& call) {
                 RequireEqual(
                     std::to_string(world.consumer.response.status), call.Text(0), "the status");
               });
  registry.Add("the payload will contain the <text> JSON document",
               [](World& world, const StepCall& call) {
                 RequireDocument(pact::Body::Of(world.consumer.response.body, {}),
                                 call.Text(0) + ".json",
                                 world.fixtures);
               });
  registry.Add("the content type will be set as <text>", [](World& world, const StepCall& call) {
    const std::string* type = net::FindHeader(world.consumer.response.headers, "Content-Type");
    RequireEqual(type == nullptr ? "" : *type, call.Text(0), "the content type");
  });
}

void AddStatusSteps(StepRegistry& registry) {
  registry.Add("the mock server status will be OK", [](World& world, const StepCall&) {
    Require(Server(world).Ok(), "the mock server has complaints");
  });
  registry.Add("the mock server status will NOT be OK", [](World& world, const StepCall&) {
    Require(!Server(world).Ok(), "the mock server has no complaints");
  });
  registry.Add("the mock server status will be mismatches", [](World& world, const StepCall&) {
    Require(!Mismatches(world).empty(), "no request mismatched");
  });
  registry.Add(
      "the mock server status will be an expected but not received error for interaction "
      "<number>",
      RequireMissing);
  registry.Add(
      "the mock server status will be an unexpected <text> request received error for "
      "interaction <number>",
      [](World& world, const StepCall& call) {
        RequireUnexpected(world, call.Text(0), world.Defined(call.Number(1)).request.path);
      });
  registry.Add(
      "the mock server status will be an unexpected <text> request received error for "
      "path <text>",
      [](World& world, const StepCall& call) {
        RequireUnexpected(world, call.Text(0), call.Text(1));
      });
  registry.Add("the mismatches will contain an? <text> mismatch with error <text>",
               [](World& world, const StepCall& call) {
                 RequireMismatch(Mismatches(world), call.Text(0), {}, call.Text(1));
               });
  registry.Add("the mismatches will contain an? <text> mismatch with path <text> with error <text>",
               [](World& world, const StepCall& call) {
                 RequireMismatch(Mismatches(world), call.Text(0), call.Text(1), call.Text(2));
               });
}

}  // namespace

void AddMockServerSteps(StepRegistry& registry) {
  AddRequestSteps(registry);
  AddResponseSteps(registry);
  AddStatusSteps(registry);
}

}  // namespace accord::compatibility
