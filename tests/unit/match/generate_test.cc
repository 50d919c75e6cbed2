#include "accord/match/generate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/base/regex.h"

#include "tests/unit/match/compare_json.h"

namespace accord::match {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::SizeIs;

class GenerateTest : public testing::Test {
 protected:
  GenerateTest() {
    context_.random = &random_;
    context_.now = std::chrono::sys_days(std::chrono::year(2020) / 2 / 6) + std::chrono::hours(15);
    context_.state_values = {{"id", test::Json("1000")}};
    context_.mock_server_url = "http://somewhere.world";
  }

  pact::Request Request(std::string_view text) {
    return Generate(test::RequestOf(text), context_, warnings_);
  }
  pact::Response Response(std::string_view text) {
    return Generate(test::ResponseOf(text), context_, warnings_);
  }
  // The JSON body after its generators were applied.
  std::string Body(std::string_view content, std::string_view generators) {
    return Request(R"({"body":{"contentType":"application/json","content":)" +
                   std::string(content) + R"(},"generators":{"body":)" + std::string(generators) +
                   "}}")
        .body.Bytes();
  }
  std::string TextBody(const std::string& type, std::string text, std::string_view generators) {
    pact::Request request =
        test::RequestOf(R"({"generators":{"body":)" + std::string(generators) + "}}");
    request.body = pact::Body::Of(std::move(text), type);
    return Generate(request, context_, warnings_).body.Bytes();
  }
  // What a generator makes of the string "a".
  std::string OfString(std::string_view generator) {
    return Body(R"({"a":"a"})", R"({"$.a":)" + std::string(generator) + "}");
  }

  base::Random random_{42};
  GeneratorContext context_;
  std::vector<std::string> warnings_;
};

TEST_F(GenerateTest, EveryKindOfValue) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"({"type":"RandomInt","min":5,"max":7})", R"("[5-7]")"},
      {R"({"type":"RandomInt"})", R"re("([0-9]|10)")re"},
      {R"({"type":"RandomDecimal","digits":6})", R"("[0-9]+\.[0-9]+")"},
      {R"({"type":"RandomHexadecimal","digits":6})", R"("[0-9A-F]{6}")"},
      {R"({"type":"RandomString","size":6})", R"("[0-9A-Za-z]{6}")"},
      {R"({"type":"RandomString"})", R"("[0-9A-Za-z]{10}")"},
      {R"({"type":"RandomBoolean"})", R"re("(true|false)")re"},
      {R"({"type":"Regex","regex":"^\\d{1,8}$"})", R"("[0-9]{1,8}")"},
      {R"({"type":"Uuid"})",
       R"("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")"},
      {R"({"type":"Uuid","format":"simple"})", R"("[0-9a-f]{32}")"},
      {R"({"type":"Uuid","format":"upper-case-hyphenated"})",
       R"("[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}")"},
      {R"({"type":"Uuid","format":"URN"})", R"("urn:uuid:[0-9a-f-]{36}")"},
      {R"({"type":"Date"})", R"("2020-02-06")"},
      {R"({"type":"Date","format":"dd.MM.yy","expression":"+ 1 day"})", R"("07\.02\.20")"},
      {R"({"type":"Time"})", R"("15:00:00")"},
      {R"({"type":"Time","expression":"+ 1 hour"})", R"("16:00:00")"},
      {R"({"type":"DateTime"})", R"("2020-02-06T15:00:00\.000\+0000")"},
      {R"({"type":"DateTime","format":"yyyy-MM-dd'T'HH","expression":"tomorrow @ noon"})",
       R"("2020-02-07T12")"},
      {R"({"type":"ProviderState","expression":"/${id}"})", R"("/1000")"},
  };
  for (const auto& [generator, pattern] : cases) {
    const auto regex = base::Regex::Compile(R"(\{"a":)" + pattern + R"(\})",
                                            {.ignore_case = false, .whole = true});
    ASSERT_TRUE(regex.ok());
    for (int i = 0; i < 20; ++i) {
      const std::string body = OfString(generator);
      EXPECT_EQ(regex->Match(body), base::RegexOutcome::kMatch) << generator << " made " << body;
    }
  }
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(GenerateTest, NumbersStayNumbers) {
  EXPECT_THAT(Body(R"({"a":1})", R"({"$.a":{"type":"RandomInt","min":3,"max":3}})"), R"({"a":3})");
  EXPECT_THAT(Body(R"({"a":null})", R"({"$.a":{"type":"RandomInt","min":3,"max":3}})"),
              R"({"a":3})");
  EXPECT_THAT(Body(R"({"a":1.5})", R"({"$.a":{"type":"RandomDecimal","digits":3}})"),
              MatchesRegex(R"(\{"a":[0-9.]{4}\})"));
  EXPECT_THAT(Body(R"({"a":true})", R"({"$.a":{"type":"RandomBoolean"}})"),
              MatchesRegex(R"(\{"a":(true|false)\})"));
  EXPECT_THAT(Body(R"({"a":"x"})", R"({"$.a":{"type":"ProviderState","expression":"${id}"}})"),
              R"({"a":1000})");
}

TEST_F(GenerateTest, DecimalsAreJsonNumbersOfTheAskedLength) {
  for (int digits = 0; digits < 12; ++digits) {
    for (int i = 0; i < 50; ++i) {
      const std::string body = Body(
          "[1.5]", R"({"$[0]":{"type":"RandomDecimal","digits":)" + std::to_string(digits) + "}}");
      EXPECT_TRUE(test::Json(body)) << body;
      EXPECT_EQ(body.size() - 2,
                static_cast<std::size_t>(std::max(1, digits > 1 ? digits + 1 : digits)))
          << body;
      EXPECT_THAT(body, testing::Not(MatchesRegex(R"(\[0[0-9].*)")));
    }
  }
}

constexpr std::string_view kNine = R"({"type":"RandomInt","min":9,"max":9})";

std::string NineAt(const std::vector<std::string>& paths) {
  std::string text;
  for (const std::string& path : paths) {
    text += text.empty() ? "{\"" : ",\"";
    text += path + "\":" + std::string(kNine);
  }
  return text + "}";
}

TEST_F(GenerateTest, BodyPathsReachEveryMatch) {
  EXPECT_EQ(Body("1", NineAt({"$"})), "9");
  EXPECT_EQ(Body(R"({"a":1,"b":[1,{"c":1}]})", NineAt({"$.b[1].c"})), R"({"a":1,"b":[1,{"c":9}]})");
  EXPECT_EQ(Body(R"({"a":[{"b":1},{"b":2},{"c":3}]})", NineAt({"$.a[*].b"})),
            R"({"a":[{"b":9},{"b":9},{"c":3}]})");
  EXPECT_EQ(Body(R"({"a":{"x":1,"y":[1]}})", NineAt({"$.a.*"})), R"({"a":{"x":9,"y":9}})");
  EXPECT_EQ(Body(R"([1,{"x":1}])", NineAt({"$.*"})), "[9,9]");
  EXPECT_EQ(Body(R"({"a":1})", NineAt({"$[*]"})), R"({"a":1})") << "[*] is no field";
  EXPECT_EQ(Body(R"({"0":1})", NineAt({"$['0']"})), R"({"0":9})");
  EXPECT_EQ(Body(R"({"a":1})", NineAt({"a"})), R"({"a":9})") << "without $";
  EXPECT_EQ(Body(R"({"a":1})", NineAt({"$.b", "$.a.b", "$.a[0]"})), R"({"a":1})");
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(GenerateTest, AnExactPathBeatsAWildcard) {
  EXPECT_EQ(Body(R"({"a":1,"b":1})",
                 R"({"$.*":{"type":"RandomInt","min":1,"max":1},)" + NineAt({"$.a"}).substr(1)),
            R"({"a":9,"b":1})");
}

TEST_F(GenerateTest, UntouchedPartsKeepTheirText) {
  EXPECT_EQ(Body(R"({"a":1.0,"b":12345678901234567890123,"c":"\u00e9","d":1e400,"x":1})",
                 NineAt({"$.x"})),
            R"({"a":1.0,"b":12345678901234567890123,"c":"é","d":1e400,"x":9})");
}

TEST_F(GenerateTest, JsonInATextBody) {
  EXPECT_EQ(TextBody("application/json", R"({"a": 1})", NineAt({"$.a"})), R"({"a":9})");
  EXPECT_EQ(TextBody("application/json", R"({"a": 1})", NineAt({"$.b"})), R"({"a": 1})");
  EXPECT_EQ(TextBody("", R"({"a": 1})", NineAt({"$.a"})), R"({"a":9})");
  EXPECT_THAT(warnings_, IsEmpty());
  EXPECT_EQ(TextBody("application/json", "{", NineAt({"$.a"})), "{");
  EXPECT_THAT(warnings_,
              ElementsAre("The generators of the body leave it as it is: it is no JSON."));
}

TEST_F(GenerateTest, Xml) {
  const std::string text = R"(<?xml version="1.0"?><r><a id="1">x</a><a id="2">y</a><b/></r>)";
  const std::string head = R"(<?xml version="1.0" encoding="UTF-8"?>)";
  EXPECT_EQ(TextBody("application/xml", text, NineAt({"$.r.a['@id']"})),
            head + R"(<r><a id="9">x</a><a id="9">y</a><b/></r>)");
  EXPECT_EQ(TextBody("application/xml", text, NineAt({"$.r.a[1].#text"})),
            head + R"(<r><a id="1">x</a><a id="2">9</a><b/></r>)");
  EXPECT_EQ(TextBody("text/xml", "<r><b/></r>", NineAt({"$.r.b"})), "<r><b>9</b></r>");
  EXPECT_EQ(TextBody("text/xml", "<r><b/></r>", NineAt({"$.*.*.#text"})), "<r><b>9</b></r>");
  EXPECT_EQ(
      TextBody("text/xml", R"(<r xmlns="urn:x"><b/></r>)", NineAt({"$['urn:x:r']['urn:x:b']"})),
      R"(<r xmlns="urn:x"><b>9</b></r>)");
  EXPECT_EQ(TextBody("text/xml", "<r> <b/></r>", NineAt({"$.r.c"})), "<r> <b/></r>");
  EXPECT_THAT(warnings_, IsEmpty());
  EXPECT_EQ(TextBody("text/xml", "<r>", NineAt({"$.r"})), "<r>");
  EXPECT_THAT(warnings_, ElementsAre(HasSubstr("The generators of the body leave it as it is: ")));
}

TEST_F(GenerateTest, Form) {
  const std::string form = "application/x-www-form-urlencoded";
  EXPECT_EQ(TextBody(form, "a=1&b=x+y&a=2", NineAt({"$.a"})), "a=9&a=9&b=x+y");
  EXPECT_EQ(TextBody(form, "a=1&a=2", NineAt({"$.a[1]"})), "a=1&a=9");
  EXPECT_EQ(TextBody(form, "a=%31", NineAt({"$.b"})), "a=%31") << "nothing changed";
}

TEST_F(GenerateTest, OtherBodiesStay) {
  EXPECT_EQ(TextBody("text/plain", "x", NineAt({"$"})), "x");
  EXPECT_THAT(warnings_,
              ElementsAre("The generators of the body leave it as it is: they do not work "
                          "on text/plain."));
}

TEST_F(GenerateTest, RequestParts) {
  const pact::Request made = Request(R"({
      "method": "GET", "path": "/a", "query": {"q": ["1", "2"]}, "headers": {"x-id": ["1"]},
      "generators": {
        "method": {"type": "Regex", "regex": "post"},
        "path": {"type": "ProviderState", "expression": "/path/${id}"},
        "query": {"q": {"type": "RandomInt", "min": 9, "max": 9},
                  "new": {"type": "RandomInt", "min": 8, "max": 8}},
        "header": {"X-Id": {"type": "RandomInt", "min": 9, "max": 9},
                   "X-New": {"type": "RandomInt", "min": 8, "max": 8}}}})");
  EXPECT_EQ(made.method, "POST");
  EXPECT_EQ(made.path, "/path/1000");
  ASSERT_THAT(made.query, SizeIs(2));
  EXPECT_THAT(made.query[0].values, ElementsAre("9", "9"));
  EXPECT_EQ(made.query[1].name, "new");
  EXPECT_THAT(made.query[1].values, ElementsAre("8"));
  ASSERT_THAT(made.headers, SizeIs(2));
  EXPECT_EQ(made.headers[0].name, "x-id");
  EXPECT_THAT(made.headers[0].values, ElementsAre("9"));
  EXPECT_THAT(made.headers[1].values, ElementsAre("8"));
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(GenerateTest, AnEntryThatCannotBeMadeIsNotCreated) {
  const pact::Request made = Request(R"({"generators": {
      "query": {"q": {"type": "ProviderState", "expression": "gone"}},
      "header": {"h": {"type": "ProviderState", "expression": "gone"}}}})");
  EXPECT_THAT(made.query, IsEmpty());
  EXPECT_THAT(made.headers, IsEmpty());
  EXPECT_THAT(warnings_, SizeIs(2));
}

TEST_F(GenerateTest, ResponseStatusAndHeaders) {
  const pact::Response made = Response(R"({"status": 200, "generators": {
      "status": {"type": "RandomInt", "min": 201, "max": 599},
      "header": {"X-TEST": {"type": "RandomInt", "min": 1, "max": 9}}}})");
  EXPECT_GE(made.status, 201);
  EXPECT_LE(made.status, 599);
  ASSERT_THAT(made.headers, SizeIs(1));
  EXPECT_THAT(warnings_, IsEmpty());
  EXPECT_EQ(
      Response(R"({"status":200,"generators":{"status":{"type":"RandomInt","min":7,"max":7}}})")
          .status,
      200);
  EXPECT_THAT(warnings_,
              ElementsAre("The generator for the status made '7', which is no status; "
                          "the example stays."));
}

TEST_F(GenerateTest, MessageMetadataAndContents) {
  std::vector<finding::Finding> findings;
  const pact::Message message = pact::ReadMessage(
      test::Json(R"({"contents": {"contentType": "application/json", "content": {"a": 1}},
          "metadata": {"id": "x", "count": 1},
          "generators": {
            "metadata": {"id": {"type": "RandomInt", "min": 9, "max": 9},
                         "count": {"type": "RandomInt", "min": 9, "max": 9},
                         "new": {"type": "RandomString", "size": 3}},
            "body": {"$.a": {"type": "RandomInt", "min": 9, "max": 9}}}})"),
      pact::SpecVersion::kV4,
      findings);
  const pact::Message made = Generate(message, context_, warnings_);
  ASSERT_THAT(made.metadata, SizeIs(3));
  EXPECT_TRUE(made.metadata[0].second->is_string()) << "the example is a string";
  EXPECT_EQ(made.metadata[0].second->text(), "9");
  EXPECT_TRUE(made.metadata[1].second->is_number());
  EXPECT_EQ(made.metadata[2].first, "new");
  EXPECT_EQ(made.contents.Bytes(), R"({"a":9})");
  EXPECT_EQ(message.contents.Bytes(), R"({"a":1})") << "the contract stays as it is";
}

TEST_F(GenerateTest, ModesDecideWhoGenerates) {
  const std::string url =
      R"re({"type":"MockServerURL","regex":".*(/a)","example":"http://x:1/a"})re";
  const std::string state = R"({"type":"ProviderState","expression":"id"})";
  EXPECT_EQ(OfString(url), R"({"a":"a"})");
  EXPECT_EQ(OfString(state), R"({"a":1000})");
  context_.mode = GeneratorMode::kConsumer;
  EXPECT_EQ(OfString(url), R"({"a":"http://somewhere.world/a"})");
  EXPECT_EQ(OfString(state), R"({"a":"a"})");
  EXPECT_THAT(warnings_, IsEmpty()) << "nothing to do is no problem";
  context_.mock_server_url = "http://x:1/";
  EXPECT_EQ(OfString(url), R"({"a":"http://x:1/a"})");
  context_.mock_server_url = "http://x:1";
  EXPECT_EQ(OfString(R"re({"type":"MockServerURL","regex":".*/(a)","example":"http://x:1/a"})re"),
            R"({"a":"http://x:1/a"})");
}

TEST_F(GenerateTest, WarnsOnceForEachGeneratorThatFails) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"({"type":"Regex","regex":"(a)\\1"})",
       "Generator Regex for $.a[*] leaves the example as it "
       "is: backreferences cannot be generated"},
      {R"({"type":"Date","format":"bb"})", "unknown letter 'b'"},
      {R"({"type":"Time","expression":"soon"})", "expected now, midnight"},
      {R"({"type":"Uuid","format":"odd"})", "the format 'odd' is not known"},
      {R"({"type":"ProviderState","expression":"gone"})", "no provider state gave a value"},
      {R"({"type":"colour"})",
       "Generator colour for $.a[*] leaves the example as it is: it needs a "
       "plugin."},
  };
  for (const auto& [generator, warning] : cases) {
    warnings_.clear();
    EXPECT_EQ(Body(R"({"a":["x","y","z"]})", R"({"$.a[*]":)" + generator + "}"),
              R"({"a":["x","y","z"]})");
    EXPECT_THAT(warnings_, ElementsAre(HasSubstr(warning))) << generator;
  }
  context_.mode = GeneratorMode::kConsumer;
  context_.mock_server_url = "";
  warnings_.clear();
  OfString(R"re({"type":"MockServerURL","regex":".*(/a)","example":"http://x:1/a"})re");
  EXPECT_THAT(warnings_, ElementsAre(HasSubstr("the URL of the mock server is not known")));
  context_.mock_server_url = "http://x";
  warnings_.clear();
  OfString(R"({"type":"MockServerURL","regex":"(","example":"http://x:1/a"})");
  OfString(R"re({"type":"MockServerURL","regex":"b(c)","example":"http://x:1/a"})re");
  EXPECT_THAT(
      warnings_,
      ElementsAre(HasSubstr("regular expression"), HasSubstr("'b(c)' does not match the example")));
}

TEST_F(GenerateTest, ArrayContainsVariantsBringTheirGenerators) {
  const std::string body = Request(R"({
      "body": {"contentType": "application/json", "content":
        {"list": [{"kind": "a", "id": 1}, {"kind": "b", "id": 1}, {"kind": "b", "id": 1, "x": [1]}]}},
      "matchingRules": {"body": {"$.list": {"matchers": [{"match": "arrayContains", "variants": [
        {"index": 0, "rules": {"$.id": {"matchers": [{"match": "integer"}]}},
         "generators": {"$.id": {"type": "RandomInt", "min": 8, "max": 8}}},
        {"index": 1, "rules": {"$.id": {"matchers": [{"match": "integer"}]}},
         "generators": {"$.id": {"type": "RandomInt", "min": 9, "max": 9}}}]}]}}}})")
                               .body.Bytes();
  EXPECT_EQ(body,
            R"({"list":[{"kind":"a","id":8},{"kind":"b","id":9},{"kind":"b","id":9,"x":[1]}]})");
}

TEST_F(GenerateTest, HugeDemandsAreCut) {
  std::string list = "[\"\"";
  for (int i = 0; i < 12; ++i) {
    list += ",\"\"";
  }
  const std::string body = Body(list + "]", R"({"$[*]":{"type":"RandomString","size":1000000}})");
  EXPECT_LT(body.size(), 10'000'000U);
  EXPECT_THAT(warnings_, ElementsAre(HasSubstr("the generated values are too large")));
}

TEST_F(GenerateTest, NothingToDoKeepsTheBodyAsItWas) {
  const pact::Request request = test::RequestOf(R"({"body":{"content":{"a":1}}})");
  EXPECT_EQ(Generate(request, context_, warnings_).body.json.get(), request.body.json.get());
  pact::Request missing = test::RequestOf(R"({"generators":{"body":{"$.a":{"type":"Uuid"}}}})");
  EXPECT_FALSE(Generate(missing, context_, warnings_).body.present());
  EXPECT_THAT(warnings_, IsEmpty());
}

}  // namespace
}  // namespace accord::match
