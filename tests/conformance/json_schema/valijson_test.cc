#include <memory>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "accord/schema/validate.h"

#include "tests/conformance/json_schema/suite.h"
#include "tests/conformance/json_schema/valijson_oracle.h"
#include "tests/support/tally.h"

namespace accord::schema::test {
namespace {

namespace fs = std::filesystem;

std::string_view InWords(std::optional<bool> verdict) {
  return !verdict ? "refuses the schema" : *verdict ? "says valid" : "says invalid";
}

void Compare(const fs::path& file,
             const Draft& draft,
             const fs::path& suite,
             accord::test::Tally& tally) {
  CompileOptions options;
  options.dialect = draft.dialect;
  options.load = Remotes(suite);
  const document::Node* schema = nullptr;
  std::unique_ptr<ValijsonOracle> oracle;
  ForEachCase(file, options, [&](const Case& test) {
    if (schema != &test.schema) {
      schema = &test.schema;
      oracle = std::make_unique<ValijsonOracle>(test.schema, draft.dialect, suite);
    }
    ASSERT_NE(test.compiled, nullptr) << test.name;
    const bool ours = IsValid(*test.compiled, test.instance);
    const std::optional<bool> theirs = oracle->IsValid(test.instance);
    tally.Count(fmt::format("{}/{}", draft.folder, test.name),
                theirs == ours,
                fmt::format("  valijson {}, accord {}", InWords(theirs), InWords(ours)));
  });
}

// An engine that others wrote agrees, but for the cases that are listed with a reason.
TEST(JsonSchema, AgreesWithValijson) {
  const std::optional<fs::path> suite = SuiteDir();
  if (!suite) {
    GTEST_SKIP() << "the JSON Schema suite is not there";
  }
  accord::test::Tally tally(ACCORD_VALIJSON_DIFFERENCES);
  for (const Draft& draft : Drafts()) {
    const bool known_to_valijson = draft.dialect <= Dialect::kDraft7;
    const fs::path folder = *suite / "tests" / draft.folder;
    for (const fs::path& file : known_to_valijson ? JsonFiles(folder) : std::vector<fs::path>()) {
      Compare(file, draft, *suite, tally);
    }
  }
  tally.Print("json-schema-valijson");
}

}  // namespace
}  // namespace accord::schema::test
