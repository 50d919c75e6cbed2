#include <fmt/format.h>

#include "accord/base/regex.h"
#include "accord/base/strings.h"

#include "tests/conformance/pact_compatibility/checks.h"
#include "tests/conformance/pact_compatibility/http_parts.h"
#include "tests/conformance/pact_compatibility/steps.h"
#include "tests/conformance/pact_compatibility/world.h"

namespace accord::compatibility {
namespace {

void ConfigureRequest(World& world, const StepCall& call) {
  pact::Request& request = world.preparation.request;
  Configure(request, call.OnlyRecord(), world.fixtures);
  request.body = AsContract(std::move(request.body));
}

void ConfigureResponse(World& world, const StepCall& call) {
  pact::Response& response = world.preparation.response;
  Configure(response, call.OnlyRecord(), world.fixtures);
  response.body = AsContract(std::move(response.body));
  world.preparation.is_response = true;
}

void SetMode(World& world, const StepCall& call) {
  const bool provider = call.Text(0) == "Provider";
  Require(provider || call.Text(0) == "Consumer", "there is no such mode");
  world.preparation.mode =
      provider ? match::GeneratorMode::kProvider : match::GeneratorMode::kConsumer;
}

/// `providerState` gives values by name, `mockServer` the server's address.
void ReadContext(const std::string& name, const StepCall& call, match::GeneratorContext& context) {
  Require(!call.step.table.empty() && !call.step.table[0].empty(), "the step needs a table");
  const document::Value json = ParseJson(call.step.table[0][0]);
  if (name == "providerState") {
    for (const document::Member& member : json->members()) {
      context.state_values.emplace_back(member.key(), json.Child(&member.value));
    }
    return;
  }
  Require(name == "mockServer", fmt::format("'{}' is no context", name));
  const document::Node* href = json->Find("href");
  Require(href != nullptr, "the mock server has no href");
  context.mock_server_url = href->text();
}

void Prepare(World& world, const std::string& context_name, const StepCall& call) {
  Preparation& part = world.preparation;
  const auto usual =
      part.is_response ? match::GeneratorMode::kConsumer : match::GeneratorMode::kProvider;
  auto context = world.GeneratorContext(part.mode.value_or(usual));
  if (!context_name.empty()) {
    ReadContext(context_name, call, context);
  }
  std::vector<std::string> warnings;
  part.prepared_request = match::Generate(part.request, context, warnings);
  part.prepared_response = match::Generate(part.response, context, warnings);
  Require(warnings.empty(), warnings.empty() ? "" : warnings.front());
}

std::string HeaderText(const std::vector<pact::Header>& headers, const std::string& name) {
  const pact::Header* header = pact::FindHeader(headers, name);
  Require(header != nullptr, "there is no header " + name);
  return base::Join(header->values, ", ");
}

std::string QueryText(const pact::Request& request, const std::string& name) {
  const pact::QueryParameter* parameter = pact::FindParameter(request.query, name);
  Require(parameter != nullptr && !parameter->values.empty() && parameter->values[0],
          "there is no parameter " + name);
  return *parameter->values[0];
}

/// `path`, `method`, `status`, `header[NAME]` or `queryParameter[NAME]` of the prepared part.
std::string PreparedText(const World& world, const std::string& what) {
  const Preparation& part = world.preparation;
  const std::size_t bracket = what.find('[');
  const std::string kind = what.substr(0, bracket);
  const std::string name =
      bracket == std::string::npos ? "" : what.substr(bracket + 1, what.find(']') - bracket - 1);
  if (kind == "header") {
    return HeaderText(
        part.is_response ? part.prepared_response.headers : part.prepared_request.headers, name);
  }
  if (kind == "queryParameter") {
    return QueryText(part.prepared_request, name);
  }
  if (kind == "status") {
    return std::to_string(part.prepared_response.status);
  }
  Require(kind == "path" || kind == "method", fmt::format("'{}' is no part", what));
  return kind == "path" ? part.prepared_request.path : part.prepared_request.method;
}

document::Value PreparedValue(const World& world, const std::string& path) {
  const Preparation& part = world.preparation;
  const auto& before = part.is_response ? part.response.body : part.request.body;
  const auto& after = part.is_response ? part.prepared_response.body : part.prepared_request.body;
  document::Value made = ValueAt(JsonOf(after), path);
  Require(!document::Equal(*made, *ValueAt(JsonOf(before), path)),
          fmt::format("{} was not replaced", TextOf(made)));
  return made;
}

void AddCheckSteps(StepRegistry& registry) {
  registry.Add("the body value for <text> will have been replaced with an? <text>",
               [](World& world, const StepCall& call) {
                 const Preparation& part = world.preparation;
                 RequireKind(TextOf(PreparedValue(world, call.Text(0))),
                             call.Text(1),
                             part.is_response ? part.response.generators : part.request.generators);
               });
  registry.Add("the body value for <text> will have been replaced with <text>",
               [](World& world, const StepCall& call) {
                 RequireEqual(
                     TextOf(PreparedValue(world, call.Text(0))), call.Text(1), "the value");
               });
  registry.Add("the (?:request|response) <text> will be (?:set as )?<text>",
               [](World& world, const StepCall& call) {
                 RequireEqual(PreparedText(world, call.Text(0)), call.Text(1), call.Text(0));
               });
  registry.Add("the (?:request|response) <text> will not be <text>",
               [](World& world, const StepCall& call) {
                 const std::string text = PreparedText(world, call.Text(0));
                 Require(text != call.Text(1), fmt::format("{} is '{}'", call.Text(0), text));
               });
  registry.Add("the (?:request|response) <text> will match <text>",
               [](World& world, const StepCall& call) {
                 const std::string text = PreparedText(world, call.Text(0));
                 const auto regex = Unwrap(base::Regex::Compile(call.Text(1), {.whole = true}));
                 Require(regex.Match(text) == base::RegexOutcome::kMatch,
                         fmt::format("{} is '{}'", call.Text(0), text));
               });
}

}  // namespace

void AddGeneratorSteps(StepRegistry& registry) {
  registry.Add("a request configured with the following generators:", ConfigureRequest);
  registry.Add("a response configured with the following generators:", ConfigureResponse);
  registry.Add("the generator test mode is set as <text>", SetMode);
  registry.Add("the (?:request|response) is prepared for use",
               [](World& world, const StepCall& call) { Prepare(world, {}, call); });
  registry.Add("the (?:request|response) is prepared for use with an? <text> context:",
               [](World& world, const StepCall& call) { Prepare(world, call.Text(0), call); });
  AddCheckSteps(registry);
}

}  // namespace accord::compatibility
