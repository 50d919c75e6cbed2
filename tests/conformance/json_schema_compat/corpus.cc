#include "tests/conformance/json_schema_compat/corpus.h"

#include <set>

#include <gtest/gtest.h>

#include "accord/document/input.h"

#include "tests/support/conformance.h"
#include "tests/support/json_tree.h"

namespace accord::schema::test {

namespace fs = std::filesystem;
using accord::test::Json;
using document::Node;

namespace {

struct Side {
  std::string text;
  CompileResult compiled;
};

// The names of the definitions that references below `schema` lead to, and what these refer to.
void FollowReferences(const Json& schema, const Json& definitions, std::set<std::string>& used) {
  constexpr std::string_view kPrefix = "#/definitions/";
  const Json* reference = schema.Find("$ref");
  if (reference != nullptr && reference->text.starts_with(kPrefix)) {
    const std::string path = reference->text.substr(kPrefix.size());
    const std::string name = path.substr(0, path.find('/'));
    const Json* target = definitions.Find(name);
    if (target != nullptr && used.insert(name).second) {
      FollowReferences(*target, definitions, used);
    }
  }
  for (const Json& item : schema.items) {
    if (&item != &definitions) {
      FollowReferences(item, definitions, used);
    }
  }
}

// Some refused schemas have definitions that are no schemas. Those that nothing refers to do not
// matter.
Json WithoutUnusedDefinitions(Json schema) {
  Json* definitions = schema.Find("definitions");
  if (definitions == nullptr) {
    return schema;
  }
  std::set<std::string> used;
  FollowReferences(schema, *definitions, used);
  for (std::size_t i = definitions->items.size(); i > 0; --i) {
    if (!used.contains(definitions->names[i - 1])) {
      definitions->Erase(i - 1);
    }
  }
  return schema;
}

Side CompileSide(const Node& node, std::string_view dialect) {
  CompileOptions options;
  options.formats = Formats::kAnnotate;
  const std::optional<Dialect> known = ParseDialect(dialect);
  EXPECT_TRUE(known.has_value()) << dialect;
  options.dialect = known.value_or(options.dialect);
  const auto compile = [&](const Json& schema) -> Side {
    return {.text = schema.ToText(),
            .compiled = Compile(document::Value(schema.ToDocument("schema.json")), options)};
  };
  const Json schema = Json::From(node);
  Side side = compile(schema);
  return side.compiled.schema != nullptr ? side : compile(WithoutUnusedDefinitions(schema));
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
