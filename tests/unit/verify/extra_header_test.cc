#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/verify/http_provider.h"

namespace accord::verify {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ExtraHeaderTest, ReadsBothSpellings) {
  for (const char* text : {"X-A: b c", "X-A=b c", " X-A :  b c "}) {
    const auto header = ExtraHeader::Parse(text);
    ASSERT_TRUE(header.ok()) << text;
    EXPECT_EQ(header->name, "X-A");
    EXPECT_EQ(header->value, "b c");
    EXPECT_EQ(header->shown, "***");
  }
}

TEST(ExtraHeaderTest, ColonsBelongToTheValue) {
  EXPECT_EQ(ExtraHeader::Parse("A: http://x:1/=")->value, "http://x:1/=");
}

TEST(ExtraHeaderTest, TakesValuesFromTheEnvironmentAndShowsTheirNames) {
  setenv("ACCORD_TEST_TOKEN", "s3cret", 1);
  const auto header = ExtraHeader::Parse("Authorization: Bearer ${ACCORD_TEST_TOKEN}");
  ASSERT_TRUE(header.ok());
  EXPECT_EQ(header->value, "Bearer s3cret");
  EXPECT_EQ(header->shown, "Bearer ${ACCORD_TEST_TOKEN}");
  EXPECT_THAT(header->shown, Not(HasSubstr("s3cret")));
}

TEST(ExtraHeaderTest, OnlyTheSchemeOfCredentialsIsShown) {
  EXPECT_EQ(ExtraHeader::Parse("authorization: Basic dTpw")->shown, "Basic ***");
  EXPECT_EQ(ExtraHeader::Parse("authorization: Basic dTpw")->value, "Basic dTpw");
  EXPECT_EQ(ExtraHeader::Parse("Authorization: dTpw=")->shown, "***");
  EXPECT_EQ(ExtraHeader::Parse("Authorization: $(id) x")->shown, "***");
  EXPECT_EQ(ExtraHeader::Parse("X-Key: Basic dTpw")->shown, "***");
}

TEST(ExtraHeaderTest, UnsetVariableIsAUsageError) {
  unsetenv("ACCORD_TEST_UNSET");
  const auto header = ExtraHeader::Parse("A: ${ACCORD_TEST_UNSET}");
  ASSERT_FALSE(header.ok());
  EXPECT_EQ(header.error().kind, base::ErrorKind::kUsage);
  EXPECT_THAT(header.error().message, HasSubstr("ACCORD_TEST_UNSET"));
}

TEST(ExtraHeaderTest, RefusesWhatIsNoHeaderWithoutRepeatingIt) {
  for (const char* text : {"", "secret", ": x", "a b: c", "ä: c"}) {
    const auto header = ExtraHeader::Parse(text);
    ASSERT_FALSE(header.ok()) << text;
    EXPECT_THAT(header.error().message, Not(HasSubstr("secret")));
  }
}

}  // namespace
}  // namespace accord::verify
