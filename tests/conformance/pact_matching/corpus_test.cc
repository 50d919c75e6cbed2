#include <algorithm>
#include <array>
#include <filesystem>

#include <gtest/gtest.h>

#include "accord/document/input.h"
#include "accord/match/compare.h"
#include "accord/pact/read.h"

#include "tests/conformance/pact_matching/mismatch_text.h"
#include "tests/support/conformance.h"
#include "tests/support/tally.h"

namespace accord::match::test {
namespace {

namespace fs = std::filesystem;
using document::Value;
using pact::SpecVersion;

struct Folder {
  std::string_view name;
  SpecVersion version;
};
constexpr std::array<Folder, 5> kVersions = {{{"v1", SpecVersion::kV1},
                                              {"v1_1", SpecVersion::kV1_1},
                                              {"v2", SpecVersion::kV2},
                                              {"v3", SpecVersion::kV3},
                                              {"v4", SpecVersion::kV4}}};

std::vector<fs::path> CaseFiles(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) {
    return files;
  }
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".json") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Mismatch> Run(std::string_view part,
                          const Value& expected,
                          const Value& actual,
                          SpecVersion version) {
  std::vector<finding::Finding> findings;
  if (part == "request") {
    return CompareRequest(pact::ReadRequest(expected, version, findings),
                          pact::ReadRequest(actual, version, findings));
  }
  if (part == "response") {
    return CompareResponse(pact::ReadResponse(expected, version, findings),
                           pact::ReadResponse(actual, version, findings));
  }
  return CompareMessage(pact::ReadMessage(expected, version, findings),
                        pact::ReadMessage(actual, version, findings));
}

void RunCase(const fs::path& file,
             const std::string& name,
             std::string_view part,
             SpecVersion version,
             accord::test::Tally& tally) {
  const base::Result<std::string> bytes = document::ReadFile(file.string(), 1U << 20U);
  ASSERT_TRUE(bytes.ok()) << name;
  const document::LoadResult loaded = document::Parse(name, *bytes);
  ASSERT_TRUE(loaded.ok()) << name;
  const Value root(loaded.document);
  const document::Node* match = root->Find("match");
  ASSERT_NE(match, nullptr) << name;
  const std::vector<Mismatch> mismatches =
      Run(part, root.Child(root->Find("expected")), root.Child(root->Find("actual")), version);
  tally.Count(name, mismatches.empty() == match->boolean(), Describe(mismatches));
}

TEST(PactMatching, Corpus) {
  const std::optional<fs::path> corpus = accord::test::ConformanceDir("pact-matching");
  if (!corpus) {
    GTEST_SKIP() << "the pact-matching corpus is not there";
  }
  accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
  for (const Folder& version : kVersions) {
    for (const std::string_view part : {"request", "response", "message"}) {
      const fs::path folder = *corpus / version.name / part;
      for (const fs::path& file : CaseFiles(folder)) {
        RunCase(file, fs::relative(file, *corpus).string(), part, version.version, tally);
      }
    }
  }
  tally.Print("pact-matching");
}

}  // namespace
}  // namespace accord::match::test
