#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "accord/breaking/schema.h"

namespace accord::breaking {
namespace {

namespace fs = std::filesystem;
using finding::RuleInfo;

/// Two versions of a schema and what one rule says of them:
///
///     # why the case is there
///     mode: backward
///     -- old --
///     …
///     -- new --
///     …
///     -- expect --
///     $.items[*].id
struct SchemaCase {
  std::string mode;
  std::map<std::string, std::string> texts;
  std::vector<std::string> expect;
};

SchemaCase ReadCase(const fs::path& path) {
  SchemaCase out;
  std::ifstream file(path);
  std::string section;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("-- ") && line.ends_with(" --")) {
      section = line.substr(3, line.size() - 6);
    } else if (section.empty() && line.starts_with("mode: ")) {
      out.mode = line.substr(6);
    } else if (section == "expect" && !line.empty()) {
      out.expect.push_back(line);
    } else {
      out.texts[section] += line + "\n";
    }
  }
  return out;
}

SchemaMode ModeOf(const std::string& name) {
  if (name == "forward") {
    return SchemaMode::kForward;
  }
  return name == "full" ? SchemaMode::kFull : SchemaMode::kBackward;
}

class SchemaRule : public testing::TestWithParam<const RuleInfo*> {
 protected:
  void SetUp() override {
    std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    std::ranges::replace(name, '/', '_');
    folder_ = fs::temp_directory_path() / ("accord-rules-" + name + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::vector<finding::Finding> Compare(const SchemaCase& test) {
    SchemaOptions options;
    options.mode = ModeOf(test.mode);
    options.rules = *RuleSelection::Make(SchemaRules(), {"SCHEMA"}, {});
    SchemaComparison comparison = CompareSchemas(
        *Open("old.json", test.texts.at("old")), *Open("new.json", test.texts.at("new")), options);
    EXPECT_THAT(comparison.faults, testing::IsEmpty());
    return std::move(comparison.findings);
  }

 private:
  std::shared_ptr<const SchemaSources> Open(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
    return *SchemaSources::Open((folder_ / name).string(), true);
  }

  fs::path folder_;
};

TEST_P(SchemaRule, CasesHold) {
  const RuleInfo& rule = *GetParam();
  const fs::path folder = fs::path(ACCORD_SCHEMA_RULE_CASES) / std::string(rule.id);
  std::set<std::string> kinds;
  if (!fs::is_directory(folder)) {
    GTEST_SKIP() << "no case: see waivers.txt";
  }
  for (const auto& entry : fs::directory_iterator(folder)) {
    SCOPED_TRACE(entry.path().filename().string());
    const SchemaCase test = ReadCase(entry.path());
    kinds.insert(test.expect.empty() ? "ok" : "breaks");
    std::vector<std::string> elements;
    for (const finding::Finding& finding : Compare(test)) {
      const bool ours = finding.rule == &rule;
      const bool remark = finding.severity != finding::Severity::kError;
      EXPECT_TRUE(ours || remark || !test.expect.empty()) << finding.message;
      if (ours) {
        elements.push_back(finding.element);
        EXPECT_TRUE(finding.span.known());
        EXPECT_TRUE(finding.previous.known());
        EXPECT_TRUE(remark || !finding.witnesses.empty()) << "nothing breaks without an example";
      }
    }
    EXPECT_THAT(elements, testing::ElementsAreArray(test.expect));
  }
  EXPECT_THAT(kinds, testing::ElementsAre("breaks", "ok"));
}

TEST_P(SchemaRule, HasCasesOrAReasonForNone) {
  const std::string id(GetParam()->id);
  std::ifstream file(fs::path(ACCORD_SCHEMA_RULE_CASES) / "waivers.txt");
  bool waived = false;
  for (std::string line; std::getline(file, line);) {
    waived |= line.starts_with(id + ": ");
  }
  EXPECT_NE(fs::is_directory(fs::path(ACCORD_SCHEMA_RULE_CASES) / id), waived);
}

TEST_P(SchemaRule, IsExplained) {
  const RuleInfo& rule = *GetParam();
  EXPECT_FALSE(rule.summary.empty());
  EXPECT_FALSE(rule.explanation.empty());
  EXPECT_FALSE(rule.remedy.empty());
  EXPECT_FALSE(rule.breaks.empty());
  EXPECT_FALSE(rule.categories.empty());
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
                         SchemaRule,
                         testing::ValuesIn(SchemaRules().begin(), SchemaRules().end()),
                         [](const auto& test) {
                           std::string name(test.param->id);
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(SchemaRules, IdsAreUnique) {
  std::set<std::string_view> ids;
  for (const RuleInfo* rule : SchemaRules()) {
    EXPECT_TRUE(ids.insert(rule->id).second) << rule->id;
  }
}

TEST(SchemaRules, NoFolderWithoutARule) {
  std::set<std::string> ids;
  for (const RuleInfo* rule : SchemaRules()) {
    ids.insert(std::string(rule->id));
  }
  for (const auto& entry : fs::directory_iterator(ACCORD_SCHEMA_RULE_CASES)) {
    if (entry.is_directory()) {
      EXPECT_EQ(ids.count(entry.path().filename().string()), 1U) << entry.path();
    }
  }
}

}  // namespace
}  // namespace accord::breaking
