#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "accord/breaking/openapi.h"
#include "accord/document/document.h"
#include "accord/document/input.h"

#include "breaking/openapi/findings.h"
#include "tests/conformance/openapi_breaking_verdict/properties.h"
#include "tests/support/conformance.h"
#include "tests/support/tally.h"

namespace accord::breaking::test {
namespace {

namespace fs = std::filesystem;
using finding::Finding;
using finding::Severity;

document::DocumentPtr Load(const fs::path& file) {
  const auto bytes = document::ReadFile(file.string(), 1U << 26U);
  EXPECT_TRUE(bytes.ok()) << file;
  return bytes.ok() ? document::Parse(file.string(), *bytes).document : nullptr;
}

std::vector<Finding> Compare(const fs::path& folder) {
  OpenApiOptions options;
  options.rules = *RuleSelection::Make(OpenApiRules(), {"OPENAPI"}, {});
  options.today = "2026-01-15";
  options.version_policy = false;
  const auto load = [&folder](const std::string& name) {
    const fs::path json = folder / (name + ".json");
    const document::DocumentPtr document =
        Load(fs::exists(json) ? json : folder / (name + ".yaml"));
    return document ? openapi::Load(document, {}).description : nullptr;
  };
  const openapi::DescriptionPtr before = load("base");
  const openapi::DescriptionPtr after = load("revision");
  EXPECT_TRUE(before && after) << folder;
  return before && after ? api::FindingsBetween(*before, *after, options) : std::vector<Finding>{};
}

/// Our severity as openapi-diff sets it: by the property of the case where it is about that.
Severity Weigh(const Finding& finding, const std::string& property, bool enabled) {
  const std::string_view rule = finding.rule->id;
  if (IsAbout(rule, property)) {
    return enabled ? Severity::kError : Severity::kInfo;
  }
  if (NeverBreaks(rule)) {
    return Severity::kInfo;
  }
  return AlwaysBreaks(rule) ? Severity::kError : finding.severity;
}

bool IsOfEndpoint(const Finding& finding) {
  return finding.element.find(" /") != std::string::npos;
}

bool Agrees(const std::string& verdict,
            const std::vector<Finding>& findings,
            const std::string& property,
            bool enabled) {
  const bool broken = std::ranges::any_of(findings, [&](const Finding& finding) {
    return Weigh(finding, property, enabled) == Severity::kError;
  });
  const bool changed = !findings.empty();
  if (verdict == "unchanged") {
    return !changed;
  }
  if (verdict == "no-endpoint-change") {
    return std::ranges::none_of(findings, IsOfEndpoint);
  }
  if (verdict == "compatible-or-unchanged") {
    return !broken;
  }
  if (verdict == "compatible") {
    return changed && !broken;
  }
  return verdict == "incompatible" ? broken : verdict == "changed" && changed;
}

std::string Show(const std::string& verdict, const std::vector<Finding>& findings) {
  std::string text = "  expected: " + verdict + "\n";
  for (const Finding& finding : findings) {
    text +=
        fmt::format("  {} {} {}\n", ToString(finding.severity), finding.rule->id, finding.element);
  }
  return text;
}

void RunCase(const fs::path& folder, accord::test::Tally& tally) {
  const std::string name = folder.filename().string();
  const document::DocumentPtr expected = Load(folder / "expected.json");
  ASSERT_TRUE(expected) << name;
  const auto text = [&](std::string_view key) {
    const document::Node* node = expected->root().Find(key);
    return node == nullptr ? std::string() : std::string(node->text());
  };
  const std::vector<Finding> findings = Compare(folder);
  const std::string property = text("property");
  const std::string verdict = text("verdict");
  const std::string otherwise = text("when_property_disabled");
  const bool agrees = Agrees(verdict, findings, property, true) &&
                      (otherwise.empty() || Agrees(otherwise, findings, property, false));
  tally.Count(name, agrees, Show(verdict, findings));
}

TEST(OpenApiBreakingVerdict, Corpus) {
  const std::optional<fs::path> corpus = accord::test::ConformanceDir("openapi-breaking-verdict");
  if (!corpus) {
    GTEST_SKIP() << "the openapi-breaking-verdict corpus is not there";
  }
  std::vector<fs::path> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(*corpus)) {
    if (fs::exists(entry.path() / "expected.json")) {
      folders.push_back(entry.path());
    }
  }
  std::sort(folders.begin(), folders.end());
  accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
  for (const fs::path& folder : folders) {
    RunCase(folder, tally);
  }
  tally.Print("openapi-breaking-verdict");
  EXPECT_GE(tally.share(), 0.95);
}

}  // namespace
}  // namespace accord::breaking::test
