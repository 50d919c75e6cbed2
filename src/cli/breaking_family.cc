#include "cli/breaking_family.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "accord/base/clock.h"
#include "accord/base/strings.h"

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

base::Result<breaking::RuleSelection> SelectRules(std::span<const finding::RuleInfo* const> rules,
                                                  const BreakingSettings& settings,
                                                  std::string by_default) {
  std::vector<std::string> use = NamesKnownTo(rules, settings.use);
  if (use.empty()) {
    use.push_back(std::move(by_default));
  }
  return breaking::RuleSelection::Make(rules, use, NamesKnownTo(rules, settings.except));
}

bool IsJsonOrYaml(std::string_view name) {
  const std::string lower = base::ToLowerAscii(name);
  return lower.ends_with(".json") || lower.ends_with(".yaml") || lower.ends_with(".yml");
}

}  // namespace accord::cli
