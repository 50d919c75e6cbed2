#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/pact/read.h"

#include "pact/spelling.h"

namespace accord::pact {
namespace {

using ::testing::ElementsAre;

/// `name=[value,value]` with `-` for a name without `=`.
std::string Show(const std::vector<QueryParameter>& query) {
  std::string out;
  for (const QueryParameter& parameter : query) {
    out += (out.empty() ? "" : " ") + parameter.name + "=[";
    for (std::size_t i = 0; i < parameter.values.size(); ++i) {
      out += (i == 0 ? "" : ",") + parameter.values[i].value_or("-");
    }
    out += "]";
  }
  return out;
}

TEST(ParseQuery, ReadsWhatPactReads) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", ""},
      {"a=1&b=2", "a=[1] b=[2]"},
      {"a=1&b=2&a=3", "a=[1,3] b=[2]"},
      {"a=1&", "a=[1]"},
      {"&&a=1", "a=[1]"},
      {"a", "a=[-]"},
      {"a=", "a=[]"},
      {"a=x=y", "a=[x=y]"},
      {"a=b+c%20d", "a=[b c d]"},
      {"a%5B%5D=1", "a[]=[1]"},
      {"t=10%3A15%2B01", "t=[10:15+01]"},
      {"a=%zz%4", "a=[%zz%4]"},
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(Show(ParseQuery(text)), expected) << text;
  }
}

TEST(ParseQuery, DistinguishesNoValueFromAnEmptyOne) {
  const std::vector<QueryParameter> query = ParseQuery("a&b=");
  ASSERT_EQ(query.size(), 2U);
  EXPECT_EQ(query[0].values.at(0), std::nullopt);
  EXPECT_EQ(query[1].values.at(0), "");
}

TEST(ParseQuery, IsNotQuadratic) {
  std::string text;
  for (int i = 0; i < 100000; ++i) {
    text += "k" + std::to_string(i) + "=1&";
  }
  EXPECT_EQ(ParseQuery(text).size(), 100000U);
}

TEST(FormatQuery, IsTheInverse) {
  for (const char* text : {"a=1&a=3&b=2", "a", "a=", "q=x+y%26z", ""}) {
    EXPECT_EQ(FormatQuery(ParseQuery(text)), text);
  }
}

TEST(SplitHeaderValue, SplitsOnlyListFields) {
  EXPECT_THAT(SplitHeaderValue("Accept", "text/html, application/json;q=0.5"),
              ElementsAre("text/html", "application/json;q=0.5"));
  EXPECT_THAT(SplitHeaderValue("VARY", "a,b , c"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(SplitHeaderValue("Cache-Control", "no-cache"), ElementsAre("no-cache"));
  EXPECT_THAT(SplitHeaderValue("Last-Modified", "Sun, 12 Mar 2023 01:21:35 GMT"),
              ElementsAre("Sun, 12 Mar 2023 01:21:35 GMT"));
  EXPECT_THAT(SplitHeaderValue("Set-Cookie", " a=1, b "), ElementsAre("a=1, b"));
  EXPECT_THAT(SplitHeaderValue("Accept", ""), ElementsAre(""));
}

}  // namespace
}  // namespace accord::pact
