#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "accord/base/random.h"
#include "accord/match/compare.h"
#include "accord/net/http_server.h"
#include "accord/pact/pact.h"

namespace accord::compatibility {

/// Answers requests over loopback HTTP from interactions, and notes what came.
class MockServer {
 public:
  enum class Outcome { kMatched, kMismatch, kUnexpected };
  /// One request, compared with the interaction that it fits best.
  struct Exchange {
    Outcome outcome = Outcome::kUnexpected;
    pact::Request request;
    std::size_t interaction = 0;  ///< Unless kUnexpected.
    std::vector<match::Mismatch> mismatches;
    std::chrono::steady_clock::time_point at;
  };

  explicit MockServer(std::vector<pact::Interaction> interactions);

  const std::string& url() const { return url_; }
  const std::vector<pact::Interaction>& interactions() const { return interactions_; }
  std::vector<Exchange> Exchanges() const;
  /// Interactions that no request was meant for.
  std::vector<std::size_t> Missing() const;
  /// Every request matched and none is missing.
  bool Ok() const;

 private:
  net::ServerResponse Answer(const net::ServerRequest& request);
  Exchange Compare(pact::Request request) const;

  const std::vector<pact::Interaction> interactions_;
  mutable std::mutex mutex_;
  std::vector<Exchange> exchanges_;
  base::Random random_{1};
  std::string url_;
  std::unique_ptr<net::HttpServer> server_;  // Last: stopped before what its handler uses goes.
};

}  // namespace accord::compatibility
