#include <algorithm>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "accord/document/input.h"

#include "tests/conformance/openapi_pact/comparison.h"
#include "tests/conformance/openapi_pact/subject.h"
#include "tests/support/conformance.h"
#include "tests/support/tally.h"

namespace accord::conform::test {
namespace {

namespace fs = std::filesystem;
using document::DocumentPtr;
using document::Node;

DocumentPtr Open(const fs::path& file) {
  const auto bytes = document::ReadFile(file.string(), 1U << 26U);
  return bytes ? document::Parse(file.string(), *bytes).document : nullptr;
}

/// A part of a line as a document of its own.
DocumentPtr Part(const Node& line, std::string_view key) {
  const Node* part = line.Find(key);
  return part != nullptr ? document::Parse(std::string(key), document::WriteJson(*part)).document
                         : nullptr;
}

std::vector<DocumentPtr> Lines(const fs::path& file) {
  std::vector<DocumentPtr> lines;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(document::Parse(file.string(), line).document);
  }
  return lines;
}

std::vector<Remark> Expected(const Node& list) {
  std::vector<Remark> out;
  for (const Node& finding : list.items()) {
    const auto text = [&](std::string_view key) {
      const Node* value = finding.Find(key);
      return value != nullptr ? std::string(value->text()) : std::string();
    };
    out.push_back({text("code"),
                   text("type"),
                   text("interactionDescription"),
                   text("mockLocation"),
                   text("message")});
  }
  return out;
}

std::string All(const std::vector<Remark>& remarks) {
  std::string text;
  for (const Remark& remark : remarks) {
    text +=
        fmt::format("  {} {} {}: {}\n", remark.type, remark.code, remark.location, remark.message);
  }
  return text;
}

TEST(OpenApiPact, Corpus) {
  const auto corpus = accord::test::ConformanceDir("openapi-pact");
  if (!corpus) {
    GTEST_SKIP() << "the openapi-pact corpus is not there";
  }
  std::vector<fs::path> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(*corpus)) {
    if (fs::exists(entry.path() / "expected.json")) {
      folders.push_back(entry.path());
    }
  }
  std::sort(folders.begin(), folders.end());
  accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
  for (const fs::path& folder : folders) {
    const std::string name = folder.filename().string();
    std::vector<DocumentPtr> specifications;
    for (const char* file : {"oas.yaml", "oas.json", "asyncapi.yaml"}) {
      if (fs::exists(folder / file)) {
        specifications.push_back(Open(folder / file));
        ASSERT_NE(specifications.back(), nullptr) << name;
      }
    }
    const DocumentPtr pact = Open(folder / "pact.json");
    const DocumentPtr expected = Open(folder / "expected.json");
    ASSERT_TRUE(pact && expected) << name;
    const std::string difference =
        Difference(Expected(expected->root()), Judge(pact, specifications).remarks);
    tally.Count(name, difference.empty(), difference);
  }
  tally.Print("openapi-pact");
  EXPECT_GE(tally.share(), 0.97);
}

/// Whether what was said is what `should` asks for.
bool Agrees(std::string_view should, const Verdict& verdict) {
  const bool warned = std::any_of(verdict.remarks.begin(),
                                  verdict.remarks.end(),
                                  [](const Remark& remark) { return remark.type == "warning"; });
  if (should == "error") {
    return verdict.failed;
  }
  if (should == "warning") {
    return warned && !verdict.failed;
  }
  if (should == "error-or-warning") {
    return warned || verdict.failed;
  }
  return !verdict.failed && (should != "ok" || !warned);
}

TEST(OpenApiPact, KnownGapsOfOthers) {
  const auto corpus = accord::test::ConformanceDir("openapi-pact");
  if (!corpus) {
    GTEST_SKIP() << "the openapi-pact corpus is not there";
  }
  accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
  for (const DocumentPtr& line : Lines(*corpus / "known-gaps.jsonl")) {
    const Node& root = line->root();
    const Verdict verdict = Judge(Part(root, "pact"), {Part(root, "spec")});
    const std::string should(root.Find("should")->text());
    tally.Count("gap: " + std::string(root.Find("name")->text()),
                Agrees(should, verdict),
                "  should: " + should + "\n" + All(verdict.remarks));
  }
  tally.Print("openapi-pact-gaps");
}

/// Judged by the verdict, where both tools agree on it.
TEST(OpenApiPact, UnitsOfSwaggerMockValidator) {
  const auto corpus = accord::test::ConformanceDir("openapi-pact");
  if (!corpus) {
    GTEST_SKIP() << "the openapi-pact corpus is not there";
  }
  accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
  for (const DocumentPtr& line : Lines(*corpus / "smv-unit.jsonl")) {
    const Node& root = line->root();
    if (!root.Find("agree_verdict")->boolean()) {
      continue;
    }
    const Node& expected = *root.Find("expected");
    const std::vector<Remark> remarks = Expected(expected);
    const bool fails =
        expected.is_object() || std::any_of(remarks.begin(), remarks.end(), [](const Remark& one) {
          return one.type == "error";
        });
    Verdict verdict = Judge(Part(root, "pact"), {Part(root, "spec")});
    std::erase_if(verdict.remarks, [](const Remark& remark) { return IsOurOwn(remark.code); });
    const bool failed = std::any_of(verdict.remarks.begin(),
                                    verdict.remarks.end(),
                                    [](const Remark& one) { return one.type == "error"; });
    tally.Count("unit: " + std::string(root.Find("id")->text()),
                fails == failed,
                "  " + std::string(root.Find("test")->text()) + "\n  should " +
                    (fails ? "fail" : "pass") + "\n" + All(verdict.remarks));
  }
  tally.Print("openapi-pact-units");
}

}  // namespace
}  // namespace accord::conform::test
