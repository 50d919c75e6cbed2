#include "document/source_set_selection.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "document/glob.h"
#include "tests/unit/document/temp_folder.h"

namespace accord::document {
namespace {

TEST(MatchesPath, FindsWhatGlobFinds) {
  const std::vector<std::string> files = {"a.proto",
                                          "b/a.proto",
                                          "b/c/a.proto",
                                          "b/c/d/e.proto",
                                          "b/b/b.proto",
                                          ".hidden/a.proto",
                                          "b/.hidden/c/a.proto",
                                          "b/.a.proto"};
  const TempFolder folder;
  for (const std::string& file : files) {
    folder.Write(file, "");
  }
  for (const std::string pattern : {"*.proto",
                                    "**/*.proto",
                                    "**",
                                    "b/**",
                                    "b/*",
                                    "*/*.proto",
                                    "b/**/a.proto",
                                    "**/b/**/*.proto",
                                    "**/c/*",
                                    "**/b/*",
                                    "?/[a-c]/a.*",
                                    ".hidden/*",
                                    ".*/*",
                                    "**/.hidden/**",
                                    "b/.*",
                                    "**/**/e*",
                                    "b/*/d/e.proto",
                                    "*",
                                    "**/d/**/e.proto",
                                    "x/**",
                                    "b/**/c/**/*.proto"}) {
    std::vector<std::string> matched;
    for (const std::string& file : files) {
      if (MatchesPath(pattern, file)) {
        matched.push_back(folder / file);
      }
    }
    std::sort(matched.begin(), matched.end());
    EXPECT_EQ(matched, Glob(folder / pattern)) << pattern;
  }
}

TEST(MatchesPath, ManyStarsTakeNoLongTime) {
  std::string pattern;
  std::string path;
  for (int i = 0; i < 200; ++i) {
    pattern += "**/a/";
    path += "a/a/";
  }
  EXPECT_FALSE(MatchesPath(pattern + "b", path + "c"));
  EXPECT_TRUE(MatchesPath(pattern + "c", path + "c"));
}

TEST(HasExtension, LooksAtTheEndOfTheName) {
  EXPECT_TRUE(HasExtension("a/b.proto", {".json", ".proto"}));
  EXPECT_TRUE(HasExtension("B.Proto", {".proto"}));
  EXPECT_FALSE(HasExtension("a.proto/b", {".proto"}));
  EXPECT_FALSE(HasExtension("a/.proto", {".proto"}));
  EXPECT_FALSE(HasExtension("proto", {".proto"}));
}

TEST(IsInHiddenFolder, LooksAtFoldersOnly) {
  EXPECT_TRUE(IsInHiddenFolder(".git/a"));
  EXPECT_TRUE(IsInHiddenFolder("a/.b/c/d"));
  EXPECT_FALSE(IsInHiddenFolder("a/.b"));
  EXPECT_FALSE(IsInHiddenFolder("a.b/c"));
}

TEST(FixedBeginning, EndsBeforeTheFirstWildcard) {
  EXPECT_EQ(FixedBeginning("protos/v*/a.proto"), "protos/");
  EXPECT_EQ(FixedBeginning("protos//v1/a[b]"), "protos/v1/");
  EXPECT_EQ(FixedBeginning("*"), "");
  EXPECT_EQ(FixedBeginning("./?"), "./");
  EXPECT_EQ(FixedBeginning("/*"), "/");
}

}  // namespace
}  // namespace accord::document
