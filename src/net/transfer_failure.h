#pragma once

#include <string>
#include <string_view>

#include "accord/net/http.h"
#include "accord/net/http_client.h"

#include "net/curl_library.h"

namespace accord::net {

/// What is known about an exchange that failed.
struct TransferFailure {
  CURLcode code = CURLE_OK;
  std::string_view detail;     ///< libcurl's own words; may be empty.
  int system_error = 0;        ///< errno of the failed connection; 0 when unknown.
  bool connected = false;      ///< TCP and, for https, TLS stood.
  bool answered = false;       ///< A status line has arrived.
  std::size_t body_bytes = 0;  ///< Decoded, so far.
};

/// Why it failed, for a person; without the request it belongs to.
std::string DescribeFailure(const TransferFailure& failure,
                            const HttpClientOptions& options,
                            const std::string& url);

/// An environment error: `GET http://host/path: why`. The URL is shown without user information.
base::Error RequestError(const HttpRequest& request, std::string_view why);

}  // namespace accord::net
