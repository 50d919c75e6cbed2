#pragma once

#include <string>
#include <vector>

#include "accord/base/result.h"
#include "accord/document/document.h"

#include "cli/settings.h"

namespace accord::cli {

/// The configuration file, checked against `schemas/config.schema.json`.
struct Config {
  document::DocumentPtr document;  ///< nullptr: there is none.
  std::string folder;              ///< Relative paths in it start here; "" = working folder.
  std::vector<finding::Finding> findings;
};

/// `path`, or `accord.yaml` in the working folder or the nearest folder above it up to the root of
/// the repository. An explicit file that is not there is an error.
base::Result<Config> LoadConfig(const std::string& path);

/// Takes over what the file says about verification and reports. Flags are applied afterwards.
void ApplyConfig(const Config& config, VerifySettings& settings);
void ApplyConfig(const Config& config, ReportSettings& settings);

}  // namespace accord::cli
