#pragma once

#include <string>

#include "accord/base/result.h"
#include "accord/pact/pact.h"

namespace accord::pact {

/// JSON text of a contract in `version` (v2, v3 or v4), interactions sorted by description, then
/// states. What the version cannot express is an error (mixed kinds below v4, messages in v2).
base::Result<std::string> Write(const Pact& pact, SpecVersion version);

/// Writes to a file under a lock: merges into a contract of the same pair that is already there,
/// upgrades to the newer of both versions; `overwrite` replaces it instead.
base::Result<void> WriteFile(const Pact& pact,
                             SpecVersion version,
                             const std::string& path,
                             bool overwrite);

/// The default file name: `<consumer>-<provider>.json`.
std::string FileName(const Pact& pact);

}  // namespace accord::pact
