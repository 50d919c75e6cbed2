#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "accord/report/report.h"
#include "accord/verify/publish.h"
#include "accord/verify/verify.h"

#include "tests/conformance/pact_compatibility/checks.h"
#include "tests/conformance/pact_compatibility/provider_test.h"
#include "tests/conformance/pact_compatibility/steps.h"

namespace accord::compatibility {
namespace {

constexpr std::string_view kSetup = "setup";
constexpr std::string_view kTeardown = "teardown";

std::unique_ptr<verify::Provider> MakeProvider(World& world) {
  const ProviderTest& test = world.provider;
  Require(test.http != nullptr || test.messages != nullptr, "no provider was started");
  verify::HttpProviderOptions options;
  options.url = test.http != nullptr ? test.http->url() : test.messages->url();
  options.message_url = test.messages != nullptr ? test.messages->url() : "";
  options.headers = test.headers;
  return Unwrap(verify::MakeHttpProvider(std::move(options), *world.client));
}

void RunVerification(World& world, const StepCall& /*call*/) {
  ProviderTest& test = world.provider;
  const auto provider = MakeProvider(world);
  std::unique_ptr<verify::StateHandler> states;
  if (test.states != nullptr) {
    states = Unwrap(verify::MakeHttpStates({.url = test.states->url()}, *world.client));
  }
  verify::Options options;
  options.random = &world.random;
  const auto selected = verify::Select(test.pacts, options.filter);
  test.report = verify::Verify(selected, *provider, states.get(), options, nullptr);
  for (const pact::Pact& pact : test.pacts) {
    if (test.publish) {
      const auto published = verify::Publish(
          pact, selected, test.report.checks, {.provider_version = "1.2.3"}, *world.client);
      test.publish_error += published ? "" : published.error().message;
    }
  }
}

/// What a person sees of the run.
std::string Console(const World& world) {
  std::ostringstream out;
  report::WriteText(world.provider.report, {.width = 1000, .verbose = true}, out);
  return std::move(out).str();
}

void RequireShown(World& world, std::string_view text) {
  const std::string console = Console(world);
  Require(console.find(text) != std::string::npos,
          fmt::format("'{}' is not in the output:\n{}", text, console));
}

void RequireError(World& world, std::string_view summary, bool pending) {
  const bool found =
      std::ranges::any_of(world.provider.report.checks, [&](const finding::Check& check) {
        return (check.outcome == finding::Outcome::kPending) == pending &&
               std::ranges::any_of(check.findings, [&](const finding::Finding& finding) {
                 return finding.rule->summary == summary;
               });
      });
  Require(found, fmt::format("no '{}' among the findings:\n{}", summary, Console(world)));
}

const StateServer& States(const World& world) {
  Require(world.provider.states != nullptr, "no provider state callback is configured");
  return *world.provider.states;
}

void RequireNoCall(World& world, std::string_view action) {
  for (const StateServer::Call& call : States(world).Calls()) {
    Require(call.action != action, fmt::format("a {} call was received", action));
  }
}

/// Set-up comes before every request, teardown after.
void RequireOrder(World& world, std::string_view action) {
  const auto calls = States(world).Calls();
  const auto call = std::ranges::find(calls, action, &StateServer::Call::action);
  Require(call != calls.end(), fmt::format("no {} call was received", action));
  if (world.provider.http == nullptr) {
    return;
  }
  for (const MockServer::Exchange& exchange : world.provider.http->Exchanges()) {
    Require((action == kSetup) == (call->at < exchange.at),
            fmt::format("the {} call came at the wrong time", action));
  }
}

/// A row with a column per parameter, cells in JSON; no table: any parameters.
bool HasParameters(const StateServer::Call& received, const Step& step) {
  for (const Record& row : step.Records()) {
    for (const auto& [name, cell] : row) {
      const document::Node* value = received.params ? received.params->Find(name) : nullptr;
      if (value == nullptr || !document::Equal(*value, *ParseJson(cell))) {
        return false;
      }
    }
  }
  return true;
}

void RequireCall(World& world, const StepCall& call, std::string_view action) {
  Require(std::ranges::any_of(States(world).Calls(),
                              [&](const StateServer::Call& received) {
                                return received.action == action &&
                                       received.state == call.Text(0) &&
                                       HasParameters(received, call.step);
                              }),
          fmt::format("no {} call for that state was received", action));
}

void AddResultSteps(StepRegistry& registry) {
  registry.Add("the verification is run", RunVerification);
  registry.Add("the verification will be successful", [](World& world, const StepCall&) {
    Require(!world.provider.report.Fails(finding::Severity::kError),
            "the verification failed:\n" + Console(world));
  });
  registry.Add("the verification will NOT be successful", [](World& world, const StepCall&) {
    Require(world.provider.report.Fails(finding::Severity::kError), "the verification succeeded");
  });
  registry.Add(
      "the verification results will contain an? <text> error",
      [](World& world, const StepCall& call) { RequireError(world, call.Text(0), false); });
  registry.Add("there will be a pending <text> error",
               [](World& world, const StepCall& call) { RequireError(world, call.Text(0), true); });
  registry.Add("the comment <text> will have been printed to the console",
               [](World& world, const StepCall& call) { RequireShown(world, call.Text(0)); });
  registry.Add(
      "the <text> will (?:be )?displayed as the original test name",
      [](World& world, const StepCall& call) { RequireShown(world, "test: " + call.Text(0)); });
}

void AddStateSteps(StepRegistry& registry) {
  registry.Add("a provider state callback is configured", [](World& world, const StepCall&) {
    world.provider.states = std::make_unique<StateServer>(false);
  });
  registry.Add("a provider state callback is configured, but will return a failure",
               [](World& world, const StepCall&) {
                 world.provider.states = std::make_unique<StateServer>(true);
               });
  registry.Add("the provider state callback will be called before the verification is run",
               [](World& world, const StepCall&) { RequireOrder(world, kSetup); });
  registry.Add("the provider state callback will be called after the verification is run",
               [](World& world, const StepCall&) { RequireOrder(world, kTeardown); });
  registry.Add(
      "the provider state callback will receive a setup call with <text> (?:as the "
      "provider state parameter|and the following parameters:)",
      [](World& world, const StepCall& call) { RequireCall(world, call, kSetup); });
  registry.Add(
      "the provider state callback will receive a teardown call <text> (?:as the "
      "provider state parameter|and the following parameters:)",
      [](World& world, const StepCall& call) { RequireCall(world, call, kTeardown); });
  registry.Add("the provider state callback will NOT receive a setup call",
               [](World& world, const StepCall&) { RequireNoCall(world, kSetup); });
  registry.Add("the provider state callback will NOT receive a teardown call",
               [](World& world, const StepCall&) { RequireNoCall(world, kTeardown); });
  registry.Add(
      "a warning will be displayed that there was no provider state callback configured "
      "for provider state <text>",
      [](World& world, const StepCall& call) {
        RequireShown(world, "no state change URL is configured");
        RequireShown(world, call.Text(0));
      });
}

}  // namespace

document::Value ParseComments(const Step& step) {
  document::Builder builder;
  builder.StartObject();
  builder.Key("text");
  builder.StartArray();
  for (const Record& row : step.Records()) {
    if (row.at("type") == "text") {
      builder.String(row.at("comment"));
    }
  }
  builder.EndArray();
  for (const Record& row : step.Records()) {
    if (row.at("type") != "text") {
      builder.Key(row.at("type"));
      builder.String(row.at("comment"));
    }
  }
  builder.EndObject();
  return document::Value(builder.Finish());
}

void AddVerificationSteps(StepRegistry& registry) {
  AddResultSteps(registry);
  AddStateSteps(registry);
}

}  // namespace accord::compatibility
