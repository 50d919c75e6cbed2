#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/breaking/openapi.h"
#include "accord/document/document.h"

#include "breaking/openapi/findings.h"
#include "breaking/openapi/rules.h"
#include "tests/rules/openapi_case.h"

namespace accord::breaking::test {
namespace {

namespace fs = std::filesystem;
using finding::Finding;
using finding::RuleInfo;

const std::vector<OpenApiCase>& AllCases() {
  static const std::vector<OpenApiCase> all_cases = [] {
    std::vector<OpenApiCase> all;
    for (const auto& entry : fs::directory_iterator(ACCORD_OPENAPI_RULE_CASES)) {
      std::ranges::move(ReadOpenApiCases(entry.path()), std::back_inserter(all));
    }
    return all;
  }();
  return all_cases;
}

std::vector<OpenApiCase> CasesOf(const RuleInfo& rule) {
  std::vector<OpenApiCase> cases;
  std::ranges::copy_if(AllCases(), std::back_inserter(cases), [&rule](const OpenApiCase& test) {
    return test.rule == rule.id;
  });
  return cases;
}

openapi::DescriptionPtr Load(const OpenApiCase& test, const std::string& fragment) {
  const document::LoadResult loaded = document::Parse("api.yaml", test.Document(fragment));
  EXPECT_TRUE(loaded.ok()) << test.Document(fragment);
  return loaded.ok() ? openapi::Load(loaded.document, {}).description : nullptr;
}

std::vector<Finding> Compare(const OpenApiCase& test,
                             const std::string& before,
                             const std::string& after) {
  OpenApiOptions options;
  options.rules = *RuleSelection::Make(OpenApiRules(), {"OPENAPI"}, {});
  options.today = "2026-01-15";
  options.profile = test.profile == "oasdiff" ? OpenApiProfile::kOasdiff : OpenApiProfile::kStrict;
  if (test.days > 0) {
    options.deprecation_days_stable = test.days;
  }
  const openapi::DescriptionPtr old_one = Load(test, before);
  const openapi::DescriptionPtr new_one = Load(test, after);
  EXPECT_TRUE(old_one && new_one);
  return old_one && new_one ? api::FindingsBetween(*old_one, *new_one, options)
                            : std::vector<Finding>{};
}

std::vector<std::string_view> IdsOf(const std::vector<Finding>& findings) {
  std::vector<std::string_view> ids;
  ids.reserve(findings.size());
  for (const Finding& finding : findings) {
    ids.push_back(finding.rule->id);
  }
  return ids;
}

class OpenApiRule : public testing::TestWithParam<const RuleInfo*> {};

TEST_P(OpenApiRule, CasesHold) {
  const RuleInfo& rule = *GetParam();
  if (&rule == &api::kDocumentRemoved) {
    GTEST_SKIP() << "about several documents: tests/cli/breaking/fail_openapi_several";
  }
  const std::vector<OpenApiCase> cases = CasesOf(rule);
  EXPECT_FALSE(cases.empty());
  for (const OpenApiCase& test : cases) {
    const std::vector<Finding> findings = Compare(test, test.before, test.after);
    const auto ours = std::ranges::find(findings, &rule, &Finding::rule);
    ASSERT_NE(ours, findings.end()) << testing::PrintToString(IdsOf(findings));
    EXPECT_TRUE(ours->span.known() || ours->previous.known());
    EXPECT_FALSE(ours->element.empty());
    EXPECT_TRUE(ours->message.ends_with('.')) << ours->message;
    EXPECT_THAT(IdsOf(Compare(test, test.before, test.ok)),
                testing::Not(testing::Contains(rule.id)));
  }
}

TEST_P(OpenApiRule, TheWayBackHasANameToo) {
  for (const OpenApiCase& test : CasesOf(*GetParam())) {
    ASSERT_FALSE(test.mirror.empty());
    if (!test.mirror.starts_with('-')) {
      EXPECT_THAT(IdsOf(Compare(test, test.after, test.before)), testing::Contains(test.mirror));
    }
  }
}

TEST_P(OpenApiRule, IsExplained) {
  const RuleInfo& rule = *GetParam();
  EXPECT_FALSE(rule.summary.empty());
  EXPECT_FALSE(rule.explanation.empty());
  EXPECT_FALSE(rule.remedy.empty());
  EXPECT_FALSE(rule.breaks.empty());
  EXPECT_TRUE(rule.categories.starts_with("OPENAPI"));
  bool changes = false;
  std::istringstream example{std::string(rule.example)};
  for (std::string line; std::getline(example, line);) {
    ASSERT_FALSE(line.empty());
    EXPECT_TRUE(line.front() == ' ' || line.front() == '-' || line.front() == '+') << line;
    changes = changes || line.front() != ' ';
  }
  EXPECT_TRUE(changes) << "the example is a change";
}

INSTANTIATE_TEST_SUITE_P(All,
                         OpenApiRule,
                         testing::ValuesIn(api::DocumentRules().begin(),
                                           api::DocumentRules().end()),
                         [](const auto& test) {
                           std::string name(test.param->id);
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(OpenApiRules, IdsAreUnique) {
  std::set<std::string_view> ids;
  for (const RuleInfo* rule : OpenApiRules()) {
    EXPECT_TRUE(ids.insert(rule->id).second) << rule->id;
  }
}

TEST(OpenApiRules, NoCaseWithoutARule) {
  std::set<std::string_view> ids;
  for (const RuleInfo* rule : api::DocumentRules()) {
    ids.insert(rule->id);
  }
  for (const OpenApiCase& test : AllCases()) {
    EXPECT_EQ(ids.count(test.rule), 1U) << test.rule;
  }
}

}  // namespace
}  // namespace accord::breaking::test
