#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/breaking/openapi.h"
#include "accord/breaking/policy.h"

#include "cli/breaking_consumers.h"
#include "cli/breaking_family.h"
#include "cli/breaking_options.h"
#include "cli/commands.h"
#include "cli/config.h"
#include "cli/exit_code.h"
#include "cli/reporting.h"

namespace accord::cli {
namespace {

using finding::Finding;

/// What was found in all pairs of versions.
struct Outcome {
  finding::Report report;
  std::vector<Finding> faults;
  std::vector<std::string> roots;
  std::size_t compared = 0;
  std::size_t unchanged = 0;
};

void Append(std::vector<Finding>& to, std::vector<Finding> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

/// How many files of each family there are on both sides.
struct Holding {
  Family family;
  std::size_t before = 0;
  std::size_t after = 0;
};

/// A version without anything to compare is more likely a mistake than a version.
base::Result<void> CheckThereIsSomething(const std::string& name,
                                         const std::vector<Holding>& holdings,
                                         std::size_t Holding::*side,
                                         std::size_t Holding::*other) {
  std::vector<std::string> missing;
  std::vector<std::string> all;
  for (const Holding& holding : holdings) {
    if (holding.*side > 0) {
      return {};
    }
    all.emplace_back(holding.family.what);
    if (holding.*other > 0) {
      missing.emplace_back(holding.family.what);
    }
  }
  const bool is_json = IsJsonOrYaml(name) && missing.empty();
  return base::InputError(fmt::format("there are no {} in '{}' ({})",
                                      base::Join(missing.empty() ? all : missing, " and no "),
                                      name,
                                      is_json
                                          ? "--family schema takes what has no $schema for a schema"
                                          : "--allow-empty takes it for an empty version"));
}

base::Result<void> ComparePair(const std::string& old_name,
                               const std::string& new_name,
                               const BreakingSettings& settings,
                               const conform::Consumers* consumers,
                               Outcome& outcome) {
  std::vector<Holding> holdings;
  for (const Family& family : FamiliesOf(settings)) {
    auto result = family.compare(old_name, new_name, settings, consumers);
    if (!result) {
      return result.error();
    }
    holdings.push_back({family, result->files_before, result->files_after});
    outcome.compared += result->compared;
    outcome.unchanged += result->unchanged;
    std::ranges::move(result->notices, std::back_inserter(outcome.report.notices));
    std::ranges::move(result->roots, std::back_inserter(outcome.roots));
    Append(outcome.faults, std::move(result->faults));
    Append(outcome.report.findings, std::move(result->findings));
  }
  if (settings.allow_empty) {
    return {};
  }
  if (const auto after =
          CheckThereIsSomething(new_name, holdings, &Holding::after, &Holding::before);
      !after) {
    return after.error();
  }
  return CheckThereIsSomething(old_name, holdings, &Holding::before, &Holding::after);
}

std::string Scope(const Outcome& outcome) {
  return fmt::format("{} file{} compared, {} unchanged",
                     outcome.compared,
                     outcome.compared == 1 ? "" : "s",
                     outcome.unchanged);
}

base::Result<void> SaveBaseline(const std::string& path, finding::Report& report) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << breaking::WriteBaseline(report.findings);
  file.close();
  if (!file) {
    return base::EnvironmentError(fmt::format("cannot write the baseline to '{}'", path));
  }
  report.notices.push_back(fmt::format("{} findings written to {}", report.findings.size(), path));
  for (Finding& finding : report.findings) {
    finding.suppressed = "in the baseline " + path;
  }
  return {};
}

bool HasErrors(const std::vector<Finding>& findings) {
  return std::ranges::any_of(findings, [](const Finding& finding) {
    return finding.severity == finding::Severity::kError;
  });
}

/// Leaves out findings about OpenAPI documents that weigh less than what is asked for.
void HideBelow(std::string_view level, std::vector<Finding>& findings) {
  if (level == ToString(finding::Severity::kInfo)) {
    return;
  }
  const auto least = level == ToString(finding::Severity::kError) ? finding::Severity::kError
                                                                  : finding::Severity::kWarning;
  const auto rules = breaking::OpenApiRules();
  const std::set<const finding::RuleInfo*> ours(rules.begin(), rules.end());
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.severity < least && ours.count(finding.rule) != 0;
  });
}

base::Result<int> RunBreaking(const BreakingSettings& settings,
                              const Config& config,
                              Streams& streams) {
  const auto start = std::chrono::steady_clock::now();
  const auto pairs = PairInputs(settings);
  if (!pairs) {
    return pairs.error();
  }
  if (const auto known = CheckRuleNames(settings); !known) {
    return known.error();
  }
  auto policy = ToPolicy(settings.severities, settings.ignores, settings.baseline);
  if (!policy) {
    return policy.error();
  }
  Outcome outcome;
  outcome.report.command = "breaking";
  const auto consumers = LoadConsumers(settings, outcome.faults);
  if (!consumers) {
    return consumers.error();
  }
  for (const auto& [before, after] : *pairs) {
    outcome.report.subject += outcome.report.subject.empty() ? "" : ", ";
    outcome.report.subject += fmt::format("{} → {}", before, after);
    if (const auto compared = ComparePair(before, after, settings, consumers->get(), outcome);
        !compared) {
      return compared.error();
    }
  }
  finding::Report& report = outcome.report;
  report.scope = Scope(outcome);
  policy->roots = std::move(outcome.roots);
  report.findings = breaking::Apply(*policy, std::move(report.findings));
  ApplyGate(settings, report.findings);
  HideBelow(settings.level, report.findings);
  if (!settings.write_baseline.empty()) {
    if (const auto saved = SaveBaseline(settings.write_baseline, report); !saved) {
      return saved.error();
    }
  }
  const bool broken = report.Fails(FailOn(settings.report));
  const bool unreadable = HasErrors(outcome.faults);
  std::vector<Finding> found = std::exchange(report.findings, config.findings);
  Append(report.findings, std::move(outcome.faults));
  Append(report.findings, std::move(found));
  CloseReport(start, settings.report, report);
  const auto exit_code = WriteReport(report, settings.report, streams);
  if (!exit_code) {
    return exit_code.error();
  }
  return unreadable && !broken ? static_cast<int>(kUnreadable) : *exit_code;
}

struct BreakingCommand {
  BreakingSettings settings;
  std::string config_path;
};

}  // namespace

void AddBreaking(CLI::App& app, Streams& streams, int& exit_code) {
  auto command = std::make_shared<BreakingCommand>();
  CLI::App* breaking = app.add_subcommand("breaking",
                                          "Compare two versions of .proto files, OpenAPI documents "
                                          "or JSON Schema documents and tell what "
                                          "breaks whom");
  AddBreakingOptions(*breaking, command->settings);
  AddConfigOption(*breaking, command->config_path);
  AddReportOptions(*breaking, command->settings.report);
  breaking->callback([command, breaking, &streams, &exit_code] {
    BreakingSettings& settings = command->settings;
    Config config;
    const auto apply = [&settings](const Config& file) { ApplyConfig(file, settings); };
    if (!Configure(*breaking, config, command->config_path, apply, streams, exit_code)) {
      return;
    }
    if (breaking->count("--against") == 0 && breaking->count("inputs") >= 2) {
      settings.against.clear();  // Two versions on the command line win over the file's.
    }
    if (const auto paired = PairOutputs(*breaking, settings.report); !paired) {
      exit_code = PrintError(paired.error(), streams);
      return;
    }
    const auto result = RunBreaking(settings, config, streams);
    exit_code = result ? *result : PrintError(result.error(), streams);
  });
}

}  // namespace accord::cli
