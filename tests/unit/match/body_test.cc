#include "match/body.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/match/compare_json.h"

namespace accord::match::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using pact::Body;
using pact::BodyState;

Body In(BodyState state) {
  Body body;
  body.state = state;
  if (state == BodyState::kPresent) {
    body.text = "abc";
  }
  return body;
}

std::vector<std::string> CompareStates(BodyState expected, BodyState actual) {
  pact::Response wanted;
  wanted.body = In(expected);
  pact::Response got;
  got.body = In(actual);
  return Texts(CompareResponse(wanted, got));
}

TEST(Body, AMissingExpectedBodyAcceptsAnything) {
  for (const BodyState actual :
       {BodyState::kMissing, BodyState::kNull, BodyState::kEmpty, BodyState::kPresent}) {
    EXPECT_THAT(CompareStates(BodyState::kMissing, actual), IsEmpty()) << ToString(actual);
  }
}

TEST(Body, ANullOrEmptyExpectedBodyAcceptsNone) {
  for (const BodyState expected : {BodyState::kNull, BodyState::kEmpty}) {
    for (const BodyState actual : {BodyState::kMissing, BodyState::kNull, BodyState::kEmpty}) {
      EXPECT_THAT(CompareStates(expected, actual), IsEmpty()) << ToString(actual);
    }
    EXPECT_THAT(CompareStates(expected, BodyState::kPresent),
                ElementsAre("$: Expected empty body but received 3 bytes of text/plain"));
  }
}

TEST(Body, APresentExpectedBodyMustBeThere) {
  EXPECT_THAT(CompareStates(BodyState::kPresent, BodyState::kMissing),
              ElementsAre("$: Expected body 'abc' but was missing"));
  EXPECT_THAT(CompareStates(BodyState::kPresent, BodyState::kEmpty),
              ElementsAre("$: Expected body 'abc' but was empty"));
  EXPECT_THAT(CompareStates(BodyState::kPresent, BodyState::kPresent), IsEmpty());
  EXPECT_EQ(CompareStates(BodyState::kPresent, BodyState::kNull).size(), 1U);
}

TEST(Body, ABodyOfBytesIsDescribedWhenNothingCame) {
  pact::Response expected;
  expected.body = Body::Of("\xff\xd8\xff", "image/jpeg");
  const std::vector<Mismatch> mismatches = CompareResponse(expected, {});
  EXPECT_THAT(Texts(mismatches),
              ElementsAre("$: Expected body '3 bytes of image/jpeg' but was missing"));
  EXPECT_EQ(mismatches.at(0).expected, "3 bytes of image/jpeg");
}

TEST(Body, AnEmptyBodyBreaksANotEmptyRule) {
  const pact::Response expected = ResponseOf(R"({
    "body":{"contentType":"text/plain","content":"abc"},
    "matchingRules":{"body":{"$":{"matchers":[{"match":"notEmpty"}]}}}})");
  pact::Response actual;
  actual.body = In(BodyState::kEmpty);
  EXPECT_THAT(Texts(CompareResponse(expected, actual)),
              ElementsAre("$: Expected [] (0 bytes) to not be empty"));
  actual.body = In(BodyState::kMissing);
  EXPECT_THAT(Texts(CompareResponse(expected, actual)),
              ElementsAre("$: Expected body 'abc' but was missing"));
}

struct TypeCase {
  std::string_view expected;
  std::string_view actual;
  bool fits;
  bool fits_as_message;
};

TEST(Body, TypesMustFit) {
  const std::vector<TypeCase> cases = {
      {"text/plain", "text/plain", true, true},
      {"text/plain", "Text/Plain; charset=utf-8", true, true},
      {"text/plain;charset=utf-8", "text/plain", false, false},
      {"text/plain;charset=utf-8", "text/plain;charset=UTF-8", true, true},
      {"text/plain", "text/html", false, false},
      {"text/x", "text/vnd.y+x", true, false},
      {"text/vnd.y+x", "text/x", false, false},
      {"text/plain", "nonsense", true, false},
      {"text/plain", "", true, true},
      {"text/csv", "", false, false},
  };
  for (const TypeCase& c : cases) {
    pact::Response expected;
    expected.body = Body::Of("abc", std::string(c.expected));
    pact::Response actual;
    actual.body = Body::Of("abc", std::string(c.actual));
    EXPECT_EQ(CompareResponse(expected, actual).empty(), c.fits) << c.expected << " " << c.actual;
    pact::Message wanted;
    wanted.contents = expected.body;
    pact::Message got;
    got.contents = actual.body;
    EXPECT_EQ(CompareMessage(wanted, got).empty(), c.fits_as_message)
        << c.expected << " " << c.actual;
  }
}

TEST(Body, AMissingMessageIsReportedAsMissing) {
  pact::Message expected;
  expected.contents = Body::Of("{}", "application/json");
  EXPECT_THAT(Texts(CompareMessage(expected, {})),
              ElementsAre("$: Expected body '{}' but was missing"));
}

TEST(Body, TypeMismatchHidesTheBodies) {
  pact::Response expected =
      ResponseOf(R"({"body":{"contentType":"application/json","content":{"a":1}}})");
  pact::Response actual;
  actual.headers = {{"Content-Type", {"application/xml"}}};
  actual.body = Body::Of("<a/>", "");
  const std::vector<Mismatch> mismatches = CompareResponse(expected, actual);
  ASSERT_EQ(mismatches.size(), 1U);
  EXPECT_EQ(mismatches[0].part, Part::kBodyType);
  EXPECT_EQ(mismatches[0].message,
            "Expected a body of 'application/json' but the actual content type was "
            "'application/xml'");
  EXPECT_EQ(mismatches[0].expected, "application/json");
  EXPECT_EQ(mismatches[0].actual, "application/xml");
}

TEST(Body, OtherTypeIsFineWhenNoBodyIsExpected) {
  pact::Response expected;
  expected.headers = {{"Content-Type", {"application/json"}}};
  pact::Response actual;
  actual.headers = {{"Content-Type", {"application/json"}}};
  actual.body = Body::Of("abc", "text/plain");
  EXPECT_TRUE(CompareResponse(expected, actual).empty());
}

TEST(Body, AContentTypeHeaderRuleLetsTypesDiffer) {
  const pact::Response expected = ResponseOf(R"({
    "headers":{"Content-Type":["application/json"]},
    "body":{"contentType":"application/json","content":{"a":1}},
    "matchingRules":{"header":{"content-type":{"matchers":[
      {"match":"regex","regex":"(application|text)/.*json.*"}]}}}})");
  pact::Response actual;
  actual.headers = {{"Content-Type", {"text/json"}}};
  actual.body = Body::Of(R"({"a":1})", "");
  EXPECT_TRUE(CompareResponse(expected, actual).empty());
  actual.headers = {{"Content-Type", {"text/plain"}}};
  EXPECT_EQ(CompareResponse(expected, actual).size(), 2U);
}

}  // namespace
}  // namespace accord::match::test
