#include "accord/verify/verify.h"

#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/document/document.h"

#include "tests/unit/verify/contract.h"

namespace accord::verify {
namespace {

using finding::Outcome;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kStateA = R"("providerStates": [{"name": "a", "params": {"id": 7}}],)";

/// Answers every path with the same body and remembers what was asked.
struct Recorder {
  std::vector<std::string> events;
  std::string body = R"({"id": 1})";

  HandlerProvider Provider() {
    return HandlerProvider([this](const pact::Request& request) {
      events.push_back(request.method + " " + request.path);
      return JsonResponse(body);
    });
  }
  FunctionStates States(StateValues values = {}) {
    return FunctionStates([this, values](const StateChange& change) {
      events.push_back((change.action == StateChange::Action::kSetup ? "setup " : "teardown ") +
                       change.state);
      return base::Result<StateValues>(values);
    });
  }
};

finding::Report Replay(const pact::Pact& pact,
                       Provider& provider,
                       StateHandler* states = nullptr,
                       const Options& options = {},
                       Observer* observer = nullptr) {
  return Verify(Select({&pact, 1}, options.filter), provider, states, options, observer);
}

document::Value JsonValue(std::string text) {
  return document::Value(document::Parse("value", std::move(text)).document);
}

TEST(VerifyTest, PassesWhatFits) {
  const auto pact = ContractOf(Interaction("one", "/1", R"({"id": 1})"));
  Recorder recorder;
  auto provider = recorder.Provider();
  const auto report = Replay(pact, provider);
  ASSERT_THAT(report.checks, SizeIs(1));
  EXPECT_EQ(report.checks[0].outcome, Outcome::kPassed);
  EXPECT_EQ(report.checks[0].group, "web → orders");
  EXPECT_EQ(report.checks[0].name, "one");
  EXPECT_EQ(report.checks[0].kind, "http");
  EXPECT_TRUE(report.checks[0].milliseconds.has_value());
  EXPECT_EQ(report.subject, "in process");
  EXPECT_FALSE(report.Fails(finding::Severity::kError));
}

TEST(VerifyTest, FailureNamesPathPlaceAndValues) {
  const auto pact = ContractOf(Interaction("one", "/1", R"({"id": 2})"));
  Recorder recorder;
  auto provider = recorder.Provider();
  const auto report = Replay(pact, provider);
  ASSERT_THAT(report.checks[0].findings, SizeIs(1));
  const auto& finding = report.checks[0].findings[0];
  EXPECT_EQ(report.checks[0].outcome, Outcome::kFailed);
  EXPECT_EQ(finding.rule->id, "response-body-mismatch");
  EXPECT_EQ(finding.path, "$.id");
  EXPECT_EQ(finding.span.file, "contract.json");
  EXPECT_TRUE(finding.span.known());
  EXPECT_THAT(finding.message, HasSubstr("1"));
  EXPECT_FALSE(finding.fingerprint.empty());
  EXPECT_TRUE(report.Fails(finding::Severity::kError));
}

TEST(VerifyTest, OneFailureDoesNotStopTheOthers) {
  const auto pact = ContractOf(Interaction("bad", "/1", R"({"id": 2})") + "," +
                               Interaction("good", "/2", R"({"id": 1})"));
  Recorder recorder;
  auto provider = recorder.Provider();
  const auto report = Replay(pact, provider);
  EXPECT_EQ(report.checks[0].outcome, Outcome::kFailed);
  EXPECT_EQ(report.checks[1].outcome, Outcome::kPassed);
}

TEST(VerifyTest, FailFastSkipsTheRestAndSaysSo) {
  const auto pact = ContractOf(Interaction("bad", "/1", R"({"id": 2})") + "," +
                               Interaction("good", "/2", R"({"id": 1})"));
  Recorder recorder;
  auto provider = recorder.Provider();
  const auto report = Replay(pact, provider, nullptr, {.stop_on_failure = true});
  EXPECT_EQ(report.checks[1].outcome, Outcome::kSkipped);
  EXPECT_THAT(report.checks[1].notes, ElementsAre(HasSubstr("not run")));
  EXPECT_THAT(recorder.events, ElementsAre("GET /1"));
}

TEST(VerifyTest, PendingFailureDoesNotFailTheRun) {
  const auto pact = ContractOf(Interaction("one", "/1", R"({"id": 2})", R"("pending": true,)"));
  Recorder recorder;
  auto provider = recorder.Provider();
  const auto report = Replay(pact, provider);
  EXPECT_EQ(report.checks[0].outcome, Outcome::kPending);
  EXPECT_THAT(report.checks[0].findings, SizeIs(1));
  EXPECT_FALSE(report.Fails(finding::Severity::kError));
}

TEST(VerifyTest, StatesAreSetUpInOrderAndTornDown) {
  const auto pact = ContractOf(Interaction(
      "one", "/1", R"({"id": 1})", R"("providerStates": [{"name": "a"}, {"name": "b"}],)"));
  Recorder recorder;
  auto provider = recorder.Provider();
  auto states = recorder.States();
  Replay(pact, provider, &states);
  EXPECT_THAT(recorder.events,
              ElementsAre("setup a", "setup b", "GET /1", "teardown a", "teardown b"));
}

TEST(VerifyTest, WithoutStatesTheEmptyStateIsCalled) {
  const auto pact = ContractOf(Interaction("one", "/1", R"({"id": 1})"));
  Recorder recorder;
  auto provider = recorder.Provider();
  auto states = recorder.States();
  Replay(pact, provider, &states, {.teardown = false});
  EXPECT_THAT(recorder.events, ElementsAre("setup ", "GET /1"));
}

TEST(VerifyTest, TeardownHappensAfterAFailureToo) {
  const auto pact = ContractOf(Interaction("one", "/1", R"({"id": 2})", kStateA));
  Recorder recorder;
  auto provider = recorder.Provider();
  auto states = recorder.States();
  Replay(pact, provider, &states);
  EXPECT_THAT(recorder.events, ElementsAre("setup a", "GET /1", "teardown a"));
}

TEST(VerifyTest, FailedSetupIsAnErrorAndTheProviderIsNotAsked) {
  const auto pact = ContractOf(Interaction("one", "/1", R"({"id": 1})", kStateA));
  Recorder recorder;
  auto provider = recorder.Provider();
  FunctionStates states([](const StateChange&) {
    return base::Result<StateValues>(base::EnvironmentError("no database"));
  });
  const auto report = Replay(pact, provider, &states);
  EXPECT_EQ(report.checks[0].outcome, Outcome::kError);
  EXPECT_EQ(report.checks[0].findings[0].rule->id, "provider-state-setup-failed");
  EXPECT_THAT(report.checks[0].findings[0].message, HasSubstr("no database"));
  EXPECT_THAT(recorder.events, IsEmpty());
}

TEST(VerifyTest, FailedTeardownIsAWarning) {
  const auto pact = ContractOf(Interaction("one", "/1", R"({"id": 1})", kStateA));
  Recorder recorder;
  auto provider = recorder.Provider();
  FunctionStates states([](const StateChange& change) {
    return change.action == StateChange::Action::kSetup
               ? base::Result<StateValues>(StateValues{})
               : base::Result<StateValues>(base::EnvironmentError("gone"));
  });
  const auto report = Replay(pact, provider, &states);
  EXPECT_EQ(report.checks[0].outcome, Outcome::kPassed);
  EXPECT_EQ(report.checks[0].findings[0].severity, finding::Severity::kWarning);
}

TEST(VerifyTest, MissingStateHandlerIsNoted) {
  const auto pact = ContractOf(Interaction("one", "/1", R"({"id": 1})", kStateA));
  Recorder recorder;
  auto provider = recorder.Provider();
  const auto report = Replay(pact, provider);
  EXPECT_THAT(report.checks[0].notes, ElementsAre(HasSubstr("'a'")));
  EXPECT_EQ(report.checks[0].outcome, Outcome::kPassed);
}

constexpr const char* kPathFromState = R"({"type": "Synchronous/HTTP", "description": "one",
  "providerStates": [{"name": "a", "params": {"id": 7}}],
  "request": {"path": "/orders/1",
    "generators": {"path": {"type": "ProviderState", "expression": "/orders/${id}"}}},
  "response": {"status": 200}})";

TEST(VerifyTest, StateParametersFeedGenerators) {
  const auto pact = ContractOf(kPathFromState);
  Recorder recorder;
  auto provider = recorder.Provider();
  auto states = recorder.States();
  Replay(pact, provider, &states, {.teardown = false});
  EXPECT_THAT(recorder.events, ElementsAre("setup a", "GET /orders/7"));
}

TEST(VerifyTest, ReturnedStateValuesWinOverParameters) {
  const auto pact = ContractOf(kPathFromState);
  Recorder recorder;
  auto provider = recorder.Provider();
  auto states = recorder.States({{"id", JsonValue("42")}});
  Replay(pact, provider, &states, {.teardown = false});
  EXPECT_THAT(recorder.events, ElementsAre("setup a", "GET /orders/42"));
}

TEST(VerifyTest, FilterSelectsByDescriptionStateAndConsumer) {
  const auto pact = ContractOf(Interaction("read one", "/1", "1", kStateA) + "," +
                               Interaction("write one", "/2", "1"));
  const auto names = [&](const Filter& filter) {
    std::vector<std::string> out;
    for (const auto& selected : Select({&pact, 1}, filter)) {
      out.push_back(selected.interaction->description);
    }
    return out;
  };
  EXPECT_THAT(names({}), ElementsAre("read one", "write one"));
  EXPECT_THAT(names({.description = *base::Regex::Compile("^write")}), ElementsAre("write one"));
  EXPECT_THAT(names({.state = *base::Regex::Compile("a")}), ElementsAre("read one"));
  EXPECT_THAT(names({.without_state = true}), ElementsAre("write one"));
  EXPECT_THAT(names({.consumers = {"web"}}), SizeIs(2));
  EXPECT_THAT(names({.consumers = {"other"}}), IsEmpty());
  EXPECT_THAT(
      names({.description = *base::Regex::Compile("write"), .state = *base::Regex::Compile("a")}),
      IsEmpty());
}

/// A provider that answers only in Run(), last asked first, like a network might.
class LateProvider : public HandlerProvider {
 public:
  LateProvider() : HandlerProvider({}) {}
  void Ask(const pact::Interaction& interaction, const pact::Request&, ResponseDone done) override {
    waiting_.emplace_back(interaction.description, std::move(done));
    most = std::max(most, waiting_.size());
    for (const auto& [name, unused] : waiting_) {
      with_state_alone = with_state_alone && (name != "stateful" || waiting_.size() == 1);
    }
  }
  void Run() override {
    while (!waiting_.empty()) {
      auto [name, done] = std::move(waiting_.back());
      waiting_.pop_back();
      done(Timed<pact::Response>{JsonResponse("1"), 1});
    }
  }
  std::size_t most = 0;
  bool with_state_alone = true;

 private:
  std::vector<std::pair<std::string, ResponseDone>> waiting_;
};

TEST(VerifyTest, JobsRunStatelessSideBySideAndKeepContractOrder) {
  const auto pact =
      ContractOf(Interaction("a", "/1", "1") + "," + Interaction("stateful", "/2", "1", kStateA) +
                 "," + Interaction("c", "/3", "1") + "," + Interaction("d", "/4", "1"));
  LateProvider provider;
  const auto report = Replay(pact, provider, nullptr, {.jobs = 3});
  std::vector<std::string> names;
  for (const auto& check : report.checks) {
    names.push_back(check.name);
    EXPECT_EQ(check.outcome, Outcome::kPassed);
  }
  EXPECT_THAT(names, ElementsAre("a", "stateful", "c", "d"));
  EXPECT_EQ(provider.most, 3U);
  EXPECT_TRUE(provider.with_state_alone);
}

TEST(VerifyTest, ManyInteractionsDoNotNest) {
  std::string interactions;
  for (int i = 0; i < 20000; ++i) {
    interactions += (i == 0 ? "" : ",") + Interaction("n", "/1", "1");
  }
  const auto pact = ContractOf(interactions);
  Recorder recorder;
  recorder.body = "1";
  auto provider = recorder.Provider();
  EXPECT_EQ(Replay(pact, provider).Count().passed, 20000U);
}

TEST(VerifyTest, SlowAnswerIsAFinding) {
  const auto pact = ContractOf(Interaction("one", "/1", "1"));
  LateProvider provider;
  const auto slow = Replay(pact, provider, nullptr, {.max_response_ms = 0.5});
  EXPECT_EQ(slow.checks[0].findings[0].rule->id, "response-too-slow");
  EXPECT_EQ(slow.checks[0].outcome, Outcome::kFailed);
  const auto fast = Replay(pact, provider, nullptr, {.max_response_ms = 2});
  EXPECT_EQ(fast.checks[0].outcome, Outcome::kPassed);
}

TEST(VerifyTest, ThrowingHandlerIsAnErrorOfThatInteraction) {
  const auto pact = ContractOf(Interaction("one", "/1", "1"));
  HandlerProvider provider(
      [](const pact::Request&) -> pact::Response { throw std::runtime_error("boom"); });
  const auto report = Replay(pact, provider);
  EXPECT_EQ(report.checks[0].outcome, Outcome::kError);
  EXPECT_THAT(report.checks[0].findings[0].message, HasSubstr("boom"));
}

TEST(VerifyTest, MessagesAreCompared) {
  const auto pact = ContractOf(R"({"type": "Asynchronous/Messages", "description": "paid",
    "contents": {"contentType": "application/json", "content": {"id": 1}},
    "metadata": {"topic": "orders"}})");
  const auto answer = [](const std::string& body, const std::string& topic) {
    return HandlerProvider({}, [=](const pact::Interaction& interaction) {
      EXPECT_EQ(interaction.description, "paid");
      pact::Message message;
      message.contents = pact::Body::Of(body, "application/json");
      message.metadata.emplace_back("topic", JsonValue("\"" + topic + "\""));
      return message;
    });
  };
  auto good = answer(R"({"id": 1})", "orders");
  EXPECT_EQ(Replay(pact, good).checks[0].outcome, Outcome::kPassed);
  auto bad_body = answer(R"({"id": 2})", "orders");
  EXPECT_EQ(Replay(pact, bad_body).checks[0].findings[0].path, "$.id");
  auto bad_metadata = answer(R"({"id": 1})", "other");
  const auto report = Replay(pact, bad_metadata);
  EXPECT_EQ(report.checks[0].findings[0].rule->id, "message-metadata-mismatch");
  EXPECT_EQ(report.checks[0].kind, "message");
}

TEST(VerifyTest, PluginInteractionIsNeverPassedUnlooked) {
  const auto pact = ContractOf(R"({"type": "Synchronous/Messages", "description": "grpc",
    "transport": "grpc", "request": {"contents": {"content": ""}},
    "response": [{"contents": {"content": ""}}]})");
  Recorder recorder;
  auto provider = recorder.Provider();
  const auto report = Replay(pact, provider);
  EXPECT_EQ(report.checks[0].outcome, Outcome::kError);
  EXPECT_EQ(report.checks[0].findings[0].rule->id, "plugin-required");
  EXPECT_THAT(report.checks[0].findings[0].message, HasSubstr("grpc"));
}

TEST(VerifyTest, CommentsReachTheReport) {
  const auto pact = ContractOf(Interaction(
      "one",
      "/1",
      "1",
      R"("comments": {"text": ["why"], "testname": "T", "references": {"jira": {"id": "A-1"}}},)"));
  Recorder recorder;
  auto provider = recorder.Provider();
  EXPECT_THAT(Replay(pact, provider).checks[0].comments,
              ElementsAre("why", "test: T", "jira id: A-1"));
}

TEST(VerifyTest, ObserverSeesEveryCheckOnce) {
  struct Counter : Observer {
    std::vector<std::size_t> done;
    void OnChecked(const finding::Check&, std::size_t number, std::size_t total) override {
      EXPECT_EQ(total, 2U);
      done.push_back(number);
    }
  } counter;
  const auto pact = ContractOf(Interaction("a", "/1", "1") + "," + Interaction("b", "/2", "1"));
  Recorder recorder;
  auto provider = recorder.Provider();
  Replay(pact, provider, nullptr, {}, &counter);
  EXPECT_THAT(counter.done, ElementsAre(1U, 2U));
}

}  // namespace
}  // namespace accord::verify
