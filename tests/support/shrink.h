#pragma once

#include <cstddef>
#include <functional>

#include "tests/support/json_tree.h"

namespace accord::test {

/// Makes `value` smaller, in place, as long as `still_fails` says yes to what it has become. Gives
/// up after `max_checks` questions.
class Shrinker {
 public:
  Shrinker(std::function<bool()> still_fails, std::size_t max_checks)
      : still_fails_(std::move(still_fails)), checks_left_(max_checks) {}

  /// True when something could be taken away.
  bool Shrink(Json& value);

 private:
  bool Replace(Json& place, Json by);
  bool ShrinkPlace(Json& place);
  bool ShrinkContainer(Json& place);

  std::function<bool()> still_fails_;
  std::size_t checks_left_;
};

}  // namespace accord::test
