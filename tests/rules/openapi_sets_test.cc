#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "accord/breaking/openapi.h"
#include "accord/document/document.h"

namespace accord::breaking {
namespace {

namespace fs = std::filesystem;
using document::Node;
using finding::Finding;
using finding::Severity;

document::DocumentPtr ReadYaml(const fs::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return document::Parse(path.string(), text.str(), {.format = document::Format::kYaml}).document;
}

std::string TextOf(const Node& object, std::string_view name, std::string otherwise) {
  const Node* value = object.Find(name);
  return value != nullptr ? std::string(value->text()) : std::move(otherwise);
}

std::string JsonOf(const Node& object, std::string_view name, std::string otherwise) {
  const Node* value = object.Find(name);
  return value != nullptr ? document::WriteJson(*value) : std::move(otherwise);
}

/// An API with the schema in a request body, a response body, or both.
std::string ApiOf(const Node& test, const std::string& side) {
  if (test.Find(side + "_document") != nullptr) {
    return JsonOf(test, side + "_document", "");
  }
  std::string version = TextOf(test, "openapi", "3.1.0");
  version = TextOf(test, side + "_openapi", version);
  const std::string schema = JsonOf(test, side, "{}");
  const std::string content = R"("content":{"application/json":{"schema":)" + schema + "}}";
  const std::string where = TextOf(test, "in", "both");
  const std::string body = R"("requestBody":{"required":true,)" + content + "},";
  const std::string response = where == "request" ? "" : "," + content;
  return R"({"openapi":")" + version + R"(","info":{"title":"t","version":"1"},"paths":{"/a":{)" +
         R"("post":{)" + (where == "response" ? "" : body) +
         R"("responses":{"200":{"description":"ok")" + response +
         R"(}}}}},"components":{"schemas":)" + JsonOf(test, side + "_schemas", "{}") + "}}";
}

/// A file of cases: two versions of a schema, or of a whole document, and what is found.
///
///     - name: wrapped
///       openapi: 3.1.0
///       in: request                # response; both when it is left out
///       old: {…}                   # new: …, old_schemas: …, new_schemas: …
///       expect: [error some-rule]  # or `error`, whatever its rule is; nothing at all without
class OpenApiSets : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("accord-openapi-sets-" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::vector<Finding> Compare(const Node& test) {
    OpenApiOptions options;
    options.rules = *RuleSelection::Make(OpenApiRules(), {"OPENAPI"}, {});
    options.version_policy = false;
    OpenApiComparison comparison = CompareOpenApi(*Open("old", test), *Open("new", test), options);
    for (const Finding& fault : comparison.faults) {
      ADD_FAILURE() << fault.message;
    }
    return std::move(comparison.findings);
  }

 private:
  std::shared_ptr<const OpenApiSources> Open(const std::string& side, const Node& test) {
    const fs::path path = folder_ / (side + ".json");
    std::ofstream(path) << ApiOf(test, side);
    return *OpenApiSources::Open(path.string());
  }

  fs::path folder_;
};

std::string Shown(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text += std::string(ToString(finding.severity)) + " " + std::string(finding.rule->id) + ": " +
            finding.message + "\n";
    for (const finding::Witness& witness : finding.witnesses) {
      text += "  " + witness.type + " " + witness.written + " " + witness.read + "\n";
    }
  }
  return text;
}

void ExpectFindings(const Node* expect, const std::vector<Finding>& findings) {
  if (expect == nullptr) {
    EXPECT_EQ(Shown(findings), "");
    return;
  }
  std::vector<std::string> found;
  bool has_error = false;
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::kInfo) {
      found.push_back(std::string(ToString(finding.severity)) + " " +
                      std::string(finding.rule->id));
    }
    has_error = has_error || finding.severity == Severity::kError;
  }
  if (expect->is_string()) {
    EXPECT_TRUE(has_error) << Shown(findings);
    return;
  }
  std::vector<std::string> wanted;
  for (const Node& each : expect->items()) {
    wanted.emplace_back(each.text());
  }
  EXPECT_THAT(found, testing::UnorderedElementsAreArray(wanted)) << Shown(findings);
}

TEST_P(OpenApiSets, SayWhatIsRefused) {
  const document::DocumentPtr cases = ReadYaml(GetParam());
  ASSERT_NE(cases, nullptr);
  ASSERT_FALSE(cases->root().items().empty());
  for (const Node& test : cases->root().items()) {
    SCOPED_TRACE(TextOf(test, "name", ""));
    const std::vector<Finding> findings = Compare(test);
    ExpectFindings(test.Find("expect"), findings);
    if (test.Find("old_document") != nullptr) {
      continue;
    }
    for (const Finding& finding : findings) {
      EXPECT_EQ(finding.witnesses.empty(),
                finding.severity != Severity::kError &&
                    finding.help.find("open-content") == std::string::npos)
          << Shown({finding});
    }
  }
}

std::vector<fs::path> Files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(ACCORD_OPENAPI_SET_CASES)) {
    if (entry.path().extension() == ".yaml") {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

INSTANTIATE_TEST_SUITE_P(Cases,
                         OpenApiSets,
                         testing::ValuesIn(Files()),
                         [](const testing::TestParamInfo<fs::path>& param) {
                           std::string name = param.param.parent_path().filename().string() + "_" +
                                              param.param.stem().string();
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(OpenApiSetCases, EveryClassHasAFile) {
  std::size_t refactorings = 0;
  std::size_t traps = 0;
  for (const fs::path& path : Files()) {
    (path.parent_path().filename() == "traps" ? traps : refactorings) += 1;
  }
  EXPECT_EQ(refactorings, 20U);
  EXPECT_EQ(traps, 13U);
}

}  // namespace
}  // namespace accord::breaking
