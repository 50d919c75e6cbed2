#pragma once

#include <memory>

#include <CLI/App.hpp>

#include "accord/base/result.h"
#include "accord/document/input.h"
#include "accord/net/http_client.h"
#include "accord/verify/http_provider.h"
#include "accord/verify/verify.h"

#include "cli/contracts.h"
#include "cli/settings.h"

namespace accord::cli {

/// Declares the flags of `accord verify`.
void AddVerifyOptions(CLI::App& command, VerifySettings& settings);

// Settings as the modules want them; a value that makes no sense is a usage error naming its flag.
base::Result<verify::Options> ToVerifyOptions(const VerifySettings& settings);
base::Result<net::HttpClientOptions> ToClientOptions(const VerifySettings& settings);
base::Result<std::unique_ptr<verify::Provider>> MakeProvider(const VerifySettings& settings,
                                                             net::HttpClient& client);
/// Holds nullptr when no state change URL is set.
base::Result<std::unique_ptr<verify::StateHandler>> MakeStates(const VerifySettings& settings,
                                                               net::HttpClient& client);

/// Fetches contracts over HTTP with the verifier's own client.
document::FetchUrl ContractFetcher(net::HttpClient& client);

/// Sends the results of every contract that has a broker's link and says so in a notice. What goes
/// wrong becomes a finding of the report; the exit code is that of the worst error.
int PublishResults(const VerifySettings& settings,
                   const Contracts& contracts,
                   const std::vector<verify::Selected>& selected,
                   net::HttpClient& client,
                   finding::Report& report);

}  // namespace accord::cli
