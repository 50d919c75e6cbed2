#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "accord/finding/report.h"
#include "accord/match/generate.h"
#include "accord/net/http_client.h"
#include "accord/pact/pact.h"
#include "accord/verify/http_provider.h"

#include "tests/conformance/pact_compatibility/broker.h"
#include "tests/conformance/pact_compatibility/fixtures.h"
#include "tests/conformance/pact_compatibility/mock_server.h"
#include "tests/conformance/pact_compatibility/provider_servers.h"

namespace accord::compatibility {

/// A consumer test, over HTTP against a mock server or with messages.
struct ConsumerTest {
  std::unique_ptr<MockServer> server;
  net::HttpResponse response;
  std::vector<pact::Interaction> defined;  ///< Built by steps; the last one is being defined.
  std::vector<pact::Message> received;     ///< What the consumer's code was given.
  std::vector<pact::Message> received_replies;
  bool done = false;
  std::string error;                  ///< Of the consumer's code; empty when it passed.
  std::optional<pact::Pact> written;  ///< As read back from the contract file.
};

/// A provider verification.
struct ProviderTest {
  std::unique_ptr<MockServer> http;
  std::unique_ptr<MessageServer> messages;
  std::unique_ptr<StateServer> states;
  std::vector<pact::Pact> pacts;                           ///< To be verified.
  std::map<std::size_t, std::unique_ptr<Broker>> brokers;  ///< By the number of the interaction.
  std::vector<verify::ExtraHeader> headers;                ///< The request filter.
  bool publish = false;
  std::string publish_error;
  finding::Report report;
};

/// A comparison of what was received with what was expected.
struct Comparison {
  pact::Request request;
  std::vector<pact::Request> received_requests;
  pact::Response response;
  std::vector<pact::Response> received_responses;
  std::vector<std::vector<match::Mismatch>> results;  ///< One per received part.
};

/// A part whose generators are applied.
struct Preparation {
  pact::Request request;
  pact::Response response;
  pact::Request prepared_request;
  pact::Response prepared_response;
  bool is_response = false;
  std::optional<match::GeneratorMode> mode;
};

/// What the steps of one scenario share.
struct World {
  World(const std::filesystem::path& suite, pact::SpecVersion spec, std::filesystem::path scratch);

  const pact::Interaction& Defined(std::size_t number) const;
  match::GeneratorContext GeneratorContext(match::GeneratorMode mode);

  Fixtures fixtures;
  pact::SpecVersion version;     ///< Contracts are written in it.
  std::filesystem::path folder;  ///< Empty at first; contract files go there.
  std::unique_ptr<net::HttpClient> client;
  base::Random random;
  std::map<std::size_t, pact::Interaction> interactions;  ///< By their number in the table.

  ConsumerTest consumer;
  ProviderTest provider;
  Comparison comparison;
  Preparation preparation;
};

}  // namespace accord::compatibility
