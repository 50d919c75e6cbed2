#pragma once

#include "accord/openapi/description.h"

#include "openapi/faults.h"

namespace accord::openapi {

/// What contradicts what among the paths, operations and parameters of a description.
void CheckPaths(const Description& description, Faults& faults);

}  // namespace accord::openapi
