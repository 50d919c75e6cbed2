#pragma once

#include <optional>
#include <string>

#include "accord/net/http_client.h"
#include "accord/pact/pact.h"

#include "tests/conformance/pact_compatibility/fixtures.h"
#include "tests/conformance/pact_compatibility/mock_server.h"

namespace accord::compatibility {

/// A broker that holds one contract, made of the suite's own contract for brokers
/// (`pact-broker_<consumer>.json`, the underscore of `c_1` left out): what it does not foresee is
/// answered with 500.
class Broker {
 public:
  Broker(const Fixtures& fixtures, const pact::Pact& pact);

  /// The contract as a verifier finds it: from the index, by links.
  pact::Pact Fetch(net::HttpClient& client) const;
  /// Whether anything was sent to the results link.
  bool WasPublishedTo() const;
  /// `success` of the results that were sent and understood; nullopt when there are none.
  std::optional<bool> PublishedSuccess() const;
  /// What was wrong with requests, for people.
  std::string Complaints() const;

 private:
  MockServer server_;
};

}  // namespace accord::compatibility
