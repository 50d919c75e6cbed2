#include <thread>

#include <gtest/gtest.h>

#include "accord/document/document.h"

#include "schema/meta_schemas.h"
#include "tests/unit/schema/build_support.h"

namespace accord::schema {
namespace {

using test::CompileText;
using test::Faults;
using test::FirstMessage;
using test::In;
using test::SchemaOf;

using Texts = std::vector<std::string>;

TEST(Meta, EachIsFoundByItsOwnIdentifier) {
  EXPECT_EQ(EmbeddedMetaSchemas().size(), 22U);
  for (const EmbeddedMetaSchema& embedded : EmbeddedMetaSchemas()) {
    const document::DocumentPtr document = MetaSchema("https://" + std::string(embedded.name));
    ASSERT_NE(document, nullptr) << embedded.name;
    const document::Node* id = document->root().Find("$id");
    id = id != nullptr ? id : document->root().Find("id");
    ASSERT_NE(id, nullptr) << embedded.name;
    EXPECT_EQ(MetaSchema(id->text()), document) << embedded.name;
  }
  EXPECT_EQ(MetaSchema("http://example.org/"), nullptr);
  EXPECT_EQ(MetaSchema(""), nullptr);
}

TEST(Meta, EachFitsItsOwnMetaSchema) {
  for (const EmbeddedMetaSchema& embedded : EmbeddedMetaSchemas()) {
    const CompileResult result =
        Compile(document::Value(MetaSchema("https://" + std::string(embedded.name))), {});
    EXPECT_NE(result.schema, nullptr) << embedded.name;
    EXPECT_TRUE(result.findings.empty()) << embedded.name << result.findings.front().message;
  }
}

TEST(Meta, FindsWhatTheBuilderHasNoUseFor) {
  const std::vector<Dialect> dialects = {Dialect::kDraft4,
                                         Dialect::kDraft6,
                                         Dialect::kDraft7,
                                         Dialect::k2019_09,
                                         Dialect::k2020_12,
                                         Dialect::kOpenApi30,
                                         Dialect::kOpenApi31};
  for (const Dialect dialect : dialects) {
    EXPECT_EQ(Faults(R"({"title": 1})", In(dialect)), Texts{"schema-invalid 1:11"})
        << ToString(dialect);
    EXPECT_EQ(Faults(R"({"properties": {"a": {"items": {"description": []}}}})", In(dialect)),
              Texts{"schema-invalid 1:48"})
        << ToString(dialect);
  }
}

TEST(Meta, NamesTheDialectThatIsBroken) {
  EXPECT_EQ(
      FirstMessage(R"({"$schema": "http://json-schema.org/draft-04/schema#", "required": []})"),
      "draft-04: 'required' must not be empty");
  EXPECT_EQ(FirstMessage(R"({"$anchor": "1"})").substr(0, 19), "2020-12: '$anchor' ");
}

TEST(Meta, DialectsDisagree) {
  EXPECT_EQ(Faults(R"({"required": []})", In(Dialect::kDraft4)).size(), 1U);
  EXPECT_NE(SchemaOf(R"({"required": []})", In(Dialect::kDraft6)), nullptr);
  EXPECT_EQ(Faults(R"({"exclusiveMinimum": true, "minimum": 1})", In(Dialect::kDraft6)).size(), 1U);
  EXPECT_NE(SchemaOf(R"({"$id": "#a"})", In(Dialect::kDraft7)), nullptr);
  EXPECT_EQ(Faults(R"({"$id": "#a"})"), Texts{"schema-invalid 1:9"});
}

TEST(Meta, CanBeLeftOut) {
  CompileOptions options;
  options.check_meta_schema = false;
  EXPECT_NE(SchemaOf(R"({"title": 1})", options), nullptr);
}

TEST(Meta, ResourcesOfOtherDialectsAreCheckedByTheirs) {
  const std::string before = R"({"$schema": "https://json-schema.org/draft/2020-12/schema",
    "properties": {"old": {"$id": "http://x/old",
      "$schema": "http://json-schema.org/draft-07/schema#", )";
  EXPECT_NE(SchemaOf(before + R"("items": [{}]}}})"), nullptr);
  EXPECT_EQ(Faults(before + R"("contentEncoding": 1}}})"), Texts{"schema-invalid 3:80"});
}

TEST(Meta, MayBeAskedForByManyThreads) {
  std::vector<std::thread> threads;
  std::vector<SchemaPtr> schemas(4);
  for (SchemaPtr& schema : schemas) {
    threads.emplace_back([&schema] {
      schema = CompileText(R"({"$schema": "https://json-schema.org/draft/2019-09/schema"})").schema;
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  for (const SchemaPtr& schema : schemas) {
    EXPECT_NE(schema, nullptr);
  }
}

TEST(Meta, TheirRootDecidesDynamicReferences) {
  CompileOptions options;
  options.check_meta_schema = false;
  const SchemaPtr schema =
      Compile(document::Value(MetaSchema("https://json-schema.org/draft/2020-12/schema")), options)
          .schema;
  ASSERT_NE(schema, nullptr);
  EXPECT_EQ(schema->resources().size(), 8U);
  EXPECT_TRUE(test::Fits(*schema, R"({"not": {"items": {"type": "null"}}})"));
  EXPECT_FALSE(test::Fits(*schema, R"({"not": {"items": {"type": 7}}})"));
}

}  // namespace
}  // namespace accord::schema
