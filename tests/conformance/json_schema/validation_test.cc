#include <fmt/format.h>
#include <gtest/gtest.h>

#include "accord/schema/validate.h"

#include "schema/trace/trace.h"
#include "tests/conformance/json_schema/suite.h"
#include "tests/support/tally.h"

namespace accord::schema::test {
namespace {

namespace fs = std::filesystem;

// What each of the ways to ask says, where it is not as expected; empty when all agree.
std::string Disagreement(const Case& test) {
  if (test.compiled == nullptr) {
    return "  the schema is refused: " + test.refusal;
  }
  const document::DocumentPtr instance = Detach(test.instance);
  std::string out;
  const auto compare = [&](std::string_view way, bool valid) {
    if (valid != test.valid) {
      out += fmt::format("  {} says {}\n", way, valid ? "valid" : "invalid");
    }
  };
  compare("IsValid", IsValid(*test.compiled, instance->root()));
  compare("TraceIsValid", TraceIsValid(test.compiled->root(), instance->root()));
  compare("Trace", Trace(*test.compiled, instance->root()).valid);
  compare("Explain", Explain(*test.compiled, document::Value(instance)).empty());
  return out;
}

void RunFiles(const fs::path& folder,
              const std::string& prefix,
              const CompileOptions& options,
              accord::test::Tally& tally) {
  for (const fs::path& file : JsonFiles(folder)) {
    CompileOptions of_file = options;
    of_file.strict_integers = file.filename() == "zeroTerminatedFloats.json";
    ForEachCase(file, of_file, [&](const Case& test) {
      const std::string disagreement = Disagreement(test);
      tally.Count(prefix + test.name, disagreement.empty(), disagreement);
    });
  }
}

CompileOptions OptionsFor(const Draft& draft, const fs::path& suite) {
  CompileOptions options;
  options.dialect = draft.dialect;
  options.load = Remotes(suite);
  return options;
}

TEST(JsonSchema, Required) {
  const std::optional<fs::path> suite = SuiteDir();
  if (!suite) {
    GTEST_SKIP() << "the JSON Schema suite is not there";
  }
  for (const Draft& draft : Drafts()) {
    const std::string folder(draft.folder);
    accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
    RunFiles(*suite / "tests" / folder, folder + "/", OptionsFor(draft, *suite), tally);
    tally.Print("json-schema-" + folder);
  }
}

TEST(JsonSchema, Optional) {
  const std::optional<fs::path> suite = SuiteDir();
  if (!suite) {
    GTEST_SKIP() << "the JSON Schema suite is not there";
  }
  accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
  for (const Draft& draft : Drafts()) {
    const std::string folder = std::string(draft.folder) + "/optional";
    RunFiles(*suite / "tests" / folder, folder + "/", OptionsFor(draft, *suite), tally);
  }
  tally.Print("json-schema-optional");
}

}  // namespace
}  // namespace accord::schema::test
