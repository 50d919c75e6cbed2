#include "net/field_syntax.h"

#include <string>

#include <gtest/gtest.h>

namespace accord::net {
namespace {

TEST(FieldSyntax, TokensAreNonEmptyAndWithoutSeparators) {
  EXPECT_TRUE(IsToken("X-Request_Id.1"));
  EXPECT_TRUE(IsToken("!#$%&'*+-.^_`|~"));
  EXPECT_FALSE(IsToken(""));
  for (const char* text : {"a b", "a:", "a\r", "a\n", "a/b", "ä", "a\x7f", "\"a\""}) {
    EXPECT_FALSE(IsToken(text)) << text;
  }
  EXPECT_FALSE(IsToken(std::string_view("a\0", 2)));
}

TEST(FieldSyntax, ValuesStayOnTheirLine) {
  EXPECT_TRUE(IsFieldValue(""));
  EXPECT_TRUE(IsFieldValue("a\tb, \"c\" é"));
  for (const char* text : {"a\r\nX: b", "a\n", "\x01", "\x7f"}) {
    EXPECT_FALSE(IsFieldValue(text)) << text;
  }
  EXPECT_FALSE(IsFieldValue(std::string_view("a\0b", 3)));
}

TEST(FieldSyntax, FindsTheFirstBadField) {
  EXPECT_EQ(FindBadField({{"A", "1"}, {"B", ""}}), nullptr);
  const Headers headers{{"A", "1"}, {"B", "2\r\n"}, {"C D", "3"}};
  EXPECT_EQ(FindBadField(headers), &headers[1]);
}

}  // namespace
}  // namespace accord::net
