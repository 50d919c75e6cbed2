#include "document/glob.h"

#include <gtest/gtest.h>

#include "tests/unit/document/temp_folder.h"

namespace accord::document {
namespace {

TEST(MatchesSegment, FollowsThePattern) {
  for (const auto& [pattern, name] : {std::pair{"*", "a"},
                                      {"*.json", "x.json"},
                                      {"*.json", "a.b.json"},
                                      {"a*b*c", "axxbyyc"},
                                      {"a*b*c", "abbc"},
                                      {"a?c", "abc"},
                                      {"[a-c]x", "bx"},
                                      {"[!a-c]x", "dx"},
                                      {"[^a]", "b"},
                                      {"[]]", "]"},
                                      {"[a-]", "-"},
                                      {"[x", "[x"},
                                      {"\\*", "*"},
                                      {"a\\", "a\\"},
                                      {".*", ".hidden"},
                                      {"", ""}}) {
    EXPECT_TRUE(MatchesSegment(pattern, name)) << pattern << " " << name;
  }
}

TEST(MatchesSegment, RefusesTheRest) {
  for (const auto& [pattern, name] : {std::pair{"*.json", "x.yaml"},
                                      {"*", ".hidden"},
                                      {"?hidden", ".hidden"},
                                      {"a?c", "ac"},
                                      {"[a-c]x", "dx"},
                                      {"[!a-c]x", "ax"},
                                      {"\\*", "a"},
                                      {"a*b", "abc"},
                                      {"ab", "a"},
                                      {"a", "ab"},
                                      {"", "a"}}) {
    EXPECT_FALSE(MatchesSegment(pattern, name)) << pattern << " " << name;
  }
}

TEST(MatchesSegment, ManyStarsStayFast) {
  std::string pattern;
  for (int i = 0; i < 100; ++i) {
    pattern += "*a";
  }
  EXPECT_FALSE(MatchesSegment(pattern + "b", std::string(5000, 'a')));
}

class GlobTest : public testing::Test {
 protected:
  GlobTest() {
    for (const char* name : {"a.json",
                             "b.yaml",
                             "sub/c.json",
                             "sub/deep/d.json",
                             ".git/e.json",
                             "sub/.hidden.json",
                             "other/f.json"}) {
      folder_.Write(name, "{}");
    }
  }

  // Without the folder's own path.
  std::string Found(const std::string& pattern) {
    std::string out;
    for (const std::string& file : Glob(folder_ / pattern)) {
      out += file.substr(folder_.path().size() + 1) + " ";
    }
    return out;
  }

  TempFolder folder_;
};

TEST_F(GlobTest, StarsStayInOneFolder) {
  EXPECT_EQ(Found("*.json"), "a.json ");
  EXPECT_EQ(Found("*"), "a.json b.yaml ");
  EXPECT_EQ(Found("*/*.json"), "other/f.json sub/c.json ");
  EXPECT_EQ(Found("s*/deep/?.json"), "sub/deep/d.json ");
  EXPECT_EQ(Found("none/*.json"), "");
}

TEST_F(GlobTest, DoubleStarsCrossFolders) {
  EXPECT_EQ(Found("**/*.json"), "a.json other/f.json sub/c.json sub/deep/d.json ");
  EXPECT_EQ(Found("sub/**"), "sub/c.json sub/deep/d.json ");
  EXPECT_EQ(Found("**/deep/*"), "sub/deep/d.json ");
  EXPECT_EQ(Found("**/**/c.json"), "sub/c.json ");
}

TEST_F(GlobTest, HiddenFilesMustBeNamed) {
  EXPECT_EQ(Found(".git/*.json"), ".git/e.json ");
  EXPECT_EQ(Found("sub/.*"), "sub/.hidden.json ");
}

TEST_F(GlobTest, LinksToFoldersAreNotFollowedByDoubleStars) {
  std::filesystem::create_directory_symlink(folder_.path(), folder_ / "sub/loop");
  EXPECT_EQ(Found("**/c.json"), "sub/c.json ");
}

}  // namespace
}  // namespace accord::document
