#include <memory>
#include <utility>

#include <fmt/format.h>

#include "accord/breaking/schema.h"
#include "accord/document/source_set.h"

#include "cli/breaking_family.h"

namespace accord::cli {
namespace {

using breaking::SchemaMode;
using breaking::SchemaSources;

SchemaMode ModeOf(const std::string& name) {
  if (name.starts_with("forward")) {
    return SchemaMode::kForward;
  }
  return name.starts_with("full") ? SchemaMode::kFull : SchemaMode::kBackward;
}

std::string PolicyNames() {
  std::string names;
  for (const breaking::SchemaPolicy policy : breaking::SchemaPolicies()) {
    names += (names.empty() ? "" : ", ") + std::string(ToString(policy));
  }
  return names;
}

base::Result<void> AddPolicies(const BreakingSettings& settings, breaking::SchemaOptions& options) {
  for (const std::string& name : settings.schema_policies) {
    const auto policy = breaking::ParseSchemaPolicy(name);
    if (!policy) {
      return base::UsageError(fmt::format("--policy: '{}' is not one of {}", name, PolicyNames()));
    }
    options.policies.insert(*policy);
  }
  return {};
}

base::Result<void> AddLibraries(const BreakingSettings& settings,
                                breaking::SchemaOptions& options) {
  for (const std::string& folder : settings.schema_dirs) {
    auto set = document::OpenSources(folder, {.extensions = {".json", ".yaml", ".yml"}});
    if (!set) {
      return base::InputError("--schema-dir: " + set.error().message);
    }
    options.libraries.push_back(std::move(*set));
  }
  return {};
}

base::Result<breaking::SchemaOptions> ToSchemaOptions(const BreakingSettings& settings) {
  breaking::SchemaOptions options;
  options.mode = ModeOf(settings.mode);
  options.witnesses = settings.witnesses;
  options.explain_unknown = settings.explain_unknown;
  options.assert_formats = settings.assert_formats;
  if (!settings.dialect.empty()) {
    const auto dialect = schema::ParseDialect(settings.dialect);
    if (!dialect) {
      return base::UsageError(
          fmt::format("--dialect: '{}' is none that is known", settings.dialect));
    }
    options.dialect = *dialect;
  }
  if (const auto added = AddPolicies(settings, options); !added) {
    return added.error();
  }
  if (const auto added = AddLibraries(settings, options); !added) {
    return added.error();
  }
  auto selection = SelectRules(breaking::SchemaRules(), settings, "SCHEMA");
  if (!selection) {
    return selection.error();
  }
  options.rules = std::move(*selection);
  return options;
}

}  // namespace

base::Result<FamilyResult> CompareJsonSchemas(const std::string& before,
                                              const std::string& after,
                                              const BreakingSettings& settings,
                                              const conform::Consumers* consumers) {
  const auto options = ToSchemaOptions(settings);
  if (!options) {
    return options.error();
  }
  const bool all = settings.family == "schema";
  const auto new_side = SchemaSources::Open(after, all);
  if (!new_side) {
    return new_side.error();
  }
  const auto old_side = SchemaSources::Open(before, all);
  if (!old_side) {
    return old_side.error();
  }
  FamilyResult result;
  result.files_before = SizeOf(**old_side);
  result.files_after = SizeOf(**new_side);
  if (result.files_before + result.files_after == 0) {
    return result;
  }
  breaking::SchemaComparison comparison =
      breaking::CompareSchemas(**old_side, **new_side, *options);
  if (result.files_before > 0 && comparison.added > 0 && comparison.added == result.files_after) {
    result.notices.push_back(
        fmt::format("no schema of '{}' is in '{}': everything is new, so nothing in it can break",
                    after,
                    before));
  }
  result.findings = std::move(comparison.findings);
  if (consumers != nullptr) {
    consumers->JoinMessages(comparison.known, result.findings);
  }
  result.faults = std::move(comparison.faults);
  result.roots = {RootOf(**old_side), RootOf(**new_side)};
  result.compared = comparison.compared;
  result.unchanged = comparison.unchanged;
  return result;
}

}  // namespace accord::cli
