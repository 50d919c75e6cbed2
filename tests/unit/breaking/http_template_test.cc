#include "breaking/proto/http_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::breaking {
namespace {

using testing::ElementsAre;

bool Covers(const char* wide, const char* narrow) {
  return HttpTemplate::Parse(wide).Covers(HttpTemplate::Parse(narrow));
}

TEST(HttpTemplate, Parts) {
  const HttpTemplate parsed = HttpTemplate::Parse("/v1/{name=shelves/*}/{book}:move");
  EXPECT_THAT(parsed.segments, ElementsAre("v1", "shelves", "*", "*"));
  EXPECT_EQ(parsed.verb, "move");
}

TEST(HttpTemplate, ColonBeforeTheLastSlashIsNoVerb) {
  const HttpTemplate parsed = HttpTemplate::Parse("/v1/a:b/c");
  EXPECT_THAT(parsed.segments, ElementsAre("v1", "a:b", "c"));
  EXPECT_EQ(parsed.verb, "");
}

TEST(HttpTemplate, BadTextsAreRead) {
  EXPECT_THAT(HttpTemplate::Parse("").segments, ElementsAre(""));
  EXPECT_THAT(HttpTemplate::Parse("/a/{b=c").segments, ElementsAre("a", "c"));
  EXPECT_THAT(HttpTemplate::Parse("{").segments, ElementsAre("*"));
}

TEST(HttpTemplate, Covering) {
  EXPECT_TRUE(Covers("/v1/{a}", "/v1/{b}"));
  EXPECT_TRUE(Covers("/v1/{a}", "/v1/literal"));
  EXPECT_FALSE(Covers("/v1/literal", "/v1/{a}"));
  EXPECT_FALSE(Covers("/v1/{a}", "/v1/{a}/b"));
  EXPECT_FALSE(Covers("/v1/{a}", "/v1/{a}:verb"));
  EXPECT_FALSE(Covers("/v1/{a=x/*}", "/v1/{a}"));
}

TEST(HttpTemplate, CoveringAnyNumberOfSegments) {
  EXPECT_TRUE(Covers("/v1/{a=**}", "/v1/x/y/{b}"));
  EXPECT_TRUE(Covers("/v1/{a=**}", "/v1"));
  EXPECT_TRUE(Covers("/v1/{a=**}", "/v1/{b=x/**}"));
  EXPECT_TRUE(Covers("/{a=**}/end", "/x/y/end"));
  EXPECT_FALSE(Covers("/{a=**}/end", "/x/y"));
  EXPECT_FALSE(Covers("/v1/{a=*}", "/v1/{a=**}"));
}

TEST(HttpTemplate, LongTemplatesAreNoTrouble) {
  std::string wide;
  std::string narrow;
  for (int i = 0; i < 300; ++i) {
    wide += "/**";
    narrow += "/a";
  }
  EXPECT_TRUE(Covers(wide.c_str(), narrow.c_str()));
  EXPECT_FALSE(Covers((wide + "/b").c_str(), narrow.c_str()));
}

}  // namespace
}  // namespace accord::breaking
