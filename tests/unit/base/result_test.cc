#include "accord/base/result.h"

#include <memory>

#include <gtest/gtest.h>

namespace accord::base {
namespace {

TEST(Result, HoldsAValue) {
  const Result<std::string> result(std::string("value"));
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(static_cast<bool>(result));
  EXPECT_EQ(*result, "value");
  EXPECT_EQ(result->size(), 5U);
}

TEST(Result, HoldsAnError) {
  const Result<std::string> result(InputError("no such file"));
  ASSERT_FALSE(result.ok());
  EXPECT_FALSE(static_cast<bool>(result));
  EXPECT_EQ(result.error().kind, ErrorKind::kInput);
  EXPECT_EQ(result.error().message, "no such file");
}

TEST(Result, MovesAMoveOnlyValueOut) {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
  const std::unique_ptr<int> taken = std::move(result).value();
  EXPECT_EQ(*taken, 7);
}

TEST(Result, ValueCanBeChanged) {
  Result<int> result(1);
  result.value() += 1;
  EXPECT_EQ(result.value(), 2);
}

TEST(Result, OfVoidIsSuccessOrError) {
  const Result<void> success;
  EXPECT_TRUE(success.ok());
  const Result<void> failure(EnvironmentError("connection refused"));
  ASSERT_FALSE(failure.ok());
  EXPECT_EQ(failure.error().kind, ErrorKind::kEnvironment);
  EXPECT_EQ(failure.error().message, "connection refused");
}

TEST(Result, EveryKindHasAMaker) {
  EXPECT_EQ(UsageError("x").kind, ErrorKind::kUsage);
  EXPECT_EQ(InputError("x").kind, ErrorKind::kInput);
  EXPECT_EQ(EnvironmentError("x").kind, ErrorKind::kEnvironment);
}

}  // namespace
}  // namespace accord::base
