#include "cli/app.h"

#include <gmock/gmock.h>

#include "tests/unit/cli/run_cli.h"

namespace accord::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(App, WithoutACommandItShowsTheHelpAndFails) {
  const CliResult result = RunCli({});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(result.err, HasSubstr("Exit codes:"));
}

TEST(App, HelpGoesToStandardOutput) {
  const CliResult result = RunCli({"--help"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, IsEmpty());
  for (const char* command : {"verify", "validate", "rules", "init", "completion"}) {
    EXPECT_THAT(result.out, HasSubstr(command));
  }
}

TEST(App, EveryCommandHasItsOwnHelp) {
  for (const char* command : {"verify", "validate", "rules", "init", "completion"}) {
    const CliResult result = RunCli({command, "--help"});
    EXPECT_EQ(result.exit_code, 0) << command;
    EXPECT_THAT(result.out, HasSubstr(std::string("accord ") + command));
  }
}

TEST(App, Version) {
  EXPECT_THAT(RunCli({"--version"}).out, StartsWith("accord "));
}

TEST(App, NearestCommandIsSuggested) {
  const CliResult result = RunCli({"valdiate", "a.json"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err,
              AllOf(HasSubstr("did you mean 'validate'?"), HasSubstr("see 'accord --help'")));
}

TEST(App, NearestFlagIsSuggested) {
  EXPECT_THAT(
      RunCli({"verify", "--provider-ulr=http://x", "a"}).err,
      AllOf(HasSubstr("did you mean '--provider-url'?"), HasSubstr("see 'accord verify --help'")));
}

TEST(App, NothingIsSuggestedWhenNothingIsNear) {
  const CliResult result = RunCli({"verify", "--something-quite-different"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, Not(HasSubstr("did you mean")));
}

TEST(App, FlagWithoutItsValueIsAUsageError) {
  const CliResult result = RunCli({"verify", "a.json", "--provider-url"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("--provider-url"));
}

TEST(App, ValueOutOfRangeIsAUsageError) {
  for (const char* jobs : {"0", "257", "many", "-1"}) {
    EXPECT_EQ(RunCli({"verify", "--jobs", jobs, "a.json"}).exit_code, 2) << jobs;
  }
}

}  // namespace
}  // namespace accord::cli
