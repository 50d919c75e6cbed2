#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "accord/breaking/policy.h"
#include "accord/breaking/proto.h"

#include "cli/breaking_options.h"
#include "cli/commands.h"
#include "cli/config.h"
#include "cli/exit_code.h"
#include "cli/reporting.h"

namespace accord::cli {
namespace {

using finding::Finding;
using SourcesPtr = std::shared_ptr<const proto::Sources>;

/// What was found in all pairs of versions.
struct Outcome {
  finding::Report report;
  std::vector<Finding> faults;
  std::size_t compared = 0;
  std::size_t unchanged = 0;
};

void Append(std::vector<Finding>& to, std::vector<Finding> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

base::Result<SourcesPtr> OpenSide(const std::string& name,
                                  const BreakingSettings& settings,
                                  const proto::Sources* other) {
  proto::OpenOptions options;
  options.roots = settings.roots;
  options.other = other;
  auto sources = proto::Open(name, options);
  if (sources && (*sources)->entries().empty() && (*sources)->findings().empty() &&
      !settings.allow_empty) {
    return base::InputError(fmt::format(
        "there are no .proto files in '{}' (--allow-empty takes it for an empty version)", name));
  }
  return sources;
}

/// A mistake that is easily made must not pass for a result.
void AddNotices(const proto::Sources& before,
                const proto::Sources& after,
                const breaking::ProtoComparison& comparison,
                finding::Report& report) {
  const std::size_t now = after.entries().size();
  if (now > 0 && comparison.added == now) {
    report.notices.push_back(fmt::format(
        "no file of '{}' is in '{}': everything is new, so nothing in it can break. Were "
        "OLD and NEW swapped, or is an import root missing (--root)?",
        after.name(),
        before.name()));
  } else if (comparison.removed > 0 && comparison.added == 0 &&
             comparison.removed * 2 >= before.entries().size() && comparison.compared == 0) {
    report.notices.push_back(
        fmt::format("'{}' is a part of '{}' without any change: were OLD and NEW swapped?",
                    after.name(),
                    before.name()));
  }
}

base::Result<void> ComparePair(const std::string& old_name,
                               const std::string& new_name,
                               const BreakingSettings& settings,
                               Outcome& outcome) {
  auto after = OpenSide(new_name, settings, nullptr);
  if (!after) {
    return after.error();
  }
  auto before = OpenSide(old_name, settings, after->get());
  if (!before) {
    return before.error();
  }
  const auto options = ToProtoOptions(settings, (*after)->workspace());
  if (!options) {
    return options.error();
  }
  const auto policy = ToPolicy(settings, **before, **after);
  if (!policy) {
    return policy.error();
  }
  breaking::ProtoComparison comparison = breaking::CompareProto(*before, *after, *options);
  AddNotices(**before, **after, comparison, outcome.report);
  outcome.compared += comparison.compared;
  outcome.unchanged += comparison.unchanged;
  Append(outcome.faults, std::move(comparison.faults));
  Append(outcome.report.findings, breaking::Apply(*policy, std::move(comparison.findings)));
  return {};
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

base::Result<int> RunBreaking(const BreakingSettings& settings,
                              const Config& config,
                              Streams& streams) {
  const auto start = std::chrono::steady_clock::now();
  const auto pairs = PairInputs(settings);
  if (!pairs) {
    return pairs.error();
  }
  Outcome outcome;
  outcome.report.command = "breaking";
  for (const auto& [before, after] : *pairs) {
    outcome.report.subject += outcome.report.subject.empty() ? "" : ", ";
    outcome.report.subject += fmt::format("{} → {}", before, after);
    if (const auto compared = ComparePair(before, after, settings, outcome); !compared) {
      return compared.error();
    }
  }
  finding::Report& report = outcome.report;
  report.scope = Scope(outcome);
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
  if (settings.report.quiet) {
    report.notices.clear();
  }
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  finding::Finish(report);
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
  CLI::App* breaking = app.add_subcommand(
      "breaking", "Compare two versions of .proto files and tell what breaks whom");
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
    if (breaking->count("--against") == 0 && breaking->count("inputs") == 2) {
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
