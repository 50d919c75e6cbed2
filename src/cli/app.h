#pragma once

#include <string>
#include <vector>

#include "cli/streams.h"

namespace accord::cli {

/// The whole command line program; `arguments` without the program's name. Never throws.
int Run(const std::vector<std::string>& arguments, Streams& streams);

}  // namespace accord::cli
