#include "accord/verify/publish.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "accord/base/strings.h"

namespace accord::verify {

const finding::RuleInfo kPublishFailed{
    .id = "publish-failed",
    .severity = finding::Severity::kError,
    .summary = "Results could not be published",
    .explanation =
        "The verification ran, but its results did not reach the broker, so can-i-deploy does not "
        "know of them. Contracts must come from a broker, the provider's version must be given, "
        "and no interaction may be filtered out."};

namespace {

using document::Builder;
using document::Node;

/// The address of a HAL link of the contract; empty when it has none.
std::string_view Link(const pact::Pact& pact, std::string_view name) {
  const auto links = std::ranges::find(
      pact.extras, "_links", [](const auto& extra) { return std::string_view(extra.first); });
  if (links == pact.extras.end() || !links->second) {
    return {};
  }
  const Node* link = links->second->Find(name);
  const Node* href = link == nullptr ? nullptr : link->Find("href");
  return href == nullptr ? std::string_view() : href->text();
}

void Put(Builder& builder, std::string_view key, std::string_view value) {
  builder.Key(key);
  builder.String(value);
}

std::string_view Attribute(const finding::Finding& finding) {
  const std::string_view path = finding.path;
  if (path.starts_with("$")) {
    return "body";
  }
  return path.substr(0, path.find(' '));
}

void WriteMismatches(Builder& builder, const finding::Check& check) {
  builder.Key(check.outcome == finding::Outcome::kError ? "exceptions" : "mismatches");
  builder.StartArray();
  for (const finding::Finding& finding : check.findings) {
    builder.StartObject();
    if (check.outcome == finding::Outcome::kError) {
      Put(builder, "message", finding.message);
    } else {
      Put(builder, "attribute", Attribute(finding));
      if (const auto space = finding.path.find(' '); space != std::string::npos) {
        Put(builder, "identifier", std::string_view(finding.path).substr(space + 1));
      } else if (finding.path.starts_with("$")) {
        Put(builder, "identifier", finding.path);
      }
      Put(builder, "description", finding.message);
    }
    builder.EndObject();
  }
  builder.EndArray();
}

bool Succeeded(const finding::Check& check) {
  return check.outcome == finding::Outcome::kPassed;
}

void WriteResult(Builder& builder,
                 const pact::Interaction& interaction,
                 const finding::Check& check) {
  builder.StartObject();
  if (!interaction.id.empty()) {
    Put(builder, "interactionId", interaction.id);
  }
  // Brokers are told the description only where it says more than the id.
  if (interaction.id.empty() || !Succeeded(check)) {
    Put(builder, "interactionDescription", interaction.description);
  }
  builder.Key("success");
  builder.Bool(Succeeded(check));
  if (!Succeeded(check)) {
    WriteMismatches(builder, check);
  }
  builder.EndObject();
}

struct Results {
  std::string json;
  bool success = true;
  std::size_t count = 0;
};

Results WriteResults(const pact::Pact& pact,
                     std::span<const Selected> selected,
                     std::span<const finding::Check> checks,
                     const PublishOptions& options) {
  Results results;
  Builder builder;
  builder.StartObject();
  builder.Key("testResults");
  builder.StartArray();
  for (std::size_t i = 0; i < selected.size(); ++i) {
    if (selected[i].pact == &pact) {
      results.success = results.success && Succeeded(checks[i]);
      ++results.count;
      WriteResult(builder, *selected[i].interaction, checks[i]);
    }
  }
  builder.EndArray();
  builder.Key("success");
  builder.Bool(results.success);
  Put(builder, "providerApplicationVersion", options.provider_version);
  if (!options.build_url.empty()) {
    Put(builder, "buildUrl", options.build_url);
  }
  builder.Key("verifiedBy");
  builder.StartObject();
  Put(builder, "implementation", "accord");
  Put(builder, "version", ACCORD_VERSION);
  builder.EndObject();
  builder.EndObject();
  results.json = document::WriteJson(builder.Finish()->root(), {.indent = 0});
  return results;
}

base::Result<void> SendJson(net::HttpClient& client,
                            std::string method,
                            std::string url,
                            std::string body) {
  const auto response = client.Fetch(
      {.method = method,
       .url = url,
       .headers = {{"Content-Type", "application/json"}, {"Accept", "application/hal+json"}},
       .body = std::move(body)});
  if (!response) {
    return response.error();
  }
  if (response->status < 200 || response->status > 299) {
    return base::EnvironmentError(fmt::format("{} {} answered {}: {}",
                                              method,
                                              url,
                                              response->status,
                                              base::Ellipsize(response->body, 500)));
  }
  return {};
}

/// One segment of a URL path.
std::string EncodeSegment(std::string_view text) {
  std::string out;
  for (const char c : base::FormEncode(text)) {
    out += c == '+' ? std::string("%20") : std::string(1, c);
  }
  return out;
}

/// `PUT …/branches/{branch}/versions/{version}`, when the broker offers it.
base::Result<void> CreateBranch(const pact::Pact& pact,
                                const PublishOptions& options,
                                net::HttpClient& client) {
  const std::string_view provider = Link(pact, "pb:provider");
  if (options.provider_branch.empty() || provider.empty()) {
    return {};
  }
  return SendJson(client,
                  "PUT",
                  fmt::format("{}/branches/{}/versions/{}",
                              provider,
                              EncodeSegment(options.provider_branch),
                              EncodeSegment(options.provider_version)),
                  "{}");
}

}  // namespace

base::Result<std::string> Publish(const pact::Pact& pact,
                                  std::span<const Selected> selected,
                                  std::span<const finding::Check> checks,
                                  const PublishOptions& options,
                                  net::HttpClient& client) {
  const std::string pair = pact.consumer + " → " + pact.provider;
  const std::string_view url = Link(pact, "pb:publish-verification-results");
  if (url.empty()) {
    return base::UsageError(fmt::format(
        "{}: the contract did not come from a broker, its results cannot be published", pair));
  }
  if (options.provider_version.empty()) {
    return base::UsageError("--provider-version is needed to publish results");
  }
  const Results results = WriteResults(pact, selected, checks, options);
  if (results.count != pact.interactions.size()) {
    return base::UsageError(
        fmt::format("{}: {} of {} interactions ran; results of a filtered run are not published",
                    pair,
                    results.count,
                    pact.interactions.size()));
  }
  if (const auto branch = CreateBranch(pact, options, client); !branch) {
    return branch.error();
  }
  if (const auto sent = SendJson(client, "POST", std::string(url), results.json); !sent) {
    return sent.error();
  }
  return fmt::format("{}: published as {}", pair, results.success ? "verified" : "failed");
}

}  // namespace accord::verify
