#include "accord/verify/http_provider.h"

#include <mutex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/base/strings.h"
#include "accord/net/http_server.h"
#include "accord/verify/verify.h"

#include "tests/unit/verify/contract.h"

namespace accord::verify {
namespace {

using finding::Outcome;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

/// A provider, its state endpoint and its messages on a free port.
class HttpProviderTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto server = net::HttpServer::Start({}, [this](const net::ServerRequest& request) {
      const std::lock_guard lock(mutex_);
      requests_.push_back(request);
      return request.path() == "/states" ? state_answer_ : answer_;
    });
    ASSERT_TRUE(server.ok());
    server_ = std::move(*server);
    client_ = std::move(*net::HttpClient::Create({}));
  }

  finding::Report Run(const pact::Pact& pact, bool with_states, bool as_query = false) {
    auto provider = MakeHttpProvider(
        {.url = server_->url() + "/api", .message_url = "", .headers = headers_}, *client_);
    EXPECT_TRUE(provider.ok());
    auto states = MakeHttpStates(
        {.url = server_->url() + "/states", .headers = {}, .as_query = as_query}, *client_);
    EXPECT_TRUE(states.ok());
    return Verify(
        Select({&pact, 1}, {}), **provider, with_states ? states->get() : nullptr, {}, nullptr);
  }

  net::ServerResponse answer_{200, {{"Content-Type", "application/json"}}, "1"};
  net::ServerResponse state_answer_{200, {}, ""};
  std::vector<net::ServerRequest> requests_;
  std::vector<ExtraHeader> headers_;
  std::unique_ptr<net::HttpServer> server_;
  std::unique_ptr<net::HttpClient> client_;

 private:
  std::mutex mutex_;
};

TEST_F(HttpProviderTest, SendsBelowTheBasePathWithExtraHeaders) {
  headers_ = {{"X-Token", "secret", "***"}};
  const auto report = Run(ContractOf(Interaction("one", "/orders/1", "1")), false);
  EXPECT_EQ(report.checks[0].outcome, Outcome::kPassed);
  ASSERT_EQ(requests_.size(), 1U);
  EXPECT_EQ(requests_[0].target, "/api/orders/1");
  EXPECT_EQ(*net::FindHeader(requests_[0].headers, "x-token"), "secret");
}

TEST_F(HttpProviderTest, FailureCarriesACommandWithoutSecrets) {
  headers_ = {{"X-Token", "secret", "***"}};
  const auto report = Run(ContractOf(Interaction("one", "/orders/1", "2")), false);
  EXPECT_THAT(report.checks[0].reproduce, HasSubstr("/api/orders/1'"));
  EXPECT_THAT(report.checks[0].reproduce, Not(HasSubstr("secret")));
}

TEST_F(HttpProviderTest, StateChangeIsPostedAsJson) {
  const auto pact = ContractOf(Interaction(
      "one", "/1", "1", R"("providerStates": [{"name": "an order", "params": {"id": 7}}],)"));
  Run(pact, true);
  ASSERT_EQ(requests_.size(), 3U);
  EXPECT_EQ(requests_[0].method, "POST");
  EXPECT_EQ(requests_[0].body, R"({"state":"an order","params":{"id":7},"action":"setup"})");
  EXPECT_EQ(requests_[2].body, R"({"state":"an order","params":{"id":7},"action":"teardown"})");
}

TEST_F(HttpProviderTest, StateChangeAsQuery) {
  const auto pact = ContractOf(
      Interaction("one",
                  "/1",
                  "1",
                  R"("providerStates": [{"name": "an order", "params": {"id": 7, "s": "x y"}}],)"));
  Run(pact, true, true);
  EXPECT_EQ(requests_[0].target, "/states?state=an+order&action=setup&id=7&s=x+y");
  EXPECT_EQ(requests_[0].body, "");
}

TEST_F(HttpProviderTest, FailingStateEndpointIsToldWithItsAnswer) {
  state_answer_ = {500, {}, "no table"};
  const auto report = Run(ContractOf(Interaction("one", "/1", "1")), true);
  EXPECT_EQ(report.checks[0].outcome, Outcome::kError);
  EXPECT_THAT(report.checks[0].findings[0].message, HasSubstr("answered 500: no table"));
  EXPECT_EQ(requests_.size(), 1U);
}

TEST_F(HttpProviderTest, MessageIsAskedForByDescriptionAndStates) {
  const auto pact = ContractOf(R"({"type": "Asynchronous/Messages", "description": "paid",
    "providerStates": [{"name": "s", "params": {"a": 1}}],
    "contents": {"contentType": "application/json", "content": 1}, "metadata": {"topic": "t"}})");
  answer_.headers.emplace_back("Pact-Message-Metadata", base::Base64Encode(R"({"topic": "t"})"));
  const auto report = Run(pact, false);
  EXPECT_EQ(report.checks[0].outcome, Outcome::kPassed);
  EXPECT_EQ(requests_[0].body,
            R"({"description":"paid","providerStates":[{"name":"s","params":{"a":1}}]})");
  EXPECT_EQ(requests_[0].target, "/api/");
}

TEST_F(HttpProviderTest, MessageErrorsAreTold) {
  const auto pact = ContractOf(R"({"type": "Asynchronous/Messages", "description": "paid",
    "contents": {"contentType": "application/json", "content": 1}})");
  answer_ = {404, {}, "no such message"};
  EXPECT_THAT(Run(pact, false).checks[0].findings[0].message, HasSubstr("404"));
  answer_ = {200, {{"Pact-Message-Metadata", "!!"}}, "1"};
  EXPECT_THAT(Run(pact, false).checks[0].findings[0].message, HasSubstr("Pact-Message-Metadata"));
}

TEST_F(HttpProviderTest, UnreachableProviderIsAnErrorPerInteraction) {
  const auto pact = ContractOf(Interaction("a", "/1", "1") + "," + Interaction("b", "/2", "1"));
  auto provider = MakeHttpProvider({.url = server_->url()}, *client_);
  server_->Stop();
  const auto report = Verify(Select({&pact, 1}, {}), **provider, nullptr, {}, nullptr);
  EXPECT_EQ(report.Count().errors, 2U);
  EXPECT_EQ(report.checks[0].findings[0].rule->id, "provider-request-failed");
}

TEST(MakeHttpProviderTest, RefusesWhatIsNoUrl) {
  auto client = std::move(*net::HttpClient::Create({}));
  for (const char* url : {"", "localhost:8080", "ftp://h", "http://h?x=1"}) {
    const auto provider = MakeHttpProvider({.url = url}, *client);
    ASSERT_FALSE(provider.ok()) << url;
    EXPECT_EQ(provider.error().kind, base::ErrorKind::kUsage);
  }
  EXPECT_FALSE(MakeHttpStates({.url = "nonsense"}, *client).ok());
}

}  // namespace
}  // namespace accord::verify
