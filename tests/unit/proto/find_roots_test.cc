#include "proto/find_roots.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "proto/scan.h"
#include "tests/support/conformance.h"

namespace accord::proto {
namespace {

using testing::ElementsAre;

struct File {
  std::string path;
  std::string package;
  std::vector<std::string> imports;
};

std::vector<std::string> Find(const std::vector<File>& files,
                              const std::vector<std::string>& preferred = {}) {
  std::vector<PlacedFile> placed;
  for (const File& file : files) {
    placed.push_back({file.path, file.package, file.imports});
  }
  return FindRoots(placed, preferred);
}

TEST(FindRoots, TheTopWhenImportsResolveThere) {
  EXPECT_THAT(Find({{"proto/a.proto", "x", {"proto/b.proto"}}, {"proto/b.proto", "x", {}}}),
              ElementsAre(""));
}

TEST(FindRoots, TheTopWhenNothingTells) {
  EXPECT_THAT(Find({}), ElementsAre(""));
  EXPECT_THAT(Find({{"a/b.proto", "", {"c.proto", "google/protobuf/any.proto"}}}), ElementsAre(""));
}

TEST(FindRoots, TheFolderThatMakesImportsResolve) {
  EXPECT_THAT(Find({{"proto/acme/a.proto", "", {"acme/b.proto"}}, {"proto/acme/b.proto", "", {}}}),
              ElementsAre("proto"));
}

TEST(FindRoots, FilesElsewhereKeepTheTop) {
  EXPECT_THAT(Find({{"proto/acme/a.proto", "", {"acme/b.proto"}},
                    {"proto/acme/b.proto", "", {}},
                    {"tools/t.proto", "", {}}}),
              ElementsAre("", "proto"));
}

TEST(FindRoots, NeighboursComeBeforeCopiesElsewhere) {
  EXPECT_THAT(Find({{"a/x.proto", "", {"shared/s.proto"}},
                    {"a/shared/s.proto", "", {}},
                    {"testdata/shared/s.proto", "", {}},
                    {"testdata/y.proto", "", {"shared/s.proto"}}}),
              ElementsAre("a", "testdata"));
}

TEST(FindRoots, AFolderOfOthersIsFound) {
  EXPECT_THAT(Find({{"proto/x.proto", "", {"y.proto", "google/type/date.proto"}},
                    {"proto/y.proto", "", {"google/type/date.proto"}},
                    {"third_party/googleapis/google/type/date.proto", "", {}}}),
              ElementsAre("proto", "third_party/googleapis"));
}

TEST(FindRoots, TheRootThatResolvesMostIsTakenAmongCopies) {
  EXPECT_THAT(Find({{"app/x.proto", "", {"t/date.proto", "t/only.proto"}},
                    {"copy/t/date.proto", "", {}},
                    {"full/t/date.proto", "", {}},
                    {"full/t/only.proto", "", {}}}),
              ElementsAre("", "full"));
}

TEST(FindRoots, PackagesTellWhenThereAreNoImports) {
  EXPECT_THAT(Find({{"src/main/proto/acme/v1/a.proto", "acme.v1", {}},
                    {"src/main/proto/acme/v2/a.proto", "acme.v2", {}}}),
              ElementsAre("src/main/proto"));
}

TEST(FindRoots, PackagesMustAgree) {
  EXPECT_THAT(Find({{"x/acme/a.proto", "acme", {}}, {"y/acme/b.proto", "acme", {}}}),
              ElementsAre(""));
  EXPECT_THAT(Find({{"x/acme/a.proto", "acme", {}}, {"x/b.proto", "", {}}}), ElementsAre(""));
  EXPECT_THAT(Find({{"acme/a.proto", "acme", {}}}), ElementsAre(""));
}

TEST(FindRoots, TheOtherVersionsRootsStayWhenTheyDoAsWell) {
  const std::vector<File> files = {{"x/acme/a.proto", "acme", {}}};
  EXPECT_THAT(Find(files), ElementsAre("x"));
  EXPECT_THAT(Find(files, {""}), ElementsAre(""));
  EXPECT_THAT(Find(files, {"x/acme", "gone"}), ElementsAre("x/acme"));
  EXPECT_THAT(Find({{"p/a.proto", "", {"b.proto"}}, {"p/b.proto", "", {}}}, {""}),
              ElementsAre("p"));
  EXPECT_THAT(Find({{"p/a.proto", "", {}}, {"q/b.proto", "", {}}}, {"p"}), ElementsAre("", "p"));
}

TEST(FindRoots, ManyFilesOfOneNameAreNotCompared) {
  std::vector<File> files;
  for (int i = 0; i < 20'000; ++i) {
    const std::string folder = "services/s" + std::to_string(i);
    files.push_back({folder + "/proto/s" + std::to_string(i) + "/service.proto",
                     "",
                     {"s" + std::to_string(i) + "/types.proto"}});
    files.push_back({folder + "/proto/s" + std::to_string(i) + "/types.proto", "", {}});
  }
  EXPECT_EQ(Find(files).size(), 20'000U);
}

// Each version of each case of the corpus is a root.
TEST(FindRoots, CorpusFoldersAreTheirOwnRoots) {
  namespace fs = std::filesystem;
  const std::optional<fs::path> corpus = test::ConformanceDir("proto-breaking");
  if (!corpus) {
    GTEST_SKIP() << "no corpus proto-breaking";
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(*corpus)) {
    for (const char* side : {"previous", "current"}) {
      const fs::path root = entry.path() / side;
      if (!fs::is_directory(root)) {
        continue;
      }
      std::vector<File> files;
      for (const fs::directory_entry& file : fs::recursive_directory_iterator(root)) {
        if (file.path().extension() == ".proto") {
          std::ifstream stream(file.path());
          Head head = Scan(std::string(std::istreambuf_iterator<char>(stream), {}));
          files.push_back({fs::relative(file.path(), root), head.package, head.imports});
        }
      }
      EXPECT_THAT(Find(files), ElementsAre("")) << root;
    }
  }
}

}  // namespace
}  // namespace accord::proto
