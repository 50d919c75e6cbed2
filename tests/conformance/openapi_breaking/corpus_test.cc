#include <algorithm>
#include <filesystem>
#include <iostream>
#include <vector>

#include <gtest/gtest.h>

#include "tests/conformance/openapi_breaking/case.h"
#include "tests/support/conformance.h"
#include "tests/support/tally.h"

namespace accord::breaking::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> CaseFolders(const fs::path& corpus) {
  std::vector<fs::path> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(corpus)) {
    if (fs::exists(entry.path() / "expected.json")) {
      folders.push_back(entry.path());
    }
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

TEST(OpenApiBreaking, Corpus) {
  const std::optional<fs::path> corpus = accord::test::ConformanceDir("openapi-breaking");
  if (!corpus) {
    GTEST_SKIP() << "the openapi-breaking corpus is not there";
  }
  accord::test::Tally breaking(ACCORD_KNOWN_FAILURES);
  accord::test::Tally all(ACCORD_KNOWN_FAILURES);
  ArgumentCount arguments;
  for (const fs::path& folder : CaseFolders(*corpus)) {
    const std::string name = folder.filename().string();
    const base::Result<Case> subject = ReadCase(folder);
    ASSERT_TRUE(subject.ok()) << name << ": " << subject.error().message;
    const base::Result<std::vector<Stated>> found = Judge(*subject);
    ASSERT_TRUE(found.ok()) << name << ": " << found.error().message;
    const std::string broken = Differ(*subject, *found, finding::Severity::kWarning);
    const std::string any = Differ(*subject, *found, finding::Severity::kInfo);
    breaking.Count(name, broken.empty(), broken);
    all.Count(name + ":info", any.empty(), any);
    const ArgumentCount count = CompareArguments(*subject, *found);
    arguments.same += count.same;
    arguments.stated += count.stated;
  }
  breaking.Print("openapi-breaking");
  all.Print("openapi-breaking-infos");
  std::cout << "openapi-breaking, arguments of messages: " << arguments.same << " of "
            << arguments.stated << " alike\n";
  EXPECT_GE(breaking.share(), 0.97);
  EXPECT_GE(all.share(), 0.90);
}

}  // namespace
}  // namespace accord::breaking::test
