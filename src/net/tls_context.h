#pragma once

// gcc 12 needs these before Asio 1.74.
#include <optional>
#include <utility>

#include <boost/asio/ssl/context.hpp>

#include "accord/base/result.h"
#include "accord/net/http_server.h"

namespace accord::net {

/// TLS 1.2 or newer with the server's certificate and, when asked, client certificates.
/// The error names the file that cannot be used.
base::Result<std::unique_ptr<boost::asio::ssl::context>> MakeServerTls(
    const HttpServerOptions& options);

}  // namespace accord::net
