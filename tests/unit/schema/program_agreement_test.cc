#include <string>

#include <gtest/gtest.h>

#include "accord/base/random.h"
#include "accord/document/document.h"
#include "accord/schema/schema.h"
#include "accord/schema/validate.h"

#include "schema/program/walk.h"
#include "schema/trace/trace.h"
#include "tests/support/instance_generator.h"
#include "tests/support/json_tree.h"
#include "tests/support/schema_generator.h"

namespace accord::schema {
namespace {

constexpr int kInstances = 40;

struct Count {
  int schemas = 0;
  int valid = 0;
  int invalid = 0;
};

// The program against the evaluation of the graph itself, at the root and at every schema below.
void Compare(const Schema& schema,
             const accord::test::Json& text,
             base::Random& random,
             Count& count) {
  accord::test::InstanceGenerator instances(random, text, text);
  for (int i = 0; i < kInstances; ++i) {
    const document::DocumentPtr instance = instances.Next().ToDocument("instance.json");
    const bool expected = TraceIsValid(schema.root(), instance->root());
    (expected ? count.valid : count.invalid) += 1;
    ASSERT_EQ(IsValid(schema, instance->root()), expected)
        << document::WriteJson(*schema.root().source) << "\n"
        << document::WriteJson(instance->root());
    if (i % 8 == 0) {
      WalkGraph({&schema.root()}, [&](const SchemaNode& node) {
        EXPECT_EQ(IsValid(schema, node, instance->root()), TraceIsValid(node, instance->root()))
            << document::WriteJson(*schema.root().source) << "\nat " << node.pointer << "\n"
            << document::WriteJson(instance->root());
      });
    }
  }
}

void CompareRandomSchemas(Dialect dialect, std::uint64_t seed, int schemas) {
  base::Random random(seed);
  Count count;
  for (int i = 0; i < schemas && !testing::Test::HasFailure(); ++i) {
    accord::test::SchemaGenerator generator(random, dialect);
    const accord::test::Json text = generator.Document();
    CompileOptions options;
    options.dialect = dialect;
    options.check_meta_schema = false;
    const CompileResult result = Compile(document::Value(text.ToDocument("schema.json")), options);
    if (result.schema != nullptr) {
      ++count.schemas;
      Compare(*result.schema, text, random, count);
    }
  }
  EXPECT_GT(count.schemas, schemas / 2);
  EXPECT_GT(count.valid, schemas);
  EXPECT_GT(count.invalid, schemas);
}

TEST(ProgramAgreementTest, WithTheGraphInDraft7) {
  CompareRandomSchemas(Dialect::kDraft7, 7, 300);
}

TEST(ProgramAgreementTest, WithTheGraphIn2020_12) {
  CompareRandomSchemas(Dialect::k2020_12, 2020, 300);
}

}  // namespace
}  // namespace accord::schema
