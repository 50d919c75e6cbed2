#pragma once

#include <string>
#include <vector>

#include "accord/finding/finding.h"

namespace accord::report {

/// Per consumer a table of the findings that hit it and of its interactions; empty when nobody
/// looked for consumers or none is hit.
std::string ConsumerTables(const std::vector<const finding::Finding*>& findings);

}  // namespace accord::report
