#include "accord/document/schema_check.h"

#include "document/embedded_schemas.h"
#include "document/form_schema.h"
#include "tests/unit/document/parsing.h"

namespace accord::document {
namespace {

TEST(EmbeddedSchemas, AllCompile) {
  for (const EmbeddedSchema& schema : EmbeddedSchemas()) {
    const auto compiled = FormSchema::Compile(std::string(schema.name), std::string(schema.text));
    EXPECT_TRUE(compiled.ok()) << (compiled.ok() ? "" : compiled.error().message);
  }
}

TEST(FormatSchema, IsFoundByName) {
  EXPECT_TRUE(FormatSchema("no-such-format").empty());
  const std::string_view report = FormatSchema("report");
  EXPECT_EQ(MustParse(std::string(report))->root().Find("title")->text(), "accord report");
}

TEST(CheckFormat, UsesTheNamedSchema) {
  const DocumentPtr document = MustParse("{\"formatVersion\": 2}");
  const std::vector<finding::Finding> findings = CheckFormat("report", *document, document->root());
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings[0].rule, &kSchemaViolation);
  EXPECT_EQ(findings[0].span.file, "test");
}

TEST(CheckFormat, EntersASchemaAtOneOfItsDefinitions) {
  const DocumentPtr document = MustParse("{\"name\": 1}");
  EXPECT_TRUE(CheckFormat("pact-v3", *document, document->root()).empty());
  const std::vector<finding::Finding> findings =
      CheckFormat("pact-v3#/definitions/participant", *document, document->root());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].path, "$.name");
}

}  // namespace
}  // namespace accord::document
