#pragma once

#include <CLI/App.hpp>

#include "accord/base/result.h"

#include "cli/settings.h"

namespace accord::cli {

/// Declares the arguments and flags of `accord check`.
void AddCheckOptions(CLI::App& command, CheckSettings& settings);

/// Whether there is something to check against something.
base::Result<void> CheckSense(const CheckSettings& settings);

}  // namespace accord::cli
