#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "accord/base/result.h"

namespace accord::compatibility {

/// Ends a scenario: what a step expected did not hold.
class StepFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

inline void Require(bool holds, const std::string& otherwise) {
  if (!holds) {
    throw StepFailure(otherwise);
  }
}

template <typename T>
T Unwrap(base::Result<T> result) {
  Require(result.ok(), result.ok() ? "" : result.error().message);
  return std::move(result).value();
}

}  // namespace accord::compatibility
