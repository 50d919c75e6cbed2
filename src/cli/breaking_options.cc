#include "cli/breaking_options.h"

#include <algorithm>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "accord/breaking/openapi.h"
#include "accord/breaking/proto.h"
#include "accord/breaking/schema.h"
#include "accord/document/source_set.h"

#include "cli/breaking_family.h"
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
      "Category or rule in use: FILE (default), PACKAGE, WIRE_JSON, WIRE, CSR; of JSON Schema: "
      "SCHEMA (default); of OpenAPI: OPENAPI (default), OASDIFF (repeatable)");
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

void AddConsumerOptions(CLI::App& command, BreakingSettings& settings) {
  static constexpr const char* kGroup = "Consumers";
  Add(command,
      kGroup,
      "--consumers",
      settings.consumers,
      "CONTRACT",
      "Pact files, folders, globs or URLs: each finding says which recorded interactions it hits "
      "(repeatable)");
  Add(command,
      kGroup,
      "--gate",
      settings.gate,
      "WHAT",
      "What counts as an error: all findings (default), or consumers: only those that hit a "
      "recorded interaction, the others become warnings")
      ->check(CLI::IsMember({"findings", "consumers"}).description(""));
}

/// About JSON Schema documents only.
void AddSchemaRuleOptions(CLI::App& command, BreakingSettings& settings) {
  static constexpr const char* kGroup = "JSON Schema";
  Add(command,
      kGroup,
      "--mode",
      settings.mode,
      "MODE",
      "Who has to read what: backward (new readers, old data; default), forward (old readers, new "
      "data), full; with -transitive against all versions named, not only the last before NEW")
      ->check(CLI::IsMember({"backward",
                             "forward",
                             "full",
                             "backward-transitive",
                             "forward-transitive",
                             "full-transitive"})
                  .description(""));
  Add(command,
      kGroup,
      "--policy",
      settings.schema_policies,
      "NAME",
      "Let pass, although some data no longer fits: open-content-additions, closed-models, "
      "required-with-default, enum-additions (repeatable)");
  Add(command,
      kGroup,
      "--dialect",
      settings.dialect,
      "NAME",
      "Dialect of schemas without $schema (default 2020-12)");
  Add(command,
      kGroup,
      "--schema-dir",
      settings.schema_dirs,
      "DIR",
      "Folder of further documents that references may lead to (repeatable)");
  command
      .add_flag("--assert-formats",
                settings.assert_formats,
                "Readers check `format`: it counts like any other keyword")
      ->group(kGroup);
  command
      .add_flag("--explain-unknown",
                settings.explain_unknown,
                "Say what would be needed where a verdict is not possible")
      ->group(kGroup);
}

/// About OpenAPI documents only.
void AddOpenApiOptions(CLI::App& command, BreakingSettings& settings) {
  static constexpr const char* kGroup = "OpenAPI";
  Add(command,
      kGroup,
      "--profile",
      settings.profile,
      "NAME",
      "strict: errors about schemas are proved by a payload (default); oasdiff: names and levels "
      "as "
      "oasdiff has them")
      ->check(CLI::IsMember({"strict", "oasdiff"}).description(""));
  Add(command,
      kGroup,
      "--level",
      settings.level,
      "LEVEL",
      "Least severity that is shown: error, warning (default), or info for all that changed")
      ->check(CLI::IsMember({"error", "warning", "info"}).description(""));
  Add(command,
      kGroup,
      "--deprecation-days-stable",
      settings.deprecation_days_stable,
      "DAYS",
      "What is deprecated needs an x-sunset at least that far ahead (default: none is needed)")
      ->check(CLI::Range(0, 36500).description(""));
  Add(command,
      kGroup,
      "--deprecation-days-beta",
      settings.deprecation_days_beta,
      "DAYS",
      "The same for operations whose x-stability-level is beta")
      ->check(CLI::Range(0, 36500).description(""));
  Add(command,
      kGroup,
      "--stability-level",
      settings.stability_level,
      "LEVEL",
      "Leave operations alone whose x-stability-level is below: draft, alpha, beta (default), "
      "stable")
      ->check(CLI::IsMember({"draft", "alpha", "beta", "stable"}).description(""));
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
                  "OLD NEW: folder, .proto file, OpenAPI document, JSON Schema, glob, "
                  "git:REF[:PATH] or descriptor set "
                  "each; more old versions may stand in front; with --against: what to compare "
                  "(default: the working folder)")
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
  Add(command,
      "Inputs",
      "--family",
      settings.family,
      "NAME",
      "Only contracts of this kind: proto, openapi, or schema (JSON and YAML files without "
      "$schema, "
      "too)")
      ->check(CLI::IsMember({"proto", "openapi", "schema"}).description(""));
  AddRuleOptions(command, settings);
  AddConsumerOptions(command, settings);
  AddOpenApiOptions(command, settings);
  AddSchemaRuleOptions(command, settings);
}

base::Result<void> CheckRuleNames(const BreakingSettings& settings) {
  std::vector<const finding::RuleInfo*> rules(breaking::ProtoRules().begin(),
                                              breaking::ProtoRules().end());
  rules.insert(rules.end(), breaking::OpenApiRules().begin(), breaking::OpenApiRules().end());
  rules.insert(rules.end(), breaking::SchemaRules().begin(), breaking::SchemaRules().end());
  const auto checked = breaking::RuleSelection::Make(rules, settings.use, settings.except);
  if (!checked) {
    return checked.error();
  }
  return {};
}

base::Result<std::vector<std::pair<std::string, std::string>>> PairInputs(
    const BreakingSettings& settings) {
  std::vector<std::pair<std::string, std::string>> pairs;
  const Names& inputs = settings.inputs;
  if (settings.against.empty()) {
    if (inputs.size() < 2) {
      return base::UsageError(
          "two versions are needed: accord breaking OLD NEW, or accord breaking --against REF "
          "[PATH…]");
    }
    const bool all = settings.mode.ends_with("-transitive");
    for (std::size_t i = all ? 0 : inputs.size() - 2; i + 1 < inputs.size(); ++i) {
      pairs.emplace_back(inputs[i], inputs.back());
    }
    return pairs;
  }
  const Names paths = inputs.empty() ? Names{"."} : inputs;
  for (const std::string& path : paths) {
    auto before = document::AsOfCommit(settings.against, path);
    if (!before) {
      return before.error();
    }
    pairs.emplace_back(std::move(*before), path);
  }
  return pairs;
}

base::Result<breaking::Policy> ToPolicy(const std::vector<std::string>& severities,
                                        const std::vector<breaking::Ignore>& ignores,
                                        const std::string& baseline) {
  breaking::Policy policy;
  for (const std::string& text : severities) {
    auto severity = ParseSeverity(text);
    if (!severity) {
      return severity.error();
    }
    if (const auto known = CheckNames({severity->first}); !known) {
      return known.error();
    }
    policy.severities.push_back(std::move(*severity));
  }
  policy.ignores = ignores;
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
  if (!baseline.empty()) {
    auto known = breaking::ReadBaseline(baseline);
    if (!known) {
      return known.error();
    }
    policy.baseline = std::move(*known);
  }
  policy.today = Today();
  return policy;
}

}  // namespace accord::cli
