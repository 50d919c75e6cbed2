#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/rules/proto_case.h"
#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

namespace fs = std::filesystem;
using finding::RuleInfo;

struct Cases {
  std::vector<fs::path> breaks;
  std::vector<fs::path> ok;
};

Cases CasesOf(const RuleInfo& rule) {
  Cases cases;
  const fs::path folder = fs::path(ACCORD_RULE_CASES) / std::string(rule.id);
  if (!fs::is_directory(folder)) {
    return cases;
  }
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    EXPECT_EQ(entry.path().extension(), ".case") << entry.path();
    EXPECT_TRUE(name.starts_with("breaks") || name.starts_with("ok")) << entry.path();
    (name.starts_with("ok") ? cases.ok : cases.breaks).push_back(entry.path());
  }
  return cases;
}

/// Waivers by what they are for (`cases FIELD_SAME_CTYPE`), each with its reason.
std::map<std::string, std::string> ReadWaivers() {
  std::map<std::string, std::string> waivers;
  std::ifstream file(fs::path(ACCORD_RULE_CASES) / "waivers.txt");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') {
      continue;
    }
    const std::size_t colon = line.find(": ");
    const bool whole = colon != std::string::npos && colon + 2 < line.size();
    EXPECT_TRUE(whole) << "a waiver has a reason: " << line;
    if (whole) {
      EXPECT_TRUE(waivers.emplace(line.substr(0, colon), line.substr(colon + 2)).second) << line;
    }
  }
  return waivers;
}

bool Waived(const std::string& demand, const RuleInfo& rule) {
  static const std::map<std::string, std::string> kWaivers = ReadWaivers();
  return kWaivers.count(demand + " " + std::string(rule.id)) != 0;
}

std::set<std::string> RuleIds() {
  std::set<std::string> ids;
  for (const RuleInfo* rule : ProtoRules()) {
    ids.insert(std::string(rule->id));
  }
  return ids;
}

class ProtoRule : public testing::TestWithParam<const RuleInfo*> {};

void RunCase(const RuleInfo& rule, const fs::path& path, bool breaks) {
  SCOPED_TRACE(path.filename().string());
  const ProtoCase test = ReadProtoCase(path);
  ASSERT_EQ(test.fault, "");
  EXPECT_EQ(!test.expect.empty(), breaks) << "the name of a case says whether it expects findings";
  for (const bool like_buf : {true, false}) {
    if (test.mode.empty() || test.mode == (like_buf ? "buf" : "ours")) {
      EXPECT_THAT(FindingLines(test.before, test.after, {{std::string(rule.id)}, like_buf}),
                  testing::ElementsAreArray(test.expect))
          << (like_buf ? "mode: buf" : "mode: ours");
    }
  }
}

TEST_P(ProtoRule, CasesHold) {
  const RuleInfo& rule = *GetParam();
  const Cases cases = CasesOf(rule);
  for (const fs::path& path : cases.breaks) {
    RunCase(rule, path, true);
  }
  for (const fs::path& path : cases.ok) {
    RunCase(rule, path, false);
  }
}

TEST_P(ProtoRule, HasCases) {
  const RuleInfo& rule = *GetParam();
  const Cases cases = CasesOf(rule);
  const bool waived = Waived("cases", rule);
  EXPECT_NE(cases.breaks.empty() || cases.ok.empty(), !waived)
      << "a case of each kind, or a waiver, but not both";
}

TEST_P(ProtoRule, IsExplained) {
  const RuleInfo& rule = *GetParam();
  EXPECT_FALSE(rule.summary.empty());
  EXPECT_FALSE(rule.explanation.empty());
  if (!rule.replaced_by.empty() || Waived("texts", rule)) {
    return;
  }
  EXPECT_FALSE(rule.remedy.empty());
  EXPECT_FALSE(rule.breaks.empty());
  EXPECT_NE(rule.categories.empty(),
            ReadWaivers().count("categories " + std::string(rule.id)) == 0);
  bool changes = false;
  std::istringstream example{std::string(rule.example)};
  for (std::string line; std::getline(example, line);) {
    ASSERT_FALSE(line.empty());
    EXPECT_TRUE(line.front() == ' ' || line.front() == '-' || line.front() == '+') << line;
    changes = changes || line.front() != ' ';
  }
  EXPECT_TRUE(changes) << "the example is a change";
}

TEST_P(ProtoRule, HasAMirrorOrAReasonForNone) {
  const RuleInfo& rule = *GetParam();
  const std::string id(rule.id);
  // Rules of these names judge both ways; for others the change in reverse needs a word.
  const bool both_ways = id.find("_SAME_") != std::string::npos ||
                         id.find("_COMPATIBLE_") != std::string::npos || !rule.replaced_by.empty();
  EXPECT_NE(both_ways, Waived("mirror", rule)) << "`mirror " << id << ": …` in waivers.txt";
}

INSTANTIATE_TEST_SUITE_P(All,
                         ProtoRule,
                         testing::ValuesIn(ProtoRules().begin(), ProtoRules().end()),
                         [](const auto& test) { return std::string(test.param->id); });

TEST(ProtoRules, IdsAreUnique) {
  EXPECT_EQ(RuleIds().size(), ProtoRules().size());
}

TEST(ProtoRules, ReplacementsAreRules) {
  const std::set<std::string> ids = RuleIds();
  for (const RuleInfo* rule : ProtoRules()) {
    std::istringstream names{std::string(rule->replaced_by)};
    for (std::string name; names >> name;) {
      EXPECT_EQ(ids.count(name), 1U) << rule->id << " is replaced by " << name;
    }
  }
}

TEST(ProtoRules, NoFolderWithoutARule) {
  const std::set<std::string> ids = RuleIds();
  for (const auto& entry : fs::directory_iterator(ACCORD_RULE_CASES)) {
    if (entry.is_directory()) {
      EXPECT_EQ(ids.count(entry.path().filename().string()), 1U) << entry.path();
    }
  }
}

TEST(ProtoRules, NoWaiverWithoutARule) {
  const std::set<std::string> ids = RuleIds();
  for (const auto& [what, reason] : ReadWaivers()) {
    EXPECT_EQ(ids.count(what.substr(what.find(' ') + 1)), 1U) << what;
  }
}

}  // namespace
}  // namespace accord::breaking
