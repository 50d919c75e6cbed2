#include <algorithm>
#include <string>

#include "accord/breaking/openapi.h"

#include "breaking/openapi/findings.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

using namespace accord;
using accord::fuzz::Require;

openapi::DescriptionPtr Read(std::string_view bytes) {
  const document::LoadResult loaded = document::Parse("fuzz", std::string(bytes));
  return loaded.ok() ? openapi::Load(loaded.document, {.uri = "file:///fuzz"}).description
                     : nullptr;
}

breaking::OpenApiOptions Options(breaking::OpenApiProfile profile) {
  breaking::OpenApiOptions options;
  options.profile = profile;
  options.rules = *breaking::RuleSelection::Make(breaking::OpenApiRules(), {"OPENAPI"}, {});
  options.today = "2026-01-15";
  options.limits = {.max_steps = 500, .max_automaton_states = 200, .max_differences = 5};
  return options;
}

}  // namespace

// A description in the first line, the rest is another: whatever differs has a rule and a message,
// and no description breaks itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = accord::fuzz::Text(data, size);
  const std::size_t line = bytes.find('\n');
  if (line == std::string_view::npos) {
    return 0;
  }
  const openapi::DescriptionPtr before = Read(bytes.substr(0, line));
  const openapi::DescriptionPtr after = Read(bytes.substr(line + 1));
  if (before == nullptr || after == nullptr) {
    return 0;
  }
  for (const auto profile :
       {breaking::OpenApiProfile::kStrict, breaking::OpenApiProfile::kOasdiff}) {
    const breaking::OpenApiOptions options = Options(profile);
    for (const finding::Finding& finding :
         breaking::api::FindingsBetween(*before, *after, options)) {
      Require(finding.rule != nullptr && !finding.message.empty(), "a finding says what it is");
    }
    const auto same = breaking::api::FindingsBetween(*after, *after, options);
    Require(std::ranges::none_of(same,
                                 [](const finding::Finding& finding) {
                                   return finding.severity == finding::Severity::kError;
                                 }),
            "a description does not break itself");
  }
  return 0;
}
