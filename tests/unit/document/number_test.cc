#include <limits>

#include "tests/unit/document/parsing.h"

namespace accord::document {
namespace {

DocumentPtr Number(std::string_view text) {
  Builder builder;
  builder.Number(text);
  return builder.Finish();
}

int Compare(std::string_view a, std::string_view b) {
  return CompareNumbers(Number(a)->root(), Number(b)->root());
}

TEST(CompareNumbers, SpellingsOfOneValueAreEqual) {
  for (const auto& [a, b] : {std::pair{"1", "1.0"},
                             {"100", "1e2"},
                             {"0.1", "1e-1"},
                             {"0", "-0"},
                             {"0", "0e99"},
                             {"-0.0", "0E-5"},
                             {"1E+2", "100.000"},
                             {"0.00120", "12e-4"},
                             {"123456789012345678901234567890", "12345678901234567890123456789e1"},
                             {"1e400", "10e399"},
                             {"1e99999999999999999", "10e99999999999999998"}}) {
    EXPECT_EQ(Compare(a, b), 0) << a << " " << b;
    EXPECT_EQ(Compare(b, a), 0) << b << " " << a;
  }
}

TEST(CompareNumbers, OrdersExactly) {
  for (const auto& [less, more] :
       {std::pair{"1", "2"},
        {"-2", "-1"},
        {"-1", "0"},
        {"0", "1e-400"},
        {"9", "10"},
        {"1e400", "1e401"},
        {"-1e401", "-1e400"},
        {"1e-401", "1e-400"},
        {"0.1", "0.10000000000000000000000001"},
        {"123456789012345678901234567890", "123456789012345678901234567891"},
        {"12", "12.5"},
        {"1.05", "1.5"},
        {"-1e400", "1"},
        {"-.inf", "-1e999999"},
        {"1e999999", ".inf"},
        {".inf", ".nan"}}) {
    EXPECT_LT(Compare(less, more), 0) << less << " " << more;
    EXPECT_GT(Compare(more, less), 0) << less << " " << more;
  }
}

TEST(ToInt64, TakesWhatIsAnInteger) {
  for (const auto& [text, expected] :
       {std::pair<const char*, std::int64_t>{"0", 0},
        {"-0.0", 0},
        {"7", 7},
        {"-12", -12},
        {"1.0", 1},
        {"1e2", 100},
        {"1.5e1", 15},
        {"1200e-2", 12},
        {"9223372036854775807", std::numeric_limits<std::int64_t>::max()},
        {"-9223372036854775808", std::numeric_limits<std::int64_t>::min()}}) {
    std::int64_t out = 99;
    EXPECT_TRUE(ToInt64(Number(text)->root(), out)) << text;
    EXPECT_EQ(out, expected) << text;
  }
}

TEST(ToInt64, RefusesEverythingElse) {
  std::int64_t out = 99;
  for (const char* text : {"1.5",
                           "1e-1",
                           "9223372036854775808",
                           "-9223372036854775809",
                           "1e19",
                           "1e400",
                           "1e99999999999999999999",
                           ".inf",
                           "-.inf",
                           ".nan",
                           "99999999999999999999"}) {
    EXPECT_FALSE(ToInt64(Number(text)->root(), out)) << text;
  }
  EXPECT_FALSE(ToInt64(MustParse("\"1\"")->root(), out));
  EXPECT_EQ(out, 99);
}

}  // namespace
}  // namespace accord::document
