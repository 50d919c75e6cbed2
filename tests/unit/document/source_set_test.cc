#include "accord/document/source_set.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/document/temp_folder.h"
#include "tests/unit/document/temp_repository.h"

namespace accord::document {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
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

// Folders in each other, with a file in the innermost.
void MakeDeep(const std::string& folder, const std::string& name, int depth) {
  const WorkingFolder here(folder);
  for (int i = 0; i < depth; ++i) {
    ASSERT_EQ(mkdir(name.c_str(), 0700), 0);
    ASSERT_EQ(chdir(name.c_str()), 0);
  }
  std::ofstream("a.proto") << "deep";
}

TEST(FolderSources, HasTheWantedFilesSortedByPath) {
  const TempFolder folder;
  folder.Write("b.proto", "b");
  folder.Write("a/z.proto", "z");
  folder.Write("a.proto", "a");
  folder.Write("a/deep/UPPER.PROTO", "u");
  folder.Write("a/note.txt", "");
  folder.Write(".git/x.proto", "");
  folder.Write("a/.hidden/deep/x.proto", "");
  folder.Write("a/.proto", "");
  const auto sources = Open(folder.path());
  EXPECT_EQ(sources->name(), folder.path());
  EXPECT_THAT(Paths(*sources),
              ElementsAre("a.proto", "a/deep/UPPER.PROTO", "a/z.proto", "b.proto"));
  EXPECT_EQ(sources->Read("a/z.proto").value(), "z");
}

TEST(FolderSources, FilesThatWereNotSelectedCanBeRead) {
  const TempFolder folder;
  folder.Write("a/b/note.txt", "text");
  const auto sources = Open(folder.path());
  EXPECT_THAT(sources->files(), IsEmpty());
  EXPECT_TRUE(sources->Exists("a/b/note.txt"));
  EXPECT_EQ(sources->Read("a/b/note.txt").value(), "text");
  EXPECT_FALSE(sources->Exists("a/b"));
  EXPECT_FALSE(sources->Exists("a/c"));
}

TEST(FolderSources, NothingOutsideOfTheRootCanBeRead) {
  const TempFolder folder;
  folder.Write("a.proto", "");
  folder.Write("inner/b.proto", "");
  const auto sources = Open(folder / "inner");
  for (const std::string& path : {std::string("../a.proto"),
                                  std::string("x/../../a.proto"),
                                  folder / "a.proto",
                                  std::string("./b.proto"),
                                  std::string("/b.proto"),
                                  std::string()}) {
    EXPECT_FALSE(sources->Exists(path)) << path;
    ASSERT_FALSE(sources->Read(path).ok()) << path;
    EXPECT_THAT(sources->Read(path).error().message, HasSubstr("is not below")) << path;
  }
}

TEST(FolderSources, ReadingAMissingFileNamesIt) {
  const TempFolder folder;
  const auto sources = Open(folder.path());
  const base::Result<std::string> bytes = sources->Read("a.proto");
  ASSERT_FALSE(bytes.ok());
  EXPECT_EQ(bytes.error().kind, base::ErrorKind::kInput);
  EXPECT_EQ(bytes.error().message,
            "cannot read " + folder / "a.proto" + ": No such file or directory");
}

TEST(FolderSources, FilesAreCalledAsTheFolderWasTyped) {
  const TempFolder folder;
  folder.Write("protos/a.proto", "");
  const WorkingFolder here(folder.path());
  EXPECT_EQ(Open("protos")->DisplayName("a.proto"), "protos/a.proto");
  EXPECT_EQ(Open("protos/")->DisplayName("a.proto"), "protos/a.proto");
  EXPECT_EQ(Open(".//protos//")->DisplayName("a.proto"), "./protos/a.proto");
  EXPECT_EQ(Open(".")->DisplayName("protos/a.proto"), "protos/a.proto");
  EXPECT_EQ(Open("./")->DisplayName("protos/a.proto"), "protos/a.proto");
  EXPECT_EQ(Open("protos//a.proto")->DisplayName("a.proto"), "protos/a.proto");
  EXPECT_EQ(Open("prot*/*.proto")->DisplayName("protos/a.proto"), "protos/a.proto");
  EXPECT_EQ(Open("protos/*.proto")->DisplayName("a.proto"), "protos/a.proto");
  EXPECT_THAT(Paths(*Open(".")), ElementsAre("protos/a.proto"));
}

TEST(FolderSources, LinksToFilesCountAndLinksToFoldersAreNotEntered) {
  const TempFolder folder;
  folder.Write("real/a.proto", "a");
  fs::create_directory_symlink(".", folder / "real/loop");
  fs::create_directory_symlink("..", folder / "real/up");
  fs::create_symlink("a.proto", folder / "real/link.proto");
  fs::create_symlink("gone.proto", folder / "real/dangling.proto");
  fs::create_symlink("self.proto", folder / "real/self.proto");
  const auto sources = Open(folder / "real");
  EXPECT_THAT(Paths(*sources), ElementsAre("a.proto", "link.proto"));
  EXPECT_EQ(sources->Read("link.proto").value(), "a");
  EXPECT_TRUE(sources->Exists("loop/a.proto"));
  EXPECT_FALSE(sources->Exists("self.proto"));
}

TEST(FolderSources, PipesAndDevicesAreRefusedWithoutWaiting) {
  const TempFolder folder;
  ASSERT_EQ(mkfifo((folder / "pipe.proto").c_str(), 0600), 0);
  const auto sources = Open(folder.path());
  EXPECT_THAT(sources->files(), IsEmpty());
  EXPECT_FALSE(sources->Exists("pipe.proto"));
  EXPECT_EQ(sources->Read("pipe.proto").error().message,
            "cannot read " + folder / "pipe.proto" + ": it is not a regular file");
  EXPECT_THAT(OpenError(folder / "pipe.proto").message, EndsWith("it is not a regular file"));
  EXPECT_THAT(OpenError("/dev/null").message, EndsWith("it is not a regular file"));
}

TEST(FolderSources, FilesAboveTheLimitAreNotRead) {
  const TempFolder folder;
  folder.Write("fits.proto", "1234");
  folder.Write("large.proto", "12345");
  const auto sources = *OpenSources(folder.path(), {.max_bytes = 4});
  EXPECT_EQ(sources->Read("fits.proto").value(), "1234");
  EXPECT_EQ(sources->Read("large.proto").error().message,
            folder / "large.proto" + " is larger than the limit of 4 bytes");
}

TEST(FolderSources, FilesThatTellNoSizeAreRead) {
  const auto sources = Open("/proc/self/status");
  EXPECT_THAT(sources->Read("status").value(), StartsWith("Name:"));
  const auto limited = *OpenSources("/proc/self/status", {.max_bytes = 10});
  EXPECT_THAT(limited->Read("status").error().message, HasSubstr("larger than the limit"));
}

TEST(FolderSources, AFolderThatCannotBeReadIsNamed) {
  const TempFolder folder;
  folder.Write("open/locked/a.proto", "");
  if (geteuid() == 0) {
    GTEST_SKIP() << "root may read everything";
  }
  fs::permissions(folder / "open/locked", fs::perms::none);
  const base::Error error = OpenError(folder.path());
  fs::permissions(folder / "open/locked", fs::perms::owner_all);
  EXPECT_EQ(error.message,
            "cannot read the folder " + folder / "open/locked" + ": Permission denied");
}

TEST(FolderSources, TooDeepFoldersAreAnErrorThatNamesThem) {
  const TempFolder folder;
  MakeDeep(folder.path(), std::string(250, 'd'), 20);
  const base::Error error = OpenError(folder.path());
  EXPECT_THAT(error.message, StartsWith("cannot read the folder " + folder / "ddd"));
  EXPECT_THAT(error.message, EndsWith("File name too long"));
}

TEST(FolderSources, DeepFoldersAreRead) {
  const TempFolder folder;
  MakeDeep(folder.path(), "d", 100);
  const auto sources = Open(folder.path());
  ASSERT_EQ(sources->files().size(), 1U);
  EXPECT_EQ(sources->files()[0].path.size(), std::string("d/").size() * 100 + 7);
  EXPECT_EQ(sources->Read(sources->files()[0].path).value(), "deep");
}

TEST(FolderSources, ALargeFileIsReadWhole) {
  const TempFolder folder;
  const std::string text(50U << 20U, 'x');
  folder.Write("large.proto", text);
  EXPECT_TRUE(Open(folder.path())->Read("large.proto").value() == text);
}

TEST(FileSources, TheFolderIsTheRoot) {
  const TempFolder folder;
  folder.Write("protos/a b.proto", "a");
  folder.Write("protos/sibling.proto", "s");
  const WorkingFolder here(folder.path());
  const auto sources = Open("protos/a b.proto");
  EXPECT_THAT(Paths(*sources), ElementsAre("a b.proto"));
  EXPECT_EQ(sources->DisplayName("a b.proto"), "protos/a b.proto");
  EXPECT_TRUE(sources->Exists("sibling.proto"));
  EXPECT_EQ(sources->Read("sibling.proto").value(), "s");
}

TEST(FileSources, AFileInTheWorkingFolderAndAnyExtension) {
  const TempFolder folder;
  folder.Write("image.bin", "x");
  const WorkingFolder here(folder.path());
  const auto sources = Open("image.bin");
  EXPECT_THAT(Paths(*sources), ElementsAre("image.bin"));
  EXPECT_EQ(sources->DisplayName("image.bin"), "image.bin");
  EXPECT_EQ(sources->Read("image.bin").value(), "x");
}

TEST(GlobSources, TheFixedBeginningIsTheRoot) {
  const TempFolder folder;
  folder.Write("protos/v1/a.proto", "1");
  folder.Write("protos/v2/a.proto", "2");
  folder.Write("protos/other.proto", "o");
  const auto sources = Open(folder / "protos/v*/a.proto");
  EXPECT_THAT(Paths(*sources), ElementsAre("v1/a.proto", "v2/a.proto"));
  EXPECT_EQ(sources->Read("v2/a.proto").value(), "2");
  EXPECT_EQ(sources->Read("other.proto").value(), "o");
  EXPECT_EQ(sources->DisplayName("v1/a.proto"), folder / "protos/v1/a.proto");
}

TEST(GlobSources, EveryWayToNameTheBeginning) {
  const TempFolder folder;
  folder.Write("protos/a.proto", "a");
  const WorkingFolder here(folder / "protos");
  for (const std::string& pattern : {std::string("*.proto"),
                                     std::string("./*.proto"),
                                     std::string(".//*.proto"),
                                     std::string("././*.proto"),
                                     std::string("../protos/*.proto"),
                                     std::string("..//protos//*.proto"),
                                     std::string("**"),
                                     folder / "protos/?.proto"}) {
    const auto sources = Open(pattern);
    EXPECT_THAT(Paths(*sources), ElementsAre("a.proto")) << pattern;
    EXPECT_EQ(sources->Read("a.proto").value(), "a") << pattern;
  }
  EXPECT_EQ(Open("./*.proto")->DisplayName("a.proto"), "./a.proto");
  EXPECT_EQ(Open("..//protos//*.proto")->DisplayName("a.proto"), "../protos/a.proto");
}

TEST(GlobSources, AnExistingNameWithWildcardsIsThatFile) {
  const TempFolder folder;
  folder.Write("[a].proto", "brackets");
  folder.Write("a.proto", "plain");
  const auto sources = Open(folder / "[a].proto");
  EXPECT_THAT(Paths(*sources), ElementsAre("[a].proto"));
}

TEST(GlobSources, AGlobWithoutMatchesIsAnError) {
  const TempFolder folder;
  const base::Error error = OpenError(folder / "*.proto");
  EXPECT_EQ(error.kind, base::ErrorKind::kInput);
  EXPECT_EQ(error.message, "no file matches " + folder / "*.proto");
}

TEST(OpenSources, WhatDoesNotExistIsAnInputError) {
  const TempFolder folder;
  const base::Error error = OpenError(folder / "nothing");
  EXPECT_EQ(error.kind, base::ErrorKind::kInput);
  EXPECT_EQ(error.message, "cannot read " + folder / "nothing" + ": No such file or directory");
  EXPECT_EQ(OpenError("").message, "cannot read '': No such file or directory");
}

TEST(OpenSources, AnotherExtensionCanBeAskedFor) {
  const TempFolder folder;
  folder.Write("a.proto", "");
  folder.Write("b.YAML", "");
  folder.Write("c.json", "");
  const auto sources = *OpenSources(folder.path(), {.extensions = {".yaml", ".json"}});
  EXPECT_THAT(Paths(*sources), ElementsAre("b.YAML", "c.json"));
}

TEST(FolderSources, ManyThreadsReadAtOnce) {
  const TempFolder folder;
  for (int i = 0; i < 50; ++i) {
    folder.Write(std::to_string(i) + ".proto", std::string(10000, static_cast<char>('a' + i % 26)));
  }
  const auto sources = Open(folder.path());
  std::atomic<int> right = 0;
  std::vector<std::jthread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (const SourceFile& file : sources->files()) {
        right += sources->Read(file.path).value().size() == 10000 ? 1 : 0;
      }
    });
  }
  threads.clear();
  EXPECT_EQ(right, 200);
}

// `git hash-object` gives these.
TEST(GitBlobId, IsWhatGitGives) {
  EXPECT_EQ(GitBlobId(""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
  EXPECT_EQ(GitBlobId("hello\n"), "ce013625030ba8dba906f756967f9e9ca394464a");
  EXPECT_EQ(GitBlobId(std::string("a\0b", 3)).size(), 40U);
  EXPECT_NE(GitBlobId(std::string("a\0b", 3)), GitBlobId(std::string("a\0c", 3)));
}

}  // namespace
}  // namespace accord::document
