#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "accord/base/result.h"
#include "accord/net/http_client.h"
#include "accord/verify/provider.h"

namespace accord::verify {

/// A header sent along with requests. `shown` stands for the value wherever people may read it.
struct ExtraHeader {
  std::string name;
  std::string value;
  std::string shown;

  /// `Name: value` or `Name=value`; `${VARIABLE}` is taken from the environment (an unset one is
  /// a usage error) and is shown as written, as is the scheme of credentials; everything else in
  /// the value as `***`.
  static base::Result<ExtraHeader> Parse(const std::string& text);
};

struct HttpProviderOptions {
  std::string url;                   ///< `http://host:port/base`, without a query.
  std::string message_url;           ///< Where messages are asked for; empty: `url`.
  std::vector<ExtraHeader> headers;  ///< Replace recorded headers of the same name.
  net::TlsOptions tls;               ///< For the command that repeats a request.
};

/// A provider behind HTTP. `client` must outlive it.
base::Result<std::unique_ptr<Provider>> MakeHttpProvider(HttpProviderOptions options,
                                                         net::HttpClient& client);

struct HttpStateOptions {
  std::string url;
  std::vector<ExtraHeader> headers;
  bool as_query = false;  ///< State, action and parameters in the query instead of a JSON body.
};

/// States behind HTTP: `POST url {"state", "params", "action"}`. `client` must outlive it.
base::Result<std::unique_ptr<StateHandler>> MakeHttpStates(HttpStateOptions options,
                                                           net::HttpClient& client);

}  // namespace accord::verify
