#pragma once

#include <span>
#include <string>

#include "accord/base/result.h"
#include "accord/finding/report.h"
#include "accord/net/http_client.h"
#include "accord/pact/pact.h"
#include "accord/verify/verify.h"

namespace accord::verify {

struct PublishOptions {
  std::string provider_version;  ///< Required.
  std::string provider_branch;
  std::string build_url;
};

extern const finding::RuleInfo kPublishFailed;

/// Sends the results of one contract to the broker it came from, by its link
/// `pb:publish-verification-results`; the provider branch is created first. `selected` and `checks`
/// belong together. A run that left interactions of the contract out is never published. Answers
/// with a sentence for the user.
base::Result<std::string> Publish(const pact::Pact& pact,
                                  std::span<const Selected> selected,
                                  std::span<const finding::Check> checks,
                                  const PublishOptions& options,
                                  net::HttpClient& client);

}  // namespace accord::verify
