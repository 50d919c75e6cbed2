#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/match/compare_body.h"

namespace accord::match {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> Compare(std::string expected,
                                 std::string actual,
                                 std::string rules = "{}") {
  return test::BodyTexts({"application/x-www-form-urlencoded",
                          std::move(expected),
                          std::move(actual),
                          std::move(rules),
                          false,
                          {}});
}

TEST(FormComparer, NamesInAnyOrderValuesInTheirs) {
  EXPECT_THAT(Compare("a=1&b=2", "b=2&a=1"), IsEmpty());
  EXPECT_THAT(Compare("a=1&a=2", "a=2&a=1"), SizeIs(2));
  EXPECT_THAT(Compare("a=x+y%21", "a=x%20y!"), IsEmpty());
}

TEST(FormComparer, Differences) {
  EXPECT_THAT(Compare("a=1&b=2&c=3&d=4", "a=1&b=2&c=33&d=4"),
              ElementsAre("$.c: Expected form post parameter 'c' with value '3' but was '33'"));
  EXPECT_THAT(Compare("a=1&b=2", "a=1"),
              ElementsAre("$.b: Expected form post parameter 'b' but was missing"));
  EXPECT_THAT(Compare("a=1", "a=1&b=2"),
              ElementsAre("$.b: Unexpected form post parameter 'b' received"));
  EXPECT_THAT(Compare("a%20b=1", "a%20b=2"), ElementsAre(HasSubstr("$['a b']: ")));
}

TEST(FormComparer, Rules) {
  const std::string digits = R"({"$.a":{"matchers":[{"match":"regex","regex":"\\d+"}]}})";
  EXPECT_THAT(Compare("a=1", "a=22", digits), IsEmpty());
  EXPECT_THAT(Compare("a=1", "a=22&a=3", digits), IsEmpty());
  EXPECT_THAT(Compare("a=1", "a=x", digits), ElementsAre("$.a: Expected 'x' to match '\\d+'"));
  const std::string second = R"({"$.a[1]":{"matchers":[{"match":"integer"}]}})";
  EXPECT_THAT(Compare("a=x&a=1", "a=x&a=2", second), IsEmpty());
  EXPECT_THAT(Compare("a=x&a=1", "a=y&a=2", second), SizeIs(1));
}

TEST(FormComparer, BytesThatAreNoForm) {
  EXPECT_THAT(Compare("a=1", "\xff\xfe=%zz&&&=&%"), testing::Not(IsEmpty()));
}

}  // namespace
}  // namespace accord::match
