#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "accord/breaking/policy.h"
#include "accord/conform/check.h"

#include "cli/breaking_options.h"
#include "cli/check_options.h"
#include "cli/commands.h"
#include "cli/config.h"
#include "cli/contracts.h"
#include "cli/exit_code.h"
#include "cli/reporting.h"
#include "cli/specifications.h"
#include "cli/url_fetcher.h"

namespace accord::cli {
namespace {

using finding::Finding;
using finding::Outcome;

bool Counts(const Finding& finding) {
  return finding.severity == finding::Severity::kError && finding.suppressed.empty();
}

/// Severities, ignores and the baseline hold for all findings at once; each goes back to its check.
void ApplyPolicy(const breaking::Policy& policy,
                 const std::vector<bool>& pending,
                 finding::Report& report) {
  std::vector<Finding> all;
  for (std::size_t i = 0; i < report.checks.size(); ++i) {
    for (Finding& finding : std::exchange(report.checks[i].findings, {})) {
      finding.fingerprint = std::to_string(i);  // Until the report is finished.
      all.push_back(std::move(finding));
    }
  }
  std::ranges::move(std::exchange(report.findings, {}), std::back_inserter(all));
  for (Finding& finding : breaking::Apply(policy, std::move(all))) {
    const std::string owner = std::exchange(finding.fingerprint, {});
    auto& home = owner.empty() ? report.findings : report.checks[std::stoul(owner)].findings;
    home.push_back(std::move(finding));
  }
  for (std::size_t i = 0; i < report.checks.size(); ++i) {
    finding::Check& check = report.checks[i];
    if (check.outcome != Outcome::kSkipped) {
      const bool failed = std::ranges::any_of(check.findings, Counts);
      check.outcome = !failed      ? Outcome::kPassed
                      : pending[i] ? Outcome::kPending
                                   : Outcome::kFailed;
    }
  }
}

void Suppress(const std::string& why, std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    finding.suppressed = why;
  }
}

base::Result<void> SaveBaseline(const std::string& path, finding::Report& report) {
  std::vector<Finding> all = report.findings;
  for (const finding::Check& check : report.checks) {
    all.insert(all.end(), check.findings.begin(), check.findings.end());
  }
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << breaking::WriteBaseline(all);
  file.close();
  if (!file) {
    return base::EnvironmentError(fmt::format("cannot write the baseline to '{}'", path));
  }
  report.notices.push_back(fmt::format("{} findings written to {}", all.size(), path));
  Suppress("in the baseline " + path, report.findings);
  for (finding::Check& check : report.checks) {
    Suppress("in the baseline " + path, check.findings);
    check.outcome = check.outcome == Outcome::kSkipped ? check.outcome : Outcome::kPassed;
  }
  return {};
}

bool IsSelected(const pact::Pact& pact, const std::vector<std::string>& consumers) {
  return consumers.empty() || std::ranges::find(consumers, pact.consumer) != consumers.end();
}

/// All contracts held against the specification.
finding::Report CheckAll(const CheckSettings& settings,
                         const Contracts& contracts,
                         Specifications& specifications,
                         std::vector<bool>& pending) {
  finding::Report report;
  report.command = "check";
  for (const std::string& spec : settings.specs) {
    report.subject += (report.subject.empty() ? "" : ", ") + spec;
  }
  conform::Checker checker(std::move(specifications.described));
  for (const pact::Pact& pact : contracts.pacts) {
    if (IsSelected(pact, settings.consumers)) {
      std::ranges::move(checker.Check(pact), std::back_inserter(report.checks));
      for (const pact::Interaction& interaction : pact.interactions) {
        pending.push_back(interaction.pending);
      }
    }
  }
  if (settings.usage) {
    report.findings = checker.Unused();
  }
  return report;
}

base::Result<int> RunCheck(const CheckSettings& settings, const Config& config, Streams& streams) {
  const auto start = std::chrono::steady_clock::now();
  if (const auto sensible = CheckSense(settings); !sensible) {
    return sensible.error();
  }
  const auto policy = ToPolicy(settings.severities, settings.ignores, settings.baseline);
  if (!policy) {
    return policy.error();
  }
  auto specifications = OpenSpecifications(settings.specs, settings.message, settings.allow_fetch);
  if (!specifications) {
    return specifications.error();
  }
  auto contracts = LoadContracts({settings.contracts, settings.provider, LazyFetcher()});
  if (!contracts) {
    return contracts.error();
  }
  std::vector<Finding> about_inputs = config.findings;
  std::ranges::move(specifications->findings, std::back_inserter(about_inputs));
  std::ranges::move(contracts->findings, std::back_inserter(about_inputs));
  const bool unreadable = specifications->unusable > 0 || contracts->unreadable > 0;
  std::vector<bool> pending;
  finding::Report report;
  report.command = "check";
  if (specifications->unusable == 0) {
    report = CheckAll(settings, *contracts, *specifications, pending);
    if (report.checks.empty() && !settings.allow_empty && !unreadable) {
      return base::UsageError("no interaction was selected (--allow-empty accepts that)");
    }
    ApplyPolicy(*policy, pending, report);
  }
  if (!settings.write_baseline.empty()) {
    if (const auto saved = SaveBaseline(settings.write_baseline, report); !saved) {
      return saved.error();
    }
  }
  const bool broken = report.Fails(FailOn(settings.report));
  std::ranges::move(about_inputs, std::back_inserter(report.findings));
  CloseReport(start, settings.report, report);
  const auto exit_code = WriteReport(report, settings.report, streams);
  if (!exit_code) {
    return exit_code.error();
  }
  return unreadable && !broken ? static_cast<int>(kUnreadable) : *exit_code;
}

struct CheckCommand {
  CheckSettings settings;
  std::string config_path;
};

}  // namespace

void AddCheck(CLI::App& app, Streams& streams, int& exit_code) {
  auto command = std::make_shared<CheckCommand>();
  CLI::App* check = app.add_subcommand(
      "check",
      "Hold contracts against a specification of the provider, which does not have to run");
  AddCheckOptions(*check, command->settings);
  AddConfigOption(*check, command->config_path);
  AddReportOptions(*check, command->settings.report);
  check->callback([command, check, &streams, &exit_code] {
    CheckSettings& settings = command->settings;
    Config config;
    const auto apply = [&settings](const Config& file) { ApplyConfig(file, settings); };
    if (!Configure(*check, config, command->config_path, apply, streams, exit_code)) {
      return;
    }
    if (const auto paired = PairOutputs(*check, settings.report); !paired) {
      exit_code = PrintError(paired.error(), streams);
      return;
    }
    const auto result = RunCheck(settings, config, streams);
    exit_code = result ? *result : PrintError(result.error(), streams);
  });
}

}  // namespace accord::cli
