#pragma once

#include <chrono>

namespace accord::base {

/// Where "now" comes from, so that tests can hold time still.
class Clock {
 public:
  virtual ~Clock() = default;
  /// Wall clock, UTC.
  virtual std::chrono::system_clock::time_point Now() const = 0;
  /// For measuring durations.
  virtual std::chrono::steady_clock::time_point Steady() const = 0;

  /// The machine's clock; lives for ever.
  static const Clock& System();

 protected:
  Clock() = default;
  Clock(const Clock&) = default;
  Clock& operator=(const Clock&) = default;
  Clock(Clock&&) = default;
  Clock& operator=(Clock&&) = default;
};

}  // namespace accord::base
