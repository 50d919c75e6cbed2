// Every contract of the corpus must load, and writing it must lose nothing.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "accord/base/strings.h"
#include "accord/document/input.h"
#include "accord/pact/read.h"
#include "accord/pact/write.h"

#include "tests/support/conformance.h"

namespace accord::pact {
namespace {

using document::Node;

// Written in another way on purpose: the version, query strings, methods in capitals.
bool IsRewritten(std::string_view key) {
  return key == "version" || key == "query" || key == "method" || key == "pactSpecificationVersion";
}

// `timestamp` is the old name of `datetime`; DEFAULT is what is meant without a hint.
bool IsRewrittenText(std::string_view text) {
  return text == "timestamp" || text == "DEFAULT";
}

void CollectLeaves(const Node& node, std::set<std::string>& leaves) {
  if (!node.text().empty()) {
    leaves.emplace(node.text());
  }
  for (const Node& item : node.items()) {
    CollectLeaves(item, leaves);
  }
  for (const document::Member& member : node.members()) {
    if (!IsRewritten(member.key())) {
      CollectLeaves(member.value, leaves);
    }
  }
}

document::DocumentPtr Load(const std::string& name, std::string text) {
  return document::Parse(name, std::move(text)).document;
}

/// A version the writer knows, at least that of the contract.
SpecVersion Target(const Pact& pact) {
  return std::max(pact.version, SpecVersion::kV2);
}

/// What is wrong with the round trip of one file; empty when nothing is.
std::string RoundTrip(const document::DocumentPtr& document) {
  const ReadResult read = Read(document);
  for (const finding::Finding& finding : read.findings) {
    if (finding.severity == finding::Severity::kError) {
      return finding::ToString(finding.span) + ": " + finding.message;
    }
  }
  if (!read.pact) {
    return "is no pact";
  }
  const base::Result<std::string> once = Write(*read.pact, Target(*read.pact));
  if (!once.ok()) {
    return "cannot be written: " + once.error().message;
  }
  const document::DocumentPtr written = Load("written", *once);
  const ReadResult again = Read(written);
  const base::Result<std::string> twice = Write(*again.pact, Target(*read.pact));
  if (!twice.ok() || *twice != *once) {
    return "changes when it is read and written again";
  }
  if (again.pact->interactions.size() != read.pact->interactions.size()) {
    return "loses interactions";
  }
  std::set<std::string> before;
  std::set<std::string> after;
  CollectLeaves(document->root(), before);
  CollectLeaves(written->root(), after);
  for (const std::string& leaf : before) {
    if (!after.contains(leaf) && !IsRewrittenText(leaf)) {
      return "loses the value " + leaf;
    }
  }
  return {};
}

std::map<std::string, std::string> KnownFailures() {
  std::map<std::string, std::string> known;
  std::ifstream file(ACCORD_KNOWN_FAILURES);
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string name;
    if (words >> name && !name.starts_with('#')) {
      std::getline(words >> std::ws, known[name]);
    }
  }
  return known;
}

std::vector<std::filesystem::path> PactFiles(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(PactFiles, LoadAndSurviveARoundTrip) {
  const std::optional<std::filesystem::path> folder = test::ConformanceDir("pact-files");
  if (!folder) {
    GTEST_SKIP() << "the corpus pact-files is not there (ACCORD_CONFORMANCE_DIR)";
  }
  const std::map<std::string, std::string> known = KnownFailures();
  const std::vector<std::filesystem::path> files = PactFiles(*folder);
  std::size_t passed = 0;
  for (const std::filesystem::path& path : files) {
    const std::string name = path.filename().string();
    const base::Result<std::string> bytes = document::ReadFile(path.string(), 256U << 20U);
    ASSERT_TRUE(bytes.ok()) << bytes.error().message;
    const document::DocumentPtr document = Load(name, *bytes);
    const std::string problem = document == nullptr ? "does not parse" : RoundTrip(document);
    passed += problem.empty() ? 1U : 0U;
    EXPECT_EQ(problem.empty(), !known.contains(name))
        << name << ": " << (problem.empty() ? "passes, but is a known failure" : problem);
  }
  std::cout << "pact-files: passed " << passed << " of " << files.size() << "\n";
  EXPECT_FALSE(files.empty());
}

}  // namespace
}  // namespace accord::pact
