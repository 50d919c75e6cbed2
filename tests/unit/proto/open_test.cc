#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.pb.h>
#include <gtest/gtest.h>

#include "accord/proto/rules.h"
#include "accord/proto/sources.h"

#include "proto/parse.h"
#include "tests/unit/document/temp_folder.h"

namespace accord::proto {
namespace {

namespace pb = google::protobuf;
using document::TempFolder;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::shared_ptr<const Sources> MustOpen(const std::string& argument) {
  auto opened = Open(argument, {});
  EXPECT_TRUE(opened.ok()) << opened.error().message;
  return opened.ok() ? *opened : nullptr;
}

std::string SetBytes() {
  pb::FileDescriptorSet set;
  std::vector<finding::Finding> findings;
  EXPECT_TRUE(ParseText({"a.proto", "a.proto"}, "message A {}", false, *set.add_file(), findings));
  return set.SerializeAsString();
}

TEST(Open, AFolder) {
  const TempFolder folder;
  folder.Write("with space/a.proto", "package p;");
  const auto sources = MustOpen(folder.path());
  ASSERT_THAT(sources->entries(), SizeIs(1));
  EXPECT_EQ(sources->entries()[0].display, folder / "with space/a.proto");
}

TEST(Open, ASingleFileWithItsNeighbour) {
  const TempFolder folder;
  folder.Write("a.proto", "import 'b.proto';");
  folder.Write("b.proto", "");
  const auto sources = MustOpen(folder / "a.proto");
  EXPECT_THAT(sources->entries(), SizeIs(1));
  EXPECT_THAT(sources->siblings(), SizeIs(1));
}

TEST(Open, ADescriptorSetIsToldByContentNotByName) {
  const TempFolder folder;
  for (const char* name : {"set.binpb", "set.json", "set", "set.proto.txt"}) {
    folder.Write(name, SetBytes());
    const auto sources = MustOpen(folder / name);
    EXPECT_THAT(sources->findings(), IsEmpty()) << name;
    ASSERT_THAT(sources->entries(), SizeIs(1)) << name;
    EXPECT_EQ(sources->name(), folder / name);
  }
  folder.Write("json.binpb", R"({"file": [{"name": "j.proto"}]})");
  EXPECT_THAT(MustOpen(folder / "json.binpb")->entries(), SizeIs(1));
}

TEST(Open, AnEmptyFileIsNoDescriptorSet) {
  const TempFolder folder;
  folder.Write("set.binpb", "");
  ASSERT_THAT(MustOpen(folder / "set.binpb")->findings(), SizeIs(1));
  EXPECT_THAT(MustOpen(folder / "set.binpb")->findings()[0].message, HasSubstr("is empty"));
}

TEST(Open, AnEmptyFolderAndOneThatDoesNotExist) {
  const TempFolder folder;
  EXPECT_THAT(MustOpen(folder.path())->entries(), IsEmpty());
  const auto missing = Open(folder / "missing", {});
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().kind, base::ErrorKind::kInput);
}

}  // namespace
}  // namespace accord::proto
