#include "tests/conformance/pact_compatibility/mock_server.h"

#include <algorithm>
#include <limits>
#include <set>

#include "accord/match/generate.h"

#include "tests/conformance/pact_compatibility/expectation.h"
#include "tests/conformance/pact_compatibility/http_parts.h"

namespace accord::compatibility {
namespace {

bool IsAboutAnother(const match::Mismatch& mismatch) {
  return mismatch.part == match::Part::kMethod || mismatch.part == match::Part::kPath;
}

net::ServerResponse Refusal(const MockServer::Exchange& exchange) {
  std::string text = exchange.outcome == MockServer::Outcome::kUnexpected ? "unexpected request\n"
                                                                          : "request mismatch\n";
  for (const match::Mismatch& mismatch : exchange.mismatches) {
    text += mismatch.message + "\n";
  }
  return {.status = 500, .headers = {{"Content-Type", "text/plain"}}, .body = std::move(text)};
}

}  // namespace

MockServer::MockServer(std::vector<pact::Interaction> interactions)
    : interactions_(std::move(interactions)) {
  const std::scoped_lock lock(mutex_);
  server_ = Unwrap(net::HttpServer::Start(
      {}, [this](const net::ServerRequest& request) { return Answer(request); }));
  url_ = server_->url();
}

MockServer::Exchange MockServer::Compare(pact::Request request) const {
  Exchange exchange;
  std::size_t fewest = std::numeric_limits<std::size_t>::max();
  for (std::size_t i = 0; i < interactions_.size(); ++i) {
    auto mismatches = match::CompareRequest(interactions_[i].request, request);
    // An interaction for another method or path is a worse guess than any difference in the rest.
    const auto score =
        mismatches.size() + (std::ranges::any_of(mismatches, IsAboutAnother) ? 1000U : 0U);
    if (score < fewest) {
      fewest = score;
      exchange.interaction = i;
      exchange.mismatches = std::move(mismatches);
    }
  }
  exchange.outcome = fewest == 0     ? Outcome::kMatched
                     : fewest < 1000 ? Outcome::kMismatch
                                     : Outcome::kUnexpected;
  exchange.request = std::move(request);
  exchange.at = std::chrono::steady_clock::now();
  return exchange;
}

net::ServerResponse MockServer::Answer(const net::ServerRequest& request) {
  const std::scoped_lock lock(mutex_);
  exchanges_.push_back(Compare(FromServer(request)));
  const Exchange& exchange = exchanges_.back();
  if (exchange.outcome != Outcome::kMatched) {
    return Refusal(exchange);
  }
  match::GeneratorContext context{.mode = match::GeneratorMode::kConsumer,
                                  .state_values = {},
                                  .mock_server_url = url_,
                                  .random = &random_,
                                  .now = std::chrono::system_clock::now()};
  std::vector<std::string> warnings;
  return ToServer(match::Generate(interactions_[exchange.interaction].response, context, warnings));
}

std::vector<MockServer::Exchange> MockServer::Exchanges() const {
  const std::scoped_lock lock(mutex_);
  return exchanges_;
}

std::vector<std::size_t> MockServer::Missing() const {
  std::set<std::size_t> hit;
  for (const Exchange& exchange : Exchanges()) {
    if (exchange.outcome != Outcome::kUnexpected) {
      hit.insert(exchange.interaction);
    }
  }
  std::vector<std::size_t> missing;
  for (std::size_t i = 0; i < interactions_.size(); ++i) {
    if (!hit.contains(i)) {
      missing.push_back(i);
    }
  }
  return missing;
}

bool MockServer::Ok() const {
  return Missing().empty() && std::ranges::all_of(Exchanges(), [](const Exchange& exchange) {
           return exchange.outcome == Outcome::kMatched;
         });
}

}  // namespace accord::compatibility
