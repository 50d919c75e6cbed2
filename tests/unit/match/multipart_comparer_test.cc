#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/match/compare_body.h"

namespace accord::match {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Part {
  std::string headers;  // Each line with its CRLF.
  std::string content;
};

std::string Body(const std::vector<Part>& parts, const std::string& boundary) {
  std::string body;
  for (const Part& part : parts) {
    body += "--" + boundary + "\r\n" + part.headers + "\r\n" + part.content + "\r\n";
  }
  return body + "--" + boundary + "--\r\n";
}

std::vector<std::string> Compare(const std::vector<Part>& expected,
                                 const std::vector<Part>& actual,
                                 std::string rules = "{}") {
  return test::BodyTexts({"multipart/form-data",
                          Body(expected, "one"),
                          Body(actual, "two"),
                          std::move(rules),
                          false,
                          "multipart/form-data; boundary=two"});
}

test::BodyCase Case(const std::vector<Part>& expected,
                    const std::vector<Part>& actual,
                    std::string rules = "{}") {
  return {"multipart/form-data; boundary=b",
          Body(expected, "b"),
          Body(actual, "b"),
          std::move(rules),
          false,
          {}};
}

std::string Field(const std::string& name) {
  return "Content-Disposition: form-data; name=\"" + name + "\"\r\n";
}
std::string File(const std::string& name, const std::string& type) {
  return "Content-Disposition: form-data; name=\"" + name +
         "\"; filename=\"f\"\r\nContent-Type: " + type + "\r\n";
}

std::vector<std::string> Texts(const std::vector<Part>& expected,
                               const std::vector<Part>& actual,
                               std::string rules = "{}") {
  return test::BodyTexts(Case(expected, actual, std::move(rules)));
}

TEST(MultipartComparer, EachSideHasItsOwnBoundary) {
  pact::Response expected;
  expected.headers = {{"Content-Type", {"multipart/form-data; boundary=one"}}};
  expected.body = pact::Body::Of(Body({{Field("a"), "1"}}, "one"), "");
  pact::RuleEntry rule;
  rule.key = "Content-Type";
  rule.list.rules = {{pact::Matcher::kRegex, "multipart/form-data;.*", {}, {}, {}, {}}};
  expected.rules.header = {rule};
  pact::Response actual;
  actual.headers = {{"Content-Type", {"multipart/form-data;boundary=\"two\""}}};
  actual.body = pact::Body::Of(Body({{Field("a"), "1"}}, "two"), "");
  EXPECT_THAT(CompareResponse(expected, actual), IsEmpty());
  actual.body = pact::Body::Of(Body({{Field("a"), "2"}}, "two"), "");
  EXPECT_THAT(CompareResponse(expected, actual), SizeIs(1));
}

TEST(MultipartComparer, WithoutABoundaryNothingIsCompared) {
  EXPECT_THAT(Compare({{Field("a"), "1"}}, {{Field("a"), "1"}}),
              ElementsAre("$: Failed to parse the expected body as a MIME multipart body: the "
                          "content type names no boundary"));
}

TEST(MultipartComparer, PartsAreFoundByName) {
  const std::vector<Part> parts = {{Field("a"), "1"}, {Field("b"), "2"}};
  EXPECT_THAT(Texts(parts, {{Field("b"), "2"}, {Field("x"), "0"}, {Field("a"), "1"}}), IsEmpty());
  EXPECT_THAT(Texts(parts, {{Field("a"), "1"}}),
              ElementsAre("$.b: Expected a MIME part 'b' but was missing"));
  EXPECT_THAT(Texts(parts, {{Field("a"), "1"}, {Field("b"), "3"}}),
              ElementsAre("$.b: Expected body '2' to match '3' using equality but did not match"));
}

TEST(MultipartComparer, PartsOfOneNameAreFoundInOrder) {
  const std::vector<Part> parts = {{Field("a"), "1"}, {Field("a"), "2"}};
  EXPECT_THAT(Texts(parts, parts), IsEmpty());
  EXPECT_THAT(Texts(parts, {{Field("a"), "1"}}),
              ElementsAre("$.a: Expected a MIME part 'a' but was missing"));
}

TEST(MultipartComparer, UnnamedPartsAreFoundByPlace) {
  const std::vector<Part> parts = {{"", "x"}, {"Content-Type: application/octet-stream\r\n", "y"}};
  EXPECT_THAT(Texts(parts, parts), IsEmpty());
  EXPECT_THAT(
      Texts(parts, {parts[0], {parts[1].headers, "zz"}}),
      ElementsAre("$[1]: Actual body [application/octet-stream, 2 bytes, starting with 7a7a] "
                  "is not equal to the expected body [application/octet-stream, 1 bytes, "
                  "starting with 79]"));
  EXPECT_THAT(Texts(parts, {parts[0]}),
              ElementsAre("$[1]: Expected a MIME part '1' but was missing"));
}

TEST(MultipartComparer, FieldsAreNoFiles) {
  EXPECT_THAT(Texts({{Field("a"), "1"}}, {{File("a", "text/plain"), "1"}}),
              ElementsAre("$.a: Expected a MIME field 'a' but was file"));
  EXPECT_THAT(Texts({{File("a", "text/plain"), "1"}}, {{Field("a"), "1"}}),
              ElementsAre("$.a: Expected a MIME file 'a' but was field"));
}

TEST(MultipartComparer, PartsAreComparedByTheirType) {
  const std::string json = File("doc", "application/json");
  EXPECT_THAT(Texts({{json, R"({"a":1,"b":2})"}}, {{json, R"({ "b": 2, "a": 1 })"}}), IsEmpty());
  EXPECT_THAT(Texts({{json, R"({"a":{"b":1}})"}}, {{json, R"({"a":{"b":2}})"}}),
              ElementsAre(HasSubstr("$.doc.a.b: Expected 2 (Integer) to be equal to 1 (Integer)")));
  const std::string xml = File("doc", "text/xml");
  EXPECT_THAT(Texts({{xml, "<a/>"}}, {{xml, "<a></a>"}}), IsEmpty());
  EXPECT_THAT(Texts({{json, "1"}}, {{xml, "1"}}),
              ElementsAre("$.doc: MIME part 'doc': Expected a body of 'application/json' but the "
                          "actual content type was 'text/xml'"));
  EXPECT_THAT(Texts({{json, "1"}}, {{File("doc", "application/vnd.x+json"), "1"}}), IsEmpty());
  EXPECT_THAT(Texts({{json, "{"}}, {{json, "{}"}}),
              ElementsAre(HasSubstr("$.doc: Failed to parse the expected body")));
}

TEST(MultipartComparer, RulesStandBelowTheNameOfThePart) {
  const std::string digits = R"({"$.a":{"matchers":[{"match":"regex","regex":"\\d+"}]}})";
  EXPECT_THAT(Texts({{Field("a"), "1"}}, {{Field("a"), "22"}}, digits), IsEmpty());
  EXPECT_THAT(Texts({{Field("a"), "1"}}, {{Field("a"), "x"}}, digits),
              ElementsAre("$.a: Expected 'x' to match '\\d+'"));
  EXPECT_THAT(Texts({{Field("b"), "1"}}, {{Field("b"), "2"}}, digits), SizeIs(1));
  const std::string inside = R"({"$.doc.id":{"matchers":[{"match":"integer"}]}})";
  const std::string json = File("doc", "application/json");
  EXPECT_THAT(Texts({{json, R"({"id":1})"}}, {{json, R"({"id":2})"}}, inside), IsEmpty());
  const auto mismatches =
      test::CompareBody(Case({{json, R"({"id":1})"}}, {{json, R"({"id":"x"})"}}, inside));
  ASSERT_THAT(mismatches, SizeIs(1));
  EXPECT_EQ(mismatches[0].name, "$.doc.id");
  EXPECT_EQ(mismatches[0].demand, "integer (rule at $.doc.id)");
  for (const std::string path : {"$[0]", "$['0']", "$[*]", "$.*"}) {
    EXPECT_THAT(
        Texts({{"", "1"}}, {{"", "2"}}, "{\"" + path + R"(":{"matchers":[{"match":"integer"}]}})"),
        IsEmpty())
        << path;
  }
}

TEST(MultipartComparer, AContentTypeRuleLooksAtTheBytesOfAFile) {
  const std::string rules = R"({"$.doc":{"matchers":[
      {"match":"contentType","value":"application/json"}]}})";
  const std::string json = File("doc", "application/json");
  EXPECT_THAT(Texts({{json, R"({"a":1})"}}, {{json, R"({"b":[]})"}}, rules), IsEmpty());
  EXPECT_THAT(Texts({{json, R"({"a":1})"}}, {{json, "%PDF-1.4"}}, rules),
              ElementsAre(HasSubstr("$.doc: Expected binary contents to have content type")));
}

TEST(MultipartComparer, HeadersOfPartsAreCompared) {
  EXPECT_THAT(Texts({{Field("a") + "X-Id: 1\r\n", "v"}}, {{Field("a") + "x-id: 1\r\n", "v"}}),
              IsEmpty());
  EXPECT_THAT(
      Texts({{Field("a") + "X-Id: 1\r\n", "v"}}, {{Field("a") + "X-Id: 2\r\n", "v"}}),
      ElementsAre("$.a.X-Id: MIME part 'a': Expected header 'X-Id' to have value '1' but was "
                  "'2'"));
  EXPECT_THAT(Texts({{Field("a") + "X-Id: 1\r\n", "v"}}, {{Field("a"), "v"}}), SizeIs(1));
  EXPECT_THAT(Texts({{Field("a"), "v"}}, {{Field("a") + "X-Id: 1\r\n", "v"}}), IsEmpty());
}

TEST(MultipartComparer, TheTransferEncodingDoesNotMatter) {
  EXPECT_THAT(Texts({{Field("a") + "Content-Transfer-Encoding: base64\r\n", "aGVsbG8="}},
                    {{Field("a"), "hello"}}),
              IsEmpty());
}

std::vector<Part> Nested(int depth, const std::string& leaf) {
  std::vector<Part> parts = {{Field("leaf"), leaf}};
  for (int i = 0; i < depth; ++i) {
    const std::string boundary = "n" + std::to_string(i) + "n";
    const std::string body = Body(parts, boundary);
    parts = {
        {"Content-Disposition: form-data; name=\"in\"\r\nContent-Type: multipart/mixed; "
         "boundary=" +
             boundary + "\r\n",
         body}};
  }
  return parts;
}

TEST(MultipartComparer, NestsToALimit) {
  EXPECT_THAT(Texts(Nested(2, "x"), Nested(2, "x")), IsEmpty());
  EXPECT_THAT(Texts(Nested(2, "x"), Nested(2, "y")),
              ElementsAre(HasSubstr("$.in.in.leaf: Expected body 'x'")));
  EXPECT_THAT(Texts(Nested(50, "x"), Nested(50, "x")),
              ElementsAre(HasSubstr("The multipart body is nested too deeply")));
}

TEST(MultipartComparer, BodiesThatCannotBeRead) {
  test::BodyCase body = Case({{Field("a"), "1"}}, {{Field("a"), "1"}});
  body.actual.resize(body.actual.size() - 10);
  EXPECT_THAT(test::BodyTexts(body),
              ElementsAre(HasSubstr("$: Failed to parse the actual body as a MIME multipart body: "
                                    "the part that starts at offset")));
  body.actual = "\xff\xfe rubbish";
  EXPECT_THAT(test::BodyTexts(body), SizeIs(1));
  body.expected = "rubbish";
  EXPECT_THAT(test::BodyTexts(body), SizeIs(2));
}

}  // namespace
}  // namespace accord::match
