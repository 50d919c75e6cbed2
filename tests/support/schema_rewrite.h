#pragma once

#include "accord/base/random.h"

#include "tests/support/json_tree.h"

namespace accord::test {

/// A schema of draft 7 or later that is written differently in some places and means the same.
Json Rewrite(Json document, base::Random& random);

}  // namespace accord::test
