#include "cli/verify_options.h"

#include <gmock/gmock.h>

#include "tests/unit/cli/run_cli.h"

namespace accord::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string ClientProblem(const VerifySettings& settings) {
  const auto options = ToClientOptions(settings);
  return options ? "" : options.error().message;
}

TEST(ClientOptions, TakeTimesSizesAndTls) {
  VerifySettings settings;
  settings.timeout = "2s";
  settings.connect_timeout = "300ms";
  settings.max_body = "2KiB";
  settings.jobs = 7;
  settings.ca_file = "ca";
  settings.insecure = true;
  const auto options = ToClientOptions(settings);
  ASSERT_TRUE(options.ok());
  EXPECT_EQ(options->timeout.count(), 2000);
  EXPECT_EQ(options->connect_timeout.count(), 300);
  EXPECT_EQ(options->max_body_bytes, 2048U);
  EXPECT_EQ(options->connections, 7U);
  EXPECT_EQ(options->tls.ca_file, "ca");
  EXPECT_TRUE(options->tls.insecure);
  EXPECT_FALSE(options->follow_redirects);
  EXPECT_THAT(options->user_agent, StartsWith("accord/"));
}

TEST(ClientOptions, DefaultsMakeSense) {
  EXPECT_EQ(ClientProblem({}), "");
}

TEST(ClientOptions, EveryBadValueNamesItsFlag) {
  EXPECT_EQ(ClientProblem({.timeout = "5"}), "--timeout: '5' must look like 250ms, 30s or 1m");
  EXPECT_THAT(ClientProblem({.connect_timeout = "x"}), HasSubstr("--connect-timeout: 'x'"));
  EXPECT_THAT(ClientProblem({.max_body = "big"}), HasSubstr("--max-body: 'big'"));
}

TEST(ClientOptions, NoTimeAtAllIsRefused) {
  EXPECT_THAT(ClientProblem({.timeout = "0s"}), HasSubstr("--timeout: '0s'"));
  EXPECT_THAT(ClientProblem({.connect_timeout = "0ms"}), HasSubstr("--connect-timeout: '0ms'"));
}

TEST(VerifyOptions, TakeEverythingOver) {
  VerifySettings settings;
  settings.consumers = {"a"};
  settings.without_state = true;
  settings.teardown = false;
  settings.jobs = 3;
  settings.fail_fast = true;
  settings.max_response_time = "2s";
  settings.numbers_by_value = true;
  settings.one_to_one_variants = true;
  const auto options = ToVerifyOptions(settings);
  ASSERT_TRUE(options.ok());
  EXPECT_EQ(options->filter.consumers, std::vector<std::string>{"a"});
  EXPECT_FALSE(options->filter.description.has_value());
  EXPECT_TRUE(options->filter.without_state);
  EXPECT_FALSE(options->teardown);
  EXPECT_EQ(options->jobs, 3U);
  EXPECT_TRUE(options->stop_on_failure);
  EXPECT_EQ(options->max_response_ms, 2000.0);
  EXPECT_TRUE(options->match.numbers_by_value);
  EXPECT_TRUE(options->match.one_to_one_variants);
}

TEST(VerifyOptions, BadValuesNameTheirFlag) {
  const auto problem = [](const VerifySettings& settings) {
    const auto options = ToVerifyOptions(settings);
    return options ? "" : options.error().message;
  };
  EXPECT_THAT(problem({.description = "("}), StartsWith("--description: "));
  EXPECT_THAT(problem({.state = "["}), StartsWith("--state: "));
  EXPECT_THAT(problem({.max_response_time = "1"}), HasSubstr("--max-response-time: '1'"));
}

}  // namespace
}  // namespace accord::cli
