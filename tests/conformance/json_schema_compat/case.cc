#include "tests/conformance/json_schema_compat/case.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace accord::schema::test {
namespace {

std::optional<bool> Verdict(const document::Node& test, std::string_view direction) {
  const document::Node* verdict = test.Find(direction);
  return verdict == nullptr || !verdict->is_bool() ? std::nullopt
                                                   : std::optional(verdict->boolean());
}

Dialect DialectNamed(const document::Node* name, Dialect otherwise) {
  return name == nullptr ? otherwise : ParseDialect(name->text()).value_or(otherwise);
}

}  // namespace

std::vector<Case> ReadCases(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  const document::LoadResult loaded = document::Parse(file.filename().string(), std::move(text));
  EXPECT_TRUE(loaded.ok()) << file;
  std::vector<Case> cases;
  if (!loaded.ok()) {
    return cases;
  }
  const document::Value root(loaded.document);
  for (const document::Node& test : root->items()) {
    Case& made = cases.emplace_back();
    made.id = std::string(test.Find("id")->text());
    made.original = root.Child(test.Find("original"));
    made.update = root.Child(test.Find("update"));
    made.original_dialect = DialectNamed(test.Find("dialect"), Dialect::k2020_12);
    made.update_dialect = DialectNamed(test.Find("update_dialect"), made.original_dialect);
    made.backward = Verdict(test, "backward");
    made.forward = Verdict(test, "forward");
  }
  return cases;
}

SchemaPtr CompileCase(const document::Value& schema, Dialect dialect, std::string& fault) {
  // Each schema of a case is a document of its own, so that `#` means the schema.
  document::Builder builder;
  builder.Copy(*schema);
  CompileOptions options;
  options.dialect = dialect;
  options.formats = Formats::kAnnotate;
  options.check_meta_schema = false;  // Some of the sources' schemas are careless about form.
  CompileResult compiled = Compile(document::Value(builder.Finish()), options);
  for (const finding::Finding& finding : compiled.findings) {
    fault += finding.message + "\n";
  }
  return compiled.schema;
}

}  // namespace accord::schema::test
