#include "verify/http_exchange.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::verify {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

TEST(HttpExchangeTest, JoinsWithOneSlash) {
  EXPECT_EQ(JoinUrl("http://h", "/a"), "http://h/a");
  EXPECT_EQ(JoinUrl("http://h/", "/a"), "http://h/a");
  EXPECT_EQ(JoinUrl("http://h/base/", "a"), "http://h/base/a");
  EXPECT_EQ(JoinUrl("http://h/base", "/"), "http://h/base/");
  EXPECT_EQ(JoinUrl("http://h", ""), "http://h/");
}

TEST(HttpExchangeTest, EncodesOnlyWhatAUrlMayNotHold) {
  EXPECT_EQ(JoinUrl("http://h", "/a b/%20/ü?#"), "http://h/a%20b/%20/%C3%BC%3F%23");
}

TEST(HttpExchangeTest, QueryKeepsOrderAndNamesWithoutValue) {
  EXPECT_EQ(EncodeQuery({{"b", {"1", "2 3"}}, {"a", {std::nullopt, ""}}}), "b=1&b=2+3&a&a=");
}

TEST(HttpExchangeTest, ListHeadersAreJoinedOthersRepeated) {
  pact::Request request;
  request.headers = {
      {"Accept", {"a/b", "c/d"}}, {"X-Date", {"Mon, 1", "Tue, 2"}}, {"Content-Length", {"999"}}};
  const auto http = ToHttp(request, {.url = "http://h"});
  EXPECT_THAT(
      http.headers,
      ElementsAre(Pair("Accept", "a/b, c/d"), Pair("X-Date", "Mon, 1"), Pair("X-Date", "Tue, 2")));
  EXPECT_FALSE(http.body.has_value());
}

TEST(HttpExchangeTest, ExtraHeadersReplaceWithoutCase) {
  pact::Request request;
  request.headers = {{"authorization", {"old"}}};
  const auto http =
      ToHttp(request,
             {.url = "http://h", .message_url = "", .headers = {{"Authorization", "new", "***"}}});
  EXPECT_THAT(http.headers, ElementsAre(Pair("Authorization", "new")));
}

TEST(HttpExchangeTest, BodyTypeIsSentWhenNoHeaderSaysIt) {
  pact::Request request;
  request.method = "POST";
  request.body = pact::Body::Of("{}", "application/json");
  EXPECT_THAT(ToHttp(request, {.url = "http://h"}).headers,
              ElementsAre(Pair("Content-Type", "application/json")));
  request.headers = {{"content-type", {"text/plain"}}};
  EXPECT_THAT(ToHttp(request, {.url = "http://h"}).headers,
              ElementsAre(Pair("content-type", "text/plain")));
}

TEST(HttpExchangeTest, ReceivedHeadersOfOneNameAreCollected) {
  const auto response = FromHttp({.status = 201,
                                  .headers = {{"Set-Cookie", "a=1, x"},
                                              {"set-cookie", "b=2"},
                                              {"Vary", "A, B"},
                                              {"Content-Type", "text/plain"}},
                                  .body = "hi"});
  EXPECT_EQ(response.status, 201);
  EXPECT_THAT(pact::FindHeader(response.headers, "Set-Cookie")->values,
              ElementsAre("a=1, x", "b=2"));
  EXPECT_THAT(pact::FindHeader(response.headers, "vary")->values, ElementsAre("A", "B"));
  EXPECT_EQ(response.body.content_type, "text/plain");
  EXPECT_EQ(FromHttp({.status = 204}).body.state, pact::BodyState::kEmpty);
}

}  // namespace
}  // namespace accord::verify
