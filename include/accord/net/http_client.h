#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "accord/base/result.h"
#include "accord/net/http.h"

namespace accord::net {

struct TlsOptions {
  std::string ca_file;           ///< PEM; empty: the system's authorities.
  std::string certificate_file;  ///< Client certificate, PEM; empty: none.
  std::string key_file;          ///< Its key, PEM.
  bool insecure = false;         ///< Accept any server certificate.
};

struct HttpClientOptions {
  std::chrono::milliseconds connect_timeout{5000};
  std::chrono::milliseconds timeout{30000};  ///< For one whole exchange.
  std::size_t max_body_bytes = 64U << 20U;   ///< After decoding; more is an error.
  std::size_t max_header_bytes = 1U << 20U;
  std::size_t connections = 8;        ///< Open at the same time, kept alive.
  bool follow_redirects = false;      ///< At most 5, http(s) only.
  bool use_proxy_environment = true;  ///< http_proxy, no_proxy …
  std::string user_agent = "accord";
  TlsOptions tls;
};

/// An HTTP/1.1 client with kept-alive connections (libcurl multi). Not thread-safe.
///
/// Errors are of kind environment and name the URL and the cause: refused, unknown host, timeout
/// (with the limit), TLS, closed in the middle of the body, body above the limit.
class HttpClient {
 public:
  using Done = std::function<void(base::Result<HttpResponse>)>;

  /// Fails when libcurl cannot be loaded or a TLS file cannot be read.
  static base::Result<std::unique_ptr<HttpClient>> Create(HttpClientOptions options);
  virtual ~HttpClient() = default;
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// Starts an exchange; `done` is called from Run(), and may Send() again.
  virtual void Send(HttpRequest request, Done done) = 0;
  /// Works until nothing is in flight.
  virtual void Run() = 0;

  /// Send and Run for one request.
  base::Result<HttpResponse> Fetch(HttpRequest request);

 protected:
  HttpClient() = default;
};

}  // namespace accord::net
