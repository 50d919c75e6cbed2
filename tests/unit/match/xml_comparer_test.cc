#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/match/compare_body.h"

namespace accord::match {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

std::vector<std::string> Response(std::string expected,
                                  std::string actual,
                                  std::string rules = "{}") {
  return test::BodyTexts(
      {"application/xml", std::move(expected), std::move(actual), std::move(rules), false, {}});
}

std::vector<std::string> Request(std::string expected,
                                 std::string actual,
                                 std::string rules = "{}") {
  return test::BodyTexts(
      {"application/xml", std::move(expected), std::move(actual), std::move(rules), true, {}});
}

std::string Rule(std::string_view path, std::string_view rule) {
  return R"({")" + std::string(path) + R"(":{"matchers":[)" + std::string(rule) + "]}}";
}

TEST(XmlComparer, WhatDoesNotMatterInXml) {
  EXPECT_THAT(
      Request("<?xml version='1.0'?><a><!-- one --><b>x</b></a>", "<a>\n  <b> x </b>\n</a>"),
      IsEmpty());
  EXPECT_THAT(Request("<a><![CDATA[x]]></a>", "<a>x</a>"), IsEmpty());
  EXPECT_THAT(Request("<a b='1' c='2'/>", "<a c='2' b='1'></a>"), IsEmpty());
  EXPECT_THAT(Request("<a><b/><c/></a>", "<a><c/><b/></a>"), IsEmpty());
  EXPECT_THAT(Request("<a>x<b/>y</a>", "<a>xy<b/></a>"), IsEmpty());
}

TEST(XmlComparer, RootName) {
  EXPECT_THAT(Response("<a/>", "<b/>"),
              ElementsAre("$.a: Expected element <a/> but received <b/>"));
  EXPECT_THAT(Response("<a><b/></a>", "<c/>"), SizeIs(1)) << "nothing is compared below";
}

TEST(XmlComparer, Text) {
  EXPECT_THAT(Response("<a>x</a>", "<a>y</a>"),
              ElementsAre("$.a.#text: Expected 'y' to be equal to 'x'"));
  EXPECT_THAT(Response("<a>x</a>", "<a/>"), SizeIs(1));
  EXPECT_THAT(Response("<a/>", "<a>x</a>"), SizeIs(1));
}

TEST(XmlComparer, TextRules) {
  const std::string digits = Rule("$.a.#text", R"({"match":"regex","regex":"\\d+"})");
  EXPECT_THAT(Response("<a>1</a>", "<a> 22 </a>", digits), IsEmpty());
  EXPECT_THAT(Response("<a>1</a>", "<a>x</a>", digits), SizeIs(1));
  const std::string integer = Rule("$.a.b", R"({"match":"integer"})");
  EXPECT_THAT(Response("<a><b>1</b></a>", "<a><b>2</b></a>", integer), IsEmpty());
  EXPECT_THAT(Response("<a><b>1</b></a>", "<a><b>two</b></a>", integer), SizeIs(1));
  EXPECT_THAT(Response("<a><b>1</b></a>", "<a><b/></a>", integer), SizeIs(1));
}

TEST(XmlComparer, InheritedRulesSayNothingAboutTextThatIsNotThere) {
  EXPECT_THAT(
      Response("<a><b>1</b></a>", "<a><b>2</b></a>", Rule("$.a", R"({"match":"notEmpty"})")),
      IsEmpty());
}

TEST(XmlComparer, Attributes) {
  EXPECT_THAT(Response("<a b='1'/>", "<a b='2'/>"),
              ElementsAre("$.a['@b']: Expected '2' to be equal to '1'"));
  EXPECT_THAT(Response("<a b='1' c='2'/>", "<a c='2'/>"),
              ElementsAre("$.a['@b']: Expected attribute 'b'='1' but was missing"));
  EXPECT_THAT(Response("<a/>", "<a b='1'/>"), IsEmpty());
  EXPECT_THAT(Request("<a/>", "<a b='1'/>"),
              ElementsAre("$.a: Unexpected attribute 'b'='1' received"));
  EXPECT_THAT(Request("<a b='1'/>", "<a b='1' c=''/>"),
              ElementsAre("$.a: Unexpected attribute 'c'='' received"));
  const std::string digits = Rule("$.a['@b']", R"({"match":"regex","regex":"\\d+"})");
  EXPECT_THAT(Response("<a b='1'/>", "<a b='22'/>", digits), IsEmpty());
  EXPECT_THAT(Response("<a b='1'/>", "<a b='x'/>", digits), SizeIs(1));
  const std::string any = Rule("$.a.*['@b']", R"({"match":"type"})");
  EXPECT_THAT(Response("<a><x b='1'/><y b='1'/></a>", "<a><x b='2'/><y b='3'/></a>", any),
              IsEmpty());
}

TEST(XmlComparer, Namespaces) {
  EXPECT_THAT(
      Request("<x:a xmlns:x='urn:1' x:b='1'/>", "<a xmlns='urn:1' xmlns:y='urn:1' y:b='1'/>"),
      IsEmpty());
  EXPECT_THAT(Response("<a xmlns='urn:1'/>", "<a xmlns='urn:2'/>"),
              ElementsAre("$.urn:1:a: Expected element <urn:1:a/> but received <urn:2:a/>"));
  EXPECT_THAT(Request("<a><b/></a>", "<a xmlns='urn:1'><b/></a>"), IsEmpty())
      << "no namespace accepts any";
  EXPECT_THAT(Response("<a xmlns='urn:1'/>", "<a/>"), SizeIs(1));
  EXPECT_THAT(Response("<a xmlns:n='urn:1' n:b='1'/>", "<a xmlns:n='urn:2' n:b='1'/>"), SizeIs(1));
  EXPECT_THAT(Response("<a xmlns='urn:1'><b>1</b></a>",
                       "<a xmlns='urn:1'><b>2</b></a>",
                       Rule("$['urn:1:a']['urn:1:b']['#text']", R"({"match":"type"})")),
              IsEmpty());
}

TEST(XmlComparer, ChildrenOfOneNameAreComparedInOrder) {
  EXPECT_THAT(Response("<a><b>1</b><b>2</b></a>", "<a><b>2</b><b>1</b></a>"), SizeIs(2));
  EXPECT_THAT(Response("<a><b>1</b><c/><b>2</b></a>", "<a><b>1</b><b>2</b><c/></a>"), IsEmpty());
}

TEST(XmlComparer, MissingAndUnexpectedChildren) {
  EXPECT_THAT(Request("<v><one/><two/></v>", "<v><one/></v>"),
              ElementsAre("$.v: Expected child <two/> but was missing"));
  EXPECT_THAT(Response("<a><b/><b/></a>", "<a><b/></a>"),
              ElementsAre("$.a: Expected child <b/> but was missing"));
  EXPECT_THAT(Response("<a><b/></a>", "<a><b/><b/><c/></a>"), IsEmpty());
  EXPECT_THAT(
      Request("<a><b/></a>", "<a><b/><b/><b/><c/><c/><d/></a>"),
      UnorderedElementsAre(
          "$.a: Unexpected child <b/>", "$.a: Unexpected child <c/>", "$.a: Unexpected child <d/>"))
      << "one for each name";
  EXPECT_THAT(Request("<a/>", "<a><b/></a>"), ElementsAre("$.a: Unexpected child <b/>"));
}

TEST(XmlComparer, ATypeRuleComparesEveryChildWithTheFirst) {
  const std::string rules =
      R"({"$.r.p":{"matchers":[{"match":"type"}]},"$.r.p['@id']":{"matchers":[{"match":"integer"}]}})";
  EXPECT_THAT(Request("<r><p id='1'>x</p></r>", "<r><p id='1'>y</p><p id='2'>z</p></r>", rules),
              IsEmpty());
  EXPECT_THAT(Request("<r><p id='1'>x</p></r>", "<r><p id='1'>y</p><p id='b'>z</p></r>", rules),
              ElementsAre(HasSubstr("$.r.p['@id']: ")));
  EXPECT_THAT(Response("<r><p id='1'/><p id='2'/></r>", "<r><p id='7'/></r>", rules), IsEmpty())
      << "fewer are fine too";
  EXPECT_THAT(Response("<r><p id='1'/></r>", "<r/>", rules),
              ElementsAre("$.r: Expected child <p/> but was missing"));
}

TEST(XmlComparer, MinAndMaxCountChildren) {
  const std::string min = Rule("$.a", R"({"match":"type","min":2})");
  EXPECT_THAT(Response("<a><b/></a>", "<a><b/></a>", min),
              ElementsAre("$.a: Expected <a/> to have at least 2 children, but it has 1"));
  EXPECT_THAT(Response("<a><b/></a>", "<a><b/><b/></a>", min), IsEmpty());
  const std::string max = Rule("$.a", R"({"match":"type","max":1})");
  EXPECT_THAT(Response("<a><b/></a>", "<a><b/><b/></a>", max),
              ElementsAre("$.a: Expected <a/> to have at most 1 children, but it has 2"));
  EXPECT_THAT(Response("<a><b><c/></b></a>", "<a><b><c/><c/></b></a>", max), IsEmpty())
      << "only at the rule's own path";
}

TEST(XmlComparer, RulesOnElements) {
  const std::string name = Rule("$.a", R"({"match":"regex","regex":"[ab]"})");
  EXPECT_THAT(Response("<a/>", "<b/>", name), IsEmpty());
  EXPECT_THAT(Response("<a/>", "<c/>", name), ElementsAre("$.a: Expected 'c' to match '[ab]'"));
  const std::string filled = Rule("$.a", R"({"match":"notEmpty"})");
  EXPECT_THAT(Response("<a>x</a>", "<a/>", filled),
              testing::Contains("$.a: Expected <a/> to have at least one child"));
  const std::string either = R"({"$.a":{"combine":"OR","matchers":[
      {"match":"regex","regex":"x"},{"match":"type"}]}})";
  EXPECT_THAT(Response("<a>1</a>", "<a>2</a>", either), IsEmpty());
  EXPECT_THAT(Response("<a/>", "<a/>", Rule("$.a", R"({"match":"colour"})")),
              ElementsAre(HasSubstr("needs a plugin")));
}

TEST(XmlComparer, EqualityStopsAType) {
  const std::string rules =
      R"({"$.a":{"matchers":[{"match":"type"}]},"$.a.c":{"matchers":[{"match":"equality"}]}})";
  EXPECT_THAT(Response("<a><b>1</b><c>1</c></a>", "<a><b>2</b><c>1</c></a>", rules), IsEmpty());
  EXPECT_THAT(Response("<a><b>1</b><c>1</c></a>", "<a><b>2</b><c>2</c></a>", rules),
              ElementsAre("$.a.c.#text: Expected '2' to be equal to '1'"));
}

TEST(XmlComparer, ReportsTheDemandOfARule) {
  const auto mismatches = test::CompareBody({"text/xml",
                                             "<a b='1'/>",
                                             "<a b='x'/>",
                                             Rule("$.a['@b']", R"({"match":"integer"})"),
                                             false,
                                             {}});
  ASSERT_THAT(mismatches, SizeIs(1));
  EXPECT_EQ(mismatches[0].demand, "integer (rule at $.a['@b'])");
  EXPECT_EQ(mismatches[0].expected, "1");
  EXPECT_EQ(mismatches[0].actual, "x");
}

TEST(XmlComparer, BodiesThatCannotBeRead) {
  EXPECT_THAT(Response("<a/>", "<a>"),
              ElementsAre(HasSubstr("$: Failed to parse the actual body: ")));
  EXPECT_THAT(Response("<a", "<a/>"),
              ElementsAre(HasSubstr("$: Failed to parse the expected body: ")));
  EXPECT_THAT(Response("<a", "oops"), SizeIs(2));
  EXPECT_THAT(Response("<a/>", "<a>\xff</a>"), SizeIs(1));
  EXPECT_THAT(Response("<a/>", "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;'>]><a>&z;</a>"),
              SizeIs(1));
}

std::string Nested(std::size_t depth) {
  std::string text;
  for (std::size_t i = 0; i < depth; ++i) {
    text += "<a>";
  }
  for (std::size_t i = 0; i < depth; ++i) {
    text += "</a>";
  }
  return text;
}

TEST(XmlComparer, DeepTreesAreComparedOrRefused) {
  EXPECT_THAT(Response(Nested(900), Nested(900)), IsEmpty());
  EXPECT_THAT(Response(Nested(900), Nested(899)), SizeIs(1));
  EXPECT_THAT(Response("<a/>", Nested(100'000)),
              ElementsAre(HasSubstr("Failed to parse the actual body")));
}

TEST(XmlComparer, ManyChildrenAndAttributesTakeLinearTime) {
  std::string text = "<a";
  for (int i = 0; i < 20'000; ++i) {
    text += " b" + std::to_string(i) + "=''";
  }
  text += ">";
  for (int i = 0; i < 50'000; ++i) {
    text += "<c" + std::to_string(i % 25'000) + "/>";
  }
  text += "</a>";
  EXPECT_THAT(Request(text, text), IsEmpty());
  EXPECT_THAT(Request("<a/>", text), SizeIs(45'000));
}

}  // namespace
}  // namespace accord::match
