#include "accord/base/clock.h"

#include <gtest/gtest.h>

namespace accord::base {
namespace {

TEST(Clock, SystemIsOneObject) {
  EXPECT_EQ(&Clock::System(), &Clock::System());
}

TEST(Clock, SystemTellsTheMachinesTime) {
  const auto before = std::chrono::system_clock::now();
  const auto now = Clock::System().Now();
  EXPECT_GE(now, before);
  EXPECT_LE(now, std::chrono::system_clock::now());
}

TEST(Clock, SteadyNeverGoesBack) {
  const auto first = Clock::System().Steady();
  const auto second = Clock::System().Steady();
  EXPECT_GE(second, first);
  EXPECT_LE(second, std::chrono::steady_clock::now());
}

}  // namespace
}  // namespace accord::base
