#include "accord/document/input.h"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/document/temp_folder.h"

namespace accord::document {
namespace {

using testing::ElementsAre;

std::vector<std::string> Names(const std::vector<std::string>& arguments,
                               const InputOptions& options = {}) {
  const auto inputs = ExpandInputs(arguments, options);
  std::vector<std::string> names;
  if (!inputs) {
    names.push_back("error: " + inputs.error().message);
    return names;
  }
  for (const Input& input : *inputs) {
    names.push_back(input.name);
  }
  return names;
}

TEST(ExpandInputs, TakesFilesAsTheyAreNamed) {
  const TempFolder folder;
  folder.Write("any.txt", "x");
  EXPECT_THAT(Names({folder / "any.txt"}), ElementsAre(folder / "any.txt"));
}

TEST(ExpandInputs, WalksFoldersInOrder) {
  const TempFolder folder;
  for (const char* name :
       {"z.json", "a.YAML", "sub/m.yml", "readme.md", ".h.json", ".git/x.json"}) {
    folder.Write(name, "{}");
  }
  EXPECT_THAT(Names({folder.path()}),
              ElementsAre(folder / "a.YAML", folder / "sub/m.yml", folder / "z.json"));
  InputOptions markdown;
  markdown.extensions = {".md"};
  EXPECT_THAT(Names({folder.path()}, markdown), ElementsAre(folder / "readme.md"));
}

TEST(ExpandInputs, ExpandsGlobs) {
  const TempFolder folder;
  folder.Write("b.json", "{}");
  folder.Write("a.json", "{}");
  folder.Write("[x].json", "{}");
  EXPECT_THAT(Names({folder / "?.json"}), ElementsAre(folder / "a.json", folder / "b.json"));
  EXPECT_THAT(Names({folder / "[x].json"}), ElementsAre(folder / "[x].json"));
}

TEST(ExpandInputs, KnowsStdinAndUrls) {
  const auto inputs = ExpandInputs({"-", "http://h/a", "HTTPS://h/b"}, {});
  ASSERT_TRUE(inputs.ok());
  EXPECT_EQ((*inputs)[0].name, "<stdin>");
  EXPECT_EQ((*inputs)[0].source, Input::Source::kStdin);
  EXPECT_EQ((*inputs)[1].source, Input::Source::kUrl);
  EXPECT_EQ((*inputs)[2].source, Input::Source::kUrl);
}

TEST(ExpandInputs, NamesNothingTwice) {
  const TempFolder folder;
  folder.Write("a.json", "{}");
  folder.Write("b.json", "{}");
  EXPECT_THAT(Names({folder / "b.json", folder.path(), "-", "-"}),
              ElementsAre(folder / "b.json", folder / "a.json", "<stdin>"));
}

TEST(ExpandInputs, SaysWhatNamesNothing) {
  const TempFolder folder;
  EXPECT_THAT(
      Names({folder / "gone.json"}),
      ElementsAre("error: cannot read " + folder / "gone.json" + ": No such file or directory"));
  EXPECT_THAT(Names({folder.path()}),
              ElementsAre("error: no .json, .yaml, .yml in " + folder.path()));
  EXPECT_THAT(Names({folder / "*.json"}),
              ElementsAre("error: no file matches " + folder / "*.json"));
  EXPECT_EQ(ExpandInputs({folder / "x"}, {}).error().kind, base::ErrorKind::kInput);
}

TEST(ReadFile, ReadsBytesAsTheyAre) {
  const TempFolder folder;
  const std::string text("a\0\r\n\xFF", 5);
  folder.Write("f", text);
  folder.Write("empty", "");
  EXPECT_EQ(*ReadFile(folder / "f", 100), text);
  EXPECT_EQ(*ReadFile(folder / "empty", 100), "");
}

TEST(ReadFile, SaysWhyItCouldNot) {
  const TempFolder folder;
  EXPECT_EQ(ReadFile(folder.path(), 100).error().message,
            "cannot read " + folder.path() + ": Is a directory");
  EXPECT_EQ(ReadFile(folder / "gone", 100).error().message,
            "cannot read " + folder / "gone" + ": No such file or directory");
  if (geteuid() != 0) {
    folder.Write("secret", "x");
    chmod((folder / "secret").c_str(), 0);
    EXPECT_EQ(ReadFile(folder / "secret", 100).error().message,
              "cannot read " + folder / "secret" + ": Permission denied");
  }
}

TEST(ReadFile, StopsAtTheLimit) {
  const TempFolder folder;
  folder.Write("f", std::string(200000, 'x'));
  EXPECT_TRUE(ReadFile(folder / "f", 200000).ok());
  EXPECT_EQ(ReadFile(folder / "f", 199999).error().message,
            folder / "f" + " is larger than the limit of 199999 bytes");
}

TEST(ReadFile, ReadsPipes) {
  const TempFolder folder;
  const std::string pipe = folder / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(pipe) << std::string(100000, 'p'); });
  EXPECT_EQ(ReadFile(pipe, 1U << 20U).value().size(), 100000U);
  writer.join();
}

TEST(ReadInput, AsksTheRightSource) {
  const TempFolder folder;
  folder.Write("f", "file");
  InputOptions options;
  options.read_stdin = [] { return base::Result<std::string>("stdin"); };
  options.fetch = [](const std::string& url) { return base::Result<std::string>("from " + url); };
  EXPECT_EQ(*ReadInput({.name = folder / "f"}, options), "file");
  EXPECT_EQ(*ReadInput({.name = "<stdin>", .source = Input::Source::kStdin}, options), "stdin");
  EXPECT_EQ(*ReadInput({.name = "http://x", .source = Input::Source::kUrl}, options),
            "from http://x");
}

TEST(ReadInput, RefusesUrlsWithoutAWayToFetch) {
  EXPECT_EQ(ReadInput({.name = "http://x", .source = Input::Source::kUrl}, {}).error().message,
            "cannot read http://x: URLs are not allowed here");
}

}  // namespace
}  // namespace accord::document
