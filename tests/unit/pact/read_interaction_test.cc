#include <gmock/gmock.h>

#include "tests/unit/pact/reading.h"

namespace accord::pact {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The only interaction of a contract that must be flawless.
Interaction ReadGood(const std::string& version, const std::string& text) {
  const ReadResult read = ReadText(PactOf(version, text));
  EXPECT_THAT(Places(read.findings), IsEmpty()) << read.findings[0].message;
  if (!read.pact || read.pact->interactions.size() != 1) {
    ADD_FAILURE() << "no interaction came of " << text;
    return {};
  }
  return read.pact->interactions[0];
}

std::vector<std::string> StateNames(const Interaction& interaction) {
  std::vector<std::string> names;
  for (const ProviderState& state : interaction.states) {
    names.push_back(state.name);
  }
  return names;
}

TEST(ReadInteraction, ReadsStatesInEverySpelling) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
      {R"({"providerState": "a"})", {"a"}},
      {R"({"provider_state": "a"})", {"a"}},
      {R"({"providerState": "", "provider_state": null})", {}},
      {R"({"providerState": null})", {}},
      {R"({"providerStates": [{"name": "a"}, {"name": "b"}]})", {"a", "b"}},
      {R"({"providerStates": ["a"]})", {"a"}},
      {R"({"providerStates": null, "providerState": "a"})", {"a"}},
      {R"({"providerStates": [], "providerState": "a"})", {}},
  };
  for (const char* version : {"1.0.0", "1.1.0", "2.0.0", "3.0.0", "4.0"}) {
    for (const auto& [text, names] : cases) {
      const std::string typed = R"({"type": "Synchronous/HTTP", )" + text.substr(1);
      EXPECT_EQ(StateNames(ReadGood(version, typed)), names) << version << text;
    }
  }
}

TEST(ReadInteraction, KeepsParametersOfStates) {
  const Interaction interaction =
      ReadGood("3.0.0", R"({"providerStates": [{"name": "a", "params": {"n": 1.0}}]})");
  ASSERT_EQ(interaction.states.size(), 1U);
  EXPECT_EQ(Compact(interaction.states[0].params), R"({"n":1.0})");
}

TEST(ReadInteraction, NamesWhatHasNoDescription) {
  const ReadResult read =
      ReadText(PactOf("2.0.0", R"({}, {"description": null}, {"description": ""})"));
  ASSERT_EQ(read.pact->interactions.size(), 3U);
  EXPECT_EQ(read.pact->interactions[0].description, "Interaction 0");
  EXPECT_EQ(read.pact->interactions[1].description, "Interaction 1");
  EXPECT_EQ(read.pact->interactions[2].description, "");
  EXPECT_EQ(ReadGood("4.0", R"({"type": "Asynchronous/Messages"})").description, "Message 0");
}

TEST(ReadInteraction, ReadsTheMembersOfVersion4) {
  const Interaction interaction =
      ReadGood("4.0",
               R"({"type": "Synchronous/HTTP", "key": "k1", "_id": "7", "pending": true,
          "transport": "https", "comments": {"text": ["a"]}, "pluginConfiguration": {"p": {}},
          "interactionMarkup": {"markup": "x"}, "later": 1,
          "request": {"path": "/a"}, "response": {"status": 201}})");
  EXPECT_EQ(interaction.kind, InteractionKind::kHttp);
  EXPECT_EQ(interaction.key, "k1");
  EXPECT_EQ(interaction.id, "7");
  EXPECT_TRUE(interaction.pending);
  EXPECT_EQ(interaction.transport, "https");
  EXPECT_EQ(Compact(interaction.comments), R"({"text":["a"]})");
  EXPECT_EQ(Compact(interaction.plugin_configuration), R"({"p":{}})");
  EXPECT_EQ(Compact(interaction.markup), R"({"markup":"x"})");
  EXPECT_EQ(interaction.request.path, "/a");
  EXPECT_EQ(interaction.response.status, 201);
  ASSERT_EQ(interaction.extras.size(), 1U);
  EXPECT_EQ(interaction.extras[0].first, "later");
}

TEST(ReadInteraction, KeepsMembersOfVersion4InOlderFiles) {
  const Interaction interaction = ReadGood("3.0.0", R"({"key": 1, "pending": "x", "type": null})");
  EXPECT_EQ(interaction.extras.size(), 3U);
  EXPECT_EQ(interaction.key, "");
  EXPECT_FALSE(interaction.pending);
}

TEST(ReadInteraction, ReadsAsynchronousMessages) {
  const Interaction interaction =
      ReadGood("4.0", R"({"type": "Asynchronous/Messages", "description": "m", "key": "k",
                 "contents": {"content": {"a": 1}}, "metadata": {"t": "x"}, "more": true})");
  EXPECT_EQ(interaction.kind, InteractionKind::kAsyncMessage);
  EXPECT_EQ(interaction.message.contents.Bytes(), R"({"a":1})");
  EXPECT_EQ(interaction.message.metadata.size(), 1U);
  EXPECT_TRUE(interaction.message.extras.empty());
  ASSERT_EQ(interaction.extras.size(), 1U);
  EXPECT_EQ(interaction.extras[0].first, "more");
}

TEST(ReadInteraction, ReadsSynchronousMessages) {
  const Interaction interaction = ReadGood(
      "4.0", R"({"type": "Synchronous/Messages", "request": {"contents": {"content": "a"}, "x": 1},
                 "response": [{"contents": {"content": "b"}}, {"metadata": {"k": 1}}]})");
  EXPECT_EQ(interaction.kind, InteractionKind::kSyncMessage);
  EXPECT_EQ(interaction.message.contents.Bytes(), "a");
  EXPECT_EQ(interaction.message.extras.size(), 1U);
  ASSERT_EQ(interaction.replies.size(), 2U);
  EXPECT_EQ(interaction.replies[0].contents.Bytes(), "b");
  EXPECT_TRUE(interaction.extras.empty());
}

TEST(ReadInteraction, ReadsMessagesOfVersion3) {
  const ReadResult read = ReadText(
      R"({"messages": [{"description": "m", "_id": "9", "providerState": "s",
                        "contents": "Hello", "metaData": {"contentType": "application/json"},
                        "more": 1}, {}]})");
  EXPECT_THAT(Places(read.findings), IsEmpty());
  ASSERT_EQ(read.pact->interactions.size(), 2U);
  const Interaction& message = read.pact->interactions[0];
  EXPECT_EQ(message.kind, InteractionKind::kAsyncMessage);
  EXPECT_EQ(message.id, "9");
  EXPECT_THAT(StateNames(message), ElementsAre("s"));
  EXPECT_EQ(message.message.contents.Bytes(), "\"Hello\"");
  ASSERT_EQ(message.extras.size(), 1U);
  EXPECT_EQ(message.extras[0].first, "more");
  EXPECT_EQ(read.pact->interactions[1].description, "Message 1");
}

struct Flaw {
  std::string version;
  std::string interaction;
  std::string rule;
  std::string message;
};

TEST(ReadInteraction, LeavesOutWhatIsWrongAndSaysSoOnce) {
  const std::vector<Flaw> flaws = {
      {"4.0",
       R"({"description": "x"})",
       "unknown-interaction-type",
       "the interaction has no `type`, which version 4 demands"},
      {"4.0",
       R"({"type": "Synchronous/Http"})",
       "unknown-interaction-type",
       "no type of interaction is called `Synchronous/Http`"},
      {"4.0",
       R"({"type": 4})",
       "unknown-interaction-type",
       "the `type` of an interaction must be text"},
      {"4.0",
       R"({"type": "Synchronous/Messages", "request": {}})",
       "missing-member",
       "a synchronous message needs `response`"},
      {"4.0",
       R"({"type": "Synchronous/Messages", "response": []})",
       "missing-member",
       "a synchronous message needs `request`"},
      {"4.0",
       R"({"type": "Synchronous/Messages", "request": {}, "response": {}})",
       "wrong-type",
       "`response` must be of type array, but it is of type object"},
      {"4.0",
       R"({"type": "Synchronous/Messages", "request": {}, "response": [1]})",
       "wrong-type",
       "a response message must be of type object, but it is of type number"},
      {"4.0",
       R"({"type": "Synchronous/HTTP", "pending": "no"})",
       "wrong-type",
       "`pending` must be of type boolean, but it is of type string"},
      {"4.0",
       R"({"type": "Synchronous/HTTP", "comments": "x"})",
       "wrong-type",
       "`comments` must be of type object, but it is of type string"},
      {"4.0",
       R"({"type": "Asynchronous/Messages", "contents": {"content": "", "encoded": 1}})",
       "wrong-type",
       "`encoded` must be of type string, but it is of type number"},
      {"3.0.0",
       R"({"description": 1})",
       "wrong-type",
       "`description` must be of type string, but it is of type number"},
      {"3.0.0",
       R"({"request": "GET /"})",
       "wrong-type",
       "`request` must be of type object, but it is of type string"},
      {"3.0.0",
       R"({"response": {"status": "200"}})",
       "wrong-type",
       "`status` must be of type number, but it is of type string"},
      {"3.0.0",
       R"({"providerStates": "a"})",
       "wrong-type",
       "`providerStates` must be of type array, but it is of type string"},
      {"3.0.0",
       R"({"providerStates": [1]})",
       "wrong-type",
       "a provider state must be of type object, but it is of type number"},
      {"3.0.0",
       R"({"providerStates": [{"name": "a", "params": []}]})",
       "wrong-type",
       "`params` must be of type object, but it is of type array"},
      {"2.0.0",
       R"({"request": {"matchingRules": {"$.body": {"match": "regex"}}}})",
       "invalid-matching-rule",
       "a `regex` rule needs `regex` as text"},
      {"2.0.0",
       R"(7)",
       "wrong-type",
       "an interaction must be of type object, but it is of type number"},
  };
  for (const Flaw& flaw : flaws) {
    const std::string good = R"({"type": "Synchronous/HTTP", "description": "good"})";
    const ReadResult read = ReadText(PactOf(flaw.version, flaw.interaction + ", " + good));
    ASSERT_EQ(read.findings.size(), 1U) << flaw.interaction << read.findings.back().message;
    EXPECT_EQ(read.findings[0].rule->id, flaw.rule) << flaw.interaction;
    EXPECT_EQ(read.findings[0].message, flaw.message);
    EXPECT_EQ(read.findings[0].span.file, "pact.json");
    EXPECT_TRUE(read.findings[0].span.known());
    ASSERT_EQ(read.pact->interactions.size(), 1U) << flaw.interaction;
    EXPECT_EQ(read.pact->interactions[0].description, "good");
  }
}

}  // namespace
}  // namespace accord::pact
