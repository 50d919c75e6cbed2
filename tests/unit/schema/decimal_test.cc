#include "accord/schema/decimal.h"

#include <gtest/gtest.h>

namespace accord::schema {
namespace {

Decimal D(std::string_view text) {
  return Decimal::Parse(text);
}

TEST(Decimal, WaysToWriteANumberAreEqual) {
  EXPECT_EQ(D("1"), D("1.0"));
  EXPECT_EQ(D("1"), D("10e-1"));
  EXPECT_EQ(D("100"), D("1E+2"));
  EXPECT_EQ(D("0"), D("-0.000e5"));
  EXPECT_NE(D("9007199254740993"), D("9007199254740992"));
  EXPECT_EQ(D("12300"), Decimal(12300));
  EXPECT_EQ(D("-9223372036854775808"), Decimal(INT64_MIN));
}

TEST(Decimal, OrdersExactly) {
  EXPECT_LT(D("-2"), D("-1.5"));
  EXPECT_LT(D("-1"), D("0"));
  EXPECT_LT(D("0"), D("1e-400"));
  EXPECT_LT(D("9.99"), D("10"));
  EXPECT_LT(D("1e400"), D("1.0001e400"));
  EXPECT_GT(D("123456789012345678901234567890.1"), D("123456789012345678901234567890"));
  EXPECT_LT(D("1e999999999"), D("1e1000000000"));
}

TEST(Decimal, KnowsIntegers) {
  EXPECT_TRUE(D("1.50e1").is_integer());
  EXPECT_FALSE(D("1.5").is_integer());
  EXPECT_TRUE(D("0.0").is_integer());
  EXPECT_EQ(D("-9223372036854775808").ToInt64(), INT64_MIN);
  EXPECT_EQ(D("9223372036854775807").ToInt64(), INT64_MAX);
  EXPECT_EQ(D("9223372036854775808").ToInt64(), std::nullopt);
  EXPECT_EQ(D("1e3").ToInt64(), 1000);
  EXPECT_EQ(D("0.5").ToInt64(), std::nullopt);
}

TEST(Decimal, PrintsShort) {
  for (const char* text : {"0", "-12", "0.5", "-0.0075", "123.456", "1e400", "-1.5e-30"}) {
    EXPECT_EQ(D(text).ToString(), text);
  }
  EXPECT_EQ(D("1000e-3").ToString(), "1");
  EXPECT_EQ(D("0.1").ToDouble(), 0.1);
}

TEST(Decimal, MultiplesAreExact) {
  EXPECT_TRUE(D("0.0075").IsMultipleOf(D("0.0001")));
  EXPECT_FALSE(D("0.00751").IsMultipleOf(D("0.0001")));
  EXPECT_TRUE(D("3").IsMultipleOf(D("0.3")));
  EXPECT_TRUE(D("19.99").IsMultipleOf(D("0.01")));
  EXPECT_TRUE(D("1e308").IsMultipleOf(D("0.5")));
  EXPECT_TRUE(D("1e1000000000").IsMultipleOf(D("0.125")));
  EXPECT_FALSE(D("1e1000000000").IsMultipleOf(D("3")));
  EXPECT_TRUE(D("-14").IsMultipleOf(D("7")));
  EXPECT_FALSE(D("5").IsMultipleOf(D("10")));
  EXPECT_TRUE(D("123456789012345678901234567890").IsMultipleOf(D("12345678901234567890123456789")));
  EXPECT_TRUE(D("0").IsMultipleOf(D("7")));
}

TEST(Decimal, AMillionDigitsAreCheap) {
  EXPECT_TRUE(D(std::string(1000000, '9')).IsMultipleOf(D("9")));
}

TEST(Decimal, LeastCommonMultiple) {
  EXPECT_EQ(Decimal::LeastCommonMultiple(D("4"), D("6")), D("12"));
  EXPECT_EQ(Decimal::LeastCommonMultiple(D("0.3"), D("2")), D("6"));
  EXPECT_EQ(Decimal::LeastCommonMultiple(D("1e900"), D("1e-900")), std::nullopt);
}

TEST(Decimal, RoundsToMultiples) {
  EXPECT_EQ(D("7.5").RoundDownTo(D("2")), D("6"));
  EXPECT_EQ(D("-7.5").RoundDownTo(D("2")), D("-8"));
  EXPECT_EQ(D("7.5").RoundUpTo(D("2")), D("8"));
  EXPECT_EQ(D("-7.5").RoundUpTo(D("2")), D("-6"));
  EXPECT_EQ(D("8").RoundUpTo(D("0.5")), D("8"));
  EXPECT_EQ(D("1e2000").RoundDownTo(D("1")), std::nullopt);
}

TEST(Decimal, Sums) {
  EXPECT_EQ(Decimal::Sum(D("0.1"), D("0.2")), D("0.3"));
  EXPECT_EQ(Decimal::Sum(D("5"), D("-5")), D("0"));
  EXPECT_EQ(Decimal::Sum(D("1e900"), D("1e-900")), std::nullopt);
  EXPECT_EQ(Decimal::Sum(D("1e900"), D("0")), D("1e900"));
}

}  // namespace
}  // namespace accord::schema
