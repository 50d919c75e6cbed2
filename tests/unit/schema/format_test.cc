#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "accord/schema/validate.h"

namespace accord::schema {
namespace {

void ExpectFits(std::string_view format, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    EXPECT_TRUE(FitsFormat(format, text)) << format << ": " << text;
  }
}
void ExpectRefused(std::string_view format, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    EXPECT_FALSE(FitsFormat(format, text)) << format << ": " << text;
  }
}

TEST(Format, UnknownNamesFitAnything) {
  ExpectFits("colour", {"", "x"});
  ExpectFits("", {"x"});
  ExpectFits("password", {"x"});
  ExpectFits("Date", {"x"});
}

TEST(Format, DatesExist) {
  ExpectFits("date", {"2024-02-29", "0000-12-31"});
  ExpectRefused("date", {"2023-02-29", "1900-02-29", "2024-04-31", "2024-00-01", "2024-13-01", ""});
}

TEST(Format, LeapSecondsAreAtTheEndOfADayInUtc) {
  ExpectFits("time", {"23:59:60Z", "00:59:60.5+01:00", "22:29:60-01:30"});
  ExpectRefused("time", {"23:59:60+01:00", "12:00:60Z", "23:59:61Z"});
}

TEST(Format, TimesNeedAnOffset) {
  ExpectFits("time", {"00:00:00z", "12:30:45.123456789-00:00"});
  ExpectRefused("time", {"12:00:00", "12:00:00.Z", "12:00:00,5Z", "12:00Z", "12:00:00+1:00"});
  ExpectFits("date-time", {"2024-02-29t12:00:00Z"});
  ExpectRefused("date-time", {"2024-02-30T12:00:00Z", "2024-02-29 12:00:00Z", "2024-02-29T"});
}

TEST(Format, DurationsHaveNoGaps) {
  ExpectFits("duration", {"P1Y2M3DT4H5M6S", "PT1M", "P3W", "P1DT1S"});
  ExpectRefused("duration",
                {"P", "PT", "P1DT", "P1Y1D", "PT1H1S", "P1W1D", "P1D1M", "P1H", "P1YM"});
}

TEST(Format, Addresses) {
  ExpectFits("ipv4", {"0.0.0.0", "255.255.255.255"});
  ExpectRefused("ipv4", {"256.1.1.1", "01.1.1.1", "1.1.1", "1.1.1.1.", "1.1.1.1.1", "1..1.1"});
  ExpectFits("ipv6", {"::", "1::", "1:2:3:4:5:6:7::", "1:2:3:4:5:6:1.2.3.4", "::FFFF:1.2.3.4"});
  ExpectRefused("ipv6",
                {"1:2:3:4:5:6:7::8",
                 "1:2:3:4:5:6:7:1.2.3.4",
                 "1.2.3.4::",
                 ":::",
                 "1::2::3",
                 "::g",
                 "fe80::1%eth0",
                 "",
                 ":",
                 "1:"});
}

TEST(Format, Mailboxes) {
  ExpectFits("email", {"a.b@c.de", R"("a\" b"@c.de)", "a@[IPv6:::1]", "a@[ipv6:::1]"});
  ExpectRefused("email",
                {"a@b@c",
                 "a..b@c",
                 "\"a@c",
                 "a@",
                 "@c",
                 "a@[::1]",
                 "a@[1.2.3]",
                 "\"a\x01\"@c",
                 "\u00FC@c.de",
                 "a@b_c.de",
                 std::string(65, 'a') + "@c.de"});
  ExpectFits("idn-email", {"\u00FC@\u00FC.de", "\"\u00FC\"@c.de", "a@u\u0308.de"});
  ExpectRefused("idn-email",
                {"\xFF@c.de", "a@\u00FC..de", "a@-\u00FC.de", std::string("a@\u00FC\0", 5)});
}

TEST(Format, Hostnames) {
  ExpectFits("hostname", {"a", "1.2.3.4", "a--b", "XN--9N2BP8Q", std::string(63, 'a')});
  ExpectRefused("hostname",
                {"",
                 ".",
                 "a.",
                 "-a",
                 "a-",
                 "a_b",
                 "xn--",
                 "xn--a",
                 "\u00FC",
                 std::string(64, 'a'),
                 std::string("a\0b", 3)});
  // 127 labels of one letter are 253 bytes.
  std::string longest = "a";
  for (int i = 0; i < 126; ++i) {
    longest += ".a";
  }
  ExpectFits("hostname", {longest});
  ExpectRefused("hostname", {longest + "a"});
}

TEST(Format, InternationalHostnames) {
  ExpectFits("idn-hostname", {"\u00FC.de", "a\u3002b", "xn--tda", "\u05D0.a", "\u05D01"});
  ExpectRefused(
      "idn-hostname",
      {"\u00DC.de", "u\u0308.de", "ab--c", "\u2603", "", "\u00FC.", std::string("\u00FC\0", 3)});
  ExpectRefused("idn-hostname", {std::string(100000, '.'), std::string(100000, 'a')});
}

TEST(Format, EveryLabelOfABidiNameKeepsTheRule) {
  ExpectFits("idn-hostname", {"1a.de", "\u05D0.b1"});
  ExpectRefused("idn-hostname", {"1a.\u05D0", "xn--4db.1a", "\u05D01\u0661", "a\u05D0", "\u05D0a"});
}

TEST(Format, Uris) {
  ExpectFits("uri", {"a:", "a://", "a://u:p@[::1]:80/b?c#d", "a://[v1.x:y]", "urn:a:b", "a:/b//c"});
  ExpectRefused("uri",
                {"",
                 "a",
                 "1a:b",
                 "a:%4",
                 "a://[::1",
                 "a://b:c",
                 "a://b@c@d",
                 "a:[",
                 "a:b#c#d",
                 "a:\u00FC",
                 "a://[v.x]",
                 "a://[v1.]"});
  ExpectFits("uri-reference", {"", "#", "?", "a/b:c", "//", "../x"});
  ExpectRefused("uri-reference", {"a b", ":a", "1:a"});
}

TEST(Format, PrivateCharactersAreOnlyInQueriesOfIris) {
  ExpectFits("iri", {"a://\u00FC@\u00FC/\u00FC?\uE000#\u00FC"});
  ExpectRefused("iri", {"a:\uE000", "a:#\uE000", "a:\uFFFF", "a:\u0080"});
  ExpectFits("iri-reference", {"\U0001F600", "?\U0010FFFD"});
  ExpectRefused("iri-reference", {"\U000E0001", "?\U0010FFFF"});
}

TEST(Format, UriTemplates) {
  ExpectFits("uri-template", {"{a}", "x{?a,b*,c:3}y", "{%41.b}", "\u00FC", "%41"});
  ExpectRefused("uri-template",
                {"{", "}", "{}", "{a", "{a:0}", "{a:}", "{a*:3}", "{a b}", "%4", "<"});
}

TEST(Format, Pointers) {
  ExpectFits("json-pointer", {"", "/", "/~0~1", "/a/b"});
  ExpectRefused("json-pointer", {"a", "#/a", "/~", "/~2", "/a~"});
  ExpectFits("relative-json-pointer", {"0", "10/a", "1#"});
  ExpectRefused("relative-json-pointer", {"", "#", "01", "1a", "1##", "1#/a", "-1"});
}

TEST(Format, RegularExpressionsAreStrict) {
  ExpectFits("regex", {"", "^[a-z]+$", "(?<=a+)b", "\\p{L}", "[]"});
  ExpectRefused("regex", {"(", "\\a", "\\-", "a**", "(?i)a", "[b-a]"});
}

TEST(Format, Uuids) {
  ExpectFits("uuid",
             {"00000000-0000-0000-0000-00000000000f", "ABCDEF01-2345-6789-abcd-ef0123456789"});
  ExpectRefused("uuid",
                {"00000000-0000-0000-0000-0000000000", "0000000000000-0000-0000-00000000000f"});
}

TEST(Format, Base64) {
  ExpectFits("byte", {"", "TWFu", "TWE=", "TQ==", "+/+/"});
  ExpectRefused("byte", {"T", "TWF", "TQ=a", "T===", "-_-_", "TW Fu"});
}

TEST(Format, NumbersOfOpenApi) {
  EXPECT_TRUE(FitsNumberFormat("int32", Decimal::Parse("-2147483648")));
  EXPECT_TRUE(FitsNumberFormat("int32", Decimal::Parse("1.0")));
  EXPECT_FALSE(FitsNumberFormat("int32", Decimal::Parse("2147483648")));
  EXPECT_FALSE(FitsNumberFormat("int32", Decimal::Parse("0.5")));
  EXPECT_TRUE(FitsNumberFormat("int64", Decimal::Parse("9223372036854775807")));
  EXPECT_FALSE(FitsNumberFormat("int64", Decimal::Parse("9223372036854775808")));
  EXPECT_TRUE(FitsNumberFormat("float", Decimal::Parse("3.4e38")));
  EXPECT_FALSE(FitsNumberFormat("float", Decimal::Parse("-3.5e38")));
  EXPECT_TRUE(FitsNumberFormat("double", Decimal::Parse("1e308")));
  EXPECT_FALSE(FitsNumberFormat("double", Decimal::Parse("1e309")));
  EXPECT_TRUE(FitsNumberFormat("date", Decimal::Parse("1e309")));
}

TEST(Format, MalformedBytesAndLongTextsEnd) {
  const std::string bytes = "a://\xF0\x9F\x98/\xC3\x28\xFF?\x80#\xED\xA0\x80";
  const std::string open(1000000, '{');
  for (const char* format : {"iri",
                             "iri-reference",
                             "uri",
                             "uri-template",
                             "idn-hostname",
                             "idn-email",
                             "hostname",
                             "email",
                             "regex",
                             "duration",
                             "ipv6"}) {
    EXPECT_FALSE(FitsFormat(format, open)) << format;
    FitsFormat(format, bytes);
  }
  EXPECT_FALSE(FitsFormat("uri", bytes));
}

}  // namespace
}  // namespace accord::schema
