#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "accord/report/report.h"

#include "tests/golden/sample_reports.h"

namespace accord::report {
namespace {

struct Golden {
  std::string file;
  std::string format;
  finding::Report (*report)();
  Style style;
};

void PrintTo(const Golden& golden, std::ostream* out) {
  *out << golden.file;
}

std::string Render(const Golden& golden) {
  std::ostringstream out;
  FindFormat(golden.format)(golden.report(), golden.style, out);
  static const std::regex version(
      R"re(("name": "accord",\s*"version"|"semanticVersion"): "[^"]*")re");
  return std::regex_replace(out.str(), version, R"($1: "x.y.z")");
}

std::string ReadAll(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

class ReportGolden : public testing::TestWithParam<Golden> {};

/// ACCORD_UPDATE_GOLDEN=1 writes the files anew, to be read in the diff.
TEST_P(ReportGolden, LooksAsBefore) {
  const std::string rendered = Render(GetParam());
  const std::filesystem::path path = std::filesystem::path(ACCORD_GOLDEN_DIR) / GetParam().file;
  if (std::getenv("ACCORD_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << rendered;
  }
  ASSERT_TRUE(std::filesystem::exists(path)) << path;
  EXPECT_EQ(rendered, ReadAll(path));
}

INSTANTIATE_TEST_SUITE_P(
    Files,
    ReportGolden,
    testing::Values(
        Golden{"verify.txt", "text", golden::Verification, {}},
        Golden{"verify.80.txt", "text", golden::Verification, {.width = 80}},
        Golden{"verify.color.txt", "text", golden::Verification, {.color = true}},
        Golden{"verify.verbose.txt", "text", golden::Verification, {.width = 80, .verbose = true}},
        Golden{"verify.json", "json", golden::Verification, {}},
        Golden{"verify.junit.xml", "junit", golden::Verification, {}},
        Golden{"verify.github.txt", "github", golden::Verification, {}},
        Golden{"verify.md", "markdown", golden::Verification, {}},
        Golden{"validate.txt", "text", golden::Validation, {}},
        Golden{"validate.80.txt", "text", golden::Validation, {.width = 80}},
        Golden{"validate.json", "json", golden::Validation, {}},
        Golden{"validate.junit.xml", "junit", golden::Validation, {}},
        Golden{"validate.github.txt", "github", golden::Validation, {}},
        Golden{"validate.md", "markdown", golden::Validation, {}},
        Golden{"verify.sarif", "sarif", golden::Verification, {}},
        Golden{"verify.gitlab.json", "gitlab", golden::Verification, {}},
        Golden{"verify.html", "html", golden::Verification, {}},
        Golden{"verify.buf.jsonl", "buf-json", golden::Verification, {}},
        Golden{"breaking.txt", "text", golden::Comparison, {}},
        Golden{"breaking.80.txt", "text", golden::Comparison, {.width = 80}},
        Golden{"breaking.color.txt", "text", golden::Comparison, {.color = true}},
        Golden{"breaking.verbose.txt", "text", golden::Comparison, {.verbose = true}},
        Golden{"breaking.json", "json", golden::Comparison, {}},
        Golden{"breaking.junit.xml", "junit", golden::Comparison, {}},
        Golden{"breaking.github.txt", "github", golden::Comparison, {}},
        Golden{"breaking.md", "markdown", golden::Comparison, {}},
        Golden{"breaking.sarif", "sarif", golden::Comparison, {}},
        Golden{"breaking.gitlab.json", "gitlab", golden::Comparison, {}},
        Golden{"breaking.html", "html", golden::Comparison, {}},
        Golden{"breaking.buf.jsonl", "buf-json", golden::Comparison, {}}),
    [](const testing::TestParamInfo<Golden>& golden) {
      return std::regex_replace(golden.param.file, std::regex("[^a-z0-9]"), "_");
    });

}  // namespace
}  // namespace accord::report
