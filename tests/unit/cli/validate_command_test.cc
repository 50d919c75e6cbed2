#include <gmock/gmock.h>

#include "tests/unit/cli/run_cli.h"

namespace accord::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

using ValidateTest = CliTest;

TEST_F(ValidateTest, ExitCodes) {
  Write("good.json", ContractOf("a", {"/"}));
  Write("wrong.json", R"({"interactions": [5]})");
  Write("broken.json", "{");
  EXPECT_EQ(RunCli({"validate", "good.json"}).exit_code, 0);
  EXPECT_EQ(RunCli({"validate", "good.json", "wrong.json"}).exit_code, 1);
  EXPECT_EQ(RunCli({"validate"}).exit_code, 2);
  EXPECT_EQ(RunCli({"validate", "wrong.json", "broken.json"}).exit_code, 3);
  EXPECT_EQ(RunCli({"validate", "nowhere.json"}).exit_code, 3);
}

TEST_F(ValidateTest, FindingsStandWithTheirContract) {
  Write("good.json", ContractOf("a", {"/"}));
  Write("wrong.json",
        R"({"consumer": {"name": "b"}, "provider": {"name": "orders"}, "interactions": [5]})");
  const CliResult result = RunCli({"validate", "good.json", "wrong.json"});
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("✓ good.json"),
                    HasSubstr("✗ wrong.json"),
                    HasSubstr("1) b → orders: wrong.json"),
                    Not(HasSubstr("about the inputs"))));
}

TEST_F(ValidateTest, RulesThatCannotWorkAreFound) {
  Write("a.json", R"({"interactions": [{"request": {"path": "/"},
 "response": {"body": {"id": "1"},
  "matchingRules": {"body": {"$.id": {"matchers": [{"match": "regex", "regex": "("}]}}}}}]})");
  const CliResult result = RunCli({"validate", "a.json"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out, HasSubstr("[invalid-rule-regex]"));
}

TEST_F(ValidateTest, WarningsFailOnlyWhenAsked) {
  Write("a.json", R"({"interactions": [], "interactions": []})");
  EXPECT_EQ(RunCli({"validate", "a.json"}).exit_code, 0);
  EXPECT_EQ(RunCli({"validate", "--fail-on", "warning", "a.json"}).exit_code, 1);
}

}  // namespace
}  // namespace accord::cli
