#include <fmt/format.h>
#include <gtest/gtest.h>

#include "accord/schema/validate.h"

#include "tests/conformance/json_schema/suite.h"
#include "tests/support/tally.h"

namespace accord::schema::test {
namespace {

namespace fs = std::filesystem;
using document::DocumentPtr;
using document::Node;

/// The schemas of these files hold nothing but a format.
void CountFile(const fs::path& file, const std::string& prefix, accord::test::Tally& tally) {
  const DocumentPtr document = ReadJson(file);
  for (const Node& group : document->root().items()) {
    const Node* format = group.Find("schema")->Find("format");
    ASSERT_NE(format, nullptr) << file;
    for (const Node& test : group.Find("tests")->items()) {
      const Node& data = *test.Find("data");
      const bool fits = !data.is_string() || FitsFormat(format->text(), data.text());
      tally.Count(fmt::format("{}/{}: {}: {}",
                              prefix,
                              file.filename().string(),
                              group.Find("description")->text(),
                              test.Find("description")->text()),
                  fits == test.Find("valid")->boolean(),
                  std::string(data.is_string() ? data.text() : ""));
    }
  }
}

TEST(JsonSchema, Format) {
  const std::optional<fs::path> suite = SuiteDir();
  if (!suite) {
    GTEST_SKIP() << "the JSON Schema suite is not there";
  }
  accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
  for (const Draft& draft : Drafts()) {
    for (const fs::path& file : JsonFiles(*suite / "tests" / draft.folder / "optional/format")) {
      CountFile(file, fmt::format("format/{}", draft.folder), tally);
    }
  }
  tally.Print("json-schema-format");
}

}  // namespace
}  // namespace accord::schema::test
