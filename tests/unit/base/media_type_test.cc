#include "accord/base/media_type.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::base {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

MediaType Of(std::string_view text) {
  const std::optional<MediaType> media = MediaType::Parse(text);
  EXPECT_TRUE(media.has_value()) << text;
  return media.value_or(MediaType{});
}

bool Equivalent(std::string_view expected, std::string_view actual) {
  return IsEquivalent(Of(expected), Of(actual));
}

TEST(Parse, TakesTypeAndSubtype) {
  const MediaType media = Of("application/vnd.api+json");
  EXPECT_EQ(media.type, "application");
  EXPECT_EQ(media.subtype, "vnd.api+json");
  EXPECT_TRUE(media.parameters.empty());
  EXPECT_EQ(media.Essence(), "application/vnd.api+json");
}

TEST(Parse, LowersNamesButNotValues) {
  const MediaType media = Of("Text/HTML; Charset=UTF-8");
  EXPECT_EQ(media.Essence(), "text/html");
  EXPECT_THAT(media.parameters, ElementsAre(Pair("charset", "UTF-8")));
}

TEST(Parse, KeepsTheOrderOfParameters) {
  EXPECT_THAT(Of("a/b;z=1;a=2;z=3").parameters,
              ElementsAre(Pair("z", "1"), Pair("a", "2"), Pair("z", "3")));
}

TEST(Parse, ForgivesBlanks) {
  const MediaType media = Of("  text/plain \t; charset = utf-8 ;\tformat=flowed ");
  EXPECT_EQ(media.Essence(), "text/plain");
  EXPECT_THAT(media.parameters, ElementsAre(Pair("charset", "utf-8"), Pair("format", "flowed")));
}

TEST(Parse, ReadsQuotedValues) {
  EXPECT_THAT(Of(R"(a/b; x="1; y=2" ; z="q\"\\e\a")").parameters,
              ElementsAre(Pair("x", "1; y=2"), Pair("z", R"(q"\ea)")));
  EXPECT_THAT(Of(R"(a/b;x="")").parameters, ElementsAre(Pair("x", "")));
}

TEST(Parse, TakesUnquotedValuesThatAreNoTokens) {
  EXPECT_THAT(Of("multipart/form-data; boundary=a/b=c:(d)").parameters,
              ElementsAre(Pair("boundary", "a/b=c:(d)")));
  EXPECT_THAT(Of("a/b;x=").parameters, ElementsAre(Pair("x", "")));
}

TEST(Parse, SkipsEmptyParametersAndBareNames) {
  EXPECT_TRUE(Of("text/html;").parameters.empty());
  EXPECT_TRUE(Of("text/html;;  ;").parameters.empty());
  EXPECT_TRUE(Of("text/html; charset").parameters.empty());
  EXPECT_THAT(Of("text/html; charset; q=1").parameters, ElementsAre(Pair("q", "1")));
}

class NoMediaType : public ::testing::TestWithParam<const char*> {};

TEST_P(NoMediaType, IsRefused) {
  EXPECT_FALSE(MediaType::Parse(GetParam()).has_value());
}

INSTANTIATE_TEST_SUITE_P(Texts,
                         NoMediaType,
                         ::testing::Values("",
                                           " ",
                                           "json",
                                           "/",
                                           "/json",
                                           "application/",
                                           "application /json",
                                           "application/ json",
                                           "a/b/c",
                                           "a/b, c/d",
                                           "a/b c",
                                           "a/b; =x",
                                           "a/b; x y=1",
                                           "a/b; x y",
                                           "a/b;x=\"1",
                                           "a/b;x=\"1\\",
                                           "a/b;x=\"1\"2",
                                           "a/b;x=1\"2\"",
                                           "t\xFFxt/plain",
                                           "a/b\nc",
                                           ";a/b"));

TEST(ToString, WritesWhatParseReads) {
  for (const char* text : {"text/plain", "text/plain;charset=utf-8", R"(a/b;x="1; \"\\";y="")"}) {
    EXPECT_EQ(Of(text).ToString(), text);
  }
  EXPECT_EQ(Of("TEXT/plain ; Charset=\"UTF-8\"").ToString(), "text/plain;charset=UTF-8");
}

TEST(Parameter, IsFoundByName) {
  const MediaType media = Of("a/b;x=1;x=2;y=3");
  ASSERT_NE(media.Parameter("X"), nullptr);
  EXPECT_EQ(*media.Parameter("X"), "1");
  EXPECT_EQ(media.Parameter("z"), nullptr);
}

TEST(BaseType, IsTheStructuredSuffix) {
  EXPECT_EQ(Of("application/vnd.x+json;v=1").BaseType().ToString(), "application/json");
  EXPECT_EQ(Of("application/hal+xml").BaseType().ToString(), "application/xml");
  EXPECT_EQ(Of("image/svg+xml").BaseType().ToString(), "image/xml");
  EXPECT_EQ(Of("text/plain;charset=utf-8").BaseType().ToString(), "text/plain");
  EXPECT_EQ(Of("a/b+").BaseType().ToString(), "a/b+");
  EXPECT_EQ(Of("a/b+c+d").BaseType().ToString(), "a/d");
}

enum class Family { kJson, kXml, kForm, kText, kBinary, kMultipart, kUnknown };

Family FamilyOf(const MediaType& media) {
  if (media.IsUnknown()) {
    return Family::kUnknown;
  }
  if (media.IsJson()) {
    return Family::kJson;
  }
  if (media.IsXml()) {
    return Family::kXml;
  }
  if (media.IsForm()) {
    return Family::kForm;
  }
  if (media.IsMultipart()) {
    return Family::kMultipart;
  }
  return media.IsText() ? Family::kText : Family::kBinary;
}

struct Member {
  const char* text;
  Family family;
};

std::ostream& operator<<(std::ostream& out, const Member& value) {
  return out << value.text;
}

class Families : public ::testing::TestWithParam<Member> {};

TEST_P(Families, AreToldApart) {
  const MediaType media = Of(GetParam().text);
  const Family family = GetParam().family;
  EXPECT_EQ(FamilyOf(media), family);
  EXPECT_EQ(media.IsBinary(), family == Family::kBinary);
  EXPECT_EQ(media.IsText(),
            family == Family::kText || family == Family::kJson || family == Family::kXml ||
                family == Family::kForm);
}

INSTANTIATE_TEST_SUITE_P(
    Types,
    Families,
    ::testing::Values(Member{"application/json", Family::kJson},
                      Member{"APPLICATION/JSON", Family::kJson},
                      Member{"application/vnd.x+json", Family::kJson},
                      Member{"application/json-rpc", Family::kJson},
                      Member{"application/jsonrequest", Family::kJson},
                      Member{"application/graphql", Family::kJson},
                      Member{"application/x-json-thing", Family::kJson},
                      Member{"model/gltf+json", Family::kJson},
                      Member{"text/json", Family::kText},
                      Member{"application/xml", Family::kXml},
                      Member{"text/xml", Family::kXml},
                      Member{"application/soap+xml", Family::kXml},
                      Member{"application/xhtml+xml", Family::kXml},
                      Member{"image/svg+xml", Family::kBinary},
                      Member{"application/x-www-form-urlencoded", Family::kForm},
                      Member{"multipart/form-data", Family::kMultipart},
                      Member{"multipart/mixed", Family::kMultipart},
                      Member{"text/plain", Family::kText},
                      Member{"text/csv", Family::kText},
                      Member{"application/javascript", Family::kText},
                      Member{"application/yaml", Family::kText},
                      Member{"application/x-yaml", Family::kText},
                      Member{"application/vnd.oai.openapi+yaml", Family::kText},
                      Member{"message/http", Family::kText},
                      Member{"audio/mpeg", Family::kBinary},
                      Member{"font/woff2", Family::kBinary},
                      Member{"image/png", Family::kBinary},
                      Member{"video/mp4", Family::kBinary},
                      Member{"application/pdf", Family::kBinary},
                      Member{"application/protobuf", Family::kBinary},
                      Member{"application/octet-stream", Family::kBinary},
                      Member{"*/*", Family::kUnknown}));

TEST(IsEquivalent, GoesByTheEssenceWithoutExpectedParameters) {
  EXPECT_TRUE(Equivalent("application/json", "application/json"));
  EXPECT_TRUE(Equivalent("application/json", "Application/JSON;charset=utf-8"));
  EXPECT_FALSE(Equivalent("application/json", "application/xml"));
  EXPECT_FALSE(Equivalent("application/json", "text/json"));
  EXPECT_FALSE(Equivalent("application/json", "application/vnd.x+json"));
  EXPECT_FALSE(Equivalent("application/vnd.x+json", "application/json"));
}

TEST(IsEquivalent, WantsAllParametersWhenSomeAreExpected) {
  EXPECT_TRUE(Equivalent("text/plain;charset=utf-8", "text/plain; charset=UTF-8"));
  EXPECT_TRUE(Equivalent("a/b;x=1;y=2", "a/b;y=2;x=1"));
  EXPECT_FALSE(Equivalent("text/plain;charset=utf-8", "text/plain"));
  EXPECT_FALSE(Equivalent("text/plain;charset=utf-8", "text/plain;charset=utf-16"));
  EXPECT_FALSE(Equivalent("a/b;x=1", "a/b;x=1;y=2"));
  EXPECT_FALSE(Equivalent("a/b;x=1;y=2", "a/b;x=1"));
}

TEST(IsEquivalent, HoldsBothNamesOfXmlForOne) {
  EXPECT_TRUE(Equivalent("text/xml", "application/xml"));
  EXPECT_TRUE(Equivalent("application/xml", "text/xml;charset=utf-8"));
  EXPECT_TRUE(Equivalent("text/xml;charset=utf-8", "application/xml;charset=utf-8"));
  EXPECT_FALSE(Equivalent("text/html", "application/html"));
}

}  // namespace
}  // namespace accord::base
