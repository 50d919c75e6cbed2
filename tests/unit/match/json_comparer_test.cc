#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/match/compare.h"

namespace accord::match::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

std::vector<std::string> Compare(const std::string& type,
                                 const std::string& expected,
                                 const std::string& actual) {
  pact::Message wanted;
  wanted.contents = pact::Body::Of(expected, type);
  pact::Message got;
  got.contents = pact::Body::Of(actual, type);
  std::vector<std::string> texts;
  for (const Mismatch& mismatch : CompareMessage(wanted, got)) {
    texts.push_back(mismatch.name + ": " + mismatch.message);
  }
  return texts;
}

TEST(JsonComparer, SkipsTheSchemaNumberOfKafkasRegistry) {
  const std::string type = "application/vnd.schemaregistry.v1+json";
  const std::string frame("\0\0\0\0\2", 5);
  EXPECT_THAT(Compare(type, R"({"a": 1})", frame + R"({"a": 1})"), IsEmpty());
  EXPECT_THAT(Compare(type, R"({"a": 1})", R"({"a": 1})"), IsEmpty());
  EXPECT_THAT(Compare(type, R"({"a": 1})", frame + R"({"a": 2})"),
              ElementsAre("$.a: Expected 2 (Integer) to be equal to 1 (Integer)"));
}

TEST(JsonComparer, OtherTypesHaveNoSchemaNumber) {
  EXPECT_THAT(Compare("application/json", "1", std::string("\0\0\0\0\0021", 6)),
              ElementsAre(StartsWith("$: Failed to parse the actual body")));
}

}  // namespace
}  // namespace accord::match::test
