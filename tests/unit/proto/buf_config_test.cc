#include "proto/buf_config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/proto/rules.h"

#include "tests/unit/proto/memory_set.h"

namespace accord::proto {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

Workspace Read(MemorySet::Files files) {
  return ReadBufConfig(MemorySet(std::move(files))).value_or(Workspace{});
}

Workspace ReadYaml(const std::string& text) {
  return Read({{"buf.yaml", text}, {"a.proto", ""}});
}

std::vector<std::string> Roots(const Workspace& workspace) {
  std::vector<std::string> roots;
  for (const Module& module : workspace.modules) {
    roots.push_back(module.root);
  }
  return roots;
}

std::vector<std::string> Complaints(const Workspace& workspace) {
  std::vector<std::string> texts;
  for (const finding::Finding& finding : workspace.findings) {
    EXPECT_EQ(finding.rule, &kBufConfig);
    texts.push_back(ToString(finding.span) + " " + std::string(ToString(finding.severity)) + " " +
                    finding.message);
  }
  return texts;
}

TEST(ReadBufConfig, NothingWithoutAFile) {
  EXPECT_FALSE(ReadBufConfig(MemorySet({{"a/b/buf.yaml", "version: v1"}, {"a/b/c.proto", ""}})));
}

TEST(ReadBufConfig, V2ModulesAndTheirPaths) {
  const Workspace w = ReadYaml(
      "version: v2\n"
      "modules:\n"
      "  - path: proto/\n"
      "    name: buf.build/acme/orders\n"
      "    excludes: [./proto/vendor, proto/x/../y]\n"
      "    breaking:\n"
      "      use: [WIRE]\n"
      "      ignore: [proto/a]\n"
      "  - path: .\n"
      "    includes: [other]\n"
      "breaking:\n"
      "  except: [FILE_NO_DELETE]\n"
      "  ignore: [other/b.proto]\n"
      "  ignore_only:\n"
      "    ENUM_NO_DELETE: [other/c, other/d]\n"
      "    FIELD_SAME_NAME: [.]\n"
      "  ignore_unstable_packages: true\n");
  EXPECT_THAT(Complaints(w), IsEmpty());
  ASSERT_THAT(Roots(w), ElementsAre("proto", ""));
  const Module& proto = w.modules[0];
  EXPECT_EQ(proto.name, "buf.build/acme/orders");
  EXPECT_THAT(proto.excludes, ElementsAre("proto/vendor", "proto/y"));
  ASSERT_TRUE(proto.breaking);
  EXPECT_EQ(proto.breaking->version, "v2");
  EXPECT_THAT(proto.breaking->use, ElementsAre("WIRE"));
  EXPECT_THAT(proto.breaking->except, IsEmpty());
  EXPECT_THAT(proto.breaking->ignore, ElementsAre("proto/a"));
  EXPECT_FALSE(proto.breaking->ignore_unstable_packages);
  const Module& whole = w.modules[1];
  EXPECT_THAT(whole.includes, ElementsAre("other"));
  ASSERT_TRUE(whole.breaking);
  EXPECT_THAT(whole.breaking->except, ElementsAre("FILE_NO_DELETE"));
  EXPECT_THAT(whole.breaking->ignore, ElementsAre("other/b.proto"));
  EXPECT_THAT(whole.breaking->ignore_only,
              ElementsAre(Pair("ENUM_NO_DELETE", ElementsAre("other/c", "other/d")),
                          Pair("FIELD_SAME_NAME", ElementsAre(""))));
  EXPECT_TRUE(whole.breaking->ignore_unstable_packages);
}

TEST(ReadBufConfig, V2WithoutModulesIsOneModule) {
  const Workspace w = ReadYaml("version: v2\nname: buf.build/acme/all\nlint: {}\ndeps: []\n");
  EXPECT_THAT(Complaints(w), IsEmpty());
  ASSERT_THAT(Roots(w), ElementsAre(""));
  EXPECT_EQ(w.modules[0].name, "buf.build/acme/all");
  EXPECT_FALSE(w.modules[0].breaking);
}

TEST(ReadBufConfig, V1IsOneModuleAndMayBeJson) {
  const Workspace w = ReadYaml(
      R"({"version": "v1", "build": {"excludes": ["vendor"]}, "breaking": {"ignore": ["a"]}})");
  EXPECT_THAT(Complaints(w), IsEmpty());
  ASSERT_THAT(Roots(w), ElementsAre(""));
  EXPECT_THAT(w.modules[0].excludes, ElementsAre("vendor"));
  ASSERT_TRUE(w.modules[0].breaking);
  EXPECT_EQ(w.modules[0].breaking->version, "v1");
  EXPECT_THAT(w.modules[0].breaking->ignore, ElementsAre("a"));
}

// buf takes excludes from the file's folder, but what is ignored from each root.
TEST(ReadBufConfig, V1Beta1HasRoots) {
  const Workspace w = ReadYaml(
      "version: v1beta1\n"
      "build: {roots: [p, q], excludes: [q/x]}\n"
      "breaking: {ignore: [a], ignore_only: {ENUM_NO_DELETE: [b]}}\n");
  EXPECT_THAT(Complaints(w), IsEmpty());
  ASSERT_THAT(Roots(w), ElementsAre("p", "q"));
  for (const Module& module : w.modules) {
    EXPECT_THAT(module.excludes, ElementsAre("q/x"));
    ASSERT_TRUE(module.breaking);
    EXPECT_EQ(module.breaking->version, "v1beta1");
    EXPECT_THAT(module.breaking->ignore, ElementsAre(module.root + "/a"));
    EXPECT_THAT(module.breaking->ignore_only,
                ElementsAre(Pair("ENUM_NO_DELETE", ElementsAre(module.root + "/b"))));
  }
}

TEST(ReadBufConfig, WorkFileNamesFoldersWithTheirOwnFiles) {
  const Workspace w = Read({{"buf.work.yaml", "version: v1\ndirectories: [p, vendor/q]\n"},
                            {"p/buf.yaml", "version: v1\nbreaking: {ignore: [a]}\n"},
                            {"p/a/x.proto", ""},
                            {"vendor/q/y.proto", ""}});
  EXPECT_THAT(Complaints(w), IsEmpty());
  ASSERT_THAT(Roots(w), ElementsAre("p", "vendor/q"));
  ASSERT_TRUE(w.modules[0].breaking);
  EXPECT_THAT(w.modules[0].breaking->ignore, ElementsAre("p/a"));
  EXPECT_FALSE(w.modules[1].breaking);
}

TEST(ReadBufConfig, FoldersBelowTheRootCountWhenTheRootHasNothing) {
  const Workspace w = Read({{"api/buf.yaml",
                             "version: v2\nmodules: [{path: p, excludes: [p/x]}]\n"
                             "breaking: {ignore: [p/a]}\n"},
                            {"api/p/a.proto", ""},
                            {"other/b.proto", ""}});
  EXPECT_THAT(Complaints(w), IsEmpty());
  ASSERT_THAT(Roots(w), ElementsAre("api/p", ""));
  EXPECT_THAT(w.modules[0].excludes, ElementsAre("api/p/x"));
  EXPECT_THAT(w.modules[0].breaking->ignore, ElementsAre("api/p/a"));
  EXPECT_THAT(Roots(Read({{"api/buf.yaml", "version: v1"}, {"api/a.proto", ""}})),
              ElementsAre("api"));
}

TEST(ReadBufConfig, WhatIsWrongIsToldAndTheRestCounts) {
  const Workspace w = ReadYaml(
      "version: v2\n"
      "modules:\n"
      "  - path: ../p\n"
      "  - 7\n"
      "  - path: q\n"
      "    excludes: [r, q/s, /t]\n"
      "breaking:\n"
      "  use: FILE\n"
      "  except: [A, 1]\n"
      "  ignore_only: {X: q, Y: [q]}\n"
      "  ignored: []\n");
  EXPECT_THAT(Complaints(w),
              testing::UnorderedElementsAre(
                  "in/buf.yaml:3:11 error `../p` of `path` lies outside of the folder",
                  "in/buf.yaml:4:5 error a module must be an object with `path`",
                  HasSubstr("in/buf.yaml:6:15 error `r` of `excludes` does not lie in the module"),
                  "in/buf.yaml:6:24 error `/t` of `excludes` lies outside of the folder",
                  "in/buf.yaml:8:8 error `use` must be an array, not a string",
                  "in/buf.yaml:9:15 error `except` must hold strings",
                  "in/buf.yaml:10:20 error `X` must be an array of paths",
                  "in/buf.yaml:11:3 warning unknown key `ignored`"));
  ASSERT_THAT(Roots(w), ElementsAre("q"));
  EXPECT_THAT(w.modules[0].excludes, ElementsAre("q/s"));
  ASSERT_TRUE(w.modules[0].breaking);
  EXPECT_THAT(w.modules[0].breaking->except, ElementsAre("A"));
  EXPECT_THAT(w.modules[0].breaking->ignore_only, ElementsAre(Pair("Y", ElementsAre("q"))));
}

TEST(ReadBufConfig, VersionsHaveDifferentKeys) {
  EXPECT_THAT(Complaints(ReadYaml("version: v1\nmodules: []\nbuild: {roots: [p]}\n")),
              ElementsAre("in/buf.yaml:2:1 warning unknown key `modules`",
                          "in/buf.yaml:3:9 warning unknown key `roots`"));
  EXPECT_THAT(Complaints(ReadYaml("version: v2\nbuild: {}\n")),
              ElementsAre("in/buf.yaml:2:1 warning unknown key `build`"));
}

TEST(ReadBufConfig, AVersionThatIsMissingOrUnknownIsReadAsTheNewest) {
  const Workspace missing = ReadYaml("modules: [{path: p}]\n");
  EXPECT_THAT(Complaints(missing), ElementsAre(HasSubstr("`version` is missing")));
  EXPECT_THAT(Roots(missing), ElementsAre("p"));
  const Workspace unknown = ReadYaml("version: v3\nmodules: [{path: p}]\n");
  EXPECT_THAT(Complaints(unknown), ElementsAre(HasSubstr("1:10 error unknown version `v3`")));
  EXPECT_THAT(Roots(unknown), ElementsAre("p"));
}

TEST(ReadBufConfig, AFileThatIsNoConfigurationLeavesTheFolderAsTheModule) {
  for (const std::string text : {"[1]", "just text", "{", "", "# only a comment\n", "\xFF"}) {
    const Workspace w = ReadYaml(text);
    EXPECT_THAT(Roots(w), ElementsAre("")) << text;
    ASSERT_THAT(w.findings, SizeIs(testing::Ge(1))) << text;
    EXPECT_EQ(w.findings[0].span.file, "in/buf.yaml") << text;
  }
}

TEST(ReadBufConfig, AWorkFileThatNamesNothingIsAFault) {
  const Workspace w = Read({{"buf.work.yaml", "version: v2\ndirectories: [../q]\n"},
                            {"buf.yaml", "version: v1\nbreaking: {use: [WIRE]}\n"},
                            {"a.proto", ""}});
  EXPECT_THAT(Complaints(w),
              ElementsAre(HasSubstr("a buf.yaml beside a buf.work.yaml"),
                          HasSubstr("`version` of a buf.work.yaml must be v1"),
                          HasSubstr("`../q` of `directories` lies outside"),
                          HasSubstr("`directories` names no folder")));
  ASSERT_THAT(Roots(w), ElementsAre(""));
  EXPECT_FALSE(w.modules[0].breaking);
}

}  // namespace
}  // namespace accord::proto
