#include <array>

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

constexpr std::array<std::pair<std::string_view, OutputFormat>, 4> kForms{
    {{"flag", OutputFormat::kFlag},
     {"basic", OutputFormat::kBasic},
     {"detailed", OutputFormat::kDetailed},
     {"verbose", OutputFormat::kVerbose}}};

// Each expected form is a schema for our output.
class OutputSuite {
 public:
  OutputSuite(const fs::path& suite, const Draft& draft)
      : folder_(suite / "output-tests" / draft.folder), prefix_(draft.folder) {
    options_.dialect = draft.dialect;
    const DocumentPtr form = ReadJson(folder_ / "output-schema.json");
    options_.load = [form](const std::string& uri) -> base::Result<DocumentPtr> {
      if (uri != form->root().Find("$id")->text()) {
        return base::InputError("there is no " + uri);
      }
      return form;
    };
  }

  void Run(accord::test::Tally& tally) {
    for (const fs::path& file : JsonFiles(folder_ / "content")) {
      const DocumentPtr document = ReadJson(file);
      for (const Node& group : document->root().items()) {
        RunGroup(fmt::format("output/{}/{}", prefix_, file.filename().string()), group, tally);
      }
    }
  }

 private:
  void RunGroup(const std::string& prefix, const Node& group, accord::test::Tally& tally) {
    const CompileResult schema = Compile(document::Value(Detach(*group.Find("schema"))), options_);
    ASSERT_NE(schema.schema, nullptr) << prefix;
    for (const Node& test : group.Find("tests")->items()) {
      const OutputUnit trace = Trace(*schema.schema, *test.Find("data"));
      for (const auto& [form, format] : kForms) {
        if (const Node* expected = test.Find("output")->Find(form)) {
          const std::string name = fmt::format("{}: {}: {}: {}",
                                               prefix,
                                               group.Find("description")->text(),
                                               test.Find("description")->text(),
                                               form);
          const DocumentPtr output = MakeOutput(trace, format);
          tally.Count(name, Fits(*expected, *output), document::WriteJson(output->root()));
        }
      }
    }
  }

  bool Fits(const Node& expected, const document::Document& output) const {
    const CompileResult schema = Compile(document::Value(Detach(expected)), options_);
    return schema.schema != nullptr && Trace(*schema.schema, output.root()).valid;
  }

  fs::path folder_;
  std::string prefix_;
  CompileOptions options_;
};

TEST(JsonSchema, Output) {
  const std::optional<fs::path> suite = SuiteDir();
  if (!suite) {
    GTEST_SKIP() << "the JSON Schema suite is not there";
  }
  accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
  for (const Draft& draft : Drafts()) {
    if (draft.dialect == Dialect::k2019_09 || draft.dialect == Dialect::k2020_12) {
      OutputSuite(*suite, draft).Run(tally);
    }
  }
  tally.Print("json-schema-output");
}

// All forms fit the schema of outputs, whatever is put out.
TEST(JsonSchema, EveryOutputFitsItsSchema) {
  const std::optional<fs::path> suite = SuiteDir();
  if (!suite) {
    GTEST_SKIP() << "the JSON Schema suite is not there";
  }
  const fs::path folder = *suite / "output-tests" / "draft2020-12";
  const CompileResult form = Compile(document::Value(ReadJson(folder / "output-schema.json")), {});
  ASSERT_NE(form.schema, nullptr);
  CompileOptions options;
  options.load = Remotes(*suite);
  for (const fs::path& file : JsonFiles(*suite / "tests" / "draft2020-12")) {
    ForEachCase(file, options, [&](const Case& test) {
      if (test.compiled == nullptr) {
        return;
      }
      const OutputUnit trace = Trace(*test.compiled, test.instance);
      for (const auto& [name, format] : kForms) {
        const DocumentPtr output = MakeOutput(trace, format);
        EXPECT_TRUE(IsValid(*form.schema, output->root())) << test.name << " " << name << "\n"
                                                           << document::WriteJson(output->root());
      }
    });
  }
}

}  // namespace
}  // namespace accord::schema::test
