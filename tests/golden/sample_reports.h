#pragma once

#include "accord/finding/report.h"

namespace accord::golden {

/// A verification in which everything happens that a report can show.
finding::Report Verification();

/// Documents with findings and nothing else.
finding::Report Validation();

}  // namespace accord::golden
