#pragma once

#include <string>

#include "accord/net/http.h"
#include "accord/verify/http_provider.h"

namespace accord::verify {

/// A shell command that repeats `request`; `options.headers` appear as their variables.
std::string CurlCommand(const net::HttpRequest& request, const HttpProviderOptions& options);

}  // namespace accord::verify
