#pragma once

#include "accord/finding/report.h"

namespace accord::golden {

/// A verification in which everything happens that a report can show.
finding::Report Verification();

/// Documents with findings and nothing else.
finding::Report Validation();

/// Two versions compared: both sides, who breaks, a proof, a suppressed finding, an old place only.
finding::Report Comparison();

}  // namespace accord::golden
