#pragma once

#include <functional>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "accord/base/result.h"
#include "accord/document/document.h"

#include "cli/settings.h"
#include "cli/streams.h"

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

/// Takes over what the file says about a command and its reports. Flags are applied afterwards.
void ApplyConfig(const Config& config, VerifySettings& settings);
void ApplyConfig(const Config& config, BreakingSettings& settings);
void ApplyConfig(const Config& config, CheckSettings& settings);
void ApplyConfig(const Config& config, ReportSettings& settings);

/// Declares --config.
void AddConfigOption(CLI::App& command, std::string& path);

/// Reads the configuration file, lets `apply` take it over, and applies once more the flags that
/// were given: they win. False when something stops the command; then `exit_code` is set and the
/// user was told.
bool Configure(CLI::App& command,
               Config& config,
               const std::string& path,
               const std::function<void(const Config&)>& apply,
               Streams& streams,
               int& exit_code);

}  // namespace accord::cli
