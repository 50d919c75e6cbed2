#include <algorithm>
#include <filesystem>
#include <iterator>

#include <gtest/gtest.h>

#include "tests/conformance/proto_breaking/case.h"
#include "tests/support/conformance.h"
#include "tests/support/tally.h"

namespace accord::breaking::test {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

std::vector<fs::path> CaseFolders(const fs::path& corpus) {
  std::vector<fs::path> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(corpus)) {
    if (fs::exists(entry.path() / "case.json")) {
      folders.push_back(entry.path());
    }
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

/// What only one side has; `-` for buf's, `+` for ours.
std::string Difference(const Lines& expected, const Lines& actual) {
  std::string text;
  const auto add = [&](std::string_view sign, const Lines& from, const Lines& without) {
    Lines rest;
    std::set_difference(
        from.begin(), from.end(), without.begin(), without.end(), std::back_inserter(rest));
    for (const std::string& line : rest) {
      text += "  " + std::string(sign) + " " + line + "\n";
    }
  };
  add("-", expected, actual);
  add("+", actual, expected);
  return text;
}

void RunCase(const fs::path& folder, accord::test::Tally& tally) {
  const std::string name = folder.filename().string();
  const base::Result<Case> subject = ReadCase(folder);
  ASSERT_TRUE(subject.ok()) << name;
  const base::Result<std::vector<Expectation>> expectations = ReadExpectations(folder);
  ASSERT_TRUE(expectations.ok()) << name;
  for (const Expectation& expectation : *expectations) {
    const std::string test = expectation.variant.empty() ? name : name + ":" + expectation.variant;
    const base::Result<Lines> actual = Judge(*subject, expectation.variant);
    ASSERT_TRUE(actual.ok()) << test << ": " << actual.error().message;
    tally.Count(test, *actual == expectation.findings, Difference(expectation.findings, *actual));
  }
}

TEST(ProtoBreaking, Corpus) {
  const std::optional<fs::path> corpus = accord::test::ConformanceDir("proto-breaking");
  if (!corpus) {
    GTEST_SKIP() << "the proto-breaking corpus is not there";
  }
  accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
  for (const fs::path& folder : CaseFolders(*corpus)) {
    RunCase(folder, tally);
  }
  tally.Print("proto-breaking");
}

}  // namespace
}  // namespace accord::breaking::test
