#include "accord/pact/merge.h"

#include <gmock/gmock.h>

#include "tests/unit/pact/writing.h"

namespace accord::pact {
namespace {

using ::testing::HasSubstr;

Pact Load(const std::string& version, const std::string& interactions) {
  return *ReadText(PactOf(version, interactions)).pact;
}

/// `description/path` of each interaction.
std::string Show(const Pact& pact) {
  std::string out;
  for (const Interaction& interaction : pact.interactions) {
    out += interaction.description + interaction.request.path + " ";
  }
  return out;
}

std::string Http(const std::string& description,
                 const std::string& path,
                 const std::string& more = "") {
  return R"({"type": "Synchronous/HTTP", "description": ")" + description +
         R"(", "request": {"path": ")" + path + "\"}" + more + "}";
}

TEST(Merge, RefusesAnotherPair) {
  Pact other = Load("3.0.0", "");
  other.provider = "billing";
  const base::Result<Pact> merged = Merge(Load("3.0.0", ""), other);
  ASSERT_FALSE(merged.ok());
  EXPECT_THAT(merged.error().message, HasSubstr("\"shop\" and \"billing\""));
}

TEST(Merge, AddsWhatIsNew) {
  const base::Result<Pact> merged =
      Merge(Load("3.0.0", Http("a", "/1")),
            Load("3.0.0", Http("b", "/2") + "," + Http("a", "/3", R"(, "providerState": "s")")));
  ASSERT_TRUE(merged.ok());
  EXPECT_EQ(Show(*merged), "a/1 b/2 a/3 ");
  EXPECT_EQ(merged->document, nullptr);
}

TEST(Merge, BelowVersion4TheSameIsTakenOnce) {
  const base::Result<Pact> merged =
      Merge(Load("3.0.0", Http("a", "/1", R"(, "_id": "7")")), Load("2.0.0", Http("a", "/1")));
  ASSERT_TRUE(merged.ok()) << merged.error().message;
  EXPECT_EQ(Show(*merged), "a/1 ");
  EXPECT_EQ(merged->interactions[0].id, "7");
}

TEST(Merge, BelowVersion4AnotherContentIsAConflict) {
  const base::Result<Pact> merged =
      Merge(Load("3.0.0", Http("a", "/1", R"(, "providerState": "s")")),
            Load("3.0.0", Http("a", "/2", R"(, "providerState": "s")")));
  ASSERT_FALSE(merged.ok());
  EXPECT_THAT(merged.error().message, HasSubstr("an interaction \"a\" given \"s\" with another"));
  EXPECT_THAT(merged.error().message, HasSubstr(R"($.request.path was "/1", is now "/2")"));
}

TEST(Merge, BelowVersion4ParametersOfStatesCount) {
  const auto with = [](const std::string& path, const std::string& params) {
    return Http("a", path, R"(, "providerStates": [{"name": "s", "params": )" + params + "}]");
  };
  const Pact existing = Load("3.0.0", with("/1", R"({"x": 1, "y": 2})"));
  EXPECT_TRUE(Merge(existing, Load("3.0.0", with("/2", R"({"x": 2})"))).ok());
  EXPECT_FALSE(Merge(existing, Load("3.0.0", with("/2", R"({"y": 2, "x": 1})"))).ok());
}

TEST(Merge, InVersion4TheNewOneReplaces) {
  const base::Result<Pact> merged =
      Merge(Load("4.0", Http("a", "/1") + "," + Http("b", "/2")), Load("4.0", Http("a", "/3")));
  ASSERT_TRUE(merged.ok());
  EXPECT_EQ(Show(*merged), "a/3 b/2 ");
}

TEST(Merge, InVersion4KeysDecideWhenBothHaveOne) {
  const Pact existing = Load("4.0", Http("a", "/1", R"(, "key": "1")"));
  const auto merge = [&](const std::string& update) {
    const base::Result<Pact> merged = Merge(existing, Load("4.0", update));
    return merged.ok() ? Show(*merged) : merged.error().message;
  };
  EXPECT_EQ(merge(Http("b", "/2", R"(, "key": "1")")), "b/2 ");
  EXPECT_EQ(merge(Http("a", "/2", R"(, "key": "2")")), "a/1 a/2 ");
  EXPECT_EQ(merge(Http("a", "/2")), "a/2 ");
}

TEST(Merge, InVersion4TheKindCounts) {
  const base::Result<Pact> merged =
      Merge(Load("4.0", Http("a", "/1")),
            Load("4.0", R"({"type": "Asynchronous/Messages", "description": "a"})"));
  EXPECT_EQ(merged->interactions.size(), 2U);
}

TEST(Merge, TakesTheNewerVersion) {
  EXPECT_EQ(Merge(Load("2.0.0", ""), Load("4.0", ""))->version, SpecVersion::kV4);
  EXPECT_EQ(Merge(Load("4.0", Http("a", "/1")), Load("2.0.0", Http("a", "/2")))->version,
            SpecVersion::kV4);
}

TEST(Merge, JoinsMetadataAndPlugins) {
  Pact existing = Load("4.0", "");
  existing.metadata = {{"a", Json("1")}, {"b", Json("2")}};
  existing.plugins = {{"csv", "1", Json(R"({"x": 1, "y": 2})")}, {"csv", "2", {}}};
  Pact update = Load("4.0", "");
  update.metadata = {{"b", Json("3")}, {"c", Json("4")}};
  update.extras = {{"_links", Json("{}")}};
  update.plugins = {
      {"csv", "1", Json(R"({"y": 3, "z": 4})")}, {"csv", "2", Json("{}")}, {"n", "1", {}}};
  const base::Result<Pact> merged = Merge(existing, update);
  ASSERT_TRUE(merged.ok());
  ASSERT_EQ(merged->metadata.size(), 3U);
  EXPECT_EQ(Compact(merged->metadata[1].second), "3");
  EXPECT_EQ(merged->extras.size(), 1U);
  ASSERT_EQ(merged->plugins.size(), 3U);
  EXPECT_EQ(Compact(merged->plugins[0].configuration), R"({"x":1,"y":3,"z":4})");
  EXPECT_EQ(Compact(merged->plugins[1].configuration), "{}");
}

TEST(Merge, IsNotQuadratic) {
  Pact pact = Load("4.0", "");
  for (int i = 0; i < 20000; ++i) {
    pact.interactions.emplace_back().description = std::to_string(i);
  }
  EXPECT_EQ(Merge(pact, pact)->interactions.size(), 20000U);
}

}  // namespace
}  // namespace accord::pact
