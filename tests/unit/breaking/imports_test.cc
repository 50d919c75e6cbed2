#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const char* const kMoney = "syntax = \"proto3\"; package acme; message Money {}";

std::string Facade(const std::string& imports) {
  return "syntax = \"proto3\"; package acme;\n" + imports + "\nmessage Facade {}";
}

std::vector<std::string> Find(const Texts& before, const Texts& after, bool buf = false) {
  return FindingLines(before, after, {{"IMPORT_PUBLIC_NO_DELETE"}, buf});
}

TEST(PublicImports, Dropped) {
  const Texts before = {{"a.proto", Facade("import public \"money.proto\";")},
                        {"money.proto", kMoney}};
  const Texts after = {{"a.proto", Facade("")}, {"money.proto", kMoney}};
  EXPECT_THAT(Find(before, after),
              ElementsAre("a.proto: Previously present public import \"money.proto\" was deleted "
                          "from file."));
  EXPECT_THAT(Find(before, after, true), IsEmpty());
  EXPECT_EQ(finding::ToString(
                CompareTexts(before, after, {{"IMPORT_PUBLIC_NO_DELETE"}}).findings.at(0).previous),
            "a.proto:2:1");
}

TEST(PublicImports, MadePlain) {
  EXPECT_THAT(Find({{"a.proto", Facade("import public \"money.proto\";")}, {"money.proto", kMoney}},
                   {{"a.proto", Facade("\nimport \"money.proto\";")}, {"money.proto", kMoney}}),
              ElementsAre("a.proto:3:1: Public import \"money.proto\" changed to a plain import."));
}

TEST(PublicImports, StillPassedOnByAnotherFile) {
  EXPECT_THAT(Find({{"a.proto", Facade("import public \"money.proto\";")}, {"money.proto", kMoney}},
                   {{"a.proto", Facade("import public \"all.proto\";")},
                    {"all.proto", "syntax = \"proto3\"; import public \"money.proto\";"},
                    {"money.proto", kMoney}}),
              IsEmpty());
}

TEST(PublicImports, LostBehindAnotherFile) {
  const std::string all = "syntax = \"proto3\"; import public \"money.proto\";";
  EXPECT_THAT(Find({{"a.proto", Facade("import public \"all.proto\";")},
                    {"all.proto", all},
                    {"money.proto", kMoney}},
                   {{"a.proto", Facade("")}, {"all.proto", all}, {"money.proto", kMoney}})
                  .size(),
              1U);
}

TEST(PublicImports, ContentThatMovedIntoTheFile) {
  EXPECT_THAT(Find({{"a.proto", Facade("import public \"money.proto\";")}, {"money.proto", kMoney}},
                   {{"a.proto", Facade("message Money {}")}}),
              IsEmpty());
}

TEST(PublicImports, FileWithoutAnyElement) {
  EXPECT_THAT(
      Find({{"a.proto", Facade("import public \"e.proto\";")}, {"e.proto", "syntax = \"proto3\";"}},
           {{"a.proto", Facade("")}, {"e.proto", "syntax = \"proto3\";"}}),
      IsEmpty());
}

}  // namespace
}  // namespace accord::breaking
