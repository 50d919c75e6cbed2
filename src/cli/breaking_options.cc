#include "cli/breaking_options.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <span>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "accord/base/clock.h"
#include "accord/document/source_set.h"

#include "cli/rules.h"

namespace accord::cli {
namespace {

using Names = std::vector<std::string>;

/// Declares one flag with a value; a list takes one value each time it is given.
template <typename T>
CLI::Option* Add(CLI::App& command,
                 const char* group,
                 const char* names,
                 T& target,
                 const char* value,
                 const std::string& help) {
  return command.add_option(names, target, help)
      ->type_name(value)
      ->group(group)
      ->allow_extra_args(false);
}

void AddRuleOptions(CLI::App& command, BreakingSettings& settings) {
  static constexpr const char* kGroup = "Rules";
  Add(command,
      kGroup,
      "--category,--use",
      settings.use,
      "NAME",
      "Category or rule in use: FILE (default), PACKAGE, WIRE_JSON, WIRE, CSR (repeatable)");
  Add(command, kGroup, "--except", settings.except, "NAME", "Category or rule to leave out");
  Add(command,
      kGroup,
      "--severity",
      settings.severities,
      "RULE=LEVEL",
      "error, warning, info or off for a rule or category (repeatable)");
  Add(command, kGroup, "--compat", settings.compat, "TOOL", "Judge exactly as this tool: buf")
      ->check(CLI::IsMember({"buf"}).description(""));
  command
      .add_flag("--ignore-unstable-packages",
                settings.ignore_unstable_packages,
                "Leave packages like acme.v1beta1 alone")
      ->group(kGroup);
  Add(command, kGroup, "--baseline", settings.baseline, "FILE", "Findings in it do not count");
  Add(command,
      kGroup,
      "--write-baseline",
      settings.write_baseline,
      "FILE",
      "Write what was found as a baseline, and pass");
  command
      .add_flag_callback(
          "--no-witness",
          [&settings] { settings.witnesses = false; },
          "No example messages in the report")
      ->group(kGroup);
}

/// buf's older configurations know other sets of rules.
void FollowVersion(const std::string& version, Names& use, Names& except) {
  const auto named = [&use](std::string_view name) {
    return std::ranges::find(use, name) != use.end();
  };
  if (version == "v2") {
    return;
  }
  for (const char* later :
       {"FIELD_SAME_DEFAULT", "EXTENSION_NO_DELETE", "PACKAGE_EXTENSION_NO_DELETE"}) {
    if (!named(later)) {
      except.emplace_back(later);
    }
  }
  if (version == "v1beta1" && (named("WIRE") || named("WIRE_JSON"))) {
    use.insert(use.end(), {"FIELD_SAME_TYPE", "FIELD_SAME_CARDINALITY"});
  }
}

base::Result<breaking::ModuleRules> RulesOf(const BreakingSettings& settings,
                                            const proto::BufBreaking* buf) {
  Names use = settings.use;
  Names except = settings.except;
  breaking::ModuleRules rules;
  rules.ignore_unstable_packages = settings.ignore_unstable_packages;
  if (buf != nullptr) {
    if (use.empty()) {
      use = buf->use.empty() ? Names{"FILE"} : buf->use;
      except.insert(except.end(), buf->except.begin(), buf->except.end());
      FollowVersion(buf->version, use, except);
    }
    rules.ignore_unstable_packages |= buf->ignore_unstable_packages;
  }
  if (use.empty()) {
    use = {"FILE"};
  }
  auto selection = breaking::RuleSelection::Make(breaking::ProtoRules(), use, except);
  if (!selection) {
    return selection.error();
  }
  rules.rules = std::move(*selection);
  return rules;
}

/// What file names of a version begin with, in front of their path below the root.
std::string RootOf(const proto::Sources& sources) {
  if (sources.entries().empty()) {
    return {};
  }
  const proto::SourceEntry& entry = sources.entries().front();
  const proto::Workspace& workspace = sources.workspace();
  std::size_t below = entry.path.size();
  if (entry.module < workspace.modules.size() && !workspace.modules[entry.module].root.empty()) {
    below += workspace.modules[entry.module].root.size() + 1;
  }
  return below <= entry.display.size() ? entry.display.substr(0, entry.display.size() - below)
                                       : std::string();
}

void AddBufIgnores(const proto::BufBreaking& buf, std::vector<breaking::Ignore>& ignores) {
  const auto add = [&ignores](const std::string& rule, const std::string& path) {
    breaking::Ignore ignore;
    ignore.rule = rule;
    ignore.path = path;
    ignore.reason = "buf.yaml";
    ignore.quiet = true;
    ignores.push_back(std::move(ignore));
  };
  for (const std::string& path : buf.ignore) {
    add({}, path);
  }
  for (const auto& [rule, paths] : buf.ignore_only) {
    for (const std::string& path : paths) {
      add(rule, path);
    }
  }
}

base::Result<void> CheckNames(const Names& names) {
  const auto known = AllRules();
  const auto checked = breaking::RuleSelection::Make(known, names, {});
  if (!checked) {
    return checked.error();
  }
  return {};
}

base::Result<std::pair<std::string, std::optional<finding::Severity>>> ParseSeverity(
    const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::string level = equals == std::string::npos ? "" : text.substr(equals + 1);
  for (const finding::Severity severity :
       {finding::Severity::kInfo, finding::Severity::kWarning, finding::Severity::kError}) {
    if (level == ToString(severity)) {
      return std::pair(text.substr(0, equals), std::optional(severity));
    }
  }
  if (level == "off") {
    return std::pair(text.substr(0, equals), std::optional<finding::Severity>());
  }
  return base::UsageError(
      fmt::format("--severity: '{}' must look like RULE=error|warning|info|off", text));
}

}  // namespace

void AddBreakingOptions(CLI::App& command, BreakingSettings& settings) {
  command
      .add_option("inputs",
                  settings.inputs,
                  "OLD NEW: folder, .proto file, glob, git:REF[:PATH] or descriptor set each; "
                  "with --against: what to compare (default: the working folder)")
      ->type_name("VERSION");
  Add(command,
      "Inputs",
      "--against",
      settings.against,
      "REF",
      "Compare with what is there as of a git commit, branch or tag");
  Add(command,
      "Inputs",
      "--root",
      settings.roots,
      "DIR",
      "Import root of .proto files, below each version (repeatable; default: buf.yaml's, or "
      "found)");
  command
      .add_flag(
          "--allow-empty", settings.allow_empty, "A side without any file is an empty version")
      ->group("Inputs");
  AddRuleOptions(command, settings);
}

base::Result<std::vector<std::pair<std::string, std::string>>> PairInputs(
    const BreakingSettings& settings) {
  std::vector<std::pair<std::string, std::string>> pairs;
  if (settings.against.empty()) {
    if (settings.inputs.size() != 2) {
      return base::UsageError(
          "two versions are needed: accord breaking OLD NEW, or accord breaking --against REF "
          "[PATH…]");
    }
    pairs.emplace_back(settings.inputs[0], settings.inputs[1]);
    return pairs;
  }
  const Names paths = settings.inputs.empty() ? Names{"."} : settings.inputs;
  for (const std::string& path : paths) {
    auto before = document::AsOfCommit(settings.against, path);
    if (!before) {
      return before.error();
    }
    pairs.emplace_back(std::move(*before), path);
  }
  return pairs;
}

base::Result<breaking::ProtoOptions> ToProtoOptions(const BreakingSettings& settings,
                                                    const proto::Workspace& workspace) {
  breaking::ProtoOptions options;
  options.like_buf = settings.compat == "buf";
  options.witnesses = settings.witnesses && !options.like_buf;
  for (const proto::Module& module : workspace.modules) {
    auto rules = RulesOf(settings, module.breaking ? &*module.breaking : nullptr);
    if (!rules) {
      return rules.error();
    }
    options.modules.push_back(std::move(*rules));
  }
  return options;
}

base::Result<breaking::Policy> ToPolicy(const BreakingSettings& settings,
                                        const proto::Sources& before,
                                        const proto::Sources& after) {
  breaking::Policy policy;
  for (const std::string& text : settings.severities) {
    auto severity = ParseSeverity(text);
    if (!severity) {
      return severity.error();
    }
    if (const auto known = CheckNames({severity->first}); !known) {
      return known.error();
    }
    policy.severities.push_back(std::move(*severity));
  }
  policy.ignores = settings.ignores;
  for (const proto::Module& module : after.workspace().modules) {
    if (module.breaking) {
      AddBufIgnores(*module.breaking, policy.ignores);
    }
  }
  for (const breaking::Ignore& ignore : policy.ignores) {
    if (!ignore.rule.empty()) {
      if (const auto known = CheckNames({ignore.rule}); !known) {
        return base::UsageError(fmt::format("{}{}{}",
                                            ToString(ignore.span),
                                            ignore.span.file.empty() ? "" : ": ",
                                            known.error().message));
      }
    }
  }
  if (!settings.baseline.empty()) {
    auto baseline = breaking::ReadBaseline(settings.baseline);
    if (!baseline) {
      return baseline.error();
    }
    policy.baseline = std::move(*baseline);
  }
  policy.roots = {RootOf(before), RootOf(after)};
  const std::time_t now = std::chrono::system_clock::to_time_t(base::Clock::System().Now());
  policy.today = fmt::format("{:%Y-%m-%d}", fmt::gmtime(now));
  return policy;
}

}  // namespace accord::cli
