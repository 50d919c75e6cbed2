#include "accord/proto/sources.h"

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.pb.h>
#include <gtest/gtest.h>

#include "accord/proto/rules.h"

#include "proto/source_files.h"
#include "tests/unit/proto/memory_set.h"

namespace accord::proto {
namespace {

namespace pb = google::protobuf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::shared_ptr<const Sources> OpenFiles(MemorySet::Files files, const OpenOptions& options = {}) {
  return OpenSourceFiles(std::make_shared<MemorySet>(std::move(files)), options);
}

std::vector<std::string> Paths(const std::vector<SourceEntry>& entries) {
  std::vector<std::string> paths;
  for (const SourceEntry& entry : entries) {
    paths.push_back(entry.path + " at " + entry.display);
  }
  return paths;
}

struct Loaded {
  Loaded(const Sources& sources, std::string_view path, bool locations = false)
      : ok(sources.Load(path, locations, file, findings)) {}

  pb::FileDescriptorProto file;
  std::vector<finding::Finding> findings;
  bool ok;
};

TEST(SourceFiles, EntriesAreSortedAndKnowTheirHeads) {
  const auto sources = OpenFiles({{"b.proto", "package p; import 'a.proto';"}, {"a.proto", ""}});
  ASSERT_THAT(Paths(sources->entries()),
              ElementsAre("a.proto at in/a.proto", "b.proto at in/b.proto"));
  EXPECT_THAT(sources->entries()[1].imports, ElementsAre("a.proto"));
  EXPECT_EQ(sources->entries()[1].package, "p");
  EXPECT_EQ(sources->Find("b.proto"), &sources->entries()[1]);
  EXPECT_EQ(sources->Find("c.proto"), nullptr);
  EXPECT_EQ(sources->name(), "memory");
  EXPECT_THAT(sources->findings(), IsEmpty());
}

TEST(SourceFiles, AnEmptyFolderHasNoEntriesAndNoFindings) {
  const auto sources = OpenFiles({});
  EXPECT_THAT(sources->entries(), IsEmpty());
  EXPECT_THAT(sources->findings(), IsEmpty());
  EXPECT_THAT(sources->workspace().modules, SizeIs(1));
}

TEST(SourceFiles, GivenRootsWinOverConfiguration) {
  const MemorySet::Files files = {{"buf.yaml", "version: v1"}, {"p/q/a.proto", ""}};
  EXPECT_THAT(Paths(OpenFiles(files)->entries()), ElementsAre("p/q/a.proto at in/p/q/a.proto"));
  EXPECT_THAT(Paths(OpenFiles(files, {.roots = {"./p/"}})->entries()),
              ElementsAre("q/a.proto at in/p/q/a.proto"));
  EXPECT_THAT(Paths(OpenFiles(files, {.roots = {"other"}})->entries()), IsEmpty());
}

TEST(SourceFiles, ARootOutsideIsAFault) {
  const auto sources = OpenFiles({{"a.proto", ""}}, {.roots = {"../x"}});
  ASSERT_THAT(sources->workspace().findings, SizeIs(1));
  EXPECT_EQ(sources->workspace().findings[0].message,
            "the import root `../x` does not lie below memory");
}

TEST(SourceFiles, TheLongestRootWinsAndExcludesCount) {
  const auto sources = OpenFiles({{"buf.yaml",
                                   "version: v2\nmodules:\n"
                                   "  - {path: ., excludes: [old]}\n"
                                   "  - {path: q, excludes: [q/x]}\n"},
                                  {"a.proto", ""},
                                  {"old/b.proto", ""},
                                  {"older/c.proto", ""},
                                  {"q/d.proto", ""},
                                  {"q/x/e.proto", ""},
                                  {"qq/f.proto", ""}});
  EXPECT_THAT(Paths(sources->entries()),
              ElementsAre("a.proto at in/a.proto",
                          "d.proto at in/q/d.proto",
                          "older/c.proto at in/older/c.proto",
                          "qq/f.proto at in/qq/f.proto"));
  EXPECT_EQ(sources->Find("d.proto")->module, 1U);
}

TEST(SourceFiles, ModulesMayShareARoot) {
  const auto sources = OpenFiles({{"buf.yaml",
                                   "version: v2\nmodules:\n"
                                   "  - {path: p, includes: [p/a]}\n"
                                   "  - {path: p, includes: [p/b]}\n"},
                                  {"p/a/x.proto", ""},
                                  {"p/b/x.proto", ""},
                                  {"p/c/x.proto", ""}});
  ASSERT_THAT(Paths(sources->entries()),
              ElementsAre("a/x.proto at in/p/a/x.proto", "b/x.proto at in/p/b/x.proto"));
  EXPECT_EQ(sources->entries()[0].module, 0U);
  EXPECT_EQ(sources->entries()[1].module, 1U);
}

TEST(SourceFiles, OneImportPathInTwoModulesIsAFinding) {
  const auto sources = OpenFiles({{"buf.work.yaml", "version: v1\ndirectories: [q, p]"},
                                  {"p/a.proto", "package p;"},
                                  {"q/a.proto", "package q;"}});
  EXPECT_THAT(Paths(sources->entries()), ElementsAre("a.proto at in/q/a.proto"));
  ASSERT_THAT(sources->findings(), SizeIs(1));
  const finding::Finding& finding = sources->findings()[0];
  EXPECT_EQ(finding.rule, &kProtoDuplicateFile);
  EXPECT_EQ(finding.message, "in/q/a.proto and in/p/a.proto are both imported as a.proto");
  EXPECT_EQ(finding.span.file, "in/p/a.proto");
  ASSERT_THAT(finding.related, SizeIs(1));
  EXPECT_EQ(finding.related[0].span.file, "in/q/a.proto");
}

TEST(SourceFiles, AFileThatCannotBeReadIsAFindingAndTheRestGoesOn) {
  const auto sources =
      OpenFiles({{"a.proto", ""}, {"b.proto", std::string(MemorySet::kUnreadable)}});
  EXPECT_THAT(Paths(sources->entries()), ElementsAre("a.proto at in/a.proto"));
  ASSERT_THAT(sources->findings(), SizeIs(1));
  EXPECT_EQ(sources->findings()[0].rule, &kProtoUnreadable);
  EXPECT_EQ(sources->findings()[0].message, "cannot read b.proto");
  EXPECT_EQ(sources->findings()[0].span.file, "in/b.proto");
}

TEST(SourceFiles, RootsAreFoundWithoutConfiguration) {
  const auto sources =
      OpenFiles({{"proto/acme/a.proto", "import 'acme/b.proto';"}, {"proto/acme/b.proto", ""}});
  EXPECT_THAT(Paths(sources->entries()),
              ElementsAre("acme/a.proto at in/proto/acme/a.proto",
                          "acme/b.proto at in/proto/acme/b.proto"));
}

TEST(SourceFiles, TheOtherSidesRootsStay) {
  const auto before = OpenFiles({{"x/acme/a.proto", "package acme;"}, {"x/b.proto", ""}});
  ASSERT_NE(before->Find("x/acme/a.proto"), nullptr);
  const auto after = OpenFiles({{"x/acme/a.proto", "package acme;"}}, {.other = before.get()});
  EXPECT_NE(after->Find("x/acme/a.proto"), nullptr);
}

TEST(SourceFiles, EqualTextsHaveEqualContentWhetherGitKnowsThemOrNot) {
  const MemorySet::Files files = {{"a.proto", "message A {}"}};
  const auto folder = OpenFiles(files);
  const auto commit = OpenSourceFiles(MemorySet::AsCommit(files), {});
  EXPECT_EQ(folder->entries()[0].content, commit->entries()[0].content);
  EXPECT_NE(folder->entries()[0].content,
            OpenFiles({{"a.proto", "message B {}"}})->entries()[0].content);
}

TEST(SourceFiles, OfACommitOnlyWhatDiffersIsRead) {
  MemorySet::Files files = {{"a.proto", "package p; import 'b.proto';"}, {"b.proto", "package q;"}};
  const auto folder = OpenFiles(files);
  files["b.proto"] = "package r;";
  const auto set = MemorySet::AsCommit(files);
  const auto commit = OpenSourceFiles(set, {.other = folder.get()});
  EXPECT_THAT(set->read(), ElementsAre("b.proto"));
  EXPECT_THAT(commit->Find("a.proto")->imports, ElementsAre("b.proto"));
  EXPECT_EQ(commit->Find("a.proto")->package, "p");
  EXPECT_EQ(commit->Find("b.proto")->package, "r");
}

TEST(SourceFiles, NeighboursOfASingleFileCanBeImported) {
  const auto sources = OpenSourceFiles(
      MemorySet::Only("a.proto",
                      {{"a.proto", "import 'b.proto'; import '../up.proto'; import 'no.proto';"},
                       {"b.proto", "import 'c.proto'; import 'a.proto'; message B {}"},
                       {"c.proto", ""},
                       {"d.proto", ""},
                       {"../up.proto", ""}}),
      {});
  EXPECT_THAT(Paths(sources->entries()), ElementsAre("a.proto at in/a.proto"));
  EXPECT_THAT(Paths(sources->siblings()),
              ElementsAre("b.proto at in/b.proto", "c.proto at in/c.proto"));
  const Loaded loaded(*sources, "b.proto");
  ASSERT_TRUE(loaded.ok);
  EXPECT_EQ(loaded.file.message_type(0).name(), "B");
  EXPECT_THAT(sources->Text("b.proto"), HasSubstr("message B"));
  EXPECT_FALSE(Loaded(*sources, "../up.proto").ok);
  EXPECT_FALSE(Loaded(*sources, "no.proto").ok);
}

TEST(SourceFiles, ANeighbourThatCannotBeReadIsAFinding) {
  const auto sources = OpenSourceFiles(
      MemorySet::Only(
          "a.proto",
          {{"a.proto", "import 'b.proto';"}, {"b.proto", std::string(MemorySet::kUnreadable)}}),
      {});
  EXPECT_THAT(sources->siblings(), IsEmpty());
  ASSERT_THAT(sources->findings(), SizeIs(1));
  EXPECT_EQ(sources->findings()[0].span.file, "in/b.proto");
}

TEST(SourceFiles, AChangedNeighbourSelectsItsImporter) {
  const auto open = [](const std::string& text) {
    return OpenSourceFiles(
        MemorySet::Only("a.proto", {{"a.proto", "import 'b.proto';"}, {"b.proto", text}}), {});
  };
  EXPECT_THAT(SelectChanged(*open("package p;"), *open("package q;")).after,
              ElementsAre("a.proto"));
  EXPECT_THAT(SelectChanged(*open("package p;"), *open("package p;")).after, IsEmpty());
}

TEST(SourceFiles, LoadNamesTheFileByItsImportPath) {
  const auto sources =
      OpenFiles({{"p/a.proto", "syntax = 'proto3'; message A {}"}}, {.roots = {"p"}});
  const Loaded bare(*sources, "a.proto");
  ASSERT_TRUE(bare.ok);
  EXPECT_EQ(bare.file.name(), "a.proto");
  EXPECT_FALSE(bare.file.has_source_code_info());
  const Loaded located(*sources, "a.proto", true);
  ASSERT_TRUE(located.ok);
  EXPECT_GT(located.file.source_code_info().location_size(), 0);
  EXPECT_EQ(sources->Text("a.proto"), "syntax = 'proto3'; message A {}");
  EXPECT_EQ(sources->Text("p/a.proto"), "");
}

TEST(SourceFiles, LoadTellsWhatIsWrongByDisplayName) {
  const auto sources = OpenFiles({{"a.proto", "message {"}});
  const Loaded loaded(*sources, "a.proto");
  EXPECT_FALSE(loaded.ok);
  ASSERT_THAT(loaded.findings, SizeIs(testing::Ge(1)));
  EXPECT_EQ(loaded.findings[0].span.file, "in/a.proto");
}

TEST(SourceFiles, ManyFilesAreReadByTwoThreadsWithTheSameResult) {
  MemorySet::Files files;
  for (int i = 0; i < 1000; ++i) {
    files["f" + std::to_string(i) + ".proto"] = "package p" + std::to_string(i) + ";";
  }
  const auto sources = OpenFiles(files);
  ASSERT_THAT(sources->entries(), SizeIs(1000));
  for (const SourceEntry& entry : sources->entries()) {
    EXPECT_EQ("f" + entry.package.substr(1) + ".proto", entry.path);
    EXPECT_EQ(entry.content, document::GitBlobId(files[entry.path]));
  }
}

}  // namespace
}  // namespace accord::proto
