#include <gmock/gmock.h>

#include "tests/unit/cli/run_cli.h"

namespace accord::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

TEST(Completion, EveryShellKnowsCommandsAndFlags) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const CliResult result = RunCli({"completion", shell});
    EXPECT_EQ(result.exit_code, 0) << shell;
    EXPECT_THAT(result.out,
                AllOf(HasSubstr("validate"), HasSubstr("state-change-url"), HasSubstr("max-body")))
        << shell;
  }
  EXPECT_THAT(RunCli({"completion", "zsh"}).out, StartsWith("#compdef accord\n"));
}

TEST(Completion, OtherShellsAreAUsageError) {
  const CliResult result = RunCli({"completion", "tcsh"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("tcsh"));
}

}  // namespace
}  // namespace accord::cli
