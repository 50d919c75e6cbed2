#pragma once

#include <string>
#include <vector>

#include "tests/conformance/openapi_pact/subject.h"

namespace accord::conform::test {

/// A code that the suite's tools do not have.
bool IsOurOwn(const std::string& code);

/// What one side says and the other does not; empty when they agree. Compared are code, type,
/// interaction and location. Two manners of accord count as the same: it points at a property where
/// they point at the object that holds it, and of a failed union it reports the closest alternative
/// alone, where they report each and the union itself.
std::string Difference(const std::vector<Remark>& expected, const std::vector<Remark>& actual);

}  // namespace accord::conform::test
