#include "accord/net/http.h"

#include <string>

#include <gtest/gtest.h>

namespace accord::net {
namespace {

TEST(Headers, FindIgnoresCaseAndTakesTheFirst) {
  const Headers headers{{"Set-Cookie", "a"}, {"set-cookie", "b"}};
  ASSERT_NE(FindHeader(headers, "SET-COOKIE"), nullptr);
  EXPECT_EQ(*FindHeader(headers, "SET-COOKIE"), "a");
  EXPECT_EQ(FindHeader(headers, "Cookie"), nullptr);
}

TEST(Url, SplitsIntoParts) {
  const auto url = Url::Parse("HTTPS://me:secret@Example.ORG:8443/a/../b%2Fc?x=1&y=?#part");
  ASSERT_TRUE(url.has_value());
  EXPECT_EQ(url->scheme, "https");
  EXPECT_EQ(url->host, "example.org");
  EXPECT_EQ(url->port, 8443);
  EXPECT_EQ(url->path, "/a/../b%2Fc");
  EXPECT_EQ(url->query, "x=1&y=?");
}

TEST(Url, LeavesOutWhatIsNotWritten) {
  const auto url = Url::Parse("http://localhost");
  ASSERT_TRUE(url.has_value());
  EXPECT_EQ(url->host, "localhost");
  EXPECT_EQ(url->port, 0);
  EXPECT_EQ(url->path, "");
  EXPECT_EQ(url->query, "");
}

TEST(Url, AcceptsAQueryWithoutPathAndAnEmptyPort) {
  const auto url = Url::Parse("http://h:?q=/a");
  ASSERT_TRUE(url.has_value());
  EXPECT_EQ(url->host, "h");
  EXPECT_EQ(url->port, 0);
  EXPECT_EQ(url->path, "");
  EXPECT_EQ(url->query, "q=/a");
}

TEST(Url, KeepsTheBracketsOfIpV6) {
  const auto url = Url::Parse("http://u@[::1]:80/");
  ASSERT_TRUE(url.has_value());
  EXPECT_EQ(url->host, "[::1]");
  EXPECT_EQ(url->port, 80);
}

TEST(Url, TakesThePartAfterTheLastAtSignAsHost) {
  const auto url = Url::Parse("http://a@b@c/@d");
  ASSERT_TRUE(url.has_value());
  EXPECT_EQ(url->host, "c");
  EXPECT_EQ(url->path, "/@d");
}

TEST(Url, RefusesWhatIsNoAbsoluteHttpUrl) {
  for (const char* text : {"",
                           "/path",
                           "localhost:80",
                           "//host/",
                           "ftp://host/",
                           "http:/host",
                           "http://",
                           "http:///path",
                           "http://:80/",
                           "http://host:99999/",
                           "http://host:0/",
                           "http://host:8a/",
                           "http://host:-1/",
                           "http://[::1/",
                           "http://[::1]80/",
                           "http://[]/",
                           "http://[x]/",
                           "http://a b/",
                           "http://host/a b",
                           "http://host/\r\nX: y",
                           "http://host/\t",
                           "http://ho<st/",
                           "http://a:1:2/",
                           "#://x",
                           "http#://"}) {
    EXPECT_FALSE(Url::Parse(text).has_value()) << text;
  }
  EXPECT_FALSE(Url::Parse(std::string("http://host/\0", 13)).has_value());
}

TEST(Url, IsShownWithoutUserAndPassword) {
  EXPECT_EQ(WithoutUserInfo("https://me:p@ss@host:1/a@b?c=d"), "https://host:1/a@b?c=d");
  EXPECT_EQ(WithoutUserInfo("http://host/a@b"), "http://host/a@b");
}

}  // namespace
}  // namespace accord::net
