#include <memory>

#include <gmock/gmock.h>

#include "accord/net/http_server.h"

#include "tests/unit/cli/run_cli.h"

namespace accord::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A provider on the loopback interface that answers 200 to every path below /good.
class VerifyTest : public CliTest {
 protected:
  VerifyTest() {
    auto server = net::HttpServer::Start({}, [](const net::ServerRequest& request) {
      return net::ServerResponse{.status = request.target.starts_with("/good") ? 200 : 500};
    });
    EXPECT_TRUE(server.ok());
    server_ = std::move(*server);
  }

  /// `accord verify` against the provider.
  CliResult Verify(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"verify", "--provider-url", server_->url()});
    return RunCli(arguments);
  }

  std::string url() const { return server_->url(); }

 private:
  std::unique_ptr<net::HttpServer> server_;
};

constexpr const char* kNobody = "http://127.0.0.1:1";

TEST_F(VerifyTest, CleanAndBroken) {
  Write("good.json", ContractOf("a", {"/good"}));
  Write("bad.json", ContractOf("b", {"/good", "/bad"}));
  EXPECT_EQ(Verify({"good.json"}).exit_code, 0);
  const CliResult result = Verify({"good.json", "bad.json"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out, HasSubstr("3 interactions: 2 passed, 1 failed"));
  EXPECT_THAT(result.err, IsEmpty());
}

TEST_F(VerifyTest, UnreadableInputsGoAfterBrokenContractsAndBeforeTheEnvironment) {
  Write("good.json", ContractOf("a", {"/good"}));
  Write("bad.json", ContractOf("b", {"/bad"}));
  EXPECT_EQ(Verify({"good.json", "nowhere.json"}).exit_code, 3);
  EXPECT_EQ(Verify({"bad.json", "nowhere.json"}).exit_code, 1);
  EXPECT_EQ(RunCli({"verify", "--provider-url", kNobody, "good.json"}).exit_code, 4);
  EXPECT_EQ(RunCli({"verify", "--provider-url", kNobody, "good.json", "nowhere.json"}).exit_code,
            3);
}

TEST_F(VerifyTest, FindingsAboutAContractFailARunThatPassed) {
  Write("a.json", R"({"interactions": [5, {"request": {"path": "/good"}, "response": {}}]})");
  const CliResult result = Verify({"a.json"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out, HasSubstr("1 interaction: 1 passed"));
}

TEST_F(VerifyTest, NothingSelectedIsAnErrorUnlessAllowed) {
  Write("a.json", ContractOf("a", {"/good"}));
  EXPECT_EQ(Verify({"--consumer", "b", "a.json"}).exit_code, 2);
  EXPECT_EQ(Verify({"--consumer", "b", "--allow-empty", "a.json"}).exit_code, 0);
}

TEST_F(VerifyTest, WarningsDoNotHideThatNothingWasSelected) {
  Write("a.json", R"({"interactions": [], "interactions": []})");
  EXPECT_EQ(Verify({"a.json"}).exit_code, 2);
}

TEST_F(VerifyTest, FlagsWinOverTheFile) {
  Write("accord.yaml",
        std::string("verify: {contracts: [a.json], providerUrl: '") + kNobody +
            "', filter: {description: bad}}\n");
  Write("a.json", ContractOf("a", {"/good", "/bad"}));
  EXPECT_EQ(RunCli({"verify"}).exit_code, 4);
  EXPECT_EQ(Verify({}).exit_code, 1);
  EXPECT_EQ(Verify({"--description", "good"}).exit_code, 0);
}

TEST_F(VerifyTest, ListsOfFlagsReplaceThoseOfTheFile) {
  Write("accord.yaml", "verify: {contracts: [a.json], filter: {consumers: [a]}}\n");
  Write("a.json", ContractOf("a", {"/one"}));
  Write("b.json", ContractOf("b", {"/two"}));
  EXPECT_THAT(RunCli({"verify", "--list"}).out, HasSubstr("GET /one"));
  EXPECT_THAT(RunCli({"verify", "--list", "--consumer", "b", "b.json"}).out,
              AllOf(HasSubstr("GET /two"), Not(HasSubstr("GET /one"))));
}

TEST_F(VerifyTest, FlagsTurnOffAndOnWhatTheFileSays) {
  Write("accord.yaml",
        "output: [{format: json, file: out.json}]\n"
        "verify: {contracts: [a.json], states: {teardown: true}, jobs: 2}\n");
  Write("a.json", ContractOf("a", {"/good"}));
  EXPECT_THAT(Verify({}).out, IsEmpty());
  EXPECT_THAT(Read("out.json"), HasSubstr(R"("verdict": "passed")"));
  EXPECT_THAT(Verify({"--format", "text", "--no-teardown", "--jobs", "1"}).out,
              HasSubstr("1 passed"));
}

TEST_F(VerifyTest, WrongConfigurationStopsBeforeAnythingIsAsked) {
  Write("accord.yaml", "failOn: never\nverify:\n  contract: [a.json]\n");
  Write("a.json", ContractOf("a", {"/good"}));
  const CliResult result = Verify({"a.json"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(result.err,
              AllOf(HasSubstr("accord.yaml:1:9: error: "),
                    HasSubstr("accord.yaml:3:3: error: "),
                    HasSubstr("[schema-violation]")));
}

TEST_F(VerifyTest, WarningInTheConfigurationIsReported) {
  Write("accord.yaml", "failOn: error\nfailOn: error\n");
  Write("a.json", ContractOf("a", {"/good"}));
  const CliResult result = Verify({"a.json"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("accord.yaml:2:1: warning: "));
}

TEST_F(VerifyTest, ListShowsStatesAndPending) {
  Write("a.json", R"({"consumer": {"name": "a"}, "provider": {"name": "orders"},
"interactions": [{"type": "Synchronous/HTTP", "description": "one", "pending": true,
  "providerStates": [{"name": "s1"}, {"name": "s2"}], "request": {"path": "/"}, "response": {}}],
"metadata": {"pactSpecification": {"version": "4.0"}}})");
  EXPECT_EQ(RunCli({"verify", "--list", "a.json"}).out,
            "a → orders\n  one\n      given s1\n      given s2\n      pending\n1 interaction\n");
}

TEST_F(VerifyTest, ListWithAnUnreadableInputSaysSo) {
  Write("a.json", ContractOf("a", {"/good"}));
  const CliResult result = RunCli({"verify", "--list", "a.json", "nowhere.json"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.out, HasSubstr("1 interaction\n"));
  EXPECT_THAT(result.err, HasSubstr("nowhere.json"));
}

TEST_F(VerifyTest, PublishingWithoutABrokerFails) {
  Write("a.json", ContractOf("a", {"/good"}));
  const CliResult result = Verify({"--publish", "--provider-version", "1", "a.json"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.out, HasSubstr("[publish-failed]"));
}

TEST_F(VerifyTest, PublishingWithoutAVersionIsRefusedBeforeTheRun) {
  Write("a.json", ContractOf("a", {"/good"}));
  const CliResult result = Verify({"--publish", "a.json"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_EQ(result.err, "accord: error: --publish needs --provider-version\n");
}

TEST_F(VerifyTest, AContractReadInPartsIsNotPublished) {
  Write("a.json",
        R"({"interactions": [5, {"request": {"path": "/good"}, "response": {}}],
"_links": {"pb:publish-verification-results": {"href": ")" +
            url() + R"(/good/results"}}})");
  const CliResult result = Verify({"--publish", "--provider-version", "1", "a.json"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(
      result.out,
      AllOf(HasSubstr("a.json could be read in parts only"), Not(HasSubstr("published as"))));
}

TEST_F(VerifyTest, AContractWithoutInteractionsSaysSo) {
  Write("a.json", R"({"interactions": []})");
  EXPECT_THAT(Verify({"a.json"}).err, HasSubstr("the contracts hold no interactions"));
}

TEST_F(VerifyTest, QuietLeavesNoticesOut) {
  Write("a.json",
        R"({"consumer": {"name": "a"}, "provider": {"name": "orders"}, "interactions": [
{"request": {"path": "/good"}, "response": {}}],
"_links": {"pb:publish-verification-results": {"href": ")" +
            url() + R"(/good/results"}}})");
  const std::vector<std::string> publish = {"--publish", "--provider-version", "1", "a.json"};
  EXPECT_THAT(Verify(publish).out, HasSubstr("published as verified"));
  std::vector<std::string> quietly = publish;
  quietly.emplace_back("--quiet");
  const CliResult result = Verify(quietly);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, Not(HasSubstr("published")));
}

TEST_F(VerifyTest, UsageErrorsAskNobody) {
  Write("a.json", ContractOf("a", {"/good"}));
  EXPECT_THAT(RunCli({"verify", "--provider-url", url()}).err, HasSubstr("no contract was named"));
  EXPECT_THAT(RunCli({"verify", "a.json"}).err, HasSubstr("--provider-url is missing"));
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--timeout", "1", "a.json"},
        {"-H", "nonsense", "a.json"},
        {"--state-change-url", "nonsense", "a.json"},
        {"--state-change-url", "http://x/", "--state-header", "nonsense", "a.json"},
        {"--message-url", "nonsense", "a.json"},
        {"--description", "(", "a.json"}}) {
    const CliResult result = Verify(arguments);
    EXPECT_EQ(result.exit_code, 2) << arguments.at(1);
    EXPECT_THAT(result.out, IsEmpty());
  }
}

}  // namespace
}  // namespace accord::cli
