#include <set>

#include <gmock/gmock.h>

#include "cli/rules.h"
#include "tests/unit/cli/run_cli.h"

namespace accord::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(AllRules, AreCompleteAndUnique) {
  std::set<std::string_view> ids;
  for (const finding::RuleInfo* rule : AllRules()) {
    EXPECT_TRUE(ids.insert(rule->id).second) << rule->id;
    EXPECT_THAT(rule->summary, Not(IsEmpty())) << rule->id;
    EXPECT_GT(rule->explanation.size(), 40U) << rule->id;
  }
  EXPECT_GT(ids.size(), 30U);
}

TEST(RulesCommand, ListsEveryRule) {
  const CliResult result = RunCli({"rules"});
  EXPECT_EQ(result.exit_code, 0);
  for (const finding::RuleInfo* rule : AllRules()) {
    EXPECT_THAT(result.out, HasSubstr(std::string(rule->id) + " "));
  }
}

TEST(RulesCommand, ExplainsOneWithinEightyColumns) {
  for (const finding::RuleInfo* rule : AllRules()) {
    const CliResult result = RunCli({"rules", std::string(rule->id)});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.out, Not(HasSubstr("..\n"))) << rule->id;
    const std::string explanation = result.out.substr(result.out.find("\n\n") + 2);
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = explanation.find('\n', begin)) != std::string::npos;
         begin = end + 1) {
      EXPECT_LE(end - begin, 80U) << rule->id;
    }
  }
}

TEST(RulesCommand, UnknownRuleNamesTheNearest) {
  const CliResult result = RunCli({"rules", "response-body-missmatch"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("did you mean 'response-body-mismatch'?"));
}

}  // namespace
}  // namespace accord::cli
