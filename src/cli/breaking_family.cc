#include "cli/breaking_family.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "accord/base/clock.h"
#include "accord/base/strings.h"
#include "accord/breaking/policy.h"

namespace accord::cli {

std::vector<Family> FamiliesOf(const BreakingSettings& settings) {
  static constexpr std::array kFamilies{
      Family{.name = "proto", .what = ".proto files", .compare = CompareProtoFiles},
      Family{.name = "openapi", .what = "OpenAPI documents", .compare = CompareOpenApiDocuments},
      Family{.name = "schema", .what = "JSON Schema documents", .compare = CompareJsonSchemas}};
  const std::string wanted = settings.compat == "buf" ? "proto" : settings.family;
  std::vector<Family> families;
  for (const Family& family : kFamilies) {
    if (wanted.empty() || wanted == family.name) {
      families.push_back(family);
    }
  }
  return families;
}

std::string Today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(base::Clock::System().Now());
  return fmt::format("{:%Y-%m-%d}", fmt::gmtime(now));
}

std::vector<std::string> NamesKnownTo(std::span<const finding::RuleInfo* const> rules,
                                      const std::vector<std::string>& names) {
  std::vector<std::string> known;
  std::ranges::copy_if(names, std::back_inserter(known), [rules](const std::string& name) {
    return breaking::RuleSelection::Make(rules, {name}, {}).ok();
  });
  return known;
}

bool IsJsonOrYaml(std::string_view name) {
  const std::string lower = base::ToLowerAscii(name);
  return lower.ends_with(".json") || lower.ends_with(".yaml") || lower.ends_with(".yml");
}

}  // namespace accord::cli
