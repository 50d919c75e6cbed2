#include <algorithm>
#include <memory>
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "accord/net/http_client.h"
#include "accord/verify/http_provider.h"
#include "accord/verify/verify.h"

#include "cli/commands.h"
#include "cli/config.h"
#include "cli/contracts.h"
#include "cli/exit_code.h"
#include "cli/progress.h"
#include "cli/reporting.h"
#include "cli/verify_options.h"

namespace accord::cli {
namespace {

void PrintList(const std::vector<verify::Selected>& selected, Streams& streams) {
  const pact::Pact* last = nullptr;
  for (const verify::Selected& one : selected) {
    if (one.pact != last) {
      streams.out << one.pact->consumer << " → " << one.pact->provider << '\n';
      last = one.pact;
    }
    streams.out << "  " << one.interaction->description;
    for (const pact::ProviderState& state : one.interaction->states) {
      streams.out << "\n      given " << state.name;
    }
    streams.out << (one.interaction->pending ? "\n      pending\n" : "\n");
  }
  streams.out << selected.size() << (selected.size() == 1 ? " interaction\n" : " interactions\n");
}

bool HasErrors(const std::vector<finding::Finding>& findings) {
  return std::ranges::any_of(findings, [](const finding::Finding& finding) {
    return finding.severity == finding::Severity::kError;
  });
}

/// What was left out of a list must not pass unseen.
int ListExitCode(const Contracts& contracts, Streams& streams) {
  if (!contracts.findings.empty()) {
    PrintFindings(contracts.findings, streams);
  }
  if (contracts.unreadable > 0) {
    return kUnreadable;
  }
  return HasErrors(contracts.findings) ? kFindings : kClean;
}

/// What the inputs alone ask for, when nothing failed that was checked.
int ExitCodeOf(const finding::Report& report, const Contracts& contracts, int otherwise) {
  const auto counts = report.Count();
  if (counts.failed > 0) {
    return kFindings;
  }
  if (contracts.unreadable > 0) {
    return kUnreadable;
  }
  return counts.errors > 0 ? kEnvironment : otherwise;
}

/// Nothing to do must not pass for having done it.
base::Result<void> CheckSelected(const VerifySettings& settings,
                                 const Contracts& contracts,
                                 const std::vector<verify::Selected>& selected) {
  if (!selected.empty() || settings.allow_empty || contracts.unreadable > 0 ||
      HasErrors(contracts.findings)) {
    return {};
  }
  if (contracts.pacts.empty()) {
    return base::UsageError(
        settings.provider.empty()
            ? "no contract was found (--allow-empty accepts that)"
            : fmt::format("no contract with provider '{}' was found (--allow-empty accepts that)",
                          settings.provider));
  }
  const bool any = std::ranges::any_of(
      contracts.pacts, [](const pact::Pact& pact) { return !pact.interactions.empty(); });
  if (!any) {
    return base::UsageError(
        "the contracts hold no interactions to verify (--allow-empty accepts that)");
  }
  return base::UsageError(
      fmt::format("none of the interactions in {} contract{} was selected: check the filters "
                  "(--allow-empty accepts that)",
                  contracts.pacts.size(),
                  contracts.pacts.size() == 1 ? "" : "s"));
}

base::Result<int> Replay(const VerifySettings& settings,
                         Contracts contracts,
                         std::vector<finding::Finding> config_findings,
                         net::HttpClient& client,
                         Streams& streams) {
  auto options = ToVerifyOptions(settings);
  if (!options) {
    return options.error();
  }
  const std::vector<verify::Selected> selected = verify::Select(contracts.pacts, options->filter);
  if (const auto any = CheckSelected(settings, contracts, selected); !any) {
    return any.error();
  }
  if (settings.list) {
    PrintList(selected, streams);
    return ListExitCode(contracts, streams);
  }
  auto provider = MakeProvider(settings, client);
  if (!provider) {
    return provider.error();
  }
  auto states = MakeStates(settings, client);
  if (!states) {
    return states.error();
  }
  finding::Report report;
  {
    Progress progress(streams, !settings.report.quiet);
    report = verify::Verify(selected, **provider, states->get(), *options, &progress);
  }
  report.findings = std::move(config_findings);
  report.findings.insert(
      report.findings.end(), contracts.findings.begin(), contracts.findings.end());
  const int publishing =
      settings.publish ? PublishResults(settings, contracts, selected, client, report) : kClean;
  if (settings.report.quiet) {
    report.notices.clear();
  }
  finding::Finish(report);
  const auto exit_code = WriteReport(report, settings.report, streams);
  if (!exit_code) {
    return exit_code.error();
  }
  return ExitCodeOf(report, contracts, publishing != kClean ? publishing : *exit_code);
}

base::Result<int> RunVerify(const VerifySettings& settings,
                            const Config& config,
                            Streams& streams) {
  if (settings.contracts.empty()) {
    return base::UsageError("no contract was named: accord verify --provider-url URL CONTRACT…");
  }
  if (settings.provider_url.empty() && !settings.list) {
    return base::UsageError("--provider-url is missing");
  }
  if (settings.publish && settings.provider_version.empty()) {
    return base::UsageError("--publish needs --provider-version");
  }
  auto client_options = ToClientOptions(settings);
  if (!client_options) {
    return client_options.error();
  }
  auto client = net::HttpClient::Create(*client_options);
  if (!client) {
    return client.error();
  }
  auto contracts =
      LoadContracts({settings.contracts, settings.provider, ContractFetcher(**client)});
  if (!contracts) {
    return contracts.error();
  }
  return Replay(settings, std::move(*contracts), config.findings, **client, streams);
}

struct VerifyCommand {
  VerifySettings settings;
  std::string config_path;
};

}  // namespace

void AddVerify(CLI::App& app, Streams& streams, int& exit_code) {
  auto command = std::make_shared<VerifyCommand>();
  CLI::App* verify = app.add_subcommand(
      "verify", "Replay what consumers recorded against a running provider (HTTP, messages)");
  AddVerifyOptions(*verify, command->settings);
  AddConfigOption(*verify, command->config_path);
  AddReportOptions(*verify, command->settings.report);
  verify->callback([command, verify, &streams, &exit_code] {
    VerifySettings& settings = command->settings;
    Config config;
    const auto apply = [&settings](const Config& file) { ApplyConfig(file, settings); };
    if (!Configure(*verify, config, command->config_path, apply, streams, exit_code)) {
      return;
    }
    if (const auto paired = PairOutputs(*verify, settings.report); !paired) {
      exit_code = PrintError(paired.error(), streams);
      return;
    }
    const auto result = RunVerify(settings, config, streams);
    exit_code = result ? *result : PrintError(result.error(), streams);
  });
}

}  // namespace accord::cli
