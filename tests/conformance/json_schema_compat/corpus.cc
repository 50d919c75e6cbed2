#include "tests/conformance/json_schema_compat/corpus.h"

#include <gtest/gtest.h>

#include "accord/document/input.h"

#include "tests/support/conformance.h"

namespace accord::schema::test {

namespace fs = std::filesystem;
using document::Node;

namespace {

struct Side {
  std::string text;
  CompileResult compiled;
};

Side CompileSide(const Node& node, std::string_view dialect) {
  Side side;
  side.text = document::WriteJson(node, {.indent = 0});
  CompileOptions options;
  options.formats = Formats::kAnnotate;
  const std::optional<Dialect> known = ParseDialect(dialect);
  EXPECT_TRUE(known.has_value()) << dialect;
  options.dialect = known.value_or(options.dialect);
  side.compiled =
      Compile(document::Value(document::Parse("schema.json", side.text).document), options);
  return side;
}

std::string Refusal(const Side& side) {
  if (side.compiled.schema != nullptr) {
    return "";
  }
  return side.compiled.findings.empty() ? "refused without a reason"
                                        : side.compiled.findings.front().message;
}

Question MakeQuestion(const Node& test,
                      const std::string& direction,
                      const Side& a,
                      const Side& b) {
  Question out;
  out.name = std::string(test.Find("id")->text()) + ":" + direction;
  out.a_text = a.text;
  out.b_text = b.text;
  out.a = a.compiled.schema.get();
  out.b = b.compiled.schema.get();
  out.refusal = Refusal(a) + Refusal(b);
  const Node& answer = *test.Find(direction);
  if (answer.is_bool()) {
    out.answer = answer.boolean();
  }
  const Node* witnesses = test.Find("witness");
  out.witness = witnesses == nullptr ? nullptr : witnesses->Find(direction);
  return out;
}

}  // namespace

const std::vector<Source>& Sources() {
  static const std::vector<Source> sources{{"own", 0.95},
                                           {"jsonsubschema", 0.9},
                                           {"is-json-schema-subset", 0.9},
                                           {"json-schema-diff", 0.9},
                                           {"json-schema-diff-validator", 0.9}};
  return sources;
}

std::optional<fs::path> CorpusDir() {
  return accord::test::ConformanceDir("json-schema-compat");
}

void ForEachQuestion(const fs::path& file, const std::function<void(const Question&)>& ask) {
  const base::Result<std::string> bytes = document::ReadFile(file.string(), 1U << 26U);
  ASSERT_TRUE(bytes.ok()) << file;
  const document::DocumentPtr corpus = document::Parse(file.string(), *bytes).document;
  ASSERT_NE(corpus, nullptr) << file;
  for (const Node& test : corpus->root().items()) {
    const std::string_view dialect = test.Find("dialect")->text();
    const Node* other = test.Find("update_dialect");
    const Side original = CompileSide(*test.Find("original"), dialect);
    const Side update =
        CompileSide(*test.Find("update"), other == nullptr ? dialect : other->text());
    ask(MakeQuestion(test, "backward", original, update));
    ask(MakeQuestion(test, "forward", update, original));
  }
}

}  // namespace accord::schema::test
