#pragma once

#include <vector>

#include "accord/schema/includes.h"

namespace accord::schema::inclusion {

/// Which keywords of `b` reject `witness`, and what stands at their place in `a`.
std::vector<Difference> ExplainWitness(const SchemaNode& a,
                                       const SchemaNode& b,
                                       const document::DocumentPtr& witness,
                                       std::size_t max_differences);

}  // namespace accord::schema::inclusion
