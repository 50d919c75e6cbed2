#include <gmock/gmock.h>

#include "cli/config.h"
#include "tests/unit/cli/run_cli.h"

namespace accord::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using InitTest = CliTest;

TEST_F(InitTest, WritesAConfigurationThatLoads) {
  EXPECT_EQ(RunCli({"init"}).exit_code, 0);
  const auto config = LoadConfig({});
  ASSERT_TRUE(config.ok());
  EXPECT_THAT(config->findings, IsEmpty());
  VerifySettings settings;
  ApplyConfig(*config, settings);
  EXPECT_THAT(settings.contracts, ElementsAre("pacts"));
}

TEST_F(InitTest, NeverOverwritesUnasked) {
  Write("accord.yaml", "version: 1\n");
  const CliResult refused = RunCli({"init"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("--force"));
  EXPECT_EQ(Read("accord.yaml"), "version: 1\n");
  EXPECT_EQ(RunCli({"init", "--force"}).exit_code, 0);
  EXPECT_THAT(Read("accord.yaml"), HasSubstr("providerUrl"));
}

}  // namespace
}  // namespace accord::cli
