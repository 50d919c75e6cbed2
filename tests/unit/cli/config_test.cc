#include "cli/config.h"

#include <gmock/gmock.h>

#include "tests/unit/cli/run_cli.h"

namespace accord::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ConfigTest : public CliTest {
 protected:
  static VerifySettings Apply(const std::string& path = {}) {
    const auto config = LoadConfig(path);
    EXPECT_TRUE(config.ok());
    EXPECT_THAT(config->findings, IsEmpty());
    VerifySettings settings;
    ApplyConfig(*config, settings);
    return settings;
  }

  static finding::Finding OnlyComplaint() {
    const auto config = LoadConfig({});
    EXPECT_TRUE(config.ok());
    EXPECT_EQ(config->findings.size(), 1U);
    return config->findings.empty() ? finding::Finding() : config->findings.front();
  }
};

TEST_F(ConfigTest, WithoutAFileEverythingKeepsItsDefault) {
  const VerifySettings settings = Apply();
  EXPECT_THAT(settings.contracts, IsEmpty());
  EXPECT_EQ(settings.timeout, "30s");
  EXPECT_EQ(settings.jobs, 1U);
  EXPECT_TRUE(settings.teardown);
  EXPECT_EQ(settings.report.fail_on, "error");
}

TEST_F(ConfigTest, EverySettingIsTakenOver) {
  Write("accord.yaml", R"(
version: 1
failOn: warning
output: [{format: junit, file: out/report.xml}, {format: text}]
verify:
  contracts: [pacts, /abs/a.json, "http://broker/pact", "-"]
  providerUrl: http://localhost:8080
  provider: orders
  messageUrl: http://localhost:8080/messages
  headers: ["A: b"]
  states: {url: http://localhost:8080/states, headers: ["C: d"], asQuery: true, teardown: false}
  filter: {consumers: [web, app], description: ^a, state: exists$, withoutState: true}
  tls: {caFile: ca.pem, certificate: /abs/client.pem, key: client.key, insecure: true}
  timeout: 9s
  connectTimeout: 8s
  maxBody: 7MiB
  maxResponseTime: 600ms
  jobs: 5
  failFast: true
  allowEmpty: true
  match: {numbersByValue: true, oneToOneVariants: true}
  publish: {enabled: true, providerVersion: v1, providerBranch: main, buildUrl: http://ci/1}
)");
  const VerifySettings settings = Apply();
  EXPECT_EQ(settings.report.fail_on, "warning");
  ASSERT_EQ(settings.report.outputs.size(), 2U);
  EXPECT_EQ(settings.report.outputs[0].format, "junit");
  EXPECT_EQ(settings.report.outputs[0].file, "out/report.xml");
  EXPECT_EQ(settings.report.outputs[1].file, "");
  EXPECT_THAT(settings.contracts, ElementsAre("pacts", "/abs/a.json", "http://broker/pact", "-"));
  EXPECT_EQ(settings.provider_url, "http://localhost:8080");
  EXPECT_EQ(settings.provider, "orders");
  EXPECT_EQ(settings.message_url, "http://localhost:8080/messages");
  EXPECT_THAT(settings.headers, ElementsAre("A: b"));
  EXPECT_EQ(settings.state_change_url, "http://localhost:8080/states");
  EXPECT_THAT(settings.state_headers, ElementsAre("C: d"));
  EXPECT_TRUE(settings.state_as_query);
  EXPECT_FALSE(settings.teardown);
  EXPECT_THAT(settings.consumers, ElementsAre("web", "app"));
  EXPECT_EQ(settings.description, "^a");
  EXPECT_EQ(settings.state, "exists$");
  EXPECT_TRUE(settings.without_state);
  EXPECT_EQ(settings.ca_file, "ca.pem");
  EXPECT_EQ(settings.certificate, "/abs/client.pem");
  EXPECT_EQ(settings.key, "client.key");
  EXPECT_TRUE(settings.insecure);
  EXPECT_EQ(settings.timeout, "9s");
  EXPECT_EQ(settings.connect_timeout, "8s");
  EXPECT_EQ(settings.max_body, "7MiB");
  EXPECT_EQ(settings.max_response_time, "600ms");
  EXPECT_EQ(settings.jobs, 5U);
  EXPECT_TRUE(settings.fail_fast);
  EXPECT_TRUE(settings.allow_empty);
  EXPECT_TRUE(settings.numbers_by_value);
  EXPECT_TRUE(settings.one_to_one_variants);
  EXPECT_TRUE(settings.publish);
  EXPECT_EQ(settings.provider_version, "v1");
  EXPECT_EQ(settings.provider_branch, "main");
  EXPECT_EQ(settings.build_url, "http://ci/1");
}

TEST_F(ConfigTest, PathsAreRelativeToTheFile) {
  Write("settings/ci.yaml",
        "output: [{format: json, file: out.json}]\n"
        "verify: {contracts: [pacts, ../other/*.json], tls: {caFile: ca.pem}}\n");
  const VerifySettings settings = Apply("settings/ci.yaml");
  EXPECT_THAT(settings.contracts, ElementsAre("settings/pacts", "settings/../other/*.json"));
  EXPECT_EQ(settings.ca_file, "settings/ca.pem");
  EXPECT_EQ(settings.report.outputs.at(0).file, "settings/out.json");
}

TEST_F(ConfigTest, IsFoundInAFolderAbove) {
  Write("accord.yaml", "verify: {contracts: [pacts]}\n");
  Enter("services/orders");
  EXPECT_THAT(Apply().contracts, ElementsAre("../../pacts"));
}

TEST_F(ConfigTest, IsNotLookedForAboveTheRepository) {
  Write("accord.yaml", "verify: {contracts: [pacts]}\n");
  Write("repository/.git/HEAD", "");
  Enter("repository/src");
  EXPECT_THAT(Apply().contracts, IsEmpty());
}

TEST_F(ConfigTest, AnEmptyFileChangesNothing) {
  Write("accord.yaml", "verify: {}\n");
  EXPECT_EQ(Apply().timeout, "30s");
}

TEST_F(ConfigTest, UnknownKeyIsAComplaintWithItsPlace) {
  Write("accord.yaml", "verify:\n  contract: [pacts]\n");
  const finding::Finding complaint = OnlyComplaint();
  EXPECT_EQ(ToString(complaint.span), "accord.yaml:2:3");
  EXPECT_THAT(complaint.message, HasSubstr("contract"));
  EXPECT_EQ(complaint.severity, finding::Severity::kError);
}

TEST_F(ConfigTest, WrongTypeIsAComplaintWithItsPlace) {
  Write("accord.yaml", "verify:\n  jobs: many\n");
  EXPECT_EQ(ToString(OnlyComplaint().span), "accord.yaml:2:9");
}

TEST_F(ConfigTest, BrokenYamlIsAComplaint) {
  Write("accord.yaml", "verify: [\n");
  EXPECT_EQ(OnlyComplaint().rule->id, "syntax-error");
}

TEST_F(ConfigTest, NamedFileMustBeThere) {
  const auto config = LoadConfig("nowhere.yaml");
  ASSERT_FALSE(config.ok());
  EXPECT_EQ(config.error().kind, base::ErrorKind::kInput);
  EXPECT_THAT(config.error().message, HasSubstr("nowhere.yaml"));
}

}  // namespace
}  // namespace accord::cli
