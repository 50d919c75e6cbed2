#include "accord/verify/publish.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/document/document.h"

#include "tests/unit/verify/contract.h"

namespace accord::verify {
namespace {

using ::testing::HasSubstr;

/// Keeps what would have been sent.
class FakeClient : public net::HttpClient {
 public:
  void Send(net::HttpRequest request, Done done) override {
    sent.push_back(std::move(request));
    done(net::HttpResponse{.status = status, .headers = {}, .body = "why"});
  }
  void Run() override {}
  std::vector<net::HttpRequest> sent;
  int status = 201;
};

class PublishTest : public ::testing::Test {
 protected:
  PublishTest() {
    pact_ = ContractOf(Interaction("a", "/1", "1", R"("_id": "i1",)") + "," +
                       Interaction("b", "/2", "2"));
    pact_.extras.emplace_back(
        "_links",
        document::Value(
            document::Parse("l", R"({"pb:publish-verification-results": {"href": "http://b/r"},
                                                 "pb:provider": {"href": "http://b/p/orders"}})")
                .document));
    HandlerProvider provider([](const pact::Request&) { return JsonResponse("1"); });
    selected_ = Select({&pact_, 1}, {});
    report_ = Verify(selected_, provider, nullptr, {}, nullptr);
  }
  base::Result<std::string> Send(const PublishOptions& options) {
    return Publish(pact_, selected_, report_.checks, options, client_);
  }

  pact::Pact pact_;
  std::vector<Selected> selected_;
  finding::Report report_;
  FakeClient client_;
};

TEST_F(PublishTest, SendsResultsPerInteraction) {
  const auto result =
      Send({.provider_version = "1.2", .provider_branch = "", .build_url = "http://ci/1"});
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(*result, "web → orders: published as failed");
  ASSERT_EQ(client_.sent.size(), 1U);
  EXPECT_EQ(client_.sent[0].url, "http://b/r");
  const auto body = document::Parse("sent", *client_.sent[0].body);
  const auto& root = body.document->root();
  EXPECT_FALSE(root.Find("success")->boolean());
  EXPECT_EQ(root.Find("providerApplicationVersion")->text(), "1.2");
  EXPECT_EQ(root.Find("buildUrl")->text(), "http://ci/1");
  const auto results = root.Find("testResults")->items();
  ASSERT_EQ(results.size(), 2U);
  EXPECT_EQ(results[0].Find("interactionId")->text(), "i1");
  EXPECT_TRUE(results[0].Find("success")->boolean());
  EXPECT_EQ(results[0].Find("interactionDescription"), nullptr);
  EXPECT_EQ(results[1].Find("interactionDescription")->text(), "b");
  const auto& mismatch = results[1].Find("mismatches")->items()[0];
  EXPECT_EQ(mismatch.Find("attribute")->text(), "body");
  EXPECT_EQ(mismatch.Find("identifier")->text(), "$");
}

TEST_F(PublishTest, CreatesTheBranchFirst) {
  ASSERT_TRUE(Send({.provider_version = "1 2", .provider_branch = "feat/x"}).ok());
  ASSERT_EQ(client_.sent.size(), 2U);
  EXPECT_EQ(client_.sent[0].method, "PUT");
  EXPECT_EQ(client_.sent[0].url, "http://b/p/orders/branches/feat%2Fx/versions/1%202");
}

TEST_F(PublishTest, NeedsAVersionAndABroker) {
  EXPECT_THAT(Send({}).error().message, HasSubstr("--provider-version"));
  pact_.extras.clear();
  EXPECT_THAT(Send({.provider_version = "1"}).error().message, HasSubstr("broker"));
  EXPECT_TRUE(client_.sent.empty());
}

TEST_F(PublishTest, FilteredRunIsNotPublished) {
  selected_.pop_back();
  report_.checks.pop_back();
  EXPECT_THAT(Send({.provider_version = "1"}).error().message, HasSubstr("1 of 2"));
  EXPECT_TRUE(client_.sent.empty());
}

TEST_F(PublishTest, BrokersRefusalIsShown) {
  client_.status = 422;
  EXPECT_THAT(Send({.provider_version = "1"}).error().message, HasSubstr("answered 422: why"));
}

}  // namespace
}  // namespace accord::verify
