#include "cli/units.h"

#include <gtest/gtest.h>

namespace accord::cli {
namespace {

using std::chrono::milliseconds;

TEST(ParseDuration, TakesEveryUnit) {
  EXPECT_EQ(ParseDuration("250ms"), milliseconds(250));
  EXPECT_EQ(ParseDuration("5s"), milliseconds(5000));
  EXPECT_EQ(ParseDuration("2m"), milliseconds(120000));
  EXPECT_EQ(ParseDuration("0ms"), milliseconds(0));
}

TEST(ParseDuration, RefusesEverythingElse) {
  for (const char* text : {"", "5", "s", "-1s", "1.5s", "5 s", "5h", "5S", "5sm", "soon"}) {
    EXPECT_FALSE(ParseDuration(text).has_value()) << text;
  }
}

TEST(ParseDuration, NeverOverflows) {
  EXPECT_FALSE(ParseDuration("18446744073709551615m").has_value());
  EXPECT_FALSE(ParseDuration("99999999999999999999ms").has_value());
}

TEST(ParseSize, TakesEveryUnit) {
  EXPECT_EQ(ParseSize("1024"), 1024U);
  EXPECT_EQ(ParseSize("7B"), 7U);
  EXPECT_EQ(ParseSize("3KB"), 3000U);
  EXPECT_EQ(ParseSize("3KiB"), 3072U);
  EXPECT_EQ(ParseSize("10MB"), 10000000U);
  EXPECT_EQ(ParseSize("64MiB"), 64U << 20U);
  EXPECT_EQ(ParseSize("1GB"), 1000000000U);
  EXPECT_EQ(ParseSize("1GiB"), 1U << 30U);
}

TEST(ParseSize, RefusesEverythingElse) {
  for (const char* text : {"", "MB", "-1", "1.5MB", "1 MB", "1mb", "1TB", "99999999999GiB"}) {
    EXPECT_FALSE(ParseSize(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace accord::cli
