#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/net/http.h"
#include "accord/pact/pact.h"
#include "accord/verify/http_provider.h"

namespace accord::verify {

/// `base` and `path` joined by exactly one slash, bytes that a URL may not hold percent-encoded.
std::string JoinUrl(std::string_view base, std::string_view path);

/// `a=1&b=2`, form-encoded; a value that is absent gives the name alone.
std::string EncodeQuery(const std::vector<pact::QueryParameter>& query);

/// Replaces fields of the same name, or adds.
void SetHeader(net::Headers& headers, std::string_view name, std::string_view value);
void ApplyExtraHeaders(net::Headers& headers, const std::vector<ExtraHeader>& extra);

/// The request of a contract as it goes to the provider, extra headers included.
net::HttpRequest ToHttp(const pact::Request& request, const HttpProviderOptions& options);

/// A received response in the terms of a contract.
pact::Response FromHttp(net::HttpResponse response);

}  // namespace accord::verify
