#include "cli/verify_options.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "accord/verify/publish.h"

#include "cli/exit_code.h"
#include "cli/units.h"

namespace accord::cli {
namespace {

base::Error BadValue(std::string_view flag, std::string_view value, std::string_view form) {
  return base::UsageError(fmt::format("{}: '{}' must look like {}", flag, value, form));
}

base::Result<std::vector<verify::ExtraHeader>> Headers(const std::vector<std::string>& texts) {
  std::vector<verify::ExtraHeader> headers;
  for (const std::string& text : texts) {
    auto header = verify::ExtraHeader::Parse(text);
    if (!header) {
      return header.error();
    }
    headers.push_back(std::move(*header));
  }
  return headers;
}

base::Result<std::optional<base::Regex>> Pattern(std::string_view flag, const std::string& text) {
  if (text.empty()) {
    return std::optional<base::Regex>();
  }
  auto regex = base::Regex::Compile(text);
  if (!regex) {
    return base::UsageError(fmt::format("{}: {}", flag, regex.error().message));
  }
  return std::optional(std::move(*regex));
}

/// Declares one flag with a value; a list takes one value each time it is given.
template <typename T>
void Add(CLI::App& command,
         const char* group,
         const char* names,
         T& target,
         const char* value,
         const std::string& help) {
  command.add_option(names, target, help)->type_name(value)->group(group)->allow_extra_args(false);
}

void AddProviderOptions(CLI::App& command, VerifySettings& settings) {
  static constexpr const char* kGroup = "Provider";
  Add(command,
      kGroup,
      "--provider-url",
      settings.provider_url,
      "URL",
      "Where the provider runs, with its base path");
  Add(command,
      kGroup,
      "--message-url",
      settings.message_url,
      "URL",
      "Where messages are asked for (default: the provider URL)");
  Add(command,
      kGroup,
      "-H,--header",
      settings.headers,
      "HEADER",
      "'Name: value' sent with every request; ${VARIABLE} comes from the environment");
  Add(command, kGroup, "--timeout", settings.timeout, "TIME", "For one exchange (default 30s)");
  Add(command,
      kGroup,
      "--connect-timeout",
      settings.connect_timeout,
      "TIME",
      "For opening a connection (default 5s)");
  Add(command,
      kGroup,
      "--max-body",
      settings.max_body,
      "SIZE",
      "Largest response body (default 64MiB)");
  Add(command, kGroup, "--cacert", settings.ca_file, "FILE", "Authorities to trust, PEM");
  Add(command, kGroup, "--cert", settings.certificate, "FILE", "Client certificate, PEM");
  Add(command, kGroup, "--key", settings.key, "FILE", "Key of the client certificate, PEM");
  command.add_flag("--insecure", settings.insecure, "Accept any server certificate")->group(kGroup);
}

void AddStateOptions(CLI::App& command, VerifySettings& settings) {
  static constexpr const char* kGroup = "Provider states";
  Add(command,
      kGroup,
      "--state-change-url",
      settings.state_change_url,
      "URL",
      "Called before (set-up) and after (teardown) each interaction");
  Add(command,
      kGroup,
      "--state-header",
      settings.state_headers,
      "HEADER",
      "Like --header, for calls to the state change URL");
  command
      .add_flag("--state-change-as-query",
                settings.state_as_query,
                "State, action and parameters in the query instead of a JSON body")
      ->group(kGroup);
  command
      .add_flag_callback(
          "--no-teardown", [&settings] { settings.teardown = false; }, "Do not call teardown")
      ->group(kGroup);
}

void AddSelectionOptions(CLI::App& command, VerifySettings& settings) {
  static constexpr const char* kGroup = "Selection";
  Add(command,
      kGroup,
      "--provider",
      settings.provider,
      "NAME",
      "Only contracts with this provider");
  Add(command,
      kGroup,
      "--consumer",
      settings.consumers,
      "NAME",
      "Only contracts of this consumer (repeatable)");
  Add(command,
      kGroup,
      "--description",
      settings.description,
      "REGEX",
      "Only interactions whose description matches");
  Add(command,
      kGroup,
      "--state",
      settings.state,
      "REGEX",
      "Only interactions with a provider state that matches");
  command
      .add_flag("--no-state", settings.without_state, "Only interactions without provider states")
      ->group(kGroup);
  command.add_flag("--list", settings.list, "Show what would run, and stop")->group(kGroup);
  command.add_flag("--allow-empty", settings.allow_empty, "Nothing selected is no error")
      ->group(kGroup);
}

void AddRunOptions(CLI::App& command, VerifySettings& settings) {
  static constexpr const char* kGroup = "Run";
  command
      .add_option("-j,--jobs",
                  settings.jobs,
                  "Interactions without provider states to run side by side (default 1)")
      ->check(CLI::Range(1, 256).description(""))
      ->type_name("N")
      ->group(kGroup);
  Add(command,
      kGroup,
      "--max-response-time",
      settings.max_response_time,
      "TIME",
      "A slower answer is a finding");
  command.add_flag("--fail-fast", settings.fail_fast, "Skip the rest after the first failure")
      ->group(kGroup);
  command
      .add_flag("--numbers-by-value",
                settings.numbers_by_value,
                "1 and 1.0 are equal where a contract asks for equality")
      ->group(kGroup);
  command
      .add_flag("--one-to-one-variants",
                settings.one_to_one_variants,
                "arrayContains: one element satisfies one variant only")
      ->group(kGroup);
}

void AddPublishOptions(CLI::App& command, VerifySettings& settings) {
  static constexpr const char* kGroup = "Publishing";
  command
      .add_flag("--publish",
                settings.publish,
                "Send the results to the broker that the contracts came from")
      ->group(kGroup);
  Add(command,
      kGroup,
      "--provider-version",
      settings.provider_version,
      "VERSION",
      "Version of the provider, needed to publish");
  Add(command,
      kGroup,
      "--provider-branch",
      settings.provider_branch,
      "NAME",
      "Branch that version belongs to");
  Add(command, kGroup, "--build-url", settings.build_url, "URL", "Link to this build");
}

}  // namespace

void AddVerifyOptions(CLI::App& command, VerifySettings& settings) {
  command
      .add_option("contracts",
                  settings.contracts,
                  "Contracts: files, folders, globs, http(s) URLs, - for standard input")
      ->type_name("CONTRACT");
  AddProviderOptions(command, settings);
  AddStateOptions(command, settings);
  AddSelectionOptions(command, settings);
  AddRunOptions(command, settings);
  AddPublishOptions(command, settings);
}

base::Result<verify::Options> ToVerifyOptions(const VerifySettings& settings) {
  verify::Options options;
  options.filter.consumers = settings.consumers;
  options.filter.without_state = settings.without_state;
  auto description = Pattern("--description", settings.description);
  auto state = Pattern("--state", settings.state);
  if (!description || !state) {
    return description ? state.error() : description.error();
  }
  options.filter.description = std::move(*description);
  options.filter.state = std::move(*state);
  if (!settings.max_response_time.empty()) {
    const auto limit = ParseDuration(settings.max_response_time);
    if (!limit) {
      return BadValue("--max-response-time", settings.max_response_time, "250ms, 2s or 1m");
    }
    options.max_response_ms = static_cast<double>(limit->count());
  }
  options.teardown = settings.teardown;
  options.jobs = settings.jobs;
  options.stop_on_failure = settings.fail_fast;
  options.match.numbers_by_value = settings.numbers_by_value;
  options.match.one_to_one_variants = settings.one_to_one_variants;
  return options;
}

base::Result<net::HttpClientOptions> ToClientOptions(const VerifySettings& settings) {
  net::HttpClientOptions options;
  const auto timeout = ParseDuration(settings.timeout);
  const auto connect_timeout = ParseDuration(settings.connect_timeout);
  const auto max_body = ParseSize(settings.max_body);
  // To libcurl, no time at all means any time.
  if (!timeout || timeout->count() == 0) {
    return BadValue("--timeout", settings.timeout, "250ms, 30s or 1m");
  }
  if (!connect_timeout || connect_timeout->count() == 0) {
    return BadValue("--connect-timeout", settings.connect_timeout, "250ms, 5s or 1m");
  }
  if (!max_body) {
    return BadValue("--max-body", settings.max_body, "65536, 512KiB or 64MiB");
  }
  options.timeout = *timeout;
  options.connect_timeout = *connect_timeout;
  options.max_body_bytes = *max_body;
  options.connections = settings.jobs;
  options.user_agent = "accord/" ACCORD_VERSION;
  options.tls = {settings.ca_file, settings.certificate, settings.key, settings.insecure};
  return options;
}

base::Result<std::unique_ptr<verify::Provider>> MakeProvider(const VerifySettings& settings,
                                                             net::HttpClient& client) {
  auto headers = Headers(settings.headers);
  if (!headers) {
    return headers.error();
  }
  return verify::MakeHttpProvider(
      {.url = settings.provider_url,
       .message_url = settings.message_url,
       .headers = std::move(*headers),
       .tls = {settings.ca_file, settings.certificate, settings.key, settings.insecure}},
      client);
}

base::Result<std::unique_ptr<verify::StateHandler>> MakeStates(const VerifySettings& settings,
                                                               net::HttpClient& client) {
  if (settings.state_change_url.empty()) {
    return std::unique_ptr<verify::StateHandler>();
  }
  auto headers = Headers(settings.state_headers);
  if (!headers) {
    return headers.error();
  }
  return verify::MakeHttpStates({.url = settings.state_change_url,
                                 .headers = std::move(*headers),
                                 .as_query = settings.state_as_query},
                                client);
}

document::FetchUrl ContractFetcher(net::HttpClient& client) {
  return [&client](const std::string& url) -> base::Result<std::string> {
    auto response = client.Fetch({.method = "GET",
                                  .url = url,
                                  .headers = {{"Accept", "application/hal+json, application/json"}},
                                  .body = std::nullopt});
    if (!response) {
      return response.error();
    }
    if (response->status != 200) {
      return base::InputError(
          fmt::format("GET {} answered {}", net::WithoutUserInfo(url), response->status));
    }
    return std::move(response->body);
  };
}

namespace {

/// An interaction that could not be read was not verified either.
bool WasReadInFull(const pact::Pact& pact, const Contracts& contracts) {
  return std::ranges::none_of(contracts.findings, [&](const finding::Finding& finding) {
    return finding.severity == finding::Severity::kError &&
           finding.span.file == pact.document->name();
  });
}

}  // namespace

int PublishResults(const VerifySettings& settings,
                   const Contracts& contracts,
                   const std::vector<verify::Selected>& selected,
                   net::HttpClient& client,
                   finding::Report& report) {
  const verify::PublishOptions options{.provider_version = settings.provider_version,
                                       .provider_branch = settings.provider_branch,
                                       .build_url = settings.build_url};
  int exit_code = kClean;
  for (const pact::Pact& pact : contracts.pacts) {
    const base::Result<std::string> sent =
        WasReadInFull(pact, contracts)
            ? verify::Publish(pact, selected, report.checks, options, client)
            : base::InputError(fmt::format("{} could be read in parts only; its results are not "
                                           "published",
                                           pact.document->name()));
    if (sent) {
      report.notices.push_back(*sent);
    } else {
      report.findings.push_back(finding::Make(verify::kPublishFailed, sent.error().message));
      exit_code = std::max<int>(exit_code, ToExitCode(sent.error().kind));
    }
  }
  return exit_code;
}

}  // namespace accord::cli
