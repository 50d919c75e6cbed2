#include "net/transfer_failure.h"

#include <cerrno>
#include <string>

#include <gmock/gmock.h>

namespace accord::net {
namespace {

using testing::HasSubstr;

std::string Describe(const TransferFailure& failure) {
  HttpClientOptions options;
  options.connect_timeout = std::chrono::milliseconds(100);
  options.timeout = std::chrono::milliseconds(2500);
  return DescribeFailure(failure, options, "https://user:secret@Shop.example/x");
}

TEST(TransferFailure, NamesTheLimitThatRanOut) {
  TransferFailure failure{.code = CURLE_OPERATION_TIMEDOUT};
  EXPECT_EQ(Describe(failure), "no connection within 100 ms");
  failure.connected = true;
  EXPECT_EQ(Describe(failure), "no answer within 2500 ms");
  failure.answered = true;
  failure.body_bytes = 17;
  EXPECT_EQ(Describe(failure),
            "the answer was not complete within 2500 ms (17 bytes of its body arrived)");
}

TEST(TransferFailure, NamesTheCauseOfAFailedConnection) {
  EXPECT_EQ(Describe({.code = CURLE_COULDNT_CONNECT, .system_error = ECONNREFUSED}),
            "no connection: Connection refused");
  EXPECT_EQ(Describe({.code = CURLE_COULDNT_CONNECT, .detail = "proxy says no"}),
            "no connection (proxy says no)");
  EXPECT_EQ(Describe({.code = CURLE_COULDNT_RESOLVE_HOST}), "unknown host 'shop.example'");
}

TEST(TransferFailure, TellsTheTlsFailuresApart) {
  EXPECT_THAT(Describe({.code = CURLE_PEER_FAILED_VERIFICATION, .detail = "self-signed"}),
              HasSubstr("not trusted (self-signed)"));
  EXPECT_THAT(Describe({.code = CURLE_SSL_CONNECT_ERROR}), HasSubstr("TLS handshake failed"));
  EXPECT_THAT(Describe({.code = CURLE_SSL_CERTPROBLEM}), HasSubstr("client certificate"));
  EXPECT_THAT(Describe({.code = CURLE_SSL_CACERT_BADFILE}), HasSubstr("authorities"));
}

TEST(TransferFailure, TellsWhenTheConnectionBroke) {
  EXPECT_THAT(Describe({.code = CURLE_GOT_NOTHING}), HasSubstr("without an answer"));
  EXPECT_THAT(Describe({.code = CURLE_RECV_ERROR}), HasSubstr("before an answer"));
  EXPECT_THAT(Describe({.code = CURLE_PARTIAL_FILE, .answered = true, .body_bytes = 3}),
              HasSubstr("in the middle of the body, after 3 bytes"));
}

TEST(TransferFailure, FallsBackToTheLibrarysWords) {
  EXPECT_EQ(Describe({.code = CURLE_FAILED_INIT, .detail = "no handle"}), "no handle");
  EXPECT_EQ(Describe({.code = CURLE_FAILED_INIT}), "the exchange failed");
}

TEST(RequestError, ShowsNoSecrets) {
  HttpRequest request;
  request.method = "PUT";
  request.url = "http://user:p@ss@host:1/a@b?c=d";
  const base::Error error = RequestError(request, "why");
  EXPECT_EQ(error.kind, base::ErrorKind::kEnvironment);
  EXPECT_EQ(error.message, "PUT http://host:1/a@b?c=d: why");
  request.url = "host/a@b";
  EXPECT_EQ(RequestError(request, "why").message, "PUT host/a@b: why");
}

}  // namespace
}  // namespace accord::net
