#include "tests/conformance/json_schema/suite.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/conformance.h"

namespace accord::schema::test {

namespace fs = std::filesystem;
using document::DocumentPtr;
using document::Node;

const std::vector<Draft>& Drafts() {
  static const std::vector<Draft> drafts{{"draft4", Dialect::kDraft4},
                                         {"draft6", Dialect::kDraft6},
                                         {"draft7", Dialect::kDraft7},
                                         {"draft2019-09", Dialect::k2019_09},
                                         {"draft2020-12", Dialect::k2020_12}};
  return drafts;
}

std::optional<fs::path> SuiteDir() {
  return accord::test::ConformanceDir("json-schema");
}

std::vector<fs::path> JsonFiles(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

DocumentPtr ReadJson(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  DocumentPtr document = document::Parse(file.filename().string(), std::move(text)).document;
  EXPECT_NE(document, nullptr) << file;
  return document;
}

DocumentPtr Detach(const Node& node) {
  return document::Parse("part.json", document::WriteJson(node)).document;
}

LoadDocument Remotes(const fs::path& suite) {
  return [suite](const std::string& uri) -> base::Result<DocumentPtr> {
    constexpr std::string_view kServer = "http://localhost:1234/";
    const fs::path file = suite / "remotes" / uri.substr(std::min(kServer.size(), uri.size()));
    if (!uri.starts_with(kServer) || !fs::is_regular_file(file)) {
      return base::InputError("there is no " + uri);
    }
    return ReadJson(file);
  };
}

void ForEachCase(const fs::path& file,
                 const CompileOptions& options,
                 const std::function<void(const Case&)>& run) {
  const DocumentPtr document = ReadJson(file);
  for (const Node& group : document->root().items()) {
    const Node& schema = *group.Find("schema");
    const CompileResult compiled = Compile(document::Value(Detach(schema)), options);
    const std::string refusal =
        compiled.findings.empty() ? std::string() : compiled.findings.front().message;
    for (const Node& test : group.Find("tests")->items()) {
      run({.name = fmt::format("{}: {}: {}",
                               file.filename().string(),
                               group.Find("description")->text(),
                               test.Find("description")->text()),
           .schema = schema,
           .instance = *test.Find("data"),
           .valid = test.Find("valid")->boolean(),
           .compiled = compiled.schema.get(),
           .refusal = refusal});
    }
  }
}

}  // namespace accord::schema::test
