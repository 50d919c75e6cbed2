#include "tests/conformance/pact_compatibility/broker.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/document/pointer.h"
#include "accord/pact/read.h"
#include "accord/pact/write.h"

#include "tests/conformance/pact_compatibility/expectation.h"
#include "tests/conformance/pact_compatibility/pact_files.h"

namespace accord::compatibility {
namespace {

using document::Builder;
using document::Node;

constexpr std::string_view kJsonType = "application/json";
constexpr std::string_view kResults = "/verification-results";

std::string PactPath(const pact::Pact& pact) {
  return fmt::format("/pacts/provider/{}/consumer/{}", pact.provider, pact.consumer);
}

void CopyMembers(Builder& builder, const Node& object) {
  for (const document::Member& member : object.members()) {
    builder.Key(member.key());
    builder.Copy(member.value);
  }
}

/// The contract with what a broker adds: the link for results, and interaction ids.
document::Value Hosted(const Node& pact, const std::string& path) {
  Builder builder;
  builder.StartObject();
  for (const document::Member& member : pact.members()) {
    builder.Key(member.key());
    if (member.key() != "interactions") {
      builder.Copy(member.value);
      continue;
    }
    builder.StartArray();
    for (const Node& interaction : member.value.items()) {
      builder.StartObject();
      builder.Key("_id");
      builder.String("ID1");
      CopyMembers(builder, interaction);
      builder.EndObject();
    }
    builder.EndArray();
  }
  builder.Key("_links");
  builder.StartObject();
  builder.Key("pb:publish-verification-results");
  builder.StartObject();
  builder.Key("href");
  builder.String(fmt::format("http://localhost:1234{}{}", path, kResults));
  builder.EndObject();
  builder.EndObject();
  builder.EndObject();
  return document::Value(builder.Finish());
}

pact::Interaction PactRequest(const pact::Pact& pact) {
  const std::string path = PactPath(pact);
  const document::Value text = ParseJson(Unwrap(pact::Write(pact, pact.version)));
  pact::Interaction interaction;
  interaction.description = "a request for the contract";
  interaction.request.path = path;
  interaction.response.headers = {{"Content-Type", {std::string(kJsonType)}}};
  interaction.response.body.state = pact::BodyState::kPresent;
  interaction.response.body.content_type = kJsonType;
  interaction.response.body.json = Hosted(*text, path);
  std::vector<finding::Finding> findings;
  interaction.response.generators =
      pact::ReadGenerators(ParseJson(fmt::format(
                               R"({{"body": {{"$._links.pb:publish-verification-results.href": {{
                "type": "MockServerURL",
                "example": "http://localhost:1234{0}{1}",
                "regex": ".*({0}{1})$"}}}}}})",
                               path,
                               kResults)),
                           findings);
  Require(findings.empty(), "the generator of the results link was not understood");
  return interaction;
}

std::vector<pact::Interaction> Interactions(const Fixtures& fixtures, const pact::Pact& pact) {
  std::string consumer = pact.consumer;
  std::erase(consumer, '_');
  const std::string fixture = fmt::format("pact-broker_{}.json", consumer);
  auto interactions = ReadPact(fixture, fixtures.Read(fixture)).interactions;
  interactions.push_back(PactRequest(pact));
  return interactions;
}

std::string Get(net::HttpClient& client, net::HttpRequest request) {
  const std::string url = request.url;
  const net::HttpResponse response = Unwrap(client.Fetch(std::move(request)));
  Require(response.status == 200,
          fmt::format("the broker answered {} for {}: {}", response.status, url, response.body));
  return response.body;
}

/// The text at a JSON pointer of a response.
std::string Link(const std::string& json, std::string_view pointer) {
  const document::Value value = ParseJson(json);
  const Node* link = Unwrap(document::Pointer::Parse(pointer)).Resolve(*value);
  Require(link != nullptr && link->is_string(), fmt::format("the broker has no {}", pointer));
  return std::string(link->text());
}

bool IsForResults(const MockServer::Exchange& exchange) {
  return exchange.request.path.ends_with(kResults);
}

}  // namespace

Broker::Broker(const Fixtures& fixtures, const pact::Pact& pact)
    : server_(Interactions(fixtures, pact)) {}

pact::Pact Broker::Fetch(net::HttpClient& client) const {
  constexpr std::string_view kProvider = "{provider}";
  std::string url = Link(Get(client, {.url = server_.url() + "/"}),
                         "/_links/pb:provider-pacts-for-verification/href");
  Require(url.find(kProvider) != std::string::npos, url + " has no place for the provider");
  url.replace(url.find(kProvider), kProvider.size(), "p");
  url = Link(Get(client,
                 {.method = "POST",
                  .url = url,
                  .headers = {{"Content-Type", std::string(kJsonType)}},
                  .body = R"({"consumerVersionSelectors": [], "includePendingStatus": false})"}),
             "/_embedded/pacts/0/_links/self/href");
  return ReadPact(url, Get(client, {.url = url}));
}

bool Broker::WasPublishedTo() const {
  return std::ranges::any_of(server_.Exchanges(), IsForResults);
}

std::optional<bool> Broker::PublishedSuccess() const {
  for (const MockServer::Exchange& exchange : server_.Exchanges()) {
    if (!IsForResults(exchange) || exchange.outcome != MockServer::Outcome::kMatched) {
      continue;
    }
    const document::Value json = JsonOf(exchange.request.body);
    const Node* success = json->Find("success");
    Require(success != nullptr && success->is_bool(), "the results do not say `success`");
    return success->boolean();
  }
  return std::nullopt;
}

std::string Broker::Complaints() const {
  std::string text;
  for (const MockServer::Exchange& exchange : server_.Exchanges()) {
    for (const match::Mismatch& mismatch : exchange.mismatches) {
      text += fmt::format("; {} {}: {}", exchange.request.path, mismatch.name, mismatch.message);
    }
  }
  return text;
}

}  // namespace accord::compatibility
