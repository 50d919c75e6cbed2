#pragma once

#include <deque>
#include <vector>

#include "accord/schema/ir.h"

#include "schema/build/report.h"

namespace accord::schema {

/// Finds references that lead back to where they started without a step into the instance. Gives
/// schemas of each such circle.
std::vector<const SchemaNode*> FindReferenceCycles(const std::deque<SchemaNode>& nodes,
                                                   SchemaFaults& faults);

}  // namespace accord::schema
