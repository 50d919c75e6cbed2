#pragma once

#include <string>
#include <vector>

#include "breaking/proto/constraint_set.h"

namespace accord::breaking {

/// How one demand changed. At least one of `tightened` and `loosened` holds.
struct ConstraintChange {
  bool tightened = false;         ///< Values that were accepted are refused.
  bool loosened = false;          ///< Values that were refused are accepted.
  std::string text;               ///< `tightened constraint int32.lte from 1000 to 100`.
  std::vector<int> before_steps;  ///< Where it was written, below its element; may be empty.
  std::vector<int> after_steps;
};

std::vector<ConstraintChange> CompareConstraints(const ConstraintSet& before,
                                                 const ConstraintSet& after);

}  // namespace accord::breaking
