#pragma once

#include <string>
#include <vector>

#include "accord/match/compare.h"

namespace accord::match::test {

/// One line for each mismatch.
std::string Describe(const std::vector<Mismatch>& mismatches);

}  // namespace accord::match::test
