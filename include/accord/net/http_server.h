#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "accord/base/result.h"
#include "accord/net/http.h"

namespace accord::net {

/// A request as a server receives it.
struct ServerRequest {
  std::string method;
  std::string target;  ///< As on the wire: path and query.
  Headers headers;
  std::string body;

  std::string_view path() const;   ///< Target up to `?`.
  std::string_view query() const;  ///< Target after `?`.
};

struct ServerResponse {
  int status = 200;
  Headers headers;  ///< Content-Length and Date are added.
  std::string body;
};

struct HttpServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  ///< 0: a free one.
  std::size_t threads = 1;
  std::size_t max_header_bytes = 64U << 10U;
  std::size_t max_body_bytes = 64U << 20U;
  std::chrono::milliseconds request_timeout{30000};  ///< To read one request (slow clients).
  std::chrono::milliseconds idle_timeout{60000};     ///< Between requests on one connection.
  std::size_t max_connections = 10000;
  std::string certificate_file;  ///< PEM; with key_file: HTTPS.
  std::string key_file;
  std::string client_ca_file;  ///< When set, clients must show a certificate signed by it.
};

/// An asynchronous HTTP/1.1 server (Beast), keep-alive, one io_context per thread.
class HttpServer {
 public:
  /// Called on a server thread; must be thread-safe when `threads` > 1. An exception is a 500.
  using Handler = std::function<ServerResponse(const ServerRequest&)>;

  /// Listens at once; the error names address and cause.
  static base::Result<std::unique_ptr<HttpServer>> Start(HttpServerOptions options,
                                                         Handler handler);
  /// Stops and joins.
  virtual ~HttpServer() = default;
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  virtual std::uint16_t port() const = 0;
  /// `http://127.0.0.1:PORT`.
  virtual std::string url() const = 0;
  /// Closes the listener and all connections, after the answers that are on their way; returns
  /// when the threads have ended. Not to be called by a handler.
  virtual void Stop() = 0;

 protected:
  HttpServer() = default;
};

}  // namespace accord::net
