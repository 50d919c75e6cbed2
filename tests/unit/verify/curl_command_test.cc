#include "verify/curl_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::verify {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(CurlCommandTest, PlainGet) {
  EXPECT_EQ(
      CurlCommand({.method = "GET", .url = "http://h/p?a=1", .headers = {{"Accept", "x/y"}}}, {}),
      "curl -i -H 'Accept: x/y' 'http://h/p?a=1'");
}

TEST(CurlCommandTest, PostWithBodyIsQuotedForTheShell) {
  EXPECT_EQ(CurlCommand({.method = "POST", .url = "http://h/", .headers = {}, .body = "it's"}, {}),
            R"(curl -i -X POST 'http://h/' --data-binary 'it'\''s')");
}

TEST(CurlCommandTest, HeadHasItsOwnFlag) {
  EXPECT_EQ(CurlCommand({.method = "HEAD", .url = "http://h/"}, {}), "curl -i --head 'http://h/'");
}

TEST(CurlCommandTest, ExtraHeadersAppearAsTheirVariables) {
  HttpProviderOptions options;
  options.headers = {{"Authorization", "Bearer s3cret", "***${TOKEN}"}};
  const std::string command = CurlCommand(
      {.method = "GET", .url = "http://h/", .headers = {{"authorization", "Bearer s3cret"}}},
      options);
  EXPECT_THAT(command, HasSubstr(R"(-H "authorization: ***${TOKEN}")"));
  EXPECT_THAT(command, Not(HasSubstr("s3cret")));
}

TEST(CurlCommandTest, APasswordInTheUrlIsNotShown) {
  EXPECT_EQ(CurlCommand({.method = "GET", .url = "http://me:s3cret@h/"}, {}),
            "curl -i -u '***' 'http://h/'");
}

TEST(CurlCommandTest, LongAndBinaryBodiesAreNamedNotPrinted) {
  for (const std::string& body :
       {std::string(5000, 'x'), std::string("\xff\xfe"), std::string(1, '\0')}) {
    const std::string command =
        CurlCommand({.method = "PUT", .url = "http://h/", .headers = {}, .body = body}, {});
    EXPECT_THAT(command, HasSubstr("--data-binary @body"));
    EXPECT_LT(command.size(), 200U);
  }
}

TEST(CurlCommandTest, TlsFlags) {
  HttpProviderOptions options;
  options.tls = {
      .ca_file = "ca.pem", .certificate_file = "c.pem", .key_file = "k.pem", .insecure = true};
  EXPECT_EQ(CurlCommand({.method = "GET", .url = "https://h/"}, options),
            "curl -i --insecure --cacert 'ca.pem' --cert 'c.pem' --key 'k.pem' 'https://h/'");
}

}  // namespace
}  // namespace accord::verify
