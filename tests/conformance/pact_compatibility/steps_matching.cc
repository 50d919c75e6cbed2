#include <algorithm>

#include <fmt/format.h>

#include "tests/conformance/pact_compatibility/checks.h"
#include "tests/conformance/pact_compatibility/http_parts.h"
#include "tests/conformance/pact_compatibility/steps.h"
#include "tests/conformance/pact_compatibility/world.h"

namespace accord::compatibility {
namespace {

void ExpectRequest(World& world, const StepCall& call) {
  pact::Request& request = world.comparison.request;
  Configure(request, call.OnlyRecord(), world.fixtures);
  request.body = AsContract(std::move(request.body));
}

void ExpectResponse(World& world, const StepCall& call) {
  pact::Response& response = world.comparison.response;
  Configure(response, call.OnlyRecord(), world.fixtures);
  response.body = AsContract(std::move(response.body));
}

void ReceiveRequests(World& world, const StepCall& call) {
  for (const Record& row : call.step.Records()) {
    Configure(world.comparison.received_requests.emplace_back(), row, world.fixtures);
  }
}

void ReceiveResponses(World& world, const StepCall& call) {
  for (const Record& row : call.step.Records()) {
    Configure(world.comparison.received_responses.emplace_back(), row, world.fixtures);
  }
}

void CompareRequests(World& world, const StepCall& /*call*/) {
  Comparison& comparison = world.comparison;
  Require(!comparison.received_requests.empty(), "no request was received");
  for (const pact::Request& received : comparison.received_requests) {
    comparison.results.push_back(match::CompareRequest(comparison.request, received));
  }
}

void CompareResponses(World& world, const StepCall& /*call*/) {
  Comparison& comparison = world.comparison;
  Require(!comparison.received_responses.empty(), "no response was received");
  for (const pact::Response& received : comparison.received_responses) {
    comparison.results.push_back(match::CompareResponse(comparison.response, received));
  }
}

std::vector<match::Mismatch> AllMismatches(const World& world) {
  std::vector<match::Mismatch> all;
  for (const auto& result : world.comparison.results) {
    all.insert(all.end(), result.begin(), result.end());
  }
  return all;
}

void RequireAllMatch(World& world, const StepCall& /*call*/) {
  const auto all = AllMismatches(world);
  Require(all.empty(), all.empty() ? "" : fmt::format("{}: {}", all[0].name, all[0].message));
}

void RequireNoneMatches(World& world, const StepCall& /*call*/) {
  Require(std::ranges::none_of(world.comparison.results, &std::vector<match::Mismatch>::empty),
          "something matched");
}

void AddPartSteps(StepRegistry& registry) {
  registry.Add("an expected request configured with the following:", ExpectRequest);
  registry.Add("an expected response configured with the following:", ExpectResponse);
  registry.Add("an expected request with an? <text> header of <text>",
               [](World& world, const StepCall& call) {
                 SetHeader(world.comparison.request.headers, call.Text(0), call.Text(1));
               });
  registry.Add("an expected response with an? <text> header of <text>",
               [](World& world, const StepCall& call) {
                 SetHeader(world.comparison.response.headers, call.Text(0), call.Text(1));
               });
  registry.Add("a request is received with an? <text> header of <text>",
               [](World& world, const StepCall& call) {
                 SetHeader(world.comparison.received_requests.emplace_back().headers,
                           call.Text(0),
                           call.Text(1));
               });
  registry.Add("a response is received with an? <text> header of <text>",
               [](World& world, const StepCall& call) {
                 SetHeader(world.comparison.received_responses.emplace_back().headers,
                           call.Text(0),
                           call.Text(1));
               });
  registry.Add("a status <number> response is received", [](World& world, const StepCall& call) {
    world.comparison.received_responses.emplace_back().status = static_cast<int>(call.Number(0));
  });
  registry.Add("(?:a request is|the following requests are) received(?: with the following)?:",
               ReceiveRequests);
  registry.Add("(?:a response is|the following responses are) received(?: with the following)?:",
               ReceiveResponses);
}

}  // namespace

void AddMatchingSteps(StepRegistry& registry) {
  AddPartSteps(registry);
  registry.Add("the requests? (?:is|are) compared to the expected one", CompareRequests);
  registry.Add("the responses? (?:is|are) compared to the expected one", CompareResponses);
  registry.Add("the (?:response )?comparison should be OK", RequireAllMatch);
  registry.Add("the (?:response )?comparison should NOT be OK", RequireNoneMatches);
  registry.Add("the (?:response )?mismatches will contain a mismatch with error <text> -> <text>",
               [](World& world, const StepCall& call) {
                 RequireMismatch(AllMismatches(world), {}, call.Text(0), call.Text(1));
               });
  registry.Add("the response mismatches will contain an? <text> mismatch with error <text>",
               [](World& world, const StepCall& call) {
                 RequireMismatch(AllMismatches(world), call.Text(0), {}, call.Text(1));
               });
}

}  // namespace accord::compatibility
