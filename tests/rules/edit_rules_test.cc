#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/document/document.h"
#include "accord/openapi/description.h"

#include "breaking/openapi/differences.h"
#include "tests/rules/edit_case.h"

// Every rule about edits inside of schemas: a pair of documents that it flags, one that it does
// not, and its texts. All of them are made from the axes that the rules come from.
namespace accord::breaking::api::test {
namespace {

openapi::DescriptionPtr Load(const std::string& text) {
  const document::LoadResult parsed = document::Parse("api.json", text);
  EXPECT_TRUE(parsed.ok()) << text;
  openapi::LoadResult loaded = openapi::Load(parsed.document, {.uri = "file:///api.json"});
  for (const finding::Finding& finding : loaded.findings) {
    ADD_FAILURE() << finding.message << "\n" << text;
  }
  return loaded.description;
}

/// The rules of what differs, in one profile or the other.
std::set<std::string_view> Flagged(const std::string& before,
                                   const std::string& after,
                                   OpenApiOptions options) {
  options.rules = *RuleSelection::Make(OpenApiRules(), {"OPENAPI"}, {});
  const openapi::DescriptionPtr old_one = Load(before);
  const openapi::DescriptionPtr new_one = Load(after);
  std::set<std::string_view> out;
  for (const OpenApiProfile profile : {OpenApiProfile::kStrict, OpenApiProfile::kOasdiff}) {
    options.profile = profile;
    for (const Change& change : CompareDescriptions(*old_one, *new_one, options).changes) {
      out.insert(change.rule->id);
      EXPECT_NE(change.message, "");
      EXPECT_NE(change.use, nullptr);
    }
  }
  return out;
}

TEST(EditRules, FlagTheirEditsAndNoOtherWords) {
  for (const EditRule* rule : EditRules()) {
    SCOPED_TRACE(rule->info.id);
    const EditCase test = CaseOf(*rule);
    EXPECT_THAT(Flagged(test.before, test.after, test.options), testing::Contains(rule->info.id))
        << test.before << "\n"
        << test.after;
    EXPECT_THAT(Flagged(test.after, test.reworded, test.options), testing::IsEmpty())
        << test.reworded;
  }
}

TEST(EditRules, AreExplained) {
  for (const EditRule* rule : EditRules()) {
    SCOPED_TRACE(rule->info.id);
    EXPECT_THAT(std::string(rule->info.summary), testing::EndsWith("."));
    EXPECT_THAT(std::string(rule->info.summary), testing::Not(testing::HasSubstr("{}")));
    EXPECT_THAT(std::string(rule->info.explanation), testing::EndsWith("."));
    EXPECT_THAT(std::string(rule->info.remedy), testing::EndsWith("."));
    EXPECT_THAT(std::string(rule->info.example), testing::StartsWith("-"));
    EXPECT_THAT(std::string(rule->info.example), testing::HasSubstr("\n+"));
  }
}

TEST(EditRules, HaveIdsOfTheirOwn) {
  std::set<std::string_view> ids;
  for (const EditRule* rule : EditRules()) {
    EXPECT_TRUE(ids.insert(rule->info.id).second) << rule->info.id;
  }
}

}  // namespace
}  // namespace accord::breaking::api::test
