#include <gmock/gmock.h>

#include "tests/unit/breaking/schema_versions.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using SchemaCompareTest = SchemaVersions;

constexpr const char* kNumber = R"({"type": "number"})";
constexpr const char* kInteger = R"({"type": "integer"})";

TEST_F(SchemaCompareTest, DocumentsArePairedByPath) {
  Write("old/a.json", kInteger);
  Write("old/sub/b.json", kNumber);
  Write("new/a.json", kInteger);
  Write("new/sub/b.json", kInteger);
  Write("new/c.json", kInteger);
  const SchemaComparison comparison = Compare();
  EXPECT_THAT(Told(comparison), ElementsAre("type-narrowed $"));
  EXPECT_TRUE(comparison.findings.front().span.file.ends_with("new/sub/b.json"));
  EXPECT_TRUE(comparison.findings.front().previous.file.ends_with("old/sub/b.json"));
  EXPECT_EQ(comparison.compared, 1U);
  EXPECT_EQ(comparison.unchanged, 1U);
  EXPECT_EQ(comparison.added, 1U);
}

TEST_F(SchemaCompareTest, TheOnlyDocumentsAreAPairWhateverTheirNames) {
  Write("old/a.json", kNumber);
  Write("new/b.yaml", "type: integer");
  EXPECT_THAT(Told(Compare()), ElementsAre("type-narrowed $"));
}

TEST_F(SchemaCompareTest, MovedDocumentsAreFoundByIdentifier) {
  Write("old/a.json", R"({"$id": "https://example.com/a", "type": "number"})");
  Write("old/z.json", kNumber);
  Write("new/sub/a.json", R"({"$id": "https://example.com/a", "type": "integer"})");
  Write("new/z.json", kNumber);
  EXPECT_THAT(Told(Compare()), ElementsAre("type-narrowed $"));
}

TEST_F(SchemaCompareTest, DeletedDocumentsAreTold) {
  Write("old/a.json", kNumber);
  Write("old/b.json", kNumber);
  Write("new/a.json", kNumber);
  const SchemaComparison comparison = Compare();
  EXPECT_THAT(Told(comparison), ElementsAre("schema-deleted b.json"));
  EXPECT_TRUE(comparison.findings.front().previous.known());
  EXPECT_EQ(comparison.removed, 1U);
}

TEST_F(SchemaCompareTest, UnchangedTextIsLookedIntoWhenWhatItRefersToChanged) {
  Write("old/a.json", R"({"$ref": "parts/b.json"})");
  Write("old/parts/b.json", kNumber);
  Write("new/a.json", R"({"$ref": "parts/b.json"})");
  Write("new/parts/b.json", kInteger);
  const SchemaComparison comparison = Compare();
  EXPECT_THAT(Told(comparison), ElementsAre("type-narrowed $", "type-narrowed $"));
  EXPECT_EQ(comparison.compared, 2U);
}

TEST_F(SchemaCompareTest, NothingIsComparedWhenAllTextsAreEqual) {
  Write("old/a.json", R"({"$ref": "b.json"})");
  Write("old/b.json", kNumber);
  Write("new/a.json", R"({"$ref": "b.json"})");
  Write("new/b.json", kNumber);
  const SchemaComparison comparison = Compare();
  EXPECT_EQ(comparison.compared, 0U);
  EXPECT_EQ(comparison.unchanged, 2U);
}

TEST_F(SchemaCompareTest, FaultsOfEitherSideAreNoVerdict) {
  const SchemaComparison comparison = Compare(R"({"type": 5})", kNumber);
  EXPECT_THAT(comparison.findings, IsEmpty());
  ASSERT_FALSE(comparison.faults.empty());
  EXPECT_TRUE(comparison.faults.front().span.file.ends_with("old/a.json"));
  EXPECT_FALSE(Compare(kNumber, "[]").faults.empty());
}

TEST_F(SchemaCompareTest, RulesThatAreNotInUseSayNothing) {
  options_.rules = *RuleSelection::Make(SchemaRules(), {"SCHEMA"}, {"type-narrowed"});
  EXPECT_THAT(Told(Compare(kNumber, kInteger)), IsEmpty());
}

TEST_F(SchemaCompareTest, OfAFolderOnlySchemasAreTaken) {
  Write("old/a.json", R"({"$schema": "http://json-schema.org/draft-07/schema#"})");
  Write("old/b.json", R"({"$schema": "https://example.com/config.json"})");
  Write("old/c.json", R"({"type": "string"})");
  Write("old/d.txt", R"({"$schema": "http://json-schema.org/draft-07/schema#"})");
  const auto sources = Open("old", false);
  ASSERT_EQ(sources->entries().size(), 1U);
  EXPECT_EQ(sources->entries().front().path, "a.json");
  EXPECT_THAT(sources->findings(), IsEmpty());
}

TEST_F(SchemaCompareTest, BrokenFilesOfAFolderAreToldWhenTheyWereSchemas) {
  Write("old/a.json", R"({"$schema": "http://json-schema.org/draft-07/schema#",)");
  Write("old/b.json", R"({"$schema": "https://example.com/config.json", // comment)");
  const auto sources = Open("old", false);
  ASSERT_FALSE(sources->findings().empty());
  for (const finding::Finding& finding : sources->findings()) {
    EXPECT_TRUE(finding.span.file.ends_with("old/a.json")) << finding.span.file;
  }
}

}  // namespace
}  // namespace accord::breaking
