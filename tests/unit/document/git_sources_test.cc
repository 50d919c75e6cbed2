#include "document/git_sources.h"

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/document/source_set.h"

#include "tests/unit/document/temp_repository.h"

namespace accord::document {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

std::shared_ptr<const SourceSet> Open(const std::string& argument) {
  base::Result<std::shared_ptr<const SourceSet>> sources = OpenSources(argument, {});
  EXPECT_TRUE(sources.ok()) << sources.error().message;
  return sources.ok() ? *sources : nullptr;
}

base::Error OpenError(const std::string& argument) {
  const base::Result<std::shared_ptr<const SourceSet>> sources = OpenSources(argument, {});
  EXPECT_FALSE(sources.ok());
  return sources.ok() ? base::Error{} : sources.error();
}

std::vector<std::string> Paths(const SourceSet& sources) {
  std::vector<std::string> paths;
  for (const SourceFile& file : sources.files()) {
    paths.push_back(file.path);
  }
  return paths;
}

/// A repository with two commits, which is the working folder meanwhile.
class GitSourcesTest : public ::testing::Test {
 protected:
  GitSourcesTest() : here_(repository_.path()) {
    repository_.Write("protos/a.proto", "old a");
    repository_.Write("protos/sub/b.proto", "old b");
    repository_.Write("protos/note.txt", "note");
    repository_.Write("top.proto", "old top");
    repository_.Commit();
    repository_.Run({"tag", "v1"});
    repository_.Write("protos/a.proto", "new a");
    fs::remove_all(repository_ / "protos/sub");
    repository_.Commit();
  }

  TempRepository repository_;
  WorkingFolder here_;
};

TEST_F(GitSourcesTest, AFolderAsOfATag) {
  const auto sources = Open("git:v1:protos");
  EXPECT_EQ(sources->name(), "git:v1:protos");
  EXPECT_THAT(Paths(*sources), ElementsAre("a.proto", "sub/b.proto"));
  EXPECT_EQ(sources->Read("a.proto").value(), "old a");
  EXPECT_EQ(sources->Read("sub/b.proto").value(), "old b");
  EXPECT_EQ(sources->files()[0].blob_id, GitBlobId("old a"));
  EXPECT_TRUE(sources->Exists("note.txt"));
  EXPECT_EQ(sources->Read("note.txt").value(), "note");
  EXPECT_FALSE(sources->Exists("sub"));
  EXPECT_FALSE(sources->Exists("../top.proto"));
}

TEST_F(GitSourcesTest, AWholeCommit) {
  EXPECT_THAT(Paths(*Open("git:HEAD")), ElementsAre("protos/a.proto", "top.proto"));
  EXPECT_THAT(Paths(*Open("git:HEAD~1:")),
              ElementsAre("protos/a.proto", "protos/sub/b.proto", "top.proto"));
  EXPECT_EQ(Open("git:main")->Read("protos/a.proto").value(), "new a");
}

TEST_F(GitSourcesTest, AColonInBracesBelongsToTheRef) {
  repository_.Run({"commit", "--quiet", "--allow-empty", "--message=fix: x"});
  EXPECT_THAT(Paths(*Open("git:HEAD^{/fix: x}:protos")), ElementsAre("a.proto"));
}

TEST_F(GitSourcesTest, AFileHasItsFolderAsRoot) {
  const auto sources = Open("git:v1:protos/a.proto");
  EXPECT_THAT(Paths(*sources), ElementsAre("a.proto"));
  EXPECT_EQ(sources->Read("a.proto").value(), "old a");
  EXPECT_EQ(sources->Read("sub/b.proto").value(), "old b");
  EXPECT_EQ(sources->DisplayName("a.proto"), "git:v1:protos/a.proto");
  EXPECT_THAT(Paths(*Open("git:v1:top.proto")), ElementsAre("top.proto"));
  EXPECT_EQ(Open("git:v1:top.proto")->DisplayName("top.proto"), "git:v1:top.proto");
}

TEST_F(GitSourcesTest, AGlobHasItsFixedBeginningAsRoot) {
  const auto sources = Open("git:v1:protos/**/*.proto");
  EXPECT_THAT(Paths(*sources), ElementsAre("a.proto", "sub/b.proto"));
  EXPECT_EQ(sources->DisplayName("a.proto"), "git:v1:protos/a.proto");
  EXPECT_THAT(Paths(*Open("git:v1:*.proto")), ElementsAre("top.proto"));
  EXPECT_EQ(Open("git:v1:*.proto")->DisplayName("top.proto"), "git:v1:top.proto");
  EXPECT_EQ(Open("git:v1:./*.proto")->DisplayName("top.proto"), "git:v1:./top.proto");
  EXPECT_THAT(OpenError("git:v1:protos/x*").message,
              EndsWith("there is no protos/x* in commit v1"));
}

TEST_F(GitSourcesTest, FilesAreCalledAsTheFolderWasTyped) {
  EXPECT_EQ(Open("git:main:protos")->DisplayName("a.proto"), "git:main:protos/a.proto");
  EXPECT_EQ(Open("git:main:protos//")->DisplayName("a.proto"), "git:main:protos/a.proto");
  EXPECT_EQ(Open("git:main:./protos/")->DisplayName("a.proto"), "git:main:./protos/a.proto");
  EXPECT_EQ(Open("git:main")->DisplayName("a.proto"), "git:main:a.proto");
  EXPECT_EQ(Open("git:main:")->DisplayName("a.proto"), "git:main:a.proto");
  EXPECT_EQ(Open("git:main:.")->DisplayName("a.proto"), "git:main:./a.proto");
}

TEST_F(GitSourcesTest, PathsCountFromTheTopOrWithADotFromTheWorkingFolder) {
  const WorkingFolder below(repository_ / "protos");
  EXPECT_THAT(Paths(*Open("git:v1:protos")), ElementsAre("a.proto", "sub/b.proto"));
  EXPECT_THAT(Paths(*Open("git:v1:.")), ElementsAre("a.proto", "sub/b.proto"));
  EXPECT_THAT(Paths(*Open("git:v1:./sub")), ElementsAre("b.proto"));
  EXPECT_THAT(Paths(*Open("git:v1:../top.proto")), ElementsAre("top.proto"));
  EXPECT_THAT(Paths(*Open("git:v1")),
              ElementsAre("protos/a.proto", "protos/sub/b.proto", "top.proto"));
  EXPECT_THAT(OpenError("git:v1:sub").message, HasSubstr("there is no sub in commit v1"));
  EXPECT_THAT(OpenError("git:v1:../../x").message,
              EndsWith("the path leads out of the repository"));
}

TEST_F(GitSourcesTest, AnAbsolutePathNamesAnyWorkingTree) {
  const WorkingFolder elsewhere("/");
  const auto sources = Open("git:v1:" + repository_ / "protos/sub");
  EXPECT_THAT(Paths(*sources), ElementsAre("b.proto"));
  EXPECT_EQ(sources->Read("b.proto").value(), "old b");
  EXPECT_EQ(sources->DisplayName("b.proto"), "git:v1:" + repository_ / "protos/sub/b.proto");
}

TEST_F(GitSourcesTest, StrangeNamesAreTakenAsTheyAre) {
  const std::vector<std::string> names = {"odd/ leading and trailing .proto",
                                          "odd/:(top)x.proto",
                                          "odd/line\nfeed.proto",
                                          "odd/süß.proto",
                                          "odd/tab\t.proto",
                                          "odd/\"quoted\".proto",
                                          "odd/\xff.proto"};
  for (const std::string& name : names) {
    repository_.Write(name, name);
  }
  repository_.Commit();
  const auto sources = Open("git:HEAD:odd");
  EXPECT_EQ(sources->files().size(), names.size());
  for (const std::string& name : names) {
    EXPECT_EQ(sources->Read(name.substr(4)).value(), name);
    EXPECT_EQ(Open("git:HEAD:" + name)->files().size(), 1U) << name;
  }
}

TEST_F(GitSourcesTest, AFolderWithSpacesAndColons) {
  repository_.Write("my protos: new/a.proto", "spaces");
  repository_.Commit();
  const auto sources = Open("git:HEAD:my protos: new");
  EXPECT_EQ(sources->Read("a.proto").value(), "spaces");
}

TEST_F(GitSourcesTest, LinksAndSubmodulesAndHiddenFoldersAreLeftOut) {
  fs::create_symlink("a.proto", repository_ / "protos/link.proto");
  repository_.Write("protos/.hidden/x.proto", "hidden");
  repository_.Commit();
  repository_.Run({"update-index",
                   "--add",
                   "--cacheinfo",
                   "160000," + repository_.Run({"rev-parse", "HEAD"}) + ",protos/sub.proto"});
  repository_.Run({"commit", "--quiet", "--message=submodule"});
  const auto sources = Open("git:HEAD:protos");
  EXPECT_THAT(Paths(*sources), ElementsAre("a.proto"));
  EXPECT_FALSE(sources->Exists("link.proto"));
  EXPECT_FALSE(sources->Exists("sub.proto"));
  EXPECT_TRUE(sources->Exists(".hidden/x.proto"));
}

TEST_F(GitSourcesTest, AnEmptyCommitIsNoError) {
  repository_.Run({"rm", "-r", "--quiet", "."});
  repository_.Commit();
  EXPECT_THAT(Open("git:HEAD")->files(), IsEmpty());
}

TEST_F(GitSourcesTest, AMissingRefIsAnInputError) {
  const base::Error error = OpenError("git:nope:protos");
  EXPECT_EQ(error.kind, base::ErrorKind::kInput);
  EXPECT_EQ(error.message,
            "cannot read git:nope:protos: there is no commit nope in this repository");
  EXPECT_THAT(OpenError("git:HEAD^{tree}").message, HasSubstr("there is no commit HEAD^{tree}"));
}

TEST_F(GitSourcesTest, ARefThatLooksLikeAnOptionIsAUsageError) {
  for (const std::string argument :
       {"git:-h", "git:--upload-pack=x:protos", "git:", "git::protos"}) {
    EXPECT_EQ(OpenError(argument).kind, base::ErrorKind::kUsage) << argument;
  }
  EXPECT_EQ(OpenError("git:-h").message,
            "-h cannot be the name of a commit: it begins with a dash");
}

TEST_F(GitSourcesTest, APathThatIsNotInTheCommitIsAnInputError) {
  const base::Error error = OpenError("git:HEAD:protos/sub/b.proto");
  EXPECT_EQ(error.kind, base::ErrorKind::kInput);
  EXPECT_EQ(
      error.message,
      "cannot read git:HEAD:protos/sub/b.proto: there is no protos/sub/b.proto in commit HEAD");
  EXPECT_THAT(OpenError("git:HEAD:none").message, EndsWith("there is no none in commit HEAD"));
  EXPECT_THAT(OpenError("git:HEAD:protos/a.proto/x").message, HasSubstr("there is no"));
}

TEST_F(GitSourcesTest, ReadingWhatIsNotThereNamesIt) {
  EXPECT_EQ(Open("git:HEAD:protos")->Read("x.proto").error().message,
            "cannot read git:HEAD:protos/x.proto: no such file");
}

TEST_F(GitSourcesTest, AMissingObjectIsAnErrorAndTheOthersCanBeRead) {
  const auto sources = Open("git:v1:protos");
  const std::string id = sources->files()[0].blob_id;
  fs::remove(repository_ / (".git/objects/" + id.substr(0, 2) + "/" + id.substr(2)));
  const base::Result<std::string> bytes = sources->Read("a.proto");
  ASSERT_FALSE(bytes.ok());
  EXPECT_EQ(bytes.error().kind, base::ErrorKind::kInput);
  EXPECT_THAT(bytes.error().message,
              AllOf(StartsWith("cannot read git:v1:protos/a.proto: "), HasSubstr(id)));
  EXPECT_EQ(sources->Read("sub/b.proto").value(), "old b");
}

TEST_F(GitSourcesTest, ABrokenObjectIsAnErrorAndTheOthersCanBeRead) {
  const auto sources = Open("git:v1:protos");
  const std::string id = sources->files()[0].blob_id;
  const std::string object = ".git/objects/" + id.substr(0, 2) + "/" + id.substr(2);
  fs::remove(repository_ / object);
  repository_.Write(object, "garbage");
  EXPECT_THAT(sources->Read("a.proto").error().message, StartsWith("cannot read git:v1:protos/a"));
  EXPECT_EQ(sources->Read("sub/b.proto").value(), "old b");
}

TEST_F(GitSourcesTest, FilesAboveTheLimitAreNotReadAndTheOthersAre) {
  repository_.Write("protos/large.proto", std::string(1U << 20U, 'x'));
  repository_.Commit();
  const auto sources = *OpenSources("git:HEAD:protos", {.max_bytes = 5});
  EXPECT_EQ(sources->Read("large.proto").error().message,
            "git:HEAD:protos/large.proto is larger than the limit of 5 bytes");
  EXPECT_EQ(sources->Read("a.proto").value(), "new a");
}

TEST_F(GitSourcesTest, EmptyFilesAndFilesThatLookLikeAnswersAreReadWhole) {
  const std::string text("\0\nabc blob 3\n\n", 14);
  repository_.Write("protos/empty.proto", "");
  repository_.Write("protos/odd.proto", text);
  repository_.Commit();
  const auto sources = Open("git:HEAD:protos");
  EXPECT_EQ(sources->Read("odd.proto").value(), text);
  EXPECT_EQ(sources->Read("empty.proto").value(), "");
  EXPECT_EQ(sources->Read("a.proto").value(), "new a");
}

TEST_F(GitSourcesTest, ALargeFileIsReadWhole) {
  const std::string text(50U << 20U, 'x');
  repository_.Write("protos/large.proto", text);
  repository_.Commit();
  EXPECT_TRUE(Open("git:HEAD:protos")->Read("large.proto").value() == text);
}

TEST_F(GitSourcesTest, ManyThreadsReadAtOnce) {
  for (int i = 0; i < 50; ++i) {
    repository_.Write("many/" + std::to_string(i) + ".proto",
                      std::string(5000, 'x') + std::to_string(i));
  }
  repository_.Commit();
  const auto sources = Open("git:HEAD:many");
  std::atomic<int> right = 0;
  std::vector<std::jthread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (const SourceFile& file : sources->files()) {
        right += GitBlobId(sources->Read(file.path).value()) == file.blob_id ? 1 : 0;
      }
    });
  }
  threads.clear();
  EXPECT_EQ(right, 200);
}

TEST_F(GitSourcesTest, NothingIsWrittenToTheRepository) {
  const fs::path index = repository_ / ".git/index";
  const auto before = fs::last_write_time(index);
  fs::last_write_time(repository_ / "top.proto", before + std::chrono::hours(1));
  EXPECT_EQ(Open("git:HEAD")->Read("top.proto").value(), "old top");
  EXPECT_TRUE(AsOfCommit("HEAD", "top.proto").ok());
  EXPECT_EQ(fs::last_write_time(index), before);
  EXPECT_FALSE(fs::exists(repository_ / ".git/FETCH_HEAD"));
}

TEST_F(GitSourcesTest, ABareRepositoryHasCommitsToo) {
  const TempFolder other;
  Git(other.path(), {"clone", "--quiet", "--bare", "file://" + repository_.path(), "bare.git"});
  const WorkingFolder here(other / "bare.git");
  EXPECT_EQ(Open("git:v1:protos")->Read("a.proto").value(), "old a");
}

TEST_F(GitSourcesTest, AShallowCloneSaysHowToGetTheCommit) {
  const TempFolder other;
  Git(other.path(), {"clone", "--quiet", "--depth=1", "file://" + repository_.path(), "clone"});
  const WorkingFolder here(other / "clone");
  EXPECT_EQ(Open("git:HEAD:protos")->Read("a.proto").value(), "new a");
  EXPECT_EQ(OpenError("git:v1:protos").message,
            "cannot read git:v1:protos: there is no commit v1 in this repository, whose history is "
            "cut (a shallow clone); `git fetch --depth=1 origin v1` gets it as FETCH_HEAD");
  EXPECT_THAT(OpenError("git:origin/next").message,
              HasSubstr("`git fetch --depth=1 origin next` gets"));
  EXPECT_THAT(OpenError("git:HEAD~1").message, HasSubstr("`git fetch --unshallow` gets the rest"));
  Git(other / "clone", {"fetch", "--quiet", "--depth=1", "origin", "v1"});
  EXPECT_EQ(Open("git:FETCH_HEAD:protos")->Read("a.proto").value(), "old a");
}

TEST_F(GitSourcesTest, APartialCloneNeverGoesToTheNetwork) {
  const TempFolder other;
  Git(repository_.path(), {"config", "uploadpack.allowFilter", "true"});
  Git(other.path(),
      {"clone", "--quiet", "--filter=blob:none", "file://" + repository_.path(), "clone"});
  const WorkingFolder here(other / "clone");
  const auto sources = Open("git:v1:protos");
  EXPECT_EQ(sources->files()[0].blob_id, GitBlobId("old a"));
  const base::Result<std::string> bytes = sources->Read("a.proto");
  ASSERT_FALSE(bytes.ok());
  EXPECT_EQ(bytes.error().message,
            "cannot read git:v1:protos/a.proto: its content (object " + GitBlobId("old a") +
                ") is missing from this repository or damaged; clones made with --filter leave "
                "contents out");
  EXPECT_EQ(Open("git:HEAD:protos")->Read("a.proto").value(), "new a");
}

TEST_F(GitSourcesTest, ACloneWithoutFoldersSaysSo) {
  const TempFolder other;
  Git(repository_.path(), {"config", "uploadpack.allowFilter", "true"});
  Git(other.path(),
      {"clone", "--quiet", "--filter=tree:0", "file://" + repository_.path(), "clone"});
  const WorkingFolder here(other / "clone");
  EXPECT_THAT(OpenError("git:v1:protos").message, HasSubstr("from promisor remote"));
  EXPECT_THAT(OpenError("git:v1").message, HasSubstr("from promisor remote"));
}

TEST(GitSources, OutsideOfARepositoryIsAnInputError) {
  const TempFolder folder;
  setenv("GIT_CEILING_DIRECTORIES", fs::temp_directory_path().c_str(), 1);
  const WorkingFolder here(folder.path());
  const base::Error error = OpenError("git:main:protos");
  EXPECT_EQ(error.kind, base::ErrorKind::kInput);
  EXPECT_THAT(error.message, StartsWith("cannot read git:main:protos: not a git repository"));
  EXPECT_THAT(AsOfCommit("main", "x").error().message,
              StartsWith("cannot tell what x was as of main: not a git repository"));
  EXPECT_THAT(OpenError("git:main:./x").message, HasSubstr("not a git repository"));
}

TEST(GitSources, WithoutGitTheMessageSaysSo) {
  const TempFolder folder;
  const std::string before = getenv("PATH");
  setenv("PATH", folder.path().c_str(), 1);
  const base::Error error = OpenError("git:main");
  setenv("PATH", before.c_str(), 1);
  EXPECT_EQ(error.kind, base::ErrorKind::kEnvironment);
  EXPECT_EQ(
      error.message,
      "cannot read git:main: cannot start git: it is not installed, or not in a folder of PATH");
}

using AsOfCommitTest = GitSourcesTest;

TEST_F(AsOfCommitTest, WorksFromEveryWorkingFolder) {
  EXPECT_EQ(AsOfCommit("v1", "protos").value(), "git:v1:protos");
  EXPECT_EQ(AsOfCommit("v1", "./protos//a.proto").value(), "git:v1:protos/a.proto");
  EXPECT_EQ(AsOfCommit("v1", ".").value(), "git:v1");
  EXPECT_EQ(AsOfCommit("v1", "protos/*.proto").value(), "git:v1:protos/*.proto");
  const WorkingFolder below(repository_ / "protos");
  EXPECT_EQ(AsOfCommit("v1", ".").value(), "git:v1:protos");
  EXPECT_EQ(AsOfCommit("v1", "..").value(), "git:v1");
  EXPECT_EQ(AsOfCommit("v1", repository_ / "top.proto").value(), "git:v1:top.proto");
  EXPECT_THAT(Paths(*Open(AsOfCommit("v1", ".").value())), ElementsAre("a.proto", "sub/b.proto"));
}

TEST_F(AsOfCommitTest, WhatIsGoneFromTheWorkingTreeCanBeNamed) {
  EXPECT_EQ(AsOfCommit("v1", "protos/sub/b.proto").value(), "git:v1:protos/sub/b.proto");
  EXPECT_EQ(Open("git:v1:protos/sub/b.proto")->Read("b.proto").value(), "old b");
}

TEST_F(AsOfCommitTest, WorksForAnotherRepository) {
  const TempRepository other;
  other.Write("api/x.proto", "other");
  other.Commit();
  other.Write("api/x.proto", "changed");
  const std::string argument = AsOfCommit("HEAD", other / "api").value();
  EXPECT_EQ(argument, "git:HEAD:" + other / "api");
  EXPECT_EQ(Open(argument)->Read("x.proto").value(), "other");
  const WorkingFolder elsewhere("/");
  EXPECT_EQ(Open(AsOfCommit("v1", repository_ / "protos").value())->Read("a.proto").value(),
            "old a");
}

TEST_F(AsOfCommitTest, WorksInAHookThatSetsGitDir) {
  setenv("GIT_DIR", ".git", 1);
  const base::Result<std::string> argument = AsOfCommit("v1", "protos");
  const std::string text = Open(argument.value())->Read("a.proto").value();
  unsetenv("GIT_DIR");
  EXPECT_EQ(*argument, "git:v1:protos");
  EXPECT_EQ(text, "old a");
}

TEST_F(AsOfCommitTest, LinksInThePathAreFollowed) {
  const TempFolder other;
  fs::create_directory_symlink(repository_ / "protos", other / "link");
  EXPECT_EQ(AsOfCommit("v1", other / "link/a.proto").value(), "git:v1:protos/a.proto");
}

TEST_F(AsOfCommitTest, APathThatCannotBeFollowedIsAnInputError) {
  fs::create_symlink("loop", repository_ / "loop");
  EXPECT_EQ(AsOfCommit("v1", "loop/x").error().message,
            "cannot tell what loop/x was as of v1: Too many levels of symbolic links");
  EXPECT_EQ(AsOfCommit("v1", "").error().message,
            "cannot tell what '' was as of v1: Invalid argument");
  EXPECT_THAT(AsOfCommit("v1", ".git/config").error().message,
              HasSubstr("must be run in a work tree"));
}

TEST_F(AsOfCommitTest, BadRefsAreUsageErrors) {
  for (const std::string ref : {"", "-x", "main:protos"}) {
    const base::Result<std::string> argument = AsOfCommit(ref, "protos");
    ASSERT_FALSE(argument.ok()) << ref;
    EXPECT_EQ(argument.error().kind, base::ErrorKind::kUsage) << ref;
  }
}

}  // namespace
}  // namespace accord::document
