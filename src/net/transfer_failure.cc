#include "net/transfer_failure.h"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

namespace accord::net {
namespace {

std::string Because(std::string_view what, std::string_view detail) {
  return detail.empty() ? std::string(what) : fmt::format("{} ({})", what, detail);
}

std::string DescribeTimeout(const TransferFailure& failure, const HttpClientOptions& options) {
  if (!failure.connected) {
    return fmt::format("no connection within {} ms",
                       std::min(options.connect_timeout, options.timeout).count());
  }
  if (!failure.answered) {
    return fmt::format("no answer within {} ms", options.timeout.count());
  }
  return fmt::format("the answer was not complete within {} ms ({} bytes of its body arrived)",
                     options.timeout.count(),
                     failure.body_bytes);
}

std::string DescribeRefusedConnection(const TransferFailure& failure) {
  if (failure.system_error != 0) {
    const std::string cause = std::generic_category().message(failure.system_error);
    return fmt::format("no connection: {}", cause);
  }
  return Because("no connection", failure.detail);
}

std::string DescribeLostConnection(const TransferFailure& failure) {
  if (!failure.answered) {
    return Because("the connection was lost before an answer arrived", failure.detail);
  }
  return Because(fmt::format("the connection was closed in the middle of the body, after {} bytes",
                             failure.body_bytes),
                 failure.detail);
}

}  // namespace

std::string DescribeFailure(const TransferFailure& failure,
                            const HttpClientOptions& options,
                            const std::string& url) {
  switch (failure.code) {
    case CURLE_COULDNT_RESOLVE_HOST: {
      const std::optional<Url> parts = Url::Parse(url);
      return fmt::format("unknown host '{}'", parts ? parts->host : url);
    }
    case CURLE_COULDNT_RESOLVE_PROXY:
      return Because("unknown proxy host", failure.detail);
    case CURLE_COULDNT_CONNECT:
      return DescribeRefusedConnection(failure);
    case CURLE_OPERATION_TIMEDOUT:
      return DescribeTimeout(failure, options);
    case CURLE_PEER_FAILED_VERIFICATION:
      return Because("the server's TLS certificate is not trusted", failure.detail);
    case CURLE_SSL_CONNECT_ERROR:
      return Because("the TLS handshake failed", failure.detail);
    case CURLE_SSL_CERTPROBLEM:
      return Because("the TLS client certificate cannot be used", failure.detail);
    case CURLE_SSL_CACERT_BADFILE:
      return Because("the TLS authorities cannot be used", failure.detail);
    case CURLE_GOT_NOTHING:
      return "the server closed the connection without an answer";
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
      return DescribeLostConnection(failure);
    case CURLE_BAD_CONTENT_ENCODING:
      return Because("the body cannot be decoded", failure.detail);
    case CURLE_UNSUPPORTED_PROTOCOL:
      return Because(
          failure.answered ? "a redirect leads away from HTTP" : "the answer is not HTTP",
          failure.detail);
    case CURLE_WEIRD_SERVER_REPLY:
      return Because("the answer is not HTTP", failure.detail);
    case CURLE_OUT_OF_MEMORY:  // How libcurl says that its buffer for a line is full.
      return failure.connected
                 ? "a header line of the answer is above the 100 KiB that libcurl reads"
                 : std::string(failure.detail);
    case CURLE_TOO_MANY_REDIRECTS:
      return "more than 5 redirects";
    default:
      return failure.detail.empty() ? "the exchange failed" : std::string(failure.detail);
  }
}

base::Error RequestError(const HttpRequest& request, std::string_view why) {
  return base::EnvironmentError(
      fmt::format("{} {}: {}", request.method, WithoutUserInfo(request.url), why));
}

}  // namespace accord::net
