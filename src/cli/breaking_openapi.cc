#include <utility>

#include <fmt/format.h>

#include "accord/breaking/openapi.h"

#include "cli/breaking_family.h"

namespace accord::cli {
namespace {

using breaking::OpenApiSources;

std::optional<int> Days(std::size_t days) {
  return days > 0 ? std::optional(static_cast<int>(days)) : std::nullopt;
}

base::Result<breaking::OpenApiOptions> ToOpenApiOptions(const BreakingSettings& settings) {
  breaking::OpenApiOptions options;
  options.profile = settings.profile == "oasdiff" ? breaking::OpenApiProfile::kOasdiff
                                                  : breaking::OpenApiProfile::kStrict;
  options.witnesses = settings.witnesses;
  options.explain_unknown = settings.explain_unknown;
  options.today = Today();
  options.deprecation_days_beta = Days(settings.deprecation_days_beta);
  options.deprecation_days_stable = Days(settings.deprecation_days_stable);
  options.stability_level = settings.stability_level;
  auto selection = SelectRules(breaking::OpenApiRules(), settings, "OPENAPI");
  if (!selection) {
    return selection.error();
  }
  options.rules = std::move(*selection);
  return options;
}

std::vector<openapi::DescriptionPtr> DescriptionsOf(const OpenApiSources& sources) {
  std::vector<openapi::DescriptionPtr> descriptions;
  for (const OpenApiSources::Entry& entry : sources.entries()) {
    descriptions.push_back(entry.description);
  }
  return descriptions;
}

}  // namespace

base::Result<FamilyResult> CompareOpenApiDocuments(const std::string& before,
                                                   const std::string& after,
                                                   const BreakingSettings& settings,
                                                   const conform::Consumers* consumers) {
  auto options = ToOpenApiOptions(settings);
  if (!options) {
    return options.error();
  }
  options->touches = consumers != nullptr;
  const auto new_side = OpenApiSources::Open(after);
  if (!new_side) {
    return new_side.error();
  }
  const auto old_side = OpenApiSources::Open(before);
  if (!old_side) {
    return old_side.error();
  }
  FamilyResult result;
  result.files_before = SizeOf(**old_side);
  result.files_after = SizeOf(**new_side);
  if (result.files_before + result.files_after == 0) {
    return result;
  }
  breaking::OpenApiComparison comparison =
      breaking::CompareOpenApi(**old_side, **new_side, *options);
  if (result.files_before > 0 && comparison.added > 0 && comparison.added == result.files_after) {
    result.notices.push_back(fmt::format(
        "no OpenAPI document of '{}' is in '{}': everything is new, so nothing in it can break",
        after,
        before));
  }
  result.findings = std::move(comparison.findings);
  if (consumers != nullptr) {
    consumers->JoinApi(DescriptionsOf(**old_side), result.findings);
  }
  result.faults = std::move(comparison.faults);
  result.roots = {RootOf(**old_side), RootOf(**new_side)};
  result.compared = comparison.compared;
  result.unchanged = comparison.unchanged;
  return result;
}

}  // namespace accord::cli
