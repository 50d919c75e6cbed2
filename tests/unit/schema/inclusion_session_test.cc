#include "accord/schema/includes.h"

#include "tests/unit/schema/build_support.h"

namespace accord::schema::test {
namespace {

/// Two versions of a document of definitions, each compiled as one graph.
class Versions {
 public:
  Versions(const std::string& before,
           const std::string& after,
           const InclusionOptions& options = {})
      : before_(CompileNamed(before, names_before_)),
        after_(CompileNamed(after, names_after_)),
        session_(*before_.schema, *after_.schema, options) {}

  InclusionResult Widened(const std::string& name) {
    return session_.Includes(Old(name), New(name));
  }
  InclusionResult Narrowed(const std::string& name) {
    return session_.Includes(New(name), Old(name));
  }
  const SchemaNode& Old(const std::string& name) { return *before_.roots[names_before_.at(name)]; }
  const SchemaNode& New(const std::string& name) { return *after_.roots[names_after_.at(name)]; }
  const Schema& old_schema() const { return *before_.schema; }
  const Schema& new_schema() const { return *after_.schema; }
  InclusionSession& session() { return session_; }

 private:
  using Indices = std::map<std::string, std::size_t>;

  static SchemaSet CompileNamed(const std::string& text, Indices& names) {
    const document::DocumentPtr document = ParseDocument(text);
    std::vector<PlacedSchema> places;
    for (const document::Member& member : document->root().members()) {
      names.emplace(std::string(member.key()), places.size());
      places.push_back({{document, &member.value}, "file:///" + text.substr(0, 1)});
    }
    return CompileAll(places, {});
  }

  Indices names_before_, names_after_;
  SchemaSet before_, after_;
  InclusionSession session_;
};

std::string Shown(const document::DocumentPtr& witness) {
  return witness ? document::WriteJson(witness->root(), {.indent = 0}) : "";
}

constexpr std::string_view kBefore = R"({
  "Order":{"type":"object","required":["id"],"properties":{"id":{"$ref":"#/Id"},
           "note":{"type":"string"},"count":{"type":"integer","maximum":100}}},
  "Id":{"type":"string","minLength":1},
  "List":{"type":"array","items":{"$ref":"#/Order"}}})";
constexpr std::string_view kAfter = R"({
  "Order":{"type":"object","required":["id","note"],"properties":{"id":{"$ref":"#/Id"},
           "note":{"type":"string"},"count":{"type":"integer","maximum":50}}},
  "Id":{"type":"string"},
  "List":{"type":"array","items":{"$ref":"#/Order"}}})";

TEST(InclusionSession, ManyQuestionsAboutTwoGraphs) {
  Versions versions{std::string(kBefore), std::string(kAfter)};
  EXPECT_EQ(versions.Widened("Id").inclusion, Inclusion::kYes);
  EXPECT_EQ(Shown(versions.Narrowed("Id").witness), R"("")");
  EXPECT_EQ(versions.Widened("Order").inclusion, Inclusion::kNo);
  EXPECT_EQ(versions.Widened("List").inclusion, Inclusion::kNo);
  EXPECT_EQ(versions.session().Decide(versions.Old("Id"), versions.New("Id")).inclusion,
            Inclusion::kYes);
  EXPECT_EQ(versions.session().Decide(versions.Old("Order"), versions.New("Order")).inclusion,
            Inclusion::kNo);
}

TEST(InclusionSession, QuestionsInsideOfOneGraph) {
  Versions versions(R"({"a":{"type":"integer"},"b":{"type":"number"}})", R"({"c":true})");
  EXPECT_EQ(versions.session().Decide(versions.Old("a"), versions.Old("b")).inclusion,
            Inclusion::kYes);
  EXPECT_EQ(versions.session().Decide(versions.Old("b"), versions.Old("a")).inclusion,
            Inclusion::kNo);
  EXPECT_EQ(versions.session().Decide(versions.New("c"), versions.Old("a")).inclusion,
            Inclusion::kNo);
}

TEST(InclusionSession, EachDifferenceHasAWitnessOfItsOwn) {
  Versions versions{std::string(kBefore), std::string(kAfter)};
  const InclusionResult result = versions.Widened("Order");
  ASSERT_EQ(result.differences.size(), 2U);
  std::map<std::string, std::string> witnesses;
  for (const Difference& difference : result.differences) {
    ASSERT_NE(difference.witness, nullptr);
    const document::Node& value = difference.witness->root();
    EXPECT_TRUE(IsValid(versions.old_schema(), versions.Old("Order"), value));
    EXPECT_FALSE(IsValid(versions.new_schema(), versions.New("Order"), value));
    witnesses[difference.keyword] = Shown(difference.witness);
  }
  EXPECT_EQ(witnesses["required"], R"({"id":"a"})");
  EXPECT_EQ(witnesses["maximum"], R"({"count":51,"id":"a"})");
  EXPECT_EQ(result.differences.front().witness, result.witness);
}

TEST(InclusionSession, WhatRanOutOnceIsTriedAgainWithAFullBudget) {
  InclusionOptions options;
  options.max_steps = 40;
  std::string branches;
  for (int i = 0; i < 60; ++i) {
    branches += (i == 0 ? "" : ",") + std::string(R"({"properties":{"v":{"maximum":)") +
                std::to_string(i) + "}}}";
  }
  Versions versions(
      R"({"hard":{"type":"object","anyOf":[)" + branches + R"(]},"easy":{"type":"integer"}})",
      R"({"hard":{"not":{"anyOf":[)" + branches + R"(]}},"easy":{"type":"number"}})",
      options);
  const InclusionResult first = versions.Narrowed("hard");
  for (int i = 0; i < 30; ++i) {
    EXPECT_EQ(versions.Widened("easy").inclusion, Inclusion::kYes);
  }
  EXPECT_EQ(versions.Narrowed("hard").inclusion, first.inclusion);
}

TEST(InclusionSession, SameQuestionsGiveTheSameAnswers) {
  const auto ask = [] {
    Versions versions{std::string(kBefore), std::string(kAfter)};
    std::string all;
    for (const char* name : {"List", "Order", "Id", "List"}) {
      all += Shown(versions.Widened(name).witness) + Shown(versions.Narrowed(name).witness);
    }
    return all;
  };
  EXPECT_EQ(ask(), ask());
}

}  // namespace
}  // namespace accord::schema::test
