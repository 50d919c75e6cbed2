#include <charconv>
#include <map>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "accord/base/strings.h"
#include "accord/document/pointer.h"
#include "accord/schema/validate.h"

#include "tests/conformance/json_schema/suite.h"
#include "tests/support/tally.h"

namespace accord::schema::test {
namespace {

namespace fs = std::filesystem;
using document::DocumentPtr;
using document::Node;
using Annotations = std::map<const Node*, const Node*>;  // By the schema they are written in.

int ReleaseOf(Dialect dialect) {
  switch (dialect) {
    case Dialect::kDraft4:
      return 4;
    case Dialect::kDraft6:
      return 6;
    case Dialect::kDraft7:
      return 7;
    case Dialect::k2019_09:
      return 2019;
    default:
      return 2020;
  }
}

// `7`, `<=2019`, `=2020` or several of them.
bool IsFor(const Node* compatibility, Dialect dialect) {
  if (compatibility == nullptr) {
    return true;
  }
  const int release = ReleaseOf(dialect);
  for (std::string_view part : base::Split(compatibility->text(), ',')) {
    const bool at_most = part.starts_with("<=");
    const bool exactly = part.starts_with("=");
    part.remove_prefix(at_most ? 2 : exactly ? 1 : 0);
    int bound = 0;
    std::from_chars(part.data(), part.data() + part.size(), bound);
    if (at_most ? release > bound : exactly ? release != bound : release < bound) {
      return false;
    }
  }
  return true;
}

void Collect(const OutputUnit& unit,
             std::string_view location,
             std::string_view keyword,
             Annotations& out) {
  if (!unit.valid) {
    return;
  }
  if (unit.annotation != nullptr && unit.keyword == keyword && unit.instance_location == location) {
    out[unit.schema->source.get()] = unit.annotation;
  }
  for (const OutputUnit& child : unit.children) {
    Collect(child, location, keyword, out);
  }
}

const Node* SchemaAt(std::string_view fragment, const Node& root) {
  const auto pointer = document::Pointer::Parse(base::PercentDecode(fragment.substr(1), false));
  return pointer ? pointer->Resolve(root) : nullptr;
}

std::string Check(const Node& assertion, const OutputUnit& trace, const Node& schema) {
  Annotations actual;
  Collect(trace, assertion.Find("location")->text(), assertion.Find("keyword")->text(), actual);
  for (const document::Member& expected : assertion.Find("expected")->members()) {
    const Node* place = SchemaAt(expected.key(), schema);
    const auto found = actual.find(place);
    if (found == actual.end() || !document::Equal(*found->second, expected.value, true)) {
      return fmt::format("  {} gives no {}", expected.key(), document::WriteJson(expected.value));
    }
    actual.erase(found);
  }
  return actual.empty() ? std::string() : fmt::format("  {} annotations too many", actual.size());
}

void RunCase(const Node& test_case,
             const Draft& draft,
             const std::string& prefix,
             accord::test::Tally& tally) {
  CompileOptions options;
  options.dialect = draft.dialect;
  if (const Node* others = test_case.Find("externalSchemas")) {
    options.load = [others](const std::string& uri) -> base::Result<DocumentPtr> {
      const Node* document = others->Find(uri);
      return document != nullptr ? base::Result<DocumentPtr>(Detach(*document))
                                 : base::InputError("there is no " + uri);
    };
  }
  const DocumentPtr schema = Detach(*test_case.Find("schema"));
  const CompileResult compiled = Compile(document::Value(schema), options);
  std::size_t number = 0;
  for (const Node& test : test_case.Find("tests")->items()) {
    for (const Node& assertion : test.Find("assertions")->items()) {
      const std::string name =
          fmt::format("{}: {}: {}", prefix, test_case.Find("description")->text(), ++number);
      if (compiled.schema == nullptr) {
        tally.Count(name, false, compiled.findings.front().message);
        continue;
      }
      const OutputUnit trace = Trace(*compiled.schema, *test.Find("instance"));
      const std::string difference = Check(assertion, trace, schema->root());
      tally.Count(name, difference.empty(), difference);
    }
  }
}

TEST(JsonSchema, Annotations) {
  const std::optional<fs::path> suite = SuiteDir();
  if (!suite) {
    GTEST_SKIP() << "the JSON Schema suite is not there";
  }
  accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
  for (const fs::path& file : JsonFiles(*suite / "annotations" / "tests")) {
    const DocumentPtr document = ReadJson(file);
    for (const Draft& draft : Drafts()) {
      const std::string prefix =
          fmt::format("annotations/{}/{}", draft.folder, file.filename().string());
      for (const Node& test_case : document->root().Find("suite")->items()) {
        if (IsFor(test_case.Find("compatibility"), draft.dialect)) {
          RunCase(test_case, draft, prefix, tally);
        }
      }
    }
  }
  tally.Print("json-schema-annotations");
}

}  // namespace
}  // namespace accord::schema::test
