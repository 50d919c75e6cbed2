#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/base/strings.h"

#include "tests/unit/match/compare_body.h"

namespace accord::match {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> Compare(std::string expected,
                                 std::string actual,
                                 std::string rules = "{}") {
  return test::BodyTexts(
      {"text/plain", std::move(expected), std::move(actual), std::move(rules), false, {}});
}

TEST(TextComparer, ComparesByteByByte) {
  EXPECT_THAT(Compare("Hello", "Hello"), IsEmpty());
  EXPECT_THAT(Compare("Hello World!", "Hello Mars!"),
              ElementsAre("$: Expected body 'Hello World!' to match 'Hello Mars!' using equality "
                          "but did not match"));
  EXPECT_THAT(Compare("Hello", "Hello\n"), SizeIs(1));
}

TEST(TextComparer, AppliesTheRuleOfTheWholeBody) {
  const std::string greeting = R"({"$":{"matchers":[{"match":"regex","regex":"Hello .*"}]}})";
  EXPECT_THAT(Compare("Hello World", "Hello Mars", greeting), IsEmpty());
  EXPECT_THAT(Compare("Hello World", "Bye", greeting),
              ElementsAre("$: Expected 'Bye' to match 'Hello .*'"));
  const std::string either = R"({"$":{"combine":"OR","matchers":[
      {"match":"include","value":"x"},{"match":"include","value":"y"}]}})";
  EXPECT_THAT(Compare("x", "say", either), IsEmpty());
  EXPECT_THAT(Compare("x", "no", either), SizeIs(2));
}

TEST(TextComparer, CutsLongTexts) {
  const auto mismatches =
      test::CompareBody({"text/plain", std::string(100'000, 'a'), "b", "{}", false, {}});
  ASSERT_THAT(mismatches, SizeIs(1));
  EXPECT_LT(mismatches[0].message.size(), 1000U);
  EXPECT_LT(mismatches[0].expected.size(), 5000U);
}

}  // namespace
}  // namespace accord::match
