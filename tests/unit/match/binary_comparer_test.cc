#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/base/strings.h"

#include "tests/unit/match/compare_body.h"

namespace accord::match {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

const std::string kJpeg = "\xff\xd8\xff\xe0 and more";
constexpr std::string_view kPdf = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";

std::vector<std::string> Compare(std::string expected,
                                 std::string actual,
                                 std::string rules = "{}",
                                 std::string type = "application/octet-stream") {
  return test::BodyTexts(
      {std::move(type), std::move(expected), std::move(actual), std::move(rules), false, {}});
}

std::string Rule(std::string_view rule) {
  return R"({"$":{"matchers":[)" + std::string(rule) + "]}}";
}

TEST(BinaryComparer, ComparesByteByByte) {
  EXPECT_THAT(Compare(kJpeg, kJpeg, "{}", "image/jpeg"), IsEmpty());
  EXPECT_THAT(
      Compare(std::string("\x01\x02\x03", 3), std::string("\x00\xff", 2), "{}", "image/jpeg"),
      ElementsAre("$: Actual body [image/jpeg, 2 bytes, starting with 00ff] is not equal to "
                  "the expected body [image/jpeg, 3 bytes, starting with 010203]"));
  EXPECT_THAT(Compare(std::string(50, 'a'), std::string(50, 'b')),
              ElementsAre(HasSubstr("50 bytes, starting with " +
                                    base::HexEncode(std::string(32, 'b')) + "]")));
}

TEST(BinaryComparer, ContentTypeRuleLooksAtTheBytes) {
  const std::string jpeg = Rule(R"({"match":"contentType","value":"image/jpeg"})");
  EXPECT_THAT(Compare("x", kJpeg, jpeg), IsEmpty());
  EXPECT_THAT(
      Compare("x", std::string(kPdf), jpeg),
      ElementsAre("$: Expected binary contents to have content type 'image/jpeg' but detected "
                  "contents was 'application/pdf'"));
}

TEST(BinaryComparer, OtherRules) {
  EXPECT_THAT(Compare("x", "y", Rule(R"({"match":"notEmpty"})")), IsEmpty());
  EXPECT_THAT(Compare("x", std::string("\x00\xff", 2), Rule(R"({"match":"type"})")), IsEmpty());
  EXPECT_THAT(Compare("x", "123", Rule(R"({"match":"regex","regex":"\\d+"})")), IsEmpty());
  EXPECT_THAT(Compare("x", "abc", Rule(R"({"match":"regex","regex":"\\d+"})")), SizeIs(1));
  EXPECT_THAT(Compare("x",
                      "a\xff"
                      "b",
                      Rule(R"({"match":"include","value":"b"})")),
              IsEmpty());
  EXPECT_THAT(Compare("x", "y", Rule(R"({"match":"equality"})")),
              ElementsAre(StartsWith("$: Actual body [application/octet-stream, 1 bytes")));
  const std::string either = R"({"$":{"combine":"OR","matchers":[
      {"match":"contentType","value":"image/jpeg"},{"match":"include","value":"PDF"}]}})";
  EXPECT_THAT(Compare("x", std::string(kPdf), either), IsEmpty());
  EXPECT_THAT(Compare("x", "zip", either), SizeIs(2));
}

TEST(BinaryComparer, MessagesAreAlwaysUtf8) {
  for (const std::string rule : {R"({"match":"include","value":"b"})",
                                 R"({"match":"regex","regex":"\\d+"})",
                                 R"({"match":"semver"})",
                                 R"({"match":"date"})",
                                 R"({"match":"boolean"})"}) {
    const auto mismatches = test::CompareBody(
        {"application/octet-stream", "\xff\xfe", "\x80\xff", Rule(rule), false, {}});
    ASSERT_THAT(mismatches, SizeIs(1)) << rule;
    EXPECT_TRUE(base::IsUtf8(mismatches[0].message)) << rule;
    EXPECT_TRUE(base::IsUtf8(mismatches[0].expected)) << rule;
    EXPECT_TRUE(base::IsUtf8(mismatches[0].actual)) << rule;
    EXPECT_THAT(mismatches[0].actual, HasSubstr("starting with 80ff"));
  }
}

}  // namespace
}  // namespace accord::match
