#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/proto/sources.h"

#include "tests/unit/proto/memory_sources.h"

namespace accord::proto {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SelectChanged, TakesWhatDiffersAndItsImporters) {
  const MemorySources before({{"a.proto", "import 'b.proto';"},
                              {"b.proto", "import 'c.proto';"},
                              {"c.proto", "message C {}"},
                              {"d.proto", ""}});
  const MemorySources after({{"a.proto", "import 'b.proto';"},
                             {"b.proto", "import 'c.proto';"},
                             {"c.proto", "message Other {}"},
                             {"d.proto", ""}});
  const Selection selection = SelectChanged(before, after);
  EXPECT_THAT(selection.before, ElementsAre("a.proto", "b.proto", "c.proto"));
  EXPECT_THAT(selection.after, ElementsAre("a.proto", "b.proto", "c.proto"));
  EXPECT_EQ(selection.unchanged, 1U);
}

TEST(SelectChanged, FilesOfOneSideCountAndThoseThatImportThem) {
  const MemorySources before({{"gone.proto", ""}, {"user.proto", "import 'gone.proto';"}});
  const MemorySources after(
      {{"new.proto", "import 'same.proto';"}, {"user.proto", "import 'gone.proto';"}});
  const Selection selection = SelectChanged(before, after);
  EXPECT_THAT(selection.before, ElementsAre("gone.proto", "user.proto"));
  EXPECT_THAT(selection.after, ElementsAre("new.proto", "user.proto"));
  EXPECT_EQ(selection.unchanged, 0U);
}

TEST(SelectChanged, NothingDiffers) {
  const MemorySources sources({{"a.proto", "import 'b.proto';"}, {"b.proto", ""}});
  const Selection selection = SelectChanged(sources, sources);
  EXPECT_THAT(selection.before, IsEmpty());
  EXPECT_THAT(selection.after, IsEmpty());
  EXPECT_EQ(selection.unchanged, 2U);
}

TEST(SelectChanged, CirclesAndImportsOfNothingEnd) {
  const MemorySources before(
      {{"a.proto", "import 'b.proto';"}, {"b.proto", "import 'a.proto'; import 'x.proto';"}});
  const MemorySources after(
      {{"a.proto", "import 'b.proto'; "}, {"b.proto", "import 'a.proto'; import 'x.proto';"}});
  EXPECT_THAT(SelectChanged(before, after).after, ElementsAre("a.proto", "b.proto"));
}

TEST(SelectChanged, AnEmptySideSelectsEverything) {
  const MemorySources none({});
  const MemorySources some({{"a.proto", ""}, {"b.proto", ""}});
  EXPECT_THAT(SelectChanged(none, some).after, ElementsAre("a.proto", "b.proto"));
  EXPECT_THAT(SelectChanged(some, none).before, ElementsAre("a.proto", "b.proto"));
  EXPECT_THAT(SelectChanged(some, none).after, IsEmpty());
}

TEST(SelectChanged, ALongChainIsLinear) {
  std::map<std::string, std::string> files;
  constexpr int kLength = 20'000;
  for (int i = 0; i < kLength; ++i) {
    files[std::to_string(i)] = "import '" + std::to_string(i + 1) + "';";
  }
  const MemorySources before(files);
  files[std::to_string(kLength)] = "message New {}";
  const MemorySources after(files);
  EXPECT_EQ(SelectChanged(before, after).before.size(), static_cast<std::size_t>(kLength));
}

TEST(IsWellKnown, KnowsWhatLibprotobufHas) {
  EXPECT_TRUE(IsWellKnown("google/protobuf/timestamp.proto"));
  EXPECT_TRUE(IsWellKnown("google/protobuf/descriptor.proto"));
  EXPECT_FALSE(IsWellKnown("google/protobuf/compiler/plugin.proto"));
  EXPECT_FALSE(IsWellKnown("google/protobuf/other.proto"));
  EXPECT_FALSE(IsWellKnown("google/protobuf/.proto"));
  EXPECT_FALSE(IsWellKnown("google/protobuf/any.protoo"));
  EXPECT_FALSE(IsWellKnown("timestamp.proto"));
}

}  // namespace
}  // namespace accord::proto
